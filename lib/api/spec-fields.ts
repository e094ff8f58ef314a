// SPDX-License-Identifier: Apache-2.0
// Every field of the kinds' specs as data: its place in the recorded spec (the order of the members here), its shape, its
// default, and what a change of it means. Defaults, recording and comparison all walk these tables; checking a value is the
// schemas' part.

import type { ChangeClass } from './change-class.ts';
import type { FlinkBlueGreenDeploymentSpec, FlinkDeploymentTemplate } from './flink-blue-green-deployment.ts';
import type {
  ComponentResource,
  DeploymentModeName,
  FlinkDeploymentSpec,
  IngressSpec,
  JobManagerSpec,
  JobSpec,
  TaskManagerSpec,
} from './flink-deployment.ts';
import type { FlinkSessionJobSpec } from './flink-session-job.ts';
import type { FlinkStateSnapshotSpec, JobReference, SavepointSpec } from './flink-state-snapshot.ts';

/** Members that Kubernetes itself defines; they are recorded by other rules than our own objects. */
export type KubernetesModel = 'PodTemplateSpec' | 'ResourceRequirements' | 'IngressTLS' | 'ObjectMeta';

export type FieldShape =
  | { readonly kind: 'scalar' | 'double' | 'strings' | 'map' | 'configuration' }
  | { readonly kind: 'kubernetes'; readonly model: KubernetesModel; readonly list?: true }
  | { readonly kind: 'object'; readonly fields: FieldTable };

export interface SpecField {
  readonly shape: FieldShape;
  /** The value of a field that is absent; fields without one stay absent. */
  readonly default?: unknown;
  /** What a change means, by deployment mode. */
  readonly change: Readonly<Record<DeploymentModeName, ChangeClass>>;
  /** For nonces: taking the value away is no change at all. */
  readonly unsettingIsNoChange?: true;
  /** The members are compared one by one if both sides have the object; otherwise the object counts as a whole. */
  readonly memberwise?: true;
}

export type FieldTable = Readonly<Record<string, SpecField>>;

/** A table that names exactly the members of `T`. */
type FieldsOf<T> = { readonly [K in keyof T]-?: SpecField };

const UPGRADE = { native: 'UPGRADE', standalone: 'UPGRADE' } as const;
const IGNORE = { native: 'IGNORE', standalone: 'IGNORE' } as const;
const SCALE_IF_STANDALONE = { native: 'UPGRADE', standalone: 'SCALE' } as const;
const REDEPLOY = { native: 'SAVEPOINT_REDEPLOY', standalone: 'SAVEPOINT_REDEPLOY' } as const;

const SCALAR: SpecField = { shape: { kind: 'scalar' }, change: UPGRADE };
const IGNORED: SpecField = { shape: { kind: 'scalar' }, change: IGNORE };
const MAP: SpecField = { shape: { kind: 'map' }, change: UPGRADE };
const POD_TEMPLATE: SpecField = { shape: { kind: 'kubernetes', model: 'PodTemplateSpec' }, change: UPGRADE };
const RESOURCES: SpecField = { shape: { kind: 'kubernetes', model: 'ResourceRequirements' }, change: UPGRADE };

function object(fields: FieldTable): SpecField {
  return { shape: { kind: 'object', fields }, change: UPGRADE };
}

export const JOB_FIELDS: FieldsOf<JobSpec> = {
  jarURI: SCALAR,
  parallelism: { ...SCALAR, default: 0, change: SCALE_IF_STANDALONE },
  entryClass: SCALAR,
  args: { shape: { kind: 'strings' }, default: [], change: UPGRADE },
  state: { ...SCALAR, default: 'running' },
  savepointTriggerNonce: IGNORED,
  initialSavepointPath: IGNORED,
  checkpointTriggerNonce: IGNORED,
  upgradeMode: { ...IGNORED, default: 'stateless' },
  allowNonRestoredState: IGNORED,
  savepointRedeployNonce: { ...SCALAR, change: REDEPLOY, unsettingIsNoChange: true },
  autoscalerResetNonce: IGNORED,
};

export const COMPONENT_RESOURCE_FIELDS: FieldsOf<ComponentResource> = {
  cpu: { shape: { kind: 'double' }, change: UPGRADE },
  memory: SCALAR,
  ephemeralStorage: SCALAR,
};

