// SPDX-License-Identifier: Apache-2.0
// What Flink's own pods must be allowed in their namespace, by what they do there: the least with which 1.20 and 2.0 start, scale, recover with
// high availability, end by themselves, and run on the node's network. What the operator may do is in `operator/rules.ts`.

import type { DeploymentModeName } from '../api/flink-deployment.ts';
import type { PolicyRule } from '../kubernetes/objects.ts';

/** What a cluster does that needs rights. */
export interface ClusterActivity {
  readonly mode: DeploymentModeName;
  /** Whether JobManagers elect a leader and keep their metadata through Kubernetes. */
  readonly kubernetesHighAvailability: boolean;
  /** Whether pods use the network of their node. */
  readonly hostNetwork: boolean;
}

/** Leaders and metadata are kept in ConfigMaps, also by TaskManagers who look for the leader. */
const HIGH_AVAILABILITY: PolicyRule = {
  apiGroups: [''],
  resources: ['configmaps'],
  verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'],
};

/** The JobManager makes TaskManagers, and notices how they fare. */
const TASK_MANAGERS: PolicyRule = {
  apiGroups: [''],
  resources: ['pods'],
  verbs: ['get', 'list', 'watch', 'create', 'delete'],
};

/** It makes its own Deployment their owner, and deletes it when the cluster ends by itself. */
const OWNER: PolicyRule[] = [
  { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'delete'] },
  // Owner references that block the owner's deletion need this where the API server checks them.
  { apiGroups: ['apps'], resources: ['deployments/finalizers'], verbs: ['update'] },
];

/** On the node's network ports are not known before the start; the JobManager corrects its Services. */
const PORTS: PolicyRule = { apiGroups: [''], resources: ['services'], verbs: ['get', 'update'] };

/**
 * The rules for the pods of one cluster; empty if they need none. Native clusters may always use ConfigMaps: the operator's defaults may turn
 * high availability on, and who may create pods can read every ConfigMap of the namespace anyway.
 */
export function clusterRules({ mode, kubernetesHighAvailability, hostNetwork }: ClusterActivity): PolicyRule[] {
  if (mode === 'standalone') return kubernetesHighAvailability ? [HIGH_AVAILABILITY] : [];
  return [TASK_MANAGERS, HIGH_AVAILABILITY, ...OWNER, ...(hostNetwork ? [PORTS] : [])];
}
