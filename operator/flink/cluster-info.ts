// SPDX-License-Identifier: Apache-2.0
// What a cluster tells about itself: version and TaskManagers.

import { type Reader, numberAt, objectsAt, textAt } from './json-reader.ts';

/** The answer of `/config`. */
export interface ClusterConfig {
  /** E.g. `1.20.5`. */
  readonly flinkVersion: string;
  /** E.g. `a1b2c3d @ 2025-02-07T10:11:12+01:00`. */
  readonly flinkRevision: string;
}

/** A TaskManager that is registered with the JobManager. */
export interface TaskManager {
  /** On Kubernetes in native mode the pod's name. */
  readonly id: string;
  readonly slots: number;
  readonly freeSlots: number;
}

/** Reads the answer of `/config`; undefined when it is no such answer. */
export function readConfig(body: Reader): ClusterConfig | undefined {
  const flinkVersion = textAt(body, 'flink-version');
  if (flinkVersion === undefined) return undefined;
  return { flinkVersion, flinkRevision: textAt(body, 'flink-revision') ?? '' };
}

/** Reads the answer of `/taskmanagers`. */
export function readTaskManagers(body: Reader): TaskManager[] {
  return objectsAt(body, 'taskmanagers').map((entry) => ({
    id: textAt(entry, 'id') ?? '',
    slots: numberAt(entry, 'slotsNumber') ?? 0,
    freeSlots: numberAt(entry, 'freeSlots') ?? 0,
  }));
}
