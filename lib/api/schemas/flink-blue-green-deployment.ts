// SPDX-License-Identifier: Apache-2.0
// The schema of a FlinkBlueGreenDeployment.

import * as z from 'zod';
import type {
  FlinkBlueGreenDeployment,
  FlinkBlueGreenDeploymentSpec,
  FlinkBlueGreenDeploymentStatus,
  FlinkDeploymentTemplate,
} from '../flink-blue-green-deployment.ts';
import { embeddedMetadata, optional, texts } from './building-blocks.ts';
import { flinkDeploymentSpecSchema, ingressSchema } from './flink-deployment.ts';
import { jobStatusSchema } from './job.ts';
import type { SchemaOf } from './schema-of.ts';
import { schemaOf } from './schema-of.ts';

const template: SchemaOf<FlinkDeploymentTemplate> = schemaOf<FlinkDeploymentTemplate>('FlinkDeploymentTemplate')(
  z.strictObject({
    metadata: optional(embeddedMetadata),
    spec: optional(flinkDeploymentSpecSchema),
  }),
);

/** `spec`. */
export const flinkBlueGreenDeploymentSpecSchema: SchemaOf<FlinkBlueGreenDeploymentSpec> =
  schemaOf<FlinkBlueGreenDeploymentSpec>('FlinkBlueGreenDeploymentSpec')(
    z.strictObject({
      ingress: optional(ingressSchema),
      template: optional(template),
      configuration: optional(texts),
    }),
  );

/** `status`. */
export const flinkBlueGreenDeploymentStatusSchema: SchemaOf<FlinkBlueGreenDeploymentStatus> =
  schemaOf<FlinkBlueGreenDeploymentStatus>('FlinkBlueGreenDeploymentStatus')(
    z.strictObject({
      jobStatus: optional(jobStatusSchema),
      blueGreenState: optional(
        z.enum([
          'INITIALIZING_BLUE',
          'ACTIVE_BLUE',
          'ACTIVE_GREEN',
          'TRANSITIONING_TO_BLUE',
          'TRANSITIONING_TO_GREEN',
          'SAVEPOINTING_BLUE',
          'SAVEPOINTING_GREEN',
        ]),
      ),
      lastReconciledSpec: optional(z.string()),
      lastReconciledTimestamp: optional(z.string()),
      abortTimestamp: optional(z.string()),
      deploymentReadyTimestamp: optional(z.string()),
      savepointTriggerId: optional(z.string()),
      error: optional(z.string()),
    }),
  );

type Members = Pick<FlinkBlueGreenDeployment, 'spec' | 'status'>;

/** A FlinkBlueGreenDeployment, without what every object has. */
export const flinkBlueGreenDeploymentSchema: SchemaOf<Members> = schemaOf<Members>('FlinkBlueGreenDeployment')(
  z.strictObject({
    spec: optional(flinkBlueGreenDeploymentSpecSchema),
    status: optional(flinkBlueGreenDeploymentStatusSchema),
  }),
);
