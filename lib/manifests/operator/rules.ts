// SPDX-License-Identifier: Apache-2.0
// What the operator and Flink's own pods may do, and for which purpose: the least that works. Which namespaces it holds for is decided
// where roles are made.

import type { PolicyRule } from '../../kubernetes/objects.ts';

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'update', 'patch', 'delete'];
const KINDS = ['flinkdeployments', 'flinksessionjobs', 'flinkstatesnapshots', 'flinkbluegreendeployments'];

function rule(apiGroup: string, resources: string[], verbs: string[]): PolicyRule {
  return { apiGroups: [apiGroup], resources, verbs };
}

/** The operator, in the namespaces that it watches. */
export const OPERATOR_RULES: PolicyRule[] = [
  rule('flink.apache.org', KINDS, [...READ, ...WRITE]),
  rule(
    'flink.apache.org',
    KINDS.map((kind) => `${kind}/status`),
    ['get', 'update', 'patch'],
  ),
  // Owner references that block the owner's deletion need this where the API server checks them.
  rule(
    'flink.apache.org',
    KINDS.map((kind) => `${kind}/finalizers`),
    ['update'],
  ),
  rule('apps', ['deployments'], [...READ, ...WRITE]),
  rule('apps', ['deployments/finalizers'], ['update']),
  rule('apps', ['deployments/scale'], ['get', 'update', 'patch']),
  rule('', ['services'], [...READ, ...WRITE]),
  // The whole collection of a cluster's high-availability metadata is deleted at once.
  rule('', ['configmaps'], [...READ, ...WRITE, 'deletecollection']),
  rule('', ['pods'], [...READ, 'delete']),
  rule('', ['events'], [...READ, 'create', 'update', 'patch']),
  rule('networking.k8s.io', ['ingresses'], [...READ, ...WRITE]),
];

/** The operator, in its own namespace: leader election. */
export const LEADER_ELECTION_RULES: PolicyRule[] = [
  rule('coordination.k8s.io', ['leases'], [...READ, ...WRITE]),
  rule('', ['events'], ['create', 'patch']),
];

/**
 * Flink's pods. The JobManager creates, watches and deletes TaskManagers, keeps high-availability metadata in ConfigMaps, and is owned by
 * its Deployment, which it deletes when the cluster ends by itself.
 */
export const JOB_RULES: PolicyRule[] = [
  rule('', ['pods', 'configmaps'], [...READ, ...WRITE]),
  rule('apps', ['deployments', 'deployments/finalizers'], [...READ, ...WRITE]),
];
