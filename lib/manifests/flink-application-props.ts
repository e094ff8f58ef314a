// SPDX-License-Identifier: Apache-2.0
// What a user says about a Flink application, the same for every front end: a cluster, and the one job on it. Declarations only:
// `flink-application-shape.ts` checks them, `flink-application.ts` turns them into a FlinkDeployment.

import type { AutoscalerProps } from './autoscaler.ts';
import type { FlinkClusterProps } from './cluster/cluster-props.ts';
import type { JobState, UpgradeMode } from './enums.ts';
import type { Job } from './job.ts';
import type { LifecycleProps } from './lifecycle-props.ts';

/** A Flink application: one job with a cluster of its own. */
export interface FlinkApplicationProps extends FlinkClusterProps, LifecycleProps {
  /**
   * What runs (`spec.job`).
   * @example Job.jar('local:///opt/flink/usrlib/fraud.jar', { parallelism: 4 })
   */
  readonly job: Job;
  /**
   * How state is carried over upgrades (`spec.job.upgradeMode`).
   * @default - `UpgradeMode.LAST_STATE` with `state`, `UpgradeMode.STATELESS` without
   */
  readonly upgradeMode?: UpgradeMode;
  /**
   * Whether the job runs (`spec.job.state`).
   * @default JobState.RUNNING
   */
  readonly jobState?: JobState;
  /**
   * The autoscaler (`job.autoscaler.*`): `true` for its defaults, or how it is to work.
   * @default - as the operator is configured; without configuration, off
   * @example { targetUtilization: 0.6, maxParallelism: 24 }
   */
  readonly autoscaler?: boolean | AutoscalerProps;
}
