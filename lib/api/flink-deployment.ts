// SPDX-License-Identifier: Apache-2.0
// FlinkDeployment as it is on the wire: what a user writes under `spec` and what an operator writes under `status`. Types only;
// `schemas.ts` holds the rules that a value of these types obeys, and a type test proves that the two agree.

import type { FlinkVersionName } from '../flink/flink-version.ts';
import type { JobStatusName } from '../flink/job-status.ts';
import type { Condition, KubernetesObject, PodTemplateSpec, ResourceRequirements } from '../kubernetes/objects.ts';

export type { FlinkVersionName, JobStatusName };

/** `spec.job.state`: whether the job is to run. */
export type JobState = 'running' | 'suspended';
/** `spec.job.upgradeMode`: from a savepoint, from the last checkpoint, or from nothing. */
export type UpgradeModeName = 'savepoint' | 'last-state' | 'stateless';
/** `spec.mode`: who makes TaskManagers, Flink itself or the operator. */
export type DeploymentModeName = 'native' | 'standalone';

/** Free YAML: dotted keys, nested objects or a mix of both. */
export type FlinkConfigurationTree = { [key: string]: unknown };

/**
 * The job of an application cluster, `spec.job`. A nonce asks for something once, whenever it gets a value that it did not have at the last
 * deployment; taking it away asks for nothing.
 */
export interface JobSpec {
  /** The job's jar, usually a file of the image: `local:///opt/flink/usrlib/job.jar`. */
  jarURI?: string;
  /** How many subtasks each operator has, 1 or more. With `taskManager.replicas` that many times the slots of one counts instead. */
  parallelism?: number;
  /** The main class; the jar's own if it is absent. */
  entryClass?: string;
  /** Arguments of `main()`; default none. */
  args?: string[];
  /** Whether the job is to run; default `running`. */
  state?: JobState;
  /** Asks for a savepoint of the running job. */
  savepointTriggerNonce?: number;
  /** Where the first deployment, and one by `savepointRedeployNonce`, takes its state from. A change alone does nothing. */
  initialSavepointPath?: string;
  /** Asks for a checkpoint of the running job; Flink 1.17 or later. */
  checkpointTriggerNonce?: number;
  /** How the state is carried over a change; default `stateless`. */
  upgradeMode?: UpgradeModeName;
  /** Whether state of operators that the job does not have any more may be left behind; default false. */
  allowNonRestoredState?: boolean;
  /** Asks for a start from `initialSavepointPath`, without a savepoint of what runs. */
  savepointRedeployNonce?: number;
  /** Asks the autoscaler to forget what it has measured and decided. */
  autoscalerResetNonce?: number;
}

/** The older way to size a component; `memory` is Flink syntax first (`2048m` and `2G` are binary), Kubernetes syntax second. */
export interface ComponentResource {
  /** CPU cores, as a number: 0.5, 2. */
  cpu?: number;
  /** All memory of the process, `*.memory.process.size`. */
  memory?: string;
  /** Request and limit of `ephemeral-storage`. */
  ephemeralStorage?: string;
}

/** The JobManager, `spec.jobManager`. */
export interface JobManagerSpec {
  /** The older form of `resources`, which counts if there is neither a request nor a limit. */
  resource?: ComponentResource;
  /** Memory and cores come from the request, or from the limit if that is all there is. */
  resources?: ResourceRequirements;
  /** How many JobManagers there are; default 1. More need high availability. */
  replicas?: number;
  /** Merged over `spec.podTemplate`. */
  podTemplate?: PodTemplateSpec;
}

/** Each TaskManager, `spec.taskManager`. */
export interface TaskManagerSpec {
  /** The older form of `resources`, which counts if there is neither a request nor a limit. */
  resource?: ComponentResource;
  /** Memory and cores come from the request, or from the limit if that is all there is. */
  resources?: ResourceRequirements;
  /** A fixed number, which also fixes the parallelism of the job; absent: as many as the job needs. */
  replicas?: number;
  /** Merged over `spec.podTemplate`. */
  podTemplate?: PodTemplateSpec;
}

/** Hosts of an Ingress that are served with TLS. */
export interface IngressTls {
  /** The hosts, as the certificate names them. */
  hosts?: string[];
  /** The Secret that holds certificate and key. */
  secretName?: string;
}

