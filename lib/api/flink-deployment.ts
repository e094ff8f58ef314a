// SPDX-License-Identifier: Apache-2.0
// FlinkDeployment as it is on the wire: what a user writes under `spec` and what an operator writes under `status`. Types only;
// `schemas.ts` holds the rules that a value of these types obeys, and a type test proves that the two agree.

import type { FlinkVersionName } from '../flink/flink-version.ts';
import type { JobStatusName } from '../flink/job-status.ts';
import type { Condition, KubernetesObject, PodTemplateSpec, ResourceRequirements } from '../kubernetes/objects.ts';

export type { FlinkVersionName, JobStatusName };

export type JobState = 'running' | 'suspended';
export type UpgradeModeName = 'savepoint' | 'last-state' | 'stateless';
export type DeploymentModeName = 'native' | 'standalone';

/** Free YAML: dotted keys, nested objects or a mix of both. */
export type FlinkConfigurationTree = { [key: string]: unknown };

/** The job of an application cluster. */
export interface JobSpec {
  jarURI?: string;
  parallelism?: number;
  entryClass?: string;
  args?: string[];
  state?: JobState;
  savepointTriggerNonce?: number;
  initialSavepointPath?: string;
  checkpointTriggerNonce?: number;
  upgradeMode?: UpgradeModeName;
  allowNonRestoredState?: boolean;
  savepointRedeployNonce?: number;
  autoscalerResetNonce?: number;
}

/** The older way to size a component; `memory` is Flink syntax first (`2048m` and `2G` are binary), Kubernetes syntax second. */
export interface ComponentResource {
  cpu?: number;
  memory?: string;
  ephemeralStorage?: string;
}

export interface JobManagerSpec {
  resource?: ComponentResource;
  resources?: ResourceRequirements;
  replicas?: number;
  podTemplate?: PodTemplateSpec;
}

export interface TaskManagerSpec {
  resource?: ComponentResource;
  resources?: ResourceRequirements;
  replicas?: number;
  podTemplate?: PodTemplateSpec;
}

export interface IngressSpec {
  template?: string;
  className?: string;
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  tls?: { hosts?: string[]; secretName?: string }[];
}

export interface FlinkDeploymentSpec {
  job?: JobSpec;
  restartNonce?: number;
  flinkConfiguration?: FlinkConfigurationTree;
  image?: string;
  imagePullPolicy?: string;
  serviceAccount?: string;
  flinkVersion?: FlinkVersionName;
  ingress?: IngressSpec;
  podTemplate?: PodTemplateSpec;
  jobManager?: JobManagerSpec;
  taskManager?: TaskManagerSpec;
  logConfiguration?: Record<string, string>;
  mode?: DeploymentModeName;
}

export type SnapshotTriggerType = 'MANUAL' | 'PERIODIC' | 'UPGRADE' | 'UNKNOWN';
export type SavepointFormatType = 'CANONICAL' | 'NATIVE' | 'UNKNOWN';
export type CheckpointType = 'FULL' | 'INCREMENTAL' | 'UNKNOWN';

export interface Savepoint {
  timeStamp?: number;
  location?: string;
  triggerType?: SnapshotTriggerType;
  formatType?: SavepointFormatType;
  triggerNonce?: number;
}

export interface SavepointInfo {
  lastSavepoint?: Savepoint;
  triggerId?: string;
  triggerTimestamp?: number;
  triggerType?: SnapshotTriggerType;
  formatType?: SavepointFormatType;
  savepointHistory?: Savepoint[];
  lastPeriodicSavepointTimestamp?: number;
}

export interface Checkpoint {
  timeStamp?: number;
  triggerType?: SnapshotTriggerType;
  formatType?: CheckpointType;
  triggerNonce?: number;
}

export interface CheckpointInfo {
  lastCheckpoint?: Checkpoint;
  triggerId?: string;
  triggerTimestamp?: number;
  triggerType?: SnapshotTriggerType;
  formatType?: CheckpointType;
  lastPeriodicCheckpointTimestamp?: number;
}

export interface JobStatus {
  jobName?: string;
  jobId?: string;
  state?: JobStatusName;
  /** Epoch milliseconds, as text. */
  startTime?: string;
  /** Epoch milliseconds, as text. */
  updateTime?: string;
  upgradeSavepointPath?: string;
  savepointInfo?: SavepointInfo;
  checkpointInfo?: CheckpointInfo;
}

export type ReconciliationState = 'DEPLOYED' | 'UPGRADING' | 'ROLLING_BACK' | 'ROLLED_BACK';

export interface ReconciliationStatus {
  reconciliationTimestamp?: number;
  lastReconciledSpec?: string;
  lastStableSpec?: string;
  state?: ReconciliationState;
}

export type LifecycleState =
  | 'CREATED'
  | 'SUSPENDED'
  | 'UPGRADING'
  | 'DEPLOYED'
  | 'STABLE'
  | 'ROLLING_BACK'
  | 'ROLLED_BACK'
  | 'FAILED'
  | 'DELETING'
  | 'DELETED';

export type JobManagerDeploymentStatus = 'READY' | 'DEPLOYED_NOT_READY' | 'DEPLOYING' | 'MISSING' | 'ERROR';

export interface FlinkDeploymentStatus {
  jobStatus?: JobStatus;
  error?: string;
  observedGeneration?: number;
  lifecycleState?: LifecycleState;
  clusterInfo?: Record<string, string>;
  jobManagerDeploymentStatus?: JobManagerDeploymentStatus;
  reconciliationStatus?: ReconciliationStatus;
  taskManager?: { labelSelector?: string; replicas?: number };
  conditions?: Condition[];
}

/** A Flink cluster: with `spec.job` an application cluster, without it a session cluster. */
export interface FlinkDeployment extends KubernetesObject {
  apiVersion?: 'flink.apache.org/v1beta1';
  kind?: 'FlinkDeployment';
  spec?: FlinkDeploymentSpec;
  status?: FlinkDeploymentStatus;
}
