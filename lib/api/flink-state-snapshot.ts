// SPDX-License-Identifier: Apache-2.0
// FlinkStateSnapshot as it is on the wire: one savepoint or checkpoint of a job. Types only; schemas/ holds the rules that a value of these
// types obeys.

import type { KubernetesObject } from '../kubernetes/objects.ts';
import type { SavepointFormatType } from './flink-deployment.ts';

/** The kinds of resources that have a job. */
export type JobKind = 'FlinkDeployment' | 'FlinkSessionJob';

/** The resource whose job is meant, in the same namespace. */
export interface JobReference {
  /** FlinkDeployment or FlinkSessionJob. */
  kind?: JobKind;
  /** Its metadata.name. */
  name?: string;
}

/** A savepoint that is wanted, or that is there already. */
export interface SavepointSpec {
  /** The directory to write into, else the one that the job is configured with; with `alreadyExists` the path of the savepoint itself. */
  path?: string;
  /** Default CANONICAL, which every state backend can read; NATIVE is faster. */
  formatType?: SavepointFormatType;
  /** Whether deleting this resource deletes the files of the savepoint; default true. The job must be running for it. */
  disposeOnDelete?: boolean;
  /** Take nothing, and stand for the savepoint at `path`; default false. */
  alreadyExists?: boolean;
}

/** A checkpoint that is wanted: nothing about it can be chosen, so the object is empty. */
export type CheckpointSpec = Record<string, never>;

/** What a user asks for: the `spec` of a FlinkStateSnapshot. Exactly one of `savepoint` and `checkpoint` must be there. */
export interface FlinkStateSnapshotSpec {
  /** The job to take it of; not needed for a savepoint that exists already. */
  jobReference?: JobReference;
  /** Asks for a savepoint. */
  savepoint?: SavepointSpec;
  /** Asks for a checkpoint; Flink 1.17 or later. */
  checkpoint?: CheckpointSpec;
  /** How often to try again after a failure: -1, the default, for ever; 0 never. */
  backoffLimit?: number;
}

/** How far it has got. ABANDONED: there was no running job to take it of. */
export type SnapshotState = 'TRIGGER_PENDING' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'ABANDONED';

/** What an operator tells: the `status` of a FlinkStateSnapshot. */
export interface FlinkStateSnapshotStatus {
  /** How far it has got. ABANDONED: there was no running job to take it of. */
  state?: SnapshotState;
  /** Flink's id of the attempt under way. */
  triggerId?: string;
  /** When it was asked for: an instant in ISO 8601. */
  triggerTimestamp?: string;
  /** When it was completed, failed or given up: an instant in ISO 8601. */
  resultTimestamp?: string;
  /** Where it is, once it is complete. */
  path?: string;
  /** What went wrong in the last attempt. */
  error?: string;
  /** How many attempts have failed. */
  failures?: number;
}

/** A savepoint or checkpoint of a job, taken once. */
export interface FlinkStateSnapshot extends KubernetesObject {
  apiVersion?: 'flink.apache.org/v1beta1';
  kind?: 'FlinkStateSnapshot';
  /** What a user asks for. */
  spec?: FlinkStateSnapshotSpec;
  /** What an operator tells. */
  status?: FlinkStateSnapshotStatus;
}
