// SPDX-License-Identifier: Apache-2.0
// The main container of a native JobManager: the template's, with what Flink overwrites and adds. Lists of the template come first and are
// never searched for duplicates.

import { isSet, readOption } from '../flink/configuration.ts';
import { flinkOptions } from '../flink/options.ts';
import type { Container, ContainerPort, EnvVar } from '../kubernetes/objects.ts';
import { MAIN_CONTAINER } from './cluster-names.ts';
import { ClusterError } from './cluster-error.ts';
import { jobManagerResources } from './jobmanager-resources.ts';
import { HADOOP_CONF_PATH, hadoopConfigMap } from './mounts.ts';
import type { Mount } from './mounts.ts';
import { portOf } from './native-cluster.ts';
import type { NativeCluster } from './native-cluster.ts';

const TARGET = 'kubernetes-application';
const ENV_PREFIX = 'containerized.master.env.';

/** Container `flink-main-container` of the JobManager. */
export function jobManagerContainer(
  cluster: NativeCluster,
  template: Container | undefined,
  mounts: readonly Mount[],
): Container {
  const { configuration } = cluster;
  const entryPointArgs = readOption(configuration, flinkOptions.kubernetesJobmanagerEntrypointArgs);
  return {
    ...template,
    name: MAIN_CONTAINER,
    image: imageOf(cluster, template),
    imagePullPolicy: pullPolicyOf(cluster, template),
    command: [readOption(configuration, flinkOptions.kubernetesEntryPath)],
    // The blank before the (usually empty) arguments is always there; tools compare whole pod specs.
    args: ['bash', '-c', `kubernetes-jobmanager.sh ${TARGET} ${entryPointArgs}`],
    env: [...(template?.env ?? []), ...environment(cluster)],
    ports: [...(template?.ports ?? []), ...ports(cluster)],
    resources: jobManagerResources(cluster, template?.resources),
    volumeMounts: [
      ...(template?.volumeMounts ?? []),
      ...mounts.map(({ volume, ...place }) => ({ name: volume.name, ...place })),
    ],
  };
}

/** A default of Flink does not beat the template; and there is none for the image, because it would be the operator's Flink. */
function imageOf({ configuration }: NativeCluster, template: Container | undefined): string {
  const image = readOption(configuration, flinkOptions.kubernetesContainerImageRef) ?? template?.image;
  if (image === undefined) {
    throw new ClusterError(
      'spec.image',
      `no image is given; set it here or on the container ${MAIN_CONTAINER} of spec.podTemplate`,
    );
  }
  return image;
}

function pullPolicyOf({ configuration }: NativeCluster, template: Container | undefined): string {
  const option = flinkOptions.kubernetesContainerImagePullPolicy;
  return isSet(configuration, option)
    ? readOption(configuration, option)
    : (template?.imagePullPolicy ?? option.default);
}

function environment({ configuration }: NativeCluster): EnvVar[] {
  const logDirectory = readOption(configuration, flinkOptions.kubernetesFlinkLogDir);
  return [
    ...Object.entries(configuration)
      .filter(([key]) => key.startsWith(ENV_PREFIX))
      .map(([key, value]) => ({ name: key.slice(ENV_PREFIX.length), value })),
    { name: '_POD_IP_ADDRESS', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } } },
    ...(logDirectory === undefined ? [] : [{ name: 'FLINK_LOG_DIR', value: logDirectory }]),
    ...(readOption(configuration, flinkOptions.kubernetesEnvSecretKeyRef) ?? []).map(secretVariable),
    ...(hadoopConfigMap(configuration) === undefined ? [] : [{ name: 'HADOOP_CONF_DIR', value: HADOOP_CONF_PATH }]),
  ];
}

function secretVariable(entry: Readonly<Record<string, string>>): EnvVar {
  const { env, secret, key } = entry;
  if (env === undefined || secret === undefined || key === undefined) {
    throw new ClusterError(
      flinkOptions.kubernetesEnvSecretKeyRef.key,
      `${JSON.stringify(entry)} must have env, secret and key, as in "env:PASSWORD,secret:db,key:password"`,
    );
  }
  return { name: env, valueFrom: { secretKeyRef: { name: secret, key } } };
}

/** With host network nothing is declared: every pod on the node would claim the same ports. */
function ports({ configuration }: NativeCluster): ContainerPort[] {
  if (readOption(configuration, flinkOptions.kubernetesHostnetworkEnabled)) return [];
  return [
    { name: 'rest', containerPort: readOption(configuration, flinkOptions.restPort) },
    { name: 'jobmanager-rpc', containerPort: readOption(configuration, flinkOptions.jobmanagerRpcPort) },
    { name: 'blobserver', containerPort: portOf(configuration, flinkOptions.blobServerPort) },
  ];
}
