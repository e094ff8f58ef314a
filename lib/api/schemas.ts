// SPDX-License-Identifier: Apache-2.0
// The zod schema of a FlinkDeployment: the one source of shape and enumerations, for validation and for the generated CRD. Objects
// are strict so that a misspelt field is found; pod templates are loose, because their schema is Kubernetes' own. Types are not taken
// from here (zod's declarations must not reach users): flink-deployment.ts keeps them by hand and a type test proves them equal.

import * as z from 'zod';
import { flinkVersions } from '../flink/flink-version.ts';
import { jobStatuses } from '../flink/job-status.ts';
import type { PodTemplateSpec } from '../kubernetes/objects.ts';
import { SCHEMA_MARKS } from './structural-schema.ts';
import type {
  FlinkDeployment,
  FlinkDeploymentSpec,
  FlinkDeploymentStatus,
  FlinkVersionName,
  JobSpec,
  JobStatus,
  ReconciliationStatus,
  IngressSpec,
  JobManagerSpec,
  LifecycleState,
} from './flink-deployment.ts';

/** A schema whose input and output are `T`. */
export type SchemaOf<T> = z.ZodType<T, T>;

/** Nothing to add if the types are the same down to every optional member, else something that no schema is. */
// Two functions with a parameter of their own are the only thing that compares types to the letter.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
type Agreeing<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? unknown : never;

/** Passes a schema on if what it accepts is exactly the hand-kept type `T`; it does not compile otherwise. */
export function schemaOf<T>(): <S extends z.ZodType>(schema: S & Agreeing<z.input<S>, T>) => SchemaOf<T> {
  return (schema) => schema as unknown as SchemaOf<T>;
}

/** Absent or a value; an explicit null is dropped by the API server before anybody sees it. */
const optional = z.exactOptional;

const intOrString = z.union([z.number(), z.string()]).meta({ [SCHEMA_MARKS.intOrString]: true });
const texts = z.record(z.string(), z.string());

/** 64 bits on the wire; JavaScript holds 53 of them exactly. */
const int64 = z.int();
const int32 = z.int32();

/** An object here; the CRD leaves the type open, as the Java operator's does. */
const configuration = z.record(z.string(), z.unknown()).meta({ [SCHEMA_MARKS.anyType]: true });

/** Only as much as we look at; Kubernetes checks the rest when a pod is made. */
const podTemplate = z
  .looseObject({
    metadata: optional(z.looseObject({ labels: optional(texts), annotations: optional(texts) })),
    spec: optional(
      z.looseObject({
        containers: optional(z.array(z.looseObject({ name: z.string() }))),
        initContainers: optional(z.array(z.looseObject({ name: z.string() }))),
        volumes: optional(z.array(z.looseObject({ name: z.string() }))),
      }),
    ),
  })
  .meta({ [SCHEMA_MARKS.opaque]: true }) as unknown as SchemaOf<PodTemplateSpec>;

const resourceRequirements = z.strictObject({
  requests: optional(z.record(z.string(), intOrString)),
  limits: optional(z.record(z.string(), intOrString)),
  claims: optional(z.array(z.strictObject({ name: z.string(), request: optional(z.string()) }))),
});

const componentResource = z.strictObject({
  cpu: optional(z.number()),
  memory: optional(z.string()),
  ephemeralStorage: optional(z.string()),
});

