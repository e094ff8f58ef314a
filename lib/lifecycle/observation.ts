// SPDX-License-Identifier: Apache-2.0
// What is known of the world when a decision is made, as plain values. Adapters fill it in; nothing here asks anybody anything.

import type { JobStatusName } from '../api/flink-deployment.ts';
import type { Action } from './action.ts';

/** Why something is not known. */
export interface Unknown {
  readonly code: 'not-asked' | 'unreachable' | 'not-ready' | 'error';
  readonly message: string;
}

/** Unknown is a value: "could not be asked" is neither yes nor no, and no rule may treat it as either. */
export type Observed<T> =
  | { readonly known: true; readonly value: T }
  | {
      readonly known: false;
      readonly why: Unknown;
      /** Epoch milliseconds since when every attempt to ask has failed. */
      readonly since?: number;
    };

/** Wraps a value that is known. */
export function known<T>(value: T): Observed<T> {
  return { known: true, value };
}

/** What nobody asked for: says nothing about the world. */
export const NOT_ASKED: { readonly known: false; readonly why: Unknown } = {
  known: false,
  why: { code: 'not-asked', message: 'not asked' },
};

/** The JobManager's Deployment as Kubernetes shows it. */
export interface JobManagerDeployment {
  readonly uid: string;
  /** Whether the FlinkDeployment (this very uid) owns it. */
  readonly ours: boolean;
  /** `flinkdeployment.flink.apache.org/generation`. */
  readonly generation?: string;
  readonly deleting: boolean;
  /** `spec.replicas`. */
  readonly wanted: number;
  readonly available: number;
  /** Epoch milliseconds of the last change of the `Available` condition. */
  readonly availableChangedAt?: number;
  /** The `Available` condition has been False since the Deployment was created: no JobManager ever answered. */
  readonly neverAvailable: boolean;
  /** Message of a `ReplicaFailure` condition with reason `FailedCreate`. */
  readonly failedCreate?: string;
}

/** A JobManager pod. */
export interface JobManagerPod {
  readonly name: string;
  /** Epoch milliseconds of the deletion timestamp. */
  readonly deletedAt?: number;
  /** What keeps it from starting, when that is an error: a container's waiting reason, or a volume that cannot be mounted. */
  readonly trouble?: { readonly reason: string; readonly message: string };
}

/** A job in the JobManager's list. */
export interface JobSeen {
  readonly id: string;
  readonly name: string;
  /** RUNNING only when every task runs or has finished; CREATED while some do not. */
  readonly state: JobStatusName;
  /** Epoch milliseconds. */
  readonly startTime: number;
}

/** The newest completed checkpoint or savepoint of a job. */
export interface LatestState {
  readonly path: string;
  /** Epoch milliseconds when it was triggered. */
  readonly timestamp: number;
}

/** Checkpoints of a job, as far as decisions need them. */
export interface CheckpointsSeen {
  /** Undefined when the job has no completed checkpoint or savepoint (or no checkpointing at all). */
  readonly latest?: LatestState;
  /** Epoch milliseconds when the checkpoint in progress was triggered. */
  readonly pendingSince?: number;
  /** Bytes of the newest completed checkpoint. */
  readonly stateSize?: number;
}

/** How a stop-with-savepoint stands. */
export type StopSeen =
  | { readonly state: 'never-asked' }
  | { readonly state: 'in-progress'; readonly since: number }
  | { readonly state: 'completed'; readonly location: string }
  | { readonly state: 'failed'; readonly cause: FailureCause };

/** A failure that Flink reports. */
export interface FailureCause {
  /** Class name. */
  readonly type: string;
  readonly message: string;
}

/** What the high-availability services know of the cluster. */
export interface HaMetadata {
  /** A job's HA data exist: a JobManager with the same cluster id and job id would recover from them. */
  readonly available: boolean;
  /** They name at least one completed checkpoint. */
  readonly checkpointed: boolean;
  /** Any HA object exists, also one without a job: something is left to delete. */
  readonly present: boolean;
}

/** What the JobManager says of itself. */
export interface ClusterSeen {
  readonly flinkVersion: string;
  readonly flinkRevision: string;
  /** Registered TaskManagers. */
  readonly taskManagers: number;
}

/** How the last action ended. */
export interface ActionOutcome {
  readonly action: Action;
  readonly result: { readonly ok: true } | { readonly ok: false; readonly failure: ActionFailure };
}

export interface ActionFailure {
  /** `retry`: may work later; `refused`: the other side said no and will say so again. */
  readonly kind: 'retry' | 'refused';
  readonly type: string;
  readonly message: string;
  readonly httpStatus?: number;
}

/** Everything that a decision may look at. */
export interface Observation {
  /** Undefined: there is no Deployment of that name. */
  readonly deployment?: JobManagerDeployment;
  readonly pods: readonly JobManagerPod[];
  readonly ha: Observed<HaMetadata>;
  readonly jobs: Observed<readonly JobSeen[]>;
  readonly checkpoints: Observed<CheckpointsSeen>;
  readonly cluster: Observed<ClusterSeen>;
  readonly stop: Observed<StopSeen>;
  readonly failure: Observed<FailureCause | undefined>;
  /** Present only in the pass that follows an action. */
  readonly outcome?: ActionOutcome;
}

/** An observation of nothing: no Deployment, nobody asked. */
export const NOTHING_OBSERVED: Observation = {
  pods: [],
  ha: NOT_ASKED,
  jobs: NOT_ASKED,
  checkpoints: NOT_ASKED,
  cluster: NOT_ASKED,
  stop: NOT_ASKED,
  failure: NOT_ASKED,
};
