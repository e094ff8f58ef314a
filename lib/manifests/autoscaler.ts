// SPDX-License-Identifier: Apache-2.0
// What a user says about the autoscaler of a job, in words instead of `job.autoscaler.*` keys. Declarations only: `autoscaler-shape.ts`
// checks them, `autoscaler-config.ts` turns them into configuration. Options that few need have no prop; `operatorConfig` takes them all.

import type { DurationValue, SizeValue } from './quantities.ts';

/** The band of utilization in which nothing is scaled. */
export interface UtilizationBounds {
  /**
   * Below it a vertex is scaled down (`job.autoscaler.utilization.min`); from 0 to the target.
   * @default - the target less 0.3
   */
  readonly min?: number;
  /**
   * Above it a vertex is scaled up (`job.autoscaler.utilization.max`); from the target to 1.
   * @default - the target and 0.3
   */
  readonly max?: number;
}

/** How TaskManager memory follows what the job uses. */
export interface MemoryTuningProps {
  /**
   * Share added to what was observed of heap and metaspace (`job.autoscaler.memory.tuning.overhead`); from 0 to 1.
   * @default 0.2
   */
  readonly overhead?: number;
  /**
   * Give everything that is left over to managed memory, if the job uses any
   * (`job.autoscaler.memory.tuning.maximize-managed-memory`).
   * @default false
   */
  readonly maximizeManagedMemory?: boolean;
  /**
   * Grow the heap when there are fewer TaskManagers (`job.autoscaler.memory.tuning.scale-down-compensation.enabled`).
   * @default true
   */
  readonly scaleDownCompensation?: boolean;
}

/** What all TaskManagers of a job may take together. */
export interface AutoscalerQuotas {
  /**
   * CPU cores (`job.autoscaler.quota.cpu`).
   * @default - unlimited
   */
  readonly cpu?: number;
  /**
   * Memory (`job.autoscaler.quota.memory`).
   * @default - unlimited
   */
  readonly memory?: SizeValue;
}

/** The autoscaler of one job: it measures each vertex and changes its parallelism. */
export interface AutoscalerProps {
  /**
   * Whether the autoscaler looks at the job (`job.autoscaler.enabled`). `false` also forgets what it has decided.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Whether it scales; `false`: it only measures and recommends (`job.autoscaler.scaling.enabled`).
   * @default true
   */
  readonly scaling?: boolean;
  /**
   * Over which time it looks back (`job.autoscaler.metrics.window`). At least the operator's reconcile interval.
   * @default - 15 minutes
   */
  readonly metricsWindow?: DurationValue;
  /**
   * How long after a start nothing is counted (`job.autoscaler.stabilization.interval`).
   * @default - 5 minutes
   */
  readonly stabilizationInterval?: DurationValue;
  /**
   * Utilization that a vertex should have after scaling (`job.autoscaler.utilization.target`); from 0 to 1.
   * @default 0.7
   */
  readonly targetUtilization?: number;
  /**
   * The band around the target in which nothing is scaled.
   * @default - 0.3 to either side of the target
   */
  readonly utilizationBounds?: UtilizationBounds;
  /**
   * Least parallelism of a vertex (`job.autoscaler.vertex.min-parallelism`).
   * @default 1
   */
  readonly minParallelism?: number;
  /**
   * Greatest parallelism of a vertex (`job.autoscaler.vertex.max-parallelism`).
   * @default 200
   */
  readonly maxParallelism?: number;
  /**
   * Greatest growth in one step, as a share: 1 doubles (`job.autoscaler.scale-up.max-factor`).
   * @default 100000
   */
  readonly scaleUpMaxFactor?: number;
  /**
   * Greatest decrease in one step, as a share: 0.5 halves (`job.autoscaler.scale-down.max-factor`).
   * @default 0.6
   */
  readonly scaleDownMaxFactor?: number;
  /**
   * How long scaling down waits for a higher demand to come back; nothing: at once (`job.autoscaler.scale-down.interval`).
   * @default - 1 hour
   */
  readonly scaleDownInterval?: DurationValue;
  /**
   * Time in which a backlog is to be worked off; nothing: backlogs are not looked at (`job.autoscaler.catch-up.duration`).
   * @default - 30 minutes
   */
  readonly catchUpDuration?: DurationValue;
  /**
   * How long a restart is expected to take (`job.autoscaler.restart.time`).
   * @default - 5 minutes
   */
  readonly restartTime?: DurationValue;
  /**
   * Whether measured restarts count instead of `restartTime` (`job.autoscaler.restart.time-tracking.enabled`).
   * @default false
   */
  readonly trackRestartTime?: boolean;
  /**
   * When nothing is scaled: daily ranges (`09:00-17:00`), Quartz cron expressions (`* * 14-16 * * ?`), or one of each joined with `&&`
   * (`job.autoscaler.excluded.periods`). In the time zone of the operator.
   * @default - never
   */
  readonly excludedPeriods?: readonly string[];
  /**
   * Ids of vertices that are never scaled, 32 hexadecimal digits each (`job.autoscaler.vertex.exclude.ids`).
   * @default - none
   */
  readonly excludedVertices?: readonly string[];
  /**
   * Whether, and how, TaskManager memory is fitted to what is used (`job.autoscaler.memory.tuning.*`).
   * @default false
   */
  readonly memoryTuning?: boolean | MemoryTuningProps;
  /**
   * Limits over all TaskManagers together; what would go beyond them is not scaled.
   * @default - unlimited
   */
  readonly quotas?: AutoscalerQuotas;
}
