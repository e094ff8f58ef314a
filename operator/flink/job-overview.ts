// SPDX-License-Identifier: Apache-2.0
// The jobs of a cluster as `/jobs/overview` lists them, and the one place where Flink's raw state becomes the effective one.

import { type Reader, countsAt, numberAt, objectsAt, textAt } from './json-reader.ts';

/** Number of subtasks by state. */
export interface TaskCounts {
  readonly total: number;
  readonly running: number;
  readonly finished: number;
  /** Every count as Flink sent it, by lower-case state: `created`, `scheduled`, `deploying`, `initializing`, ... */
  readonly all: Readonly<Record<string, number>>;
}

/** One job of a cluster. */
export interface JobOverview {
  /** 32 lower-case hex digits. */
  readonly id: string;
  readonly name: string;
  /** Flink's JobStatus, e.g. `RUNNING` or `CANCELED`; a newer Flink may send others. */
  readonly state: string;
  /** As `state`, but `RUNNING` only when every task runs or has finished, `CREATED` before. */
  readonly effectiveState: string;
  /** Milliseconds since the epoch: when this JobManager took the job up. Changes with every recovery. */
  readonly startTime: number;
  /** Milliseconds since the epoch; -1 until the job has ended for good. */
  readonly endTime: number;
  readonly tasks: TaskCounts;
}

/** RUNNING means that the job was scheduled; only when all its tasks run is it really running. */
export function effectiveState(state: string, tasks: TaskCounts): string {
  return state === 'RUNNING' && tasks.total !== tasks.running + tasks.finished ? 'CREATED' : state;
}

/** Reads the answer of `/jobs/overview`; an entry without id or state is left out. */
export function readJobsOverview(body: Reader): JobOverview[] {
  return objectsAt(body, 'jobs').flatMap((entry) => readJob(entry) ?? []);
}

function readJob(entry: Reader): JobOverview | undefined {
  const id = textAt(entry, 'jid');
  const state = textAt(entry, 'state');
  if (id === undefined || state === undefined) return undefined;
  const all = countsAt(entry, 'tasks');
  const tasks = { total: all['total'] ?? 0, running: all['running'] ?? 0, finished: all['finished'] ?? 0, all };
  return {
    id: id.toLowerCase(),
    name: textAt(entry, 'name') ?? '',
    state,
    effectiveState: effectiveState(state, tasks),
    startTime: numberAt(entry, 'start-time') ?? -1,
    endTime: numberAt(entry, 'end-time') ?? -1,
    tasks,
  };
}
