// SPDX-License-Identifier: Apache-2.0
// The schema of a FlinkSessionJob.

import * as z from 'zod';
import type { FlinkSessionJob, FlinkSessionJobSpec } from '../flink-session-job.ts';
import { configuration, int64, optional } from './building-blocks.ts';
import { commonStatusSchema } from './flink-deployment.ts';
import { jobSchema } from './job.ts';
import type { SchemaOf } from './schema-of.ts';
import { schemaOf } from './schema-of.ts';

/** `spec`. */
export const flinkSessionJobSpecSchema: SchemaOf<FlinkSessionJobSpec> = schemaOf<FlinkSessionJobSpec>(
  'FlinkSessionJobSpec',
)(
  z.strictObject({
    job: optional(jobSchema),
    restartNonce: optional(int64),
    flinkConfiguration: optional(configuration),
    deploymentName: optional(z.string()),
  }),
);

type Members = Pick<FlinkSessionJob, 'spec' | 'status'>;

/** A FlinkSessionJob, without what every object has. */
export const flinkSessionJobSchema: SchemaOf<Members> = schemaOf<Members>('FlinkSessionJob')(
  z.strictObject({
    spec: optional(flinkSessionJobSpecSchema),
    status: optional(commonStatusSchema),
  }),
);
