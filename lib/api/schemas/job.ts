// SPDX-License-Identifier: Apache-2.0
// The schemas of a job, asked for and observed: what FlinkDeployment, FlinkSessionJob and blue/green share.

import * as z from 'zod';
import { jobStatuses } from '../../flink/job-status.ts';
import type {
  Checkpoint,
  CheckpointInfo,
  JobSpec,
  JobStatus,
  LifecycleState,
  ReconciliationStatus,
  Savepoint,
  SavepointInfo,
} from '../flink-deployment.ts';
import { int32, int64, optional } from './building-blocks.ts';
import type { SchemaOf } from './schema-of.ts';
import { schemaOf } from './schema-of.ts';

/** `spec.job`. */
export const jobSchema: SchemaOf<JobSpec> = schemaOf<JobSpec>('JobSpec')(
  z.strictObject({
    jarURI: optional(z.string()),
    parallelism: optional(int32),
    entryClass: optional(z.string()),
    args: optional(z.array(z.string())),
    state: optional(z.enum(['running', 'suspended'])),
    savepointTriggerNonce: optional(int64),
    initialSavepointPath: optional(z.string()),
    checkpointTriggerNonce: optional(int64),
    upgradeMode: optional(z.enum(['savepoint', 'last-state', 'stateless'])),
    allowNonRestoredState: optional(z.boolean()),
    savepointRedeployNonce: optional(int64),
    autoscalerResetNonce: optional(int64),
  }),
);

const snapshotTrigger = z.enum(['MANUAL', 'PERIODIC', 'UPGRADE', 'UNKNOWN']);
const checkpointType = z.enum(['FULL', 'INCREMENTAL', 'UNKNOWN']);

/** The format of a savepoint. */
export const savepointFormatValues: readonly ['CANONICAL', 'NATIVE', 'UNKNOWN'] = ['CANONICAL', 'NATIVE', 'UNKNOWN'];
const savepointFormat = z.enum(savepointFormatValues);

const savepoint: SchemaOf<Savepoint> = schemaOf<Savepoint>('Savepoint')(
  z.strictObject({
    timeStamp: optional(int64),
    location: optional(z.string()),
    triggerType: optional(snapshotTrigger),
    formatType: optional(savepointFormat),
    triggerNonce: optional(int64),
  }),
);

const checkpoint: SchemaOf<Checkpoint> = schemaOf<Checkpoint>('Checkpoint')(
  z.strictObject({
    timeStamp: optional(int64),
    triggerType: optional(snapshotTrigger),
    formatType: optional(checkpointType),
    triggerNonce: optional(int64),
  }),
);

/** The trigger of a snapshot that is under way; the members are null when none is. */
const pendingTrigger = {
  triggerId: optional(z.string()),
  triggerTimestamp: optional(int64),
  triggerType: optional(snapshotTrigger),
};

const savepointInfo: SchemaOf<SavepointInfo> = schemaOf<SavepointInfo>('SavepointInfo')(
  z.strictObject({
    lastSavepoint: optional(savepoint),
    ...pendingTrigger,
    formatType: optional(savepointFormat),
    savepointHistory: optional(z.array(savepoint)),
    lastPeriodicSavepointTimestamp: optional(int64),
  }),
);

const checkpointInfo: SchemaOf<CheckpointInfo> = schemaOf<CheckpointInfo>('CheckpointInfo')(
  z.strictObject({
    lastCheckpoint: optional(checkpoint),
    ...pendingTrigger,
    formatType: optional(checkpointType),
    lastPeriodicCheckpointTimestamp: optional(int64),
  }),
);

/** `status.jobStatus`. */
export const jobStatusSchema: SchemaOf<JobStatus> = schemaOf<JobStatus>('JobStatus')(
  z.strictObject({
    jobName: optional(z.string()),
    jobId: optional(z.string()),
    state: optional(z.enum(jobStatuses)),
    startTime: optional(z.string()),
    updateTime: optional(z.string()),
    upgradeSavepointPath: optional(z.string()),
    savepointInfo: optional(savepointInfo),
    checkpointInfo: optional(checkpointInfo),
  }),
);

/** `status.reconciliationStatus`. */
export const reconciliationStatusSchema: SchemaOf<ReconciliationStatus> = schemaOf<ReconciliationStatus>(
  'ReconciliationStatus',
)(
  z.strictObject({
    reconciliationTimestamp: optional(int64),
    lastReconciledSpec: optional(z.string()),
    lastStableSpec: optional(z.string()),
    state: optional(z.enum(['DEPLOYED', 'UPGRADING', 'ROLLING_BACK', 'ROLLED_BACK'])),
  }),
);

/** `status.lifecycleState`. */
export const lifecycleStateSchema: SchemaOf<LifecycleState> = schemaOf<LifecycleState>()(
  z.enum([
    'CREATED',
    'SUSPENDED',
    'UPGRADING',
    'DEPLOYED',
    'STABLE',
    'ROLLING_BACK',
    'ROLLED_BACK',
    'FAILED',
    'DELETING',
    'DELETED',
  ]),
);
