// SPDX-License-Identifier: Apache-2.0
// The ConfigMap that is mounted over Flink's configuration directory, in the JobManager and in the TaskManagers that it creates.

import { renderConfigurationFile } from '../flink/configuration-file.ts';
import type { ConfigMap } from '../kubernetes/objects.ts';
import { commonLabels, configMapName } from './cluster-names.ts';
import type { NativeCluster } from './native-cluster.ts';

/** The only log files that a container looks for, in Flink's order. */
const LOG_FILES = ['logback-console.xml', 'log4j-console.properties'];

/** The files of the configuration directory by name: log files first, then `flink-conf.yaml` or (Flink 2) `config.yaml`. */
export function configurationFiles(cluster: NativeCluster): Record<string, string> {
  const { name, text } = renderConfigurationFile(cluster.configuration, cluster.version, cluster.lists);
  const logFiles = LOG_FILES.flatMap((file) => {
    const content = cluster.logFiles[file];
    return content === undefined ? [] : [[file, content] as const];
  });
  return { ...Object.fromEntries(logFiles), [name]: text };
}

/** ConfigMap `flink-config-<id>`. */
export function configMap(cluster: NativeCluster): ConfigMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: configMapName(cluster.id), namespace: cluster.namespace, labels: commonLabels(cluster.id) },
    data: configurationFiles(cluster),
  };
}
