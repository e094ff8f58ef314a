// SPDX-License-Identifier: Apache-2.0
// The schema of a FlinkDeployment: shape and enumerations, for validation and for the generated definition.

import * as z from 'zod';
import { flinkVersions } from '../../flink/flink-version.ts';
import type {
  CommonStatus,
  ComponentResource,
  FlinkDeployment,
  FlinkDeploymentSpec,
  FlinkDeploymentStatus,
  FlinkVersionName,
  IngressSpec,
  IngressTls,
  JobManagerSpec,
  TaskManagerSpec,
  TaskManagerStatus,
} from '../flink-deployment.ts';
import {
  condition,
  configuration,
  int32,
  int64,
  optional,
  podTemplate,
  resourceRequirements,
  texts,
} from './building-blocks.ts';
import { jobSchema, jobStatusSchema, lifecycleStateSchema, reconciliationStatusSchema } from './job.ts';
import type { SchemaOf } from './schema-of.ts';
import { schemaOf } from './schema-of.ts';

const componentResource: SchemaOf<ComponentResource> = schemaOf<ComponentResource>('ComponentResource')(
  z.strictObject({
    cpu: optional(z.number()),
    memory: optional(z.string()),
    ephemeralStorage: optional(z.string()),
  }),
);

/** Both components look alike; they differ in their defaults and in what their members mean. */
const component = {
  resource: optional(componentResource),
  resources: optional(resourceRequirements),
  replicas: optional(int32),
  podTemplate: optional(podTemplate),
};

const jobManager: SchemaOf<JobManagerSpec> = schemaOf<JobManagerSpec>('JobManagerSpec')(z.strictObject(component));
const taskManager: SchemaOf<TaskManagerSpec> = schemaOf<TaskManagerSpec>('TaskManagerSpec')(z.strictObject(component));

const ingressTls: SchemaOf<IngressTls> = schemaOf<IngressTls>('IngressTls')(
  z.strictObject({ hosts: optional(z.array(z.string())), secretName: optional(z.string()) }),
);

/** `spec.ingress`. */
export const ingressSchema: SchemaOf<IngressSpec> = schemaOf<IngressSpec>('IngressSpec')(
  z.strictObject({
    template: optional(z.string()),
    className: optional(z.string()),
    annotations: optional(texts),
    labels: optional(texts),
    tls: optional(z.array(ingressTls)),
  }),
);

/** `spec.flinkVersion`. */
export const flinkVersionSchema: SchemaOf<FlinkVersionName> = schemaOf<FlinkVersionName>()(z.enum(flinkVersions));

/** `spec`. */
export const flinkDeploymentSpecSchema: SchemaOf<FlinkDeploymentSpec> = schemaOf<FlinkDeploymentSpec>(
  'FlinkDeploymentSpec',
)(
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
    jobManager: optional(jobManager),
    taskManager: optional(taskManager),
    logConfiguration: optional(texts),
    mode: optional(z.enum(['native', 'standalone'])),
  }),
);

const commonStatus = {
  jobStatus: optional(jobStatusSchema),
  error: optional(z.string()),
  observedGeneration: optional(int64),
  lifecycleState: optional(lifecycleStateSchema),
  reconciliationStatus: optional(reconciliationStatusSchema),
};

/** `status` of every resource that has a job. */
export const commonStatusSchema: SchemaOf<CommonStatus> = schemaOf<CommonStatus>('CommonStatus')(
  z.strictObject(commonStatus),
);

const taskManagerStatus: SchemaOf<TaskManagerStatus> = schemaOf<TaskManagerStatus>('TaskManagerStatus')(
  z.strictObject({ labelSelector: optional(z.string()), replicas: optional(int32) }),
);

/** `status`. */
export const flinkDeploymentStatusSchema: SchemaOf<FlinkDeploymentStatus> = schemaOf<FlinkDeploymentStatus>(
  'FlinkDeploymentStatus',
)(
  z.strictObject({
    ...commonStatus,
    clusterInfo: optional(texts),
    jobManagerDeploymentStatus: optional(z.enum(['READY', 'DEPLOYED_NOT_READY', 'DEPLOYING', 'MISSING', 'ERROR'])),
    taskManager: optional(taskManagerStatus),
    conditions: optional(z.array(condition)),
  }),
);

type Members = Pick<FlinkDeployment, 'spec' | 'status'>;

/** A FlinkDeployment. `metadata` is checked by the API server; `apiVersion` and `kind` are what chose this schema. */
export const flinkDeploymentSchema: SchemaOf<Members> = schemaOf<Members>('FlinkDeployment')(
  z.strictObject({
    spec: optional(flinkDeploymentSpecSchema),
    status: optional(flinkDeploymentStatusSchema),
  }),
);
