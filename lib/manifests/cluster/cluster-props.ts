// SPDX-License-Identifier: Apache-2.0
// What a user says about a Flink cluster, whatever runs on it, the same for every front end: the props that applications and sessions share.
// Declarations only: `cluster-shape.ts` checks them, the parts beside this file turn them into a FlinkDeployment.

import type {
  DeploymentModeName,
  FlinkConfigurationTree,
  FlinkDeploymentSpec,
  IngressSpec,
} from '../../api/flink-deployment.ts';
import type { PodTemplateSpec } from '../../kubernetes/objects.ts';
import type { FlinkVersion, ImagePullPolicy } from '../enums.ts';
import type { MergePatch } from '../merge-patch.ts';
import type { SizeValue } from '../quantities.ts';
import type { SecurityProps } from './security.ts';
import type { StateStore } from './state-store.ts';

/** Name and bookkeeping of a resource. */
export interface MetadataProps {
  /**
   * Name of the resource and of the Flink cluster: at most 45 characters, lower-case letters, digits and `-`, beginning with a letter.
   * @default - made from the construct's path
   */
  readonly name?: string;
  /**
   * Where the resource lives.
   * @default - the chart's namespace
   */
  readonly namespace?: string;
  /**
   * Labels of the resource.
   * @default - the chart's labels
   */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Flink's high availability through Kubernetes: JobManagers elect a leader, and a lost one is replaced with the job's state. */
export interface HighAvailabilityProps {
  /**
   * Directory for job graphs and checkpoint pointers (`high-availability.storageDir`), as a URI.
   * @default - `<state.directory>/ha`
   */
  readonly storageDir?: string;
}

/** The size of the JobManager. */
export interface JobManagerProps {
  /**
   * CPU cores (`spec.jobManager.resource.cpu`).
   * @default - Flink's: 1
   */
  readonly cpu?: number;
  /**
   * Memory of the whole container (`spec.jobManager.resource.memory`): `Size.gibibytes(2)`, `'2g'`.
   * @default - `1600m`, unless `config` sizes the JobManager by `jobmanager.memory.*`
   */
  readonly memory?: SizeValue;
  /**
   * Number of JobManagers; the others stand by (`spec.jobManager.replicas`). More than 1 needs high availability.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * Laid over `podTemplate` for the JobManager (`spec.jobManager.podTemplate`); containers, volumes, mounts and variables by name.
   * @default - none
   */
  readonly podTemplate?: PodTemplateSpec;
}

/** The size of one TaskManager. */
export interface TaskManagerProps {
  /**
   * CPU cores of one TaskManager (`spec.taskManager.resource.cpu`).
   * @default - Flink's: one for each slot
   */
  readonly cpu?: number;
  /**
   * Memory of the whole container (`spec.taskManager.resource.memory`): `Size.gibibytes(4)`, `'4g'`.
   * @default - `1728m`, unless `config` sizes the TaskManager by `taskmanager.memory.*`
   */
  readonly memory?: SizeValue;
  /**
   * Subtasks that one TaskManager runs side by side (`taskmanager.numberOfTaskSlots`).
   * @default - Flink's: 1
   */
  readonly slots?: number;
  /**
   * Fixed number of TaskManagers (`spec.taskManager.replicas`). It then decides the parallelism: `replicas` × `slots`.
   * @default - as many as `job.parallelism` needs
   */
  readonly replicas?: number;
  /**
   * Laid over `podTemplate` for TaskManagers (`spec.taskManager.podTemplate`); containers, volumes, mounts and variables by name.
   * @default - none
   */
  readonly podTemplate?: PodTemplateSpec;
}

/** The value of an environment variable: text, or a reference in Kubernetes' `valueFrom` form. */
export type EnvValue = string | { readonly valueFrom: Readonly<Record<string, unknown>> };

/** A Flink cluster. */
export interface FlinkClusterProps {
  /** Name, namespace, labels, annotations (`metadata`). */
  readonly metadata?: MetadataProps;
  /**
   * Minor version of Flink in `image` (`spec.flinkVersion`).
   * @example FlinkVersion.V1_20
   */
  readonly flinkVersion: FlinkVersion;
  /**
   * Image of all pods (`spec.image`).
   * @default - the official image of `flinkVersion`, such as `flink:1.20`
   */
  readonly image?: string;
  /**
   * When the image is pulled (`spec.imagePullPolicy`).
   * @default - Flink's: `IfNotPresent`
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * A new value restarts the application through its upgrade mode (`spec.restartNonce`).
   * @default - none
   */
  readonly restartNonce?: number;
  /**
   * Where checkpoints, savepoints and high-availability metadata live.
   * @default - nowhere: the job can only be `UpgradeMode.STATELESS`
   * @example StateStore.s3('s3://acme-flink/fraud', { checkpointInterval: Duration.minutes(1) })
   */
  readonly state?: StateStore;
  /**
   * High availability through Kubernetes (`high-availability.type`, `high-availability.storageDir`).
   * @default - on with `state` and `UpgradeMode.LAST_STATE` (it is what makes the last state known after a crash), otherwise off
   */
  readonly highAvailability?: boolean | HighAvailabilityProps;
  /** Size of the JobManager (`spec.jobManager`). */
  readonly jobManager?: JobManagerProps;
  /** Size of the TaskManagers (`spec.taskManager`). */
  readonly taskManager?: TaskManagerProps;
  /**
   * Service account of all pods (`spec.serviceAccount`): its name, or anything that has one, such as a `FlinkServiceAccount`. `FlinkOperator`
   * creates `flink` in the namespaces it watches.
   * @default - one that is called like the cluster, made here with the role that Flink's pods need; `flink` if there is no namespace
   */
  readonly serviceAccount?: string | { readonly name: string };
  /**
   * Environment variables of Flink's container in all pods.
   * @default - none
   * @example { TZ: 'UTC', TOKEN: { valueFrom: { secretKeyRef: { name: 'api', key: 'token' } } } }
   */
  readonly env?: Readonly<Record<string, EnvValue>>;
  /**
   * Labels of all pods.
   * @default - those that Flink sets
   */
  readonly podLabels?: Readonly<Record<string, string>>;
  /**
   * Annotations of all pods.
   * @default - none
   */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /**
   * Who the processes are and what they may do. The defaults pass the Pod Security Standard *restricted*; what a pod template says itself
   * wins. `false`: nothing is set.
   * @default - user and group 9999, no root, no privileges, no capabilities, the runtime's filter of system calls
   */
  readonly security?: SecurityProps | false;
  /**
   * Base of all pods (`spec.podTemplate`). Flink's own container is called `flink-main-container`. Volumes, variables and labels from
   * other props are merged into it by name; where both speak, the template wins.
   * @default - none
   */
  readonly podTemplate?: PodTemplateSpec;
  /**
   * Ingress to Flink's REST service (`spec.ingress`).
   * @default - none
   */
  readonly ingress?: IngressSpec;
  /**
   * Logging configuration: `log4j-console.properties` or `logback-console.xml` to its content (`spec.logConfiguration`).
   * @default - that of the operator
   */
  readonly logConfiguration?: Readonly<Record<string, string>>;
  /**
   * Who starts TaskManagers: Flink itself (`native`) or the operator (`standalone`) (`spec.mode`). Cannot be changed later.
   * @default 'native'
   */
  readonly mode?: DeploymentModeName;
  /**
   * Flink's configuration, flat or nested (`spec.flinkConfiguration`). Wins over everything derived from other props; a value that
   * differs from the derived one is reported as a warning.
   * @default - none
   * @example { 'restart-strategy.type': 'exponential-delay' }
   */
  readonly config?: FlinkConfigurationTree;
  /**
   * Options of the operator for this application: `kubernetes.operator.*` and `job.autoscaler.*` (`spec.flinkConfiguration`).
   * @default - none
   * @example { 'job.autoscaler.enabled': true }
   */
  readonly operatorConfig?: FlinkConfigurationTree;
  /**
   * Merged over the finished `spec` last, as a JSON merge patch with the names of the wire: `null` removes, lists replace.
   * @default - none
   * @example { job: { checkpointTriggerNonce: 3 } }
   */
  readonly spec?: MergePatch<FlinkDeploymentSpec>;
}