/** `spec.job`. */
export const jobSchema: SchemaOf<JobSpec> = schemaOf<JobSpec>()(
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

/** Both components look alike; they differ in their defaults only. */
const component: SchemaOf<JobManagerSpec> = schemaOf<JobManagerSpec>()(
  z.strictObject({
    resource: optional(componentResource),
    resources: optional(resourceRequirements),
    replicas: optional(int32),
    podTemplate: optional(podTemplate),
  }),
);

const ingressSchema: SchemaOf<IngressSpec> = schemaOf<IngressSpec>()(
  z.strictObject({
    template: optional(z.string()),
    className: optional(z.string()),
    annotations: optional(texts),
    labels: optional(texts),
    tls: optional(z.array(z.strictObject({ hosts: optional(z.array(z.string())), secretName: optional(z.string()) }))),
  }),
);

/** `spec.flinkVersion`. */
export const flinkVersionSchema: SchemaOf<FlinkVersionName> = schemaOf<FlinkVersionName>()(z.enum(flinkVersions));

/** `spec`. */
export const flinkDeploymentSpecSchema: SchemaOf<FlinkDeploymentSpec> = schemaOf<FlinkDeploymentSpec>()(
  z.strictObject({
    job: optional(jobSchema),
    restartNonce: optional(int64),
    flinkConfiguration: optional(configuration),
    image: optional(z.string()),
    imagePullPolicy: optional(z.string()),
    serviceAccount: optional(z.string()),
    flinkVersion: optional(flinkVersionSchema),
    ingress: optional(ingressSchema),
    podTemplate: optional(podTemplate),
    jobManager: optional(component),
    taskManager: optional(component),
    logConfiguration: optional(texts),
    mode: optional(z.enum(['native', 'standalone'])),
  }),
);

const snapshotTrigger = z.enum(['MANUAL', 'PERIODIC', 'UPGRADE', 'UNKNOWN']);
const savepointFormat = z.enum(['CANONICAL', 'NATIVE', 'UNKNOWN']);
const checkpointType = z.enum(['FULL', 'INCREMENTAL', 'UNKNOWN']);

const savepoint = z.strictObject({
  timeStamp: optional(int64),
  location: optional(z.string()),
  triggerType: optional(snapshotTrigger),
  formatType: optional(savepointFormat),
  triggerNonce: optional(int64),
});

const checkpoint = z.strictObject({
  timeStamp: optional(int64),
  triggerType: optional(snapshotTrigger),
  formatType: optional(checkpointType),
  triggerNonce: optional(int64),
});

/** The trigger of a snapshot that is under way; the members are null when none is. */
const pendingTrigger = {
  triggerId: optional(z.string()),
  triggerTimestamp: optional(int64),
  triggerType: optional(snapshotTrigger),
};

/** `status.jobStatus`. */
export const jobStatusSchema: SchemaOf<JobStatus> = schemaOf<JobStatus>()(
  z.strictObject({
    jobName: optional(z.string()),
    jobId: optional(z.string()),
    state: optional(z.enum(jobStatuses)),
    startTime: optional(z.string()),
    updateTime: optional(z.string()),
    upgradeSavepointPath: optional(z.string()),
    savepointInfo: optional(
      z.strictObject({
        lastSavepoint: optional(savepoint),
        ...pendingTrigger,
        formatType: optional(savepointFormat),
        savepointHistory: optional(z.array(savepoint)),
        lastPeriodicSavepointTimestamp: optional(int64),
      }),
    ),
    checkpointInfo: optional(
      z.strictObject({
        lastCheckpoint: optional(checkpoint),
        ...pendingTrigger,
        formatType: optional(checkpointType),
        lastPeriodicCheckpointTimestamp: optional(int64),
      }),
    ),
  }),
);

const condition = z.strictObject({
  type: z.string(),
  status: z.string(),
  reason: optional(z.string()),
  message: optional(z.string()),
  lastTransitionTime: optional(z.string()),
  lastUpdateTime: optional(z.string()),
  observedGeneration: optional(int64),
});

/** `status.reconciliationStatus`. */
export const reconciliationStatusSchema: SchemaOf<ReconciliationStatus> = schemaOf<ReconciliationStatus>()(
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

/** `status`. */
export const flinkDeploymentStatusSchema: SchemaOf<FlinkDeploymentStatus> = schemaOf<FlinkDeploymentStatus>()(
  z.strictObject({
    jobStatus: optional(jobStatusSchema),
    error: optional(z.string()),
    observedGeneration: optional(int64),
    lifecycleState: optional(lifecycleStateSchema),
    clusterInfo: optional(texts),
    jobManagerDeploymentStatus: optional(z.enum(['READY', 'DEPLOYED_NOT_READY', 'DEPLOYING', 'MISSING', 'ERROR'])),
    reconciliationStatus: optional(reconciliationStatusSchema),
    taskManager: optional(z.strictObject({ labelSelector: optional(z.string()), replicas: optional(int32) })),
    conditions: optional(z.array(condition)),
  }),
);

/** A FlinkDeployment. `metadata` is checked by the API server; `apiVersion` and `kind` are what chose this schema. */
export const flinkDeploymentSchema: SchemaOf<Pick<FlinkDeployment, 'spec' | 'status'>> = schemaOf<
  Pick<FlinkDeployment, 'spec' | 'status'>
>()(
  z.strictObject({
    spec: optional(flinkDeploymentSpecSchema),
    status: optional(flinkDeploymentStatusSchema),
  }),
);
