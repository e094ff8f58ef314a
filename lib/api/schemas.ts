// SPDX-License-Identifier: Apache-2.0
// The zod schemas of all kinds: the one source of shape and enumerations, for validation and for the generated CRDs. Types are not taken
// from here (zod's declarations must not reach users): the files named after the kinds keep them by hand, and none of these would compile
// if it did not agree with them.

export { schemaOf } from './schemas/schema-of.ts';
export type { SchemaOf } from './schemas/schema-of.ts';
export { jobSchema, jobStatusSchema, lifecycleStateSchema, reconciliationStatusSchema } from './schemas/job.ts';
export {
  flinkDeploymentSchema,
  flinkDeploymentSpecSchema,
  flinkDeploymentStatusSchema,
  flinkVersionSchema,
  ingressSchema,
} from './schemas/flink-deployment.ts';
export { flinkSessionJobSchema, flinkSessionJobSpecSchema } from './schemas/flink-session-job.ts';
export {
  flinkStateSnapshotSchema,
  flinkStateSnapshotSpecSchema,
  flinkStateSnapshotStatusSchema,
} from './schemas/flink-state-snapshot.ts';
export {
  flinkBlueGreenDeploymentSchema,
  flinkBlueGreenDeploymentSpecSchema,
  flinkBlueGreenDeploymentStatusSchema,
} from './schemas/flink-blue-green-deployment.ts';