/** The Ingress to Flink's web interface, `spec.ingress`. */
export interface IngressSpec {
  /** Host and path with `{{name}}` and `{{namespace}}`, for example `{{name}}.flink.example.com`. */
  template?: string;
  /** The IngressClass. */
  className?: string;
  /** Annotations of the Ingress. */
  annotations?: Record<string, string>;
  /** Labels of the Ingress. */
  labels?: Record<string, string>;
  /** Hosts with the Secret of their certificate. */
  tls?: IngressTls[];
}

/** What a user asks for: the `spec` of a FlinkDeployment. */
export interface FlinkDeploymentSpec {
  /** Makes it an application cluster; without it, it is a session cluster. It can be neither added nor removed later. */
  job?: JobSpec;
  /** A new value restarts cluster and job as an upgrade does. */
  restartNonce?: number;
  /** Options of Flink, and of the operator for this resource. */
  flinkConfiguration?: FlinkConfigurationTree;
  /** Image of JobManager and TaskManagers. */
  image?: string;
  /** `Always`, `IfNotPresent` or `Never`. */
  imagePullPolicy?: string;
  /** Service account of JobManager and TaskManagers; required. */
  serviceAccount?: string;
  /** The version of Flink in the image; required. */
  flinkVersion?: FlinkVersionName;
  /** An Ingress to Flink's web interface; absent: none. */
  ingress?: IngressSpec;
  /** Base of the pods of JobManager and TaskManagers. */
  podTemplate?: PodTemplateSpec;
  /** Size and number of JobManagers. */
  jobManager?: JobManagerSpec;
  /** Size and number of TaskManagers. */
  taskManager?: TaskManagerSpec;
  /** Texts of `log4j-console.properties` and `logback-console.xml`, instead of the operator's own. */
  logConfiguration?: Record<string, string>;
  /** Default `native`; it cannot change later. */
  mode?: DeploymentModeName;
}

/** Why a snapshot was taken. */
export type SnapshotTriggerType = 'MANUAL' | 'PERIODIC' | 'UPGRADE' | 'UNKNOWN';
/** CANONICAL can be read by every state backend, NATIVE is faster. */
export type SavepointFormatType = 'CANONICAL' | 'NATIVE' | 'UNKNOWN';
/** Everything, or what changed since the last one. */
export type CheckpointType = 'FULL' | 'INCREMENTAL' | 'UNKNOWN';

/** A savepoint that was taken. */
export interface Savepoint {
  /** Epoch milliseconds: when it was asked for. */
  timeStamp?: number;
  /** Its path. */
  location?: string;
  /** Why it was asked for. */
  triggerType?: SnapshotTriggerType;
  /** CANONICAL can be read by every state backend, NATIVE is faster. */
  formatType?: SavepointFormatType;
  /** The nonce that asked for it, if a user did. */
  triggerNonce?: number;
}

/** Savepoints of the job: the one under way, and those taken. */
export interface SavepointInfo {
  /** The last one that was taken. */
  lastSavepoint?: Savepoint;
  /** Flink's id of the one under way; absent or empty while there is none. */
  triggerId?: string;
  /** Epoch milliseconds: when the one under way was asked for. */
  triggerTimestamp?: number;
  /** Why it was asked for. */
  triggerType?: SnapshotTriggerType;
  /** CANONICAL can be read by every state backend, NATIVE is faster. */
  formatType?: SavepointFormatType;
  /** Oldest first. */
  savepointHistory?: Savepoint[];
  /** Epoch milliseconds: when the last periodic one was asked for. */
  lastPeriodicSavepointTimestamp?: number;
}

/** A checkpoint that was asked for and taken. */
export interface Checkpoint {
  /** Epoch milliseconds: when it was asked for. */
  timeStamp?: number;
  /** Why it was asked for. */
  triggerType?: SnapshotTriggerType;
  /** FULL or INCREMENTAL. */
  formatType?: CheckpointType;
  /** The nonce that asked for it, if a user did. */
  triggerNonce?: number;
}

