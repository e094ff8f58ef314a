// SPDX-License-Identifier: Apache-2.0
// FlinkBlueGreenDeployment as it is on the wire: an application that is replaced by starting the new one beside the old one. Types only;
// schemas/ holds the rules that a value of these types obeys.

import type { KubernetesObject, ObjectMeta } from '../kubernetes/objects.ts';
import type { FlinkDeploymentSpec, IngressSpec, JobStatus } from './flink-deployment.ts';

/** What the two FlinkDeployments are made of. */
export interface FlinkDeploymentTemplate {
  /** Accepted, and ignored: no label or annotation of it reaches the deployments. */
  metadata?: ObjectMeta;
  /** The spec of the deployments; it must have a job. */
  spec?: FlinkDeploymentSpec;
}

/** What a user asks for: the `spec` of a FlinkBlueGreenDeployment. */
export interface FlinkBlueGreenDeploymentSpec {
  /** An Ingress that always leads to the deployment in service. */
  ingress?: IngressSpec;
  /** What the two FlinkDeployments, `<name>-blue` and `<name>-green`, are made of; required. */
  template?: FlinkDeploymentTemplate;
  /** Options of the change-over, `kubernetes.operator.bluegreen.*`: flat keys, texts as values. */
  configuration?: Record<string, string>;
}

/** Which deployment is in service, and what is under way. */
export type BlueGreenState =
  | 'INITIALIZING_BLUE'
  | 'ACTIVE_BLUE'
  | 'ACTIVE_GREEN'
  | 'TRANSITIONING_TO_BLUE'
  | 'TRANSITIONING_TO_GREEN'
  | 'SAVEPOINTING_BLUE'
  | 'SAVEPOINTING_GREEN';

/** What an operator tells: the `status` of a FlinkBlueGreenDeployment. */
export interface FlinkBlueGreenDeploymentStatus {
  /** Only its state is used: RECONCILING during a change-over, RUNNING after it, FAILING if it was given up, SUSPENDED. */
  jobStatus?: JobStatus;
  /** Which deployment is in service, and what is under way. */
  blueGreenState?: BlueGreenState;
  /** JSON of the spec that was last acted on. */
  lastReconciledSpec?: string;
  /** When the status was last written: an instant in ISO 8601. */
  lastReconciledTimestamp?: string;
  /** When the change-over under way will be given up: an instant in ISO 8601; 1970 while there is none. */
  abortTimestamp?: string;
  /** When the new deployment became ready: an instant in ISO 8601; 1970 while it is not. */
  deploymentReadyTimestamp?: string;
  /** Flink's id of the savepoint that the change-over waits for. */
  savepointTriggerId?: string;
  /** What is wrong at the moment, absent if nothing is. */
  error?: string;
}

/** An application that is replaced by starting the new one beside the old one, and only then stopping the old one. */
export interface FlinkBlueGreenDeployment extends KubernetesObject {
  apiVersion?: 'flink.apache.org/v1beta1';
  kind?: 'FlinkBlueGreenDeployment';
  /** What a user asks for. */
  spec?: FlinkBlueGreenDeploymentSpec;
  /** What an operator tells. */
  status?: FlinkBlueGreenDeploymentStatus;
}
