// SPDX-License-Identifier: Apache-2.0
// The operator's configuration directory as a ConfigMap. The operator reads it again every few minutes.

import { renderConfigurationFile } from '../../flink/configuration-file.ts';
import type { ConfigMap } from '../../kubernetes/objects.ts';
import { ClusterError } from '../cluster-error.ts';
import { DEFAULT_CONFIGURATION } from '../default-configuration.ts';
import { installationLabels } from './options.ts';
import type { OperatorInstallation } from './options.ts';

/** Its name; the same as that of the Java operator's chart. */
export const OPERATOR_CONFIG_MAP = 'flink-operator-config';

/**
 * ConfigMap `flink-operator-config` with `flink-conf.yaml` and the log files of clusters. Throws `ClusterError` for a value that cannot
 * stand on a line of that file.
 */
export function operatorConfigMap(installation: OperatorInstallation): ConfigMap {
  const { configuration, watchNamespaces, namespace, logFiles } = installation;
  const complete: Record<string, string> = { ...DEFAULT_CONFIGURATION, ...configuration };
  if (watchNamespaces.length > 0) complete['kubernetes.operator.watched.namespaces'] = watchNamespaces.join(',');
  for (const [key, value] of Object.entries(complete)) {
    if (/[#\r\n]/u.test(value)) {
      throw new ClusterError(key, `${JSON.stringify(value)} must not contain # or line breaks: the rest would be lost`);
    }
  }
  // Lines of keys, where `metrics.scope.jm` can stand beside `metrics.scope.jm.job`, unlike in the newer file.
  const { name, text } = renderConfigurationFile(complete, 'v1_20');
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: OPERATOR_CONFIG_MAP, namespace, labels: installationLabels(installation) },
    data: { [name]: text, ...logFiles },
  };
}
