// SPDX-License-Identifier: Apache-2.0
// What a user says about a Flink cluster, whatever runs on it, the same for every front end: the props that applications and sessions share.
// Declarations only: `cluster-shape.ts` checks them, the parts beside this file turn them into a FlinkDeployment.

import type { DeploymentModeName, FlinkDeploymentSpec, IngressSpec } from '../../api/flink-deployment.ts';
import type { FlinkConfig, OperatorConfig } from '../../flink/config-types/flink-config.ts';
import type { Container, PodTemplateSpec } from '../../kubernetes/objects.ts';
import type { FlinkVersion, ImagePullPolicy } from '../enums.ts';
import type { MergePatch } from '../merge-patch.ts';
import type { JobManagerProps, TaskManagerProps } from './component-props.ts';
import type { EnvFrom, EnvValue, NamedObject, OtherEnvValue } from './env-value.ts';
import type { Hadoop } from './hadoop.ts';
import type { HighAvailability } from './high-availability.ts';
import type { Logging } from './logging.ts';
import type { MetricsReporter } from './metrics.ts';
import type { PortsProps, RestServiceProps } from './rest-service.ts';
import type { SchedulingProps } from './scheduling.ts';
import type { SecurityProps } from './security.ts';
import type { StateStore } from './state-store.ts';
import type { Volume } from './volume.ts';

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
   * Secrets with the credentials of registries, in the cluster's namespace: names, or anything that has one
   * (`podTemplate.spec.imagePullSecrets`).
   * @default - those of the service account
   */
  readonly imagePullSecrets?: readonly NamedObject[];
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
   * High availability: a lost JobManager is replaced with its jobs and their state (`high-availability.type`). `true`: by Kubernetes.
   * @default - on with `state` and `UpgradeMode.LAST_STATE` (it is what makes the last state known after a crash), otherwise off
   * @example HighAvailability.zookeeper({ quorum: 'zookeeper:2181' })
   */
  readonly highAvailability?: boolean | HighAvailability;
  /** Size and number of JobManagers, and where they run (`spec.jobManager`). */
  readonly jobManager?: JobManagerProps;
  /** Size and number of TaskManagers, and where they run (`spec.taskManager`). */
  readonly taskManager?: TaskManagerProps;
  /**
   * On which nodes the pods run.
   * @default - on any
   * @example { nodeSelector: { pool: 'flink' }, topologySpread: [TopologySpread.zones()] }
   */
  readonly scheduling?: SchedulingProps;
  /**
   * Service account of all pods (`spec.serviceAccount`): its name, or anything that has one, such as a `FlinkServiceAccount`. `FlinkOperator`
   * creates `flink` in the namespaces it watches.
   * @default - one that is called like the cluster, made here with the role that Flink's pods need; `flink` if there is no namespace
   */
  readonly serviceAccount?: string | { readonly name: string };
  /**
   * Environment variables of Flink's container in all pods. Secrets by reference only.
   * @default - none
   * @example { TZ: 'UTC', API_TOKEN: EnvValue.fromSecret('api', 'token') }
   */
  readonly env?: Readonly<Record<string, EnvValue | OtherEnvValue>>;
  /**
   * Sources of many variables of Flink's container in all pods.
   * @default - none
   * @example [EnvFrom.configMap('settings'), EnvFrom.secret('database', { prefix: 'DB_' })]
   */
  readonly envFrom?: readonly EnvFrom[];
  /**
   * Volumes of all pods, by the path at which Flink's container sees them.
   * @default - none
   * @example { '/etc/keys': Volume.secret('keys'), '/scratch': Volume.emptyDir(), '/etc/rules': Volume.files({ 'rules.json': '[]' }) }
   */
  readonly mounts?: Readonly<Record<string, Volume>>;
  /**
   * Containers that run in all pods before Flink starts, in Kubernetes' form. They mount a volume of `mounts` by its `name`.
   * @default - none
   */
  readonly initContainers?: readonly Container[];
  /**
   * Containers that run in all pods beside Flink, in Kubernetes' form.
   * @default - none
   */
  readonly sidecars?: readonly Container[];
  /**
   * Hadoop's configuration, for HDFS and Hive.
   * @default - none, or what the image has
   * @example Hadoop.configMap('hadoop-conf')
   */
  readonly hadoop?: Hadoop;
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
  /** The Service of Flink's REST API and web interface. */
  readonly restService?: RestServiceProps;
  /**
   * Ports of Flink's own processes.
   * @default - 8081 for REST, 6122 to 6124 among themselves
   */
  readonly flinkPorts?: PortsProps;
  /**
   * Where metrics go (`metrics.reporter.*`).
   * @default - nowhere
   * @example [MetricsReporter.prometheus()]
   */
  readonly metricsReporters?: readonly MetricsReporter[];
  /**
   * What is logged (`spec.logConfiguration`): levels, or a whole configuration.
   * @default - that of the operator
   * @example Logging.levels('INFO', { 'com.example': 'DEBUG' })
   */
  readonly logging?: Logging;
  /**
   * Logging configuration as files: `log4j-console.properties` or `logback-console.xml` to its content (`spec.logConfiguration`).
   * @default - what `logging` says
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
  readonly config?: FlinkConfig;
  /**
   * Options of Flink whose values are secret, each by a reference. The value is kept out of the manifest and the ConfigMap: it reaches the
   * JobManager on its command line (`kubernetes.jobmanager.entrypoint.args`), native mode only. The JobManager repeats it in the arguments of
   * TaskManager pods, where everybody who may read pods can see it.
   * @default - none
   * @example { 'security.ssl.rest.keystore-password': EnvValue.fromSecret('tls', 'password') }
   */
  readonly secretConfig?: Readonly<Record<string, EnvValue>>;
  /**
   * Options of the operator for this application: `kubernetes.operator.*` and `job.autoscaler.*` (`spec.flinkConfiguration`).
   * @default - none
   * @example { 'job.autoscaler.enabled': true }
   */
  readonly operatorConfig?: OperatorConfig;
  /**
   * Merged over the finished `spec` last, as a JSON merge patch with the names of the wire: `null` removes, lists replace.
   * @default - none
   * @example { job: { checkpointTriggerNonce: 3 } }
   */
  readonly spec?: MergePatch<FlinkDeploymentSpec>;
}
