// SPDX-License-Identifier: Apache-2.0
// What an operator can do to the world, as values: printable, comparable, predictable. Each is idempotent; carrying one out twice,
// or again after a crash in its middle, ends in the same place.

import type { FlinkDeploymentSpec } from '../api/flink-deployment.ts';

/** Creates the cluster of an application, or completes one that was created in part. */
export interface Deploy {
  readonly do: 'deploy';
  readonly spec: FlinkDeploymentSpec;
  /** Flink's `$internal.pipeline.job-id`; already in the status. */
  readonly jobId: string;
  /** Flink's `execution.savepoint.path`; absent: start with empty state, or from HA data. */
  readonly savepointPath?: string;
  /** The job must find HA metadata to recover from. */
  readonly requireHaMetadata: boolean;
  /** Recorded on the Deployment, so that whoever finds it knows which spec it runs. */
  readonly generation: number;
}

/** Lets the JobManager end before its TaskManagers, by `spec.replicas: 0`. */
export interface ScaleToZero {
  readonly do: 'scale-to-zero';
  readonly uid: string;
}

/** Deletes the JobManager's Deployment, and with it all that it owns. */
export interface DeleteCluster {
  readonly do: 'delete-cluster';
  readonly uid: string;
  readonly propagation: 'Foreground' | 'Background' | 'Orphan';
}

/** Deletes every object of the high-availability services of this cluster. */
export interface DeleteHaData {
  readonly do: 'delete-ha-data';
}

/** `POST /jobs/:id/stop`. The trigger id is chosen by us, so that asking twice starts one savepoint. */
export interface StopWithSavepoint {
  readonly do: 'stop-with-savepoint';
  readonly jobId: string;
  readonly triggerId: string;
  readonly directory?: string;
  readonly drain: boolean;
  readonly formatType: 'CANONICAL' | 'NATIVE';
}

/** `PATCH /jobs/:id?mode=cancel`. */
export interface Cancel {
  readonly do: 'cancel';
  readonly jobId: string;
  /** Whether a job that is not there counts as cancelled. */
  readonly missingIsFine: boolean;
}

export interface AddFinalizer {
  readonly do: 'add-finalizer';
}

export interface RemoveFinalizer {
  readonly do: 'remove-finalizer';
}

export type Action =
  Deploy | ScaleToZero | DeleteCluster | DeleteHaData | StopWithSavepoint | Cancel | AddFinalizer | RemoveFinalizer;
