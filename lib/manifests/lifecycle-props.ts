// SPDX-License-Identifier: Apache-2.0
// How an operator looks after a job: snapshots that it takes by itself, what it does at an upgrade, and when something is wrong. Options of the
// operator, in words. Declarations only; `lifecycle-part.ts` checks them and turns them into `kubernetes.operator.*`.

import type { DurationValue } from './quantities.ts';

/** When something is done again and again: one of the two. */
export interface Periodic {
  /** Time between two. */
  readonly interval?: DurationValue;
  /**
   * Points in time, as a Quartz cron expression: second, minute, hour, day of month, month, day of week, perhaps year; one of the two days is `?`.
   * In the operator's time zone.
   * @example '0 0 3 * * ?' for every night at three
   */
  readonly schedule?: string;
}

/** Savepoints that the operator takes and keeps. */
export interface SavepointProps extends Periodic {
  /**
   * Where savepoints go (`execution.checkpointing.savepoint-dir`), as a URI.
   * @default - `<state.directory>/savepoints`
   */
  readonly directory?: string;
  /**
   * `'canonical'` can be read by every state backend, `'native'` is faster (`kubernetes.operator.savepoint.format.type`).
   * @default 'canonical'
   */
  readonly format?: 'canonical' | 'native';
  /** How many savepoints of the operator are kept; older ones are deleted with their data. */
  readonly history?: {
    /** `kubernetes.operator.savepoint.history.max.count`. @default 10 */
    readonly maxCount?: number;
    /** `kubernetes.operator.savepoint.history.max.age`. @default - 24 hours */
    readonly maxAge?: DurationValue;
  };
  /**
   * Whether old savepoints are deleted at all (`kubernetes.operator.savepoint.cleanup.enabled`).
   * @default true
   */
  readonly cleanup?: boolean;
  /**
   * Whether one is taken when the resource is deleted (`kubernetes.operator.job.savepoint-on-deletion`).
   * @default false
   */
  readonly onDeletion?: boolean;
}

/** Checkpoints that the operator asks for, besides those that Flink takes by itself; Flink 1.17 or later. */
export interface CheckpointProps extends Periodic {
  /**
   * `kubernetes.operator.checkpoint.type`.
   * @default 'full'
   */
  readonly type?: 'full' | 'incremental';
}

/** Rolling back to the last stable spec when a new one does not become stable. */
export interface RollbackProps {
  /**
   * Time that a new spec has (`kubernetes.operator.deployment.readiness.timeout`).
   * @default - 5 minutes
   */
  readonly readinessTimeout?: DurationValue;
}

/** How a job is carried over changes. */
export interface UpgradeProps {
  /**
   * Age of the last checkpoint beyond which a savepoint is taken instead, with `UpgradeMode.LAST_STATE`
   * (`kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age`).
   * @default - any age will do
   */
  readonly maxCheckpointAge?: DurationValue;
  /**
   * Whether an upgrade by savepoint goes on from the last checkpoint when the job is too ill for a savepoint
   * (`kubernetes.operator.job.upgrade.last-state-fallback.enabled`).
   * @default true
   */
  readonly lastStateFallback?: boolean;
  /**
   * Whether a healthy job is cancelled for an upgrade from its last checkpoint instead of being killed with its cluster
   * (`kubernetes.operator.job.upgrade.last-state.job-cancel.enabled`).
   * @default false
   */
  readonly cancelJob?: boolean;
  /**
   * Whether an upgrade waits for a savepoint that is under way (`kubernetes.operator.job.upgrade.ignore-pending-savepoint`, the opposite).
   * @default true
   */
  readonly waitForSavepoint?: boolean;
  /**
   * Whether a changed parallelism is applied without a restart where Flink can (`kubernetes.operator.job.upgrade.inplace-scaling.enabled`).
   * @default true
   */
  readonly inPlaceScaling?: boolean;
}

/** When a job that runs counts as ill and is restarted. */
export interface HealthCheckProps {
  /** So many restarts (`kubernetes.operator.cluster.health-check.restarts.threshold`) … @default 64 */
  readonly maxRestarts?: number;
  /** … within this time (`kubernetes.operator.cluster.health-check.restarts.window`). @default - 2 minutes */
  readonly restartWindow?: DurationValue;
  /**
   * No completed checkpoint for so long (`kubernetes.operator.cluster.health-check.checkpoint-progress.window`).
   * @default - what the interval and timeout of checkpoints ask for; not looked at without checkpoints
   */
  readonly checkpointWindow?: DurationValue;
}

/** How an operator looks after a job. */
export interface LifecycleProps {
  /**
   * Savepoints that the operator takes by itself, and how long it keeps savepoints.
   * @default - none by itself; the last 10 of a day are kept
   * @example { schedule: '0 0 3 * * ?', history: { maxCount: 7, maxAge: Duration.days(7) } }
   */
  readonly savepoints?: SavepointProps;
  /**
   * Checkpoints that the operator asks for. When Flink takes its own is said in `state.checkpointInterval`.
   * @default - none
   */
  readonly checkpoints?: CheckpointProps;
  /**
   * Whether the last stable spec is deployed again when a new one does not become stable in time
   * (`kubernetes.operator.deployment.rollback.enabled`). Needs high availability.
   * @default false
   */
  readonly rollback?: boolean | RollbackProps;
  /** How the job is carried over changes. */
  readonly upgrade?: UpgradeProps;
  /**
   * Whether a job that has failed for good is deployed again (`kubernetes.operator.job.restart.failed`).
   * @default false
   */
  readonly restartFailed?: boolean;
  /**
   * Whether a job that restarts again and again, or makes no checkpoints, is deployed again
   * (`kubernetes.operator.cluster.health-check.enabled`).
   * @default false
   */
  readonly healthCheck?: boolean | HealthCheckProps;
}
