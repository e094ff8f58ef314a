// SPDX-License-Identifier: Apache-2.0
// The schema of a FlinkStateSnapshot.

import * as z from 'zod';
import type {
  CheckpointSpec,
  FlinkStateSnapshot,
  FlinkStateSnapshotSpec,
  FlinkStateSnapshotStatus,
  JobReference,
  SavepointSpec,
} from '../flink-state-snapshot.ts';
import { int32, optional } from './building-blocks.ts';
import { savepointFormatValues } from './job.ts';
import type { SchemaOf } from './schema-of.ts';
import { schemaOf } from './schema-of.ts';

const jobReference: SchemaOf<JobReference> = schemaOf<JobReference>('JobReference')(
  z.strictObject({
    kind: optional(z.enum(['FlinkDeployment', 'FlinkSessionJob'])),
    name: optional(z.string()),
  }),
);

const savepoint: SchemaOf<SavepointSpec> = schemaOf<SavepointSpec>('SavepointSpec')(
  z.strictObject({
    path: optional(z.string()),
    formatType: optional(z.enum(savepointFormatValues)),
    disposeOnDelete: optional(z.boolean()),
    alreadyExists: optional(z.boolean()),
  }),
);

const checkpoint: SchemaOf<CheckpointSpec> = schemaOf<CheckpointSpec>()(z.strictObject({}));

/** `spec`. */
export const flinkStateSnapshotSpecSchema: SchemaOf<FlinkStateSnapshotSpec> = schemaOf<FlinkStateSnapshotSpec>(
  'FlinkStateSnapshotSpec',
)(
  z.strictObject({
    jobReference: optional(jobReference),
    savepoint: optional(savepoint),
    checkpoint: optional(checkpoint),
    backoffLimit: optional(int32),
  }),
);

/** `status`. */
export const flinkStateSnapshotStatusSchema: SchemaOf<FlinkStateSnapshotStatus> = schemaOf<FlinkStateSnapshotStatus>(
  'FlinkStateSnapshotStatus',
)(
  z.strictObject({
    state: optional(z.enum(['TRIGGER_PENDING', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'ABANDONED'])),
    triggerId: optional(z.string()),
    triggerTimestamp: optional(z.string()),
    resultTimestamp: optional(z.string()),
    path: optional(z.string()),
    error: optional(z.string()),
    failures: optional(int32),
  }),
);

type Members = Pick<FlinkStateSnapshot, 'spec' | 'status'>;

/** A FlinkStateSnapshot, without what every object has. */
export const flinkStateSnapshotSchema: SchemaOf<Members> = schemaOf<Members>('FlinkStateSnapshot')(
  z.strictObject({
    spec: optional(flinkStateSnapshotSpecSchema),
    status: optional(flinkStateSnapshotStatusSchema),
  }),
);
