// SPDX-License-Identifier: Apache-2.0
// The pod template that the JobManager reads when it creates TaskManagers, as a file in a ConfigMap.

import { stringify } from 'yaml';
import type { ConfigMap } from '../kubernetes/objects.ts';
import { commonLabels, taskManagerTemplateName } from './cluster-names.ts';
import type { NativeCluster } from './native-cluster.ts';

/** The name that Flink looks for; it cannot be configured. */
export const TASK_MANAGER_TEMPLATE_FILE = 'taskmanager-pod-template.yaml';

/** ConfigMap `pod-template-<id>`, if there is a template. */
export function taskManagerTemplateConfigMap(cluster: NativeCluster): ConfigMap | undefined {
  if (cluster.taskManagerTemplate === undefined) return undefined;
  // Java's YAML reader takes 1.1, where `yes` and `012` are not texts.
  const text = stringify(cluster.taskManagerTemplate, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: taskManagerTemplateName(cluster.id),
      namespace: cluster.namespace,
      labels: commonLabels(cluster.id),
    },
    data: { [TASK_MANAGER_TEMPLATE_FILE]: text },
  };
}
