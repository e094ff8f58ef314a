// SPDX-License-Identifier: Apache-2.0
// The shape of an application's props: those of a cluster, and the job's. What members mean for each other is checked in
// `flink-application-rules.ts`, and what the finished resource means in `lib/api`.

import { CLUSTER_MEMBERS } from './cluster/cluster-shape.ts';
import { nonce, plainText } from './cluster/common-shapes.ts';
import { JobState, UpgradeMode } from './enums.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import type { Job } from './job.ts';
import { flag, integer, listOf, object, oneOf, text } from './props-shape.ts';
import type { Shape } from './props-shape.ts';

const job = object<Job>({
  jar: text,
  parallelism: integer(1),
  args: listOf(plainText),
  entryClass: text,
  allowNonRestoredState: flag,
  restoreFrom: text,
  redeployNonce: nonce,
});

const { metadata, flinkVersion, image, imagePullPolicy, ...others } = CLUSTER_MEMBERS;

/** The shape of `FlinkApplicationProps`. */
export const flinkApplicationShape: Shape<FlinkApplicationProps> = object<FlinkApplicationProps>(
  {
    metadata,
    flinkVersion,
    image,
    imagePullPolicy,
    job,
    upgradeMode: oneOf(Object.values(UpgradeMode)),
    jobState: oneOf(Object.values(JobState)),
    ...others,
  },
  ['flinkVersion', 'job'],
);