/** Checkpoints that were asked for: the one under way, and the last. */
export interface CheckpointInfo {
  /** The last one that was asked for and taken. */
  lastCheckpoint?: Checkpoint;
  /** Flink's id of the one under way; absent or empty while there is none. */
  triggerId?: string;
  /** Epoch milliseconds: when the one under way was asked for. */
  triggerTimestamp?: number;
  /** Why it was asked for. */
  triggerType?: SnapshotTriggerType;
  /** FULL or INCREMENTAL. */
  formatType?: CheckpointType;
  /** Epoch milliseconds: when the last periodic one was asked for. */
  lastPeriodicCheckpointTimestamp?: number;
}

/** What is known of the job, `status.jobStatus`. */
export interface JobStatus {
  /** As Flink tells it. */
  jobName?: string;
  /** 32 lower-case hex digits. */
  jobId?: string;
  /** RECONCILING: not known. */
  state?: JobStatusName;
  /** Epoch milliseconds, as text. */
  startTime?: string;
  /** Epoch milliseconds, as text. */
  updateTime?: string;
  /** What the next start takes its state from: a path, or the words that stand for the last checkpoint in HA metadata. */
  upgradeSavepointPath?: string;
  /** Savepoints, where no FlinkStateSnapshot resources are made for them. */
  savepointInfo?: SavepointInfo;
  /** Checkpoints, where no FlinkStateSnapshot resources are made for them. */
  checkpointInfo?: CheckpointInfo;
}

/** How far the recorded spec has got. */
export type ReconciliationState = 'DEPLOYED' | 'UPGRADING' | 'ROLLING_BACK' | 'ROLLED_BACK';

/** What the operator has recorded of its work, `status.reconciliationStatus`. */
export interface ReconciliationStatus {
  /** Epoch milliseconds of the last record. */
  reconciliationTimestamp?: number;
  /** JSON of the spec that is deployed or being deployed; absent before the first deployment. */
  lastReconciledSpec?: string;
  /** The last recorded spec that proved itself; what a roll-back goes back to. */
  lastStableSpec?: string;
  /** How far the recorded spec has got. */
  state?: ReconciliationState;
}

/** The state of the resource in one word, `status.lifecycleState`. */
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

/** READY: the REST API answers. DEPLOYED_NOT_READY: its port is open. MISSING: there is no Deployment. ERROR: it cannot start. */
export type JobManagerDeploymentStatus = 'READY' | 'DEPLOYED_NOT_READY' | 'DEPLOYING' | 'MISSING' | 'ERROR';

/** What an operator tells of every job: the part of the status that FlinkDeployment and FlinkSessionJob share. */
export interface CommonStatus {
  /** What is known of the job. */
  jobStatus?: JobStatus;
  /** JSON of what is wrong at the moment, absent if nothing is. */
  error?: string;
  /** `metadata.generation` of the spec that was last looked at. */
  observedGeneration?: number;
  /** The state of the resource in one word. */
  lifecycleState?: LifecycleState;
  /** What the operator has recorded of its work. */
  reconciliationStatus?: ReconciliationStatus;
}

/** How many TaskManagers are planned, for the scale subresource. */
export interface TaskManagerStatus {
  /** Selects the pods of the TaskManagers. */
  labelSelector?: string;
  /** The number that the job needs; a plan, not a count. */
  replicas?: number;
}

/** What an operator tells: the `status` of a FlinkDeployment. */
export interface FlinkDeploymentStatus extends CommonStatus {
  /** What the cluster says of itself, for example its Flink version. */
  clusterInfo?: Record<string, string>;
  /** READY: the REST API answers. DEPLOYED_NOT_READY: its port is open. MISSING: there is no Deployment. ERROR: it cannot start. */
  jobManagerDeploymentStatus?: JobManagerDeploymentStatus;
  /** The planned TaskManagers, for the scale subresource. */
  taskManager?: TaskManagerStatus;
  /** Whether it runs, for `kubectl wait`. */
  conditions?: Condition[];
}

/** A Flink cluster: with `spec.job` an application cluster, without it a session cluster. */
export interface FlinkDeployment extends KubernetesObject {
  apiVersion?: 'flink.apache.org/v1beta1';
  kind?: 'FlinkDeployment';
  /** What a user asks for. */
  spec?: FlinkDeploymentSpec;
  /** What an operator tells. */
  status?: FlinkDeploymentStatus;
}