export const JOB_MANAGER_FIELDS: FieldsOf<JobManagerSpec> = {
  resource: object(COMPONENT_RESOURCE_FIELDS),
  resources: RESOURCES,
  replicas: { ...SCALAR, default: 1 },
  podTemplate: POD_TEMPLATE,
};

export const TASK_MANAGER_FIELDS: FieldsOf<TaskManagerSpec> = {
  resource: object(COMPONENT_RESOURCE_FIELDS),
  resources: RESOURCES,
  replicas: { ...SCALAR, change: SCALE_IF_STANDALONE },
  podTemplate: POD_TEMPLATE,
};

export const INGRESS_FIELDS: FieldsOf<IngressSpec> = {
  template: SCALAR,
  className: SCALAR,
  annotations: MAP,
  labels: MAP,
  tls: { shape: { kind: 'kubernetes', model: 'IngressTLS', list: true }, change: UPGRADE },
};

export const FLINK_DEPLOYMENT_FIELDS: FieldsOf<FlinkDeploymentSpec> = {
  job: { ...object(JOB_FIELDS), memberwise: true },
  restartNonce: { ...SCALAR, unsettingIsNoChange: true },
  flinkConfiguration: { shape: { kind: 'configuration' }, default: {}, change: UPGRADE },
  image: SCALAR,
  imagePullPolicy: SCALAR,
  serviceAccount: SCALAR,
  flinkVersion: SCALAR,
  ingress: object(INGRESS_FIELDS),
  podTemplate: POD_TEMPLATE,
  jobManager: object(JOB_MANAGER_FIELDS),
  taskManager: { ...object(TASK_MANAGER_FIELDS), memberwise: true },
  logConfiguration: MAP,
  mode: SCALAR,
};

export const FLINK_SESSION_JOB_FIELDS: FieldsOf<FlinkSessionJobSpec> = {
  job: FLINK_DEPLOYMENT_FIELDS.job,
  restartNonce: FLINK_DEPLOYMENT_FIELDS.restartNonce,
  flinkConfiguration: FLINK_DEPLOYMENT_FIELDS.flinkConfiguration,
  deploymentName: SCALAR,
};

const JOB_REFERENCE_FIELDS: FieldsOf<JobReference> = { kind: IGNORED, name: IGNORED };

const SAVEPOINT_FIELDS: FieldsOf<SavepointSpec> = {
  path: IGNORED,
  formatType: { ...IGNORED, default: 'CANONICAL' },
  disposeOnDelete: { ...IGNORED, default: true },
  alreadyExists: { ...IGNORED, default: false },
};

/** A snapshot is taken once: nothing of its spec is recorded, and no change of it means anything. */
export const FLINK_STATE_SNAPSHOT_FIELDS: FieldsOf<FlinkStateSnapshotSpec> = {
  jobReference: { ...object(JOB_REFERENCE_FIELDS), change: IGNORE },
  savepoint: { ...object(SAVEPOINT_FIELDS), change: IGNORE },
  checkpoint: { ...object({}), change: IGNORE },
  backoffLimit: { ...IGNORED, default: -1 },
};

const TEMPLATE_FIELDS: FieldsOf<FlinkDeploymentTemplate> = {
  metadata: { shape: { kind: 'kubernetes', model: 'ObjectMeta' }, change: IGNORE },
  spec: object(FLINK_DEPLOYMENT_FIELDS),
};

/** What a change of the template means is decided by the spec inside it, and by the state of the two deployments. */
export const FLINK_BLUE_GREEN_DEPLOYMENT_FIELDS: FieldsOf<FlinkBlueGreenDeploymentSpec> = {
  ingress: { ...object(INGRESS_FIELDS), change: IGNORE },
  template: object(TEMPLATE_FIELDS),
  configuration: { ...MAP, change: IGNORE },
};

/**
 * Keys of `flinkConfiguration` that do not mean an upgrade, by plain prefix and in the order in which they are tried. A prefix
 * whose class is missing for the mode at hand is passed over.
 */
export const CONFIGURATION_PREFIXES: readonly {
  readonly prefix: string;
  readonly change: Readonly<Partial<Record<DeploymentModeName, ChangeClass>>>;
}[] = [
  { prefix: 'job.autoscaler', change: IGNORE },
  { prefix: 'parallelism.default', change: IGNORE },
  { prefix: 'kubernetes.operator', change: IGNORE },
  { prefix: 'pipeline.jobvertex-parallelism-overrides', change: { native: 'SCALE' } },
];
