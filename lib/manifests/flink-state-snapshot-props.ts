// SPDX-License-Identifier: Apache-2.0
// What a user says about a savepoint or checkpoint that is to be taken, the same for every front end. Declarations only:
// `flink-state-snapshot.ts` checks them and turns them into a FlinkStateSnapshot.

import type { JobKind, FlinkStateSnapshotSpec } from '../api/flink-state-snapshot.ts';
import type { MergePatch } from './merge-patch.ts';
import type { ResourceMetadataProps } from './resource-metadata.ts';

/** A resource that has a job. */
export interface JobResource {
  /** Which kind it is. */
  readonly kind: JobKind;
  /** Its `metadata.name`. */
  readonly name: string;
  /**
   * Its namespace, which must be that of the snapshot.
   * @default - the snapshot's
   */
  readonly namespace?: string | undefined;
}

/** A savepoint. */
export interface SavepointSnapshot {
  /**
   * Directory to write into, as a URI; with `alreadyExists` the savepoint itself (`spec.savepoint.path`).
   * @default - the savepoint directory of the job
   */
  readonly path?: string;
  /**
   * `'canonical'` can be read by every state backend, `'native'` is faster (`spec.savepoint.formatType`).
   * @default 'canonical'
   */
  readonly format?: 'canonical' | 'native';
  /**
   * Whether deleting the snapshot deletes the files of the savepoint (`spec.savepoint.disposeOnDelete`). Taking the construct out of the
   * program deletes the snapshot.
   * @default true
   */
  readonly disposeOnDelete?: boolean;
  /**
   * Take nothing: stand for the savepoint that is at `path` (`spec.savepoint.alreadyExists`).
   * @default false
   */
  readonly alreadyExists?: boolean;
}

/** A savepoint or checkpoint, taken once, when the resource is created. */
export interface FlinkStateSnapshotProps {
  /** Name, namespace, labels, annotations (`metadata`). */
  readonly metadata?: ResourceMetadataProps;
  /**
   * The job: an application, a session job, or kind and name of one that is made elsewhere (`spec.jobReference`).
   * @default - none, which only does for a savepoint that `alreadyExists`
   */
  readonly of?: JobResource;
  /**
   * A savepoint is taken (`spec.savepoint`).
   * @default - true, unless `checkpoint` is
   */
  readonly savepoint?: true | SavepointSnapshot;
  /**
   * A checkpoint is taken instead (`spec.checkpoint`). Needs Flink 1.17 or later.
   * @default false
   */
  readonly checkpoint?: boolean;
  /**
   * How often to try again after a failure; -1: for ever (`spec.backoffLimit`).
   * @default -1
   */
  readonly backoffLimit?: number;
  /**
   * Merged over the finished `spec` last, as a JSON merge patch with the names of the wire.
   * @default - none
   */
  readonly spec?: MergePatch<FlinkStateSnapshotSpec>;
}
