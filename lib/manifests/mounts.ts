// SPDX-License-Identifier: Apache-2.0
// The volumes that Flink puts into a JobManager pod, each with the place where the main container sees it, in Flink's order. Files of the
// operator's own file system (Hadoop configuration, keytabs) are never copied: what is mounted exists in the cluster.

import type { FlatConfiguration } from '../flink/configuration.ts';
import { readOption } from '../flink/configuration.ts';
import { flinkOptions } from '../flink/options.ts';
import { configMapName, taskManagerTemplateName } from './cluster-names.ts';
import type { NativeCluster } from './native-cluster.ts';
import { configurationFiles } from './config-map.ts';
import { TASK_MANAGER_TEMPLATE_FILE } from './task-manager-template-config-map.ts';

/** A volume of the pod and its place in the main container. */
export interface Mount {
  readonly volume: { readonly name: string; readonly [field: string]: unknown };
  readonly mountPath: string;
  readonly subPath?: string;
}

const POD_TEMPLATE_PATH = '/opt/flink/pod-template';
const KEYTAB_PATH = '/opt/kerberos/kerberos-keytab';

/** Where the main container finds Hadoop's configuration. */
export const HADOOP_CONF_PATH = '/opt/hadoop/conf';

/** All mounts of the JobManager. */
export function jobManagerMounts(cluster: NativeCluster): Mount[] {
  const { configuration } = cluster;
  return [
    {
      volume: { name: 'user-artifacts-volume', emptyDir: {} },
      mountPath: readOption(configuration, flinkOptions.userArtifactsBaseDir),
    },
    ...secretMounts(configuration),
    ...hadoopMounts(configuration),
    ...kerberosMounts(configuration, cluster.id),
    configurationMount(cluster),
    ...taskManagerTemplateMounts(cluster),
  ];
}

function secretMounts(configuration: FlatConfiguration): Mount[] {
  return Object.entries(readOption(configuration, flinkOptions.kubernetesSecrets) ?? {}).map(([secret, mountPath]) => ({
    volume: { name: `${secret}-volume`, secret: { secretName: secret } },
    mountPath,
  }));
}

/** Name of the ConfigMap with Hadoop's configuration that the user provides, if any. */
export function hadoopConfigMap(configuration: FlatConfiguration): string | undefined {
  if (!readOption(configuration, flinkOptions.kubernetesDecoratorHadoopConfMountEnabled)) return undefined;
  return readOption(configuration, flinkOptions.kubernetesHadoopConfConfigMapName);
}

function hadoopMounts(configuration: FlatConfiguration): Mount[] {
  const name = hadoopConfigMap(configuration);
  if (name === undefined) return [];
  return [{ volume: { name: 'hadoop-config-volume', configMap: { name } }, mountPath: HADOOP_CONF_PATH }];
}

/** The Secret `kerberos-keytab-<id>` and the ConfigMap `kerberos-krb5conf-<id>` are the user's to create. */
function kerberosMounts(configuration: FlatConfiguration, id: string): Mount[] {
  if (!readOption(configuration, flinkOptions.kubernetesDecoratorKerberosMountEnabled)) return [];
  const mounts: Mount[] = [];
  if (hasKeytab(configuration)) {
    mounts.push({
      volume: { name: 'kerberos-keytab-volume', secret: { secretName: `kerberos-keytab-${id}` } },
      mountPath: KEYTAB_PATH,
    });
  }
  const krb5 = configuration['security.kerberos.krb5-conf.path'];
  if (krb5 !== undefined) {
    mounts.push({
      volume: {
        name: 'kerberos-krb5conf-volume',
        configMap: { name: `kerberos-krb5conf-${id}`, items: [{ key: fileName(krb5), path: 'krb5.conf' }] },
      },
      mountPath: '/etc/krb5.conf',
      subPath: 'krb5.conf',
    });
  }
  return mounts;
}

/** The keytab's place in the containers (`security.kerberos.login.keytab`), where it is mounted by us. */
export function mountedKeytab(configuration: FlatConfiguration): FlatConfiguration {
  const { key } = flinkOptions.securityKerberosLoginKeytab;
  const mounted = readOption(configuration, flinkOptions.kubernetesDecoratorKerberosMountEnabled);
  if (!mounted || !hasKeytab(configuration)) return {};
  return { [key]: `${KEYTAB_PATH}/${fileName(configuration[key] ?? '')}` };
}

function hasKeytab(configuration: FlatConfiguration): boolean {
  return (
    readOption(configuration, flinkOptions.securityKerberosLoginKeytab) !== undefined &&
    configuration['security.kerberos.login.principal'] !== undefined
  );
}

function configurationMount(cluster: NativeCluster): Mount {
  return {
    volume: {
      name: 'flink-config-volume',
      configMap: {
        name: configMapName(cluster.id),
        items: Object.keys(configurationFiles(cluster)).map((key) => ({ key, path: key })),
      },
    },
    mountPath: readOption(cluster.configuration, flinkOptions.kubernetesFlinkConfDir),
  };
}

function taskManagerTemplateMounts(cluster: NativeCluster): Mount[] {
  if (cluster.taskManagerTemplate === undefined) return [];
  return [
    {
      volume: {
        name: 'pod-template-volume',
        configMap: {
          name: taskManagerTemplateName(cluster.id),
          items: [{ key: TASK_MANAGER_TEMPLATE_FILE, path: TASK_MANAGER_TEMPLATE_FILE }],
        },
      },
      mountPath: POD_TEMPLATE_PATH,
    },
  ];
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
