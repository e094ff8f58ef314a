// SPDX-License-Identifier: Apache-2.0
// The Deployment of a native JobManager: the one object that the FlinkDeployment owns and that owns all others.

import { isSet, readOption } from '../flink/configuration.ts';
import { isHaActive } from '../flink/high-availability.ts';
import { flinkOptions } from '../flink/options.ts';
import type { Deployment, OwnerReference, PodSpec } from '../kubernetes/objects.ts';
import { ClusterError } from './cluster-error.ts';
import { jobManagerName, jobManagerSelector, MAIN_CONTAINER } from './cluster-names.ts';
import { jobManagerContainer } from './jobmanager-container.ts';
import { jobManagerMounts } from './mounts.ts';
import type { NativeCluster } from './native-cluster.ts';

/** Deployment `<id>`. Throws `ClusterError` for a configuration that Flink would refuse. */
export function jobManagerDeployment(cluster: NativeCluster): Deployment {
  const { id, namespace, configuration, jobManagerTemplate: template } = cluster;
  const selector = jobManagerSelector(id);
  const labels = { ...readOption(configuration, flinkOptions.kubernetesJobmanagerLabels), ...selector };
  const annotations = { ...readOption(configuration, flinkOptions.kubernetesJobmanagerAnnotations) };
  const owners = (readOption(configuration, flinkOptions.kubernetesJobmanagerOwnerReference) ?? []).map(ownerReference);
  const hasAnnotations = Object.keys(annotations).length > 0;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: jobManagerName(id),
      namespace,
      labels,
      ...(hasAnnotations ? { annotations } : {}),
      ...(owners.length === 0 ? {} : { ownerReferences: owners }),
    },
    spec: {
      replicas: replicas(cluster),
      selector: { matchLabels: selector },
      template: {
        metadata: {
          ...template?.metadata,
          labels: { ...template?.metadata?.labels, ...labels },
          ...(hasAnnotations || template?.metadata?.annotations !== undefined
            ? { annotations: { ...template?.metadata?.annotations, ...annotations } }
            : {}),
        },
        spec: podSpec(cluster),
      },
    },
  };
}

function replicas({ configuration }: NativeCluster): number {
  const { key } = flinkOptions.kubernetesJobmanagerReplicas;
  const count = readOption(configuration, flinkOptions.kubernetesJobmanagerReplicas);
  if (count < 1) throw new ClusterError(key, `${count} must be 1 or more`);
  if (count > 1 && !isHaActive(configuration)) {
    throw new ClusterError(key, `${count} JobManagers need high availability; set high-availability.type`);
  }
  return count;
}

function podSpec(cluster: NativeCluster): PodSpec {
  const { configuration, jobManagerTemplate } = cluster;
  const template = jobManagerTemplate?.spec ?? {};
  const mounts = jobManagerMounts(cluster);
  const hostNetwork = readOption(configuration, flinkOptions.kubernetesHostnetworkEnabled);
  const account = serviceAccount(cluster, template);
  const pullSecrets = [
    ...(template.imagePullSecrets ?? []),
    ...(readOption(configuration, flinkOptions.kubernetesContainerImagePullSecrets) ?? []).map((name) => ({ name })),
  ];
  const nodeSelector = {
    ...template.nodeSelector,
    ...readOption(configuration, flinkOptions.kubernetesJobmanagerNodeSelector),
  };
  const tolerations = [
    ...(template.tolerations ?? []),
    ...(readOption(configuration, flinkOptions.kubernetesJobmanagerTolerations) ?? []).map(toleration),
  ];
  const containers = template.containers ?? [];
  const main = containers.find(({ name }) => name === MAIN_CONTAINER);
  return {
    ...template,
    serviceAccount: account,
    serviceAccountName: account,
    hostNetwork,
    dnsPolicy: hostNetwork ? 'ClusterFirstWithHostNet' : (template.dnsPolicy ?? 'ClusterFirst'),
    ...(pullSecrets.length === 0 ? {} : { imagePullSecrets: pullSecrets }),
    ...(Object.keys(nodeSelector).length === 0 ? {} : { nodeSelector }),
    ...(tolerations.length === 0 ? {} : { tolerations }),
    volumes: [...(template.volumes ?? []), ...mounts.map(({ volume }) => volume)],
    // The main container is always the last.
    containers: [
      ...containers.filter(({ name }) => name !== MAIN_CONTAINER),
      jobManagerContainer(cluster, main, mounts),
    ],
  };
}

function serviceAccount({ configuration }: NativeCluster, template: PodSpec): string {
  const option = flinkOptions.kubernetesJobmanagerServiceAccount;
  if (isSet(configuration, option)) return readOption(configuration, option);
  return template.serviceAccountName ?? template.serviceAccount ?? option.default;
}

/** Names in any case, as Flink reads them; unknown ones are ignored. */
function ownerReference(entry: Readonly<Record<string, string>>): OwnerReference {
  const given = lowerCased(entry);
  return {
    apiVersion: given.get('apiversion') ?? '',
    kind: given.get('kind') ?? '',
    name: given.get('name') ?? '',
    uid: given.get('uid') ?? '',
    blockOwnerDeletion: given.get('blockownerdeletion')?.toLowerCase() === 'true',
    controller: given.get('controller')?.toLowerCase() === 'true',
  };
}

function toleration(entry: Readonly<Record<string, string>>): Record<string, unknown> {
  const given = lowerCased(entry);
  const text = (name: string): Record<string, string> => {
    const value = given.get(name);
    return value === undefined ? {} : { [name]: value };
  };
  const seconds = given.get('tolerationseconds');
  return {
    ...text('key'),
    ...text('operator'),
    ...text('value'),
    ...text('effect'),
    ...(seconds === undefined ? {} : { tolerationSeconds: Number(seconds) }),
  };
}

function lowerCased(entry: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries(entry).map(([name, value]) => [name.toLowerCase(), value]));
}
