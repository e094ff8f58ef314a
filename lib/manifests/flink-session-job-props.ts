// SPDX-License-Identifier: Apache-2.0
// What a user says about a job of a session, the same for every front end. Declarations only: `flink-session-job.ts` checks them and turns
// them into a FlinkSessionJob.

import type { FlinkConfig, OperatorConfig } from '../flink/config-types/flink-config.ts';
import type { FlinkSessionJobSpec } from '../api/flink-session-job.ts';
import type { AutoscalerProps } from './autoscaler.ts';
import type { StateStore } from './cluster/state-store.ts';
import type { JobState, UpgradeMode } from './enums.ts';
import type { Job } from './job.ts';
import type { LifecycleProps } from './lifecycle-props.ts';
import type { MergePatch } from './merge-patch.ts';
import type { ResourceMetadataProps } from './resource-metadata.ts';

/** A session, as far as its jobs look at it. */
export interface SessionResource {
  /** Its `metadata.name`. */
  readonly name: string;
  /**
   * Its namespace, which must be that of the job.
   * @default - the job's
   */
  readonly namespace?: string | undefined;
}

/** How an operator looks after a job of a session; what is about clusters belongs to the session. */
export type SessionJobLifecycle = Pick<LifecycleProps, 'savepoints' | 'checkpoints' | 'upgrade' | 'restartFailed'>;

/** A job of a session, without the session. */
export interface SessionJobProps extends SessionJobLifecycle {
  /** Name, namespace, labels, annotations (`metadata`). */
  readonly metadata?: ResourceMetadataProps;
  /**
   * What runs (`spec.job`). A jar is fetched by the operator, over https unless it is configured otherwise, and handed to the session; an SQL
   * script is handed over as it is.
   * @example Job.jar('https://artifacts.example.com/dedupe-1.4.jar', { parallelism: 4 })
   */
  readonly job: Job;
  /**
   * How state is carried over upgrades (`spec.job.upgradeMode`).
   * @default - `UpgradeMode.LAST_STATE` if the job or its session has `state`, `UpgradeMode.STATELESS` otherwise
   */
  readonly upgradeMode?: UpgradeMode;
  /**
   * Whether the job runs (`spec.job.state`).
   * @default JobState.RUNNING
   */
  readonly jobState?: JobState;
  /**
   * A new value restarts the job through its upgrade mode (`spec.restartNonce`).
   * @default - none
   */
  readonly restartNonce?: number;
  /**
   * Where checkpoints and savepoints of this job live, and when they are made. How the place is reached is the session's business.
   * @default - that of the session
   */
  readonly state?: StateStore;
  /**
   * The autoscaler (`job.autoscaler.*`): `true` for its defaults, or how it is to work.
   * @default - as the session says
   */
  readonly autoscaler?: boolean | AutoscalerProps;
  /**
   * Flink's configuration for this job, over that of the session (`spec.flinkConfiguration`). Needs Flink 1.17 or later.
   * @default - none
   */
  readonly config?: FlinkConfig;
  /**
   * Options of the operator for this job: `kubernetes.operator.*` and `job.autoscaler.*` (`spec.flinkConfiguration`).
   * @default - none
   */
  readonly operatorConfig?: OperatorConfig;
  /**
   * Merged over the finished `spec` last, as a JSON merge patch with the names of the wire: `null` removes, lists replace.
   * @default - none
   */
  readonly spec?: MergePatch<FlinkSessionJobSpec>;
}

/** A job of a session. */
export interface FlinkSessionJobProps extends SessionJobProps {
  /** The session: its construct, or name and namespace of one that is made elsewhere (`spec.deploymentName`). Cannot be changed later. */
  readonly session: string | SessionResource;
}
