// SPDX-License-Identifier: Apache-2.0
// FlinkSessionJob as it is on the wire: a job that runs in the session cluster of a FlinkDeployment. Types only; schemas/ holds the rules
// that a value of these types obeys.

import type { KubernetesObject } from '../kubernetes/objects.ts';
import type { CommonStatus, FlinkConfigurationTree, JobSpec } from './flink-deployment.ts';

/** What a user asks for: the `spec` of a FlinkSessionJob. */
export interface FlinkSessionJobSpec {
  /** The job; required. Its `jarURI` is fetched by the operator and uploaded to the session cluster. */
  job?: JobSpec;
  /** A new value restarts the job as an upgrade does. */
  restartNonce?: number;
  /** Options of this job, over those of the session cluster; Flink before 1.17 sees only what the operator itself reads. */
  flinkConfiguration?: FlinkConfigurationTree;
  /** Name of the session FlinkDeployment, in the same namespace; required, and it cannot change later. */
  deploymentName?: string;
}

/** What an operator tells: the `status` of a FlinkSessionJob. */
export type FlinkSessionJobStatus = CommonStatus;

/** A job that runs in the session cluster of a FlinkDeployment. */
export interface FlinkSessionJob extends KubernetesObject {
  apiVersion?: 'flink.apache.org/v1beta1';
  kind?: 'FlinkSessionJob';
  /** What a user asks for. */
  spec?: FlinkSessionJobSpec;
  /** What an operator tells. */
  status?: FlinkSessionJobStatus;
}
