// SPDX-License-Identifier: Apache-2.0
// The shape of an application's props: those of a cluster, and the job's. What members mean for each other is checked in
// `flink-application-rules.ts`, and what the finished resource means in `lib/api`.

import { autoscalerShape } from './autoscaler-shape.ts';
import { CLUSTER_MEMBERS } from './cluster/cluster-shape.ts';
import { JobState, UpgradeMode } from './enums.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import { jobShape } from './job-shape.ts';
import { LIFECYCLE_MEMBERS } from './lifecycle-shape.ts';
import { object, oneOf } from './props-shape.ts';
import type { Members, Shape } from './props-shape.ts';

const { metadata, flinkVersion, image, imagePullPolicy, ...others } = CLUSTER_MEMBERS;

/** The shapes of all members of `FlinkApplicationProps`, for the shapes of props that have more. */
export const APPLICATION_MEMBERS: Members<FlinkApplicationProps> = {
  metadata,
  flinkVersion,
  image,
  imagePullPolicy,
  job: jobShape,
  upgradeMode: oneOf(Object.values(UpgradeMode)),
  jobState: oneOf(Object.values(JobState)),
  autoscaler: autoscalerShape,
  ...LIFECYCLE_MEMBERS,
  ...others,
};

/** The shape of `FlinkApplicationProps`. */
export const flinkApplicationShape: Shape<FlinkApplicationProps> = object<FlinkApplicationProps>(APPLICATION_MEMBERS, [
  'flinkVersion',
  'job',
]);
