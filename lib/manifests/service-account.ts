// SPDX-License-Identifier: Apache-2.0
// The service account that a cluster gets when its props name none: called like the cluster, with a role that allows what Flink's pods do and
// nothing else. `FlinkServiceAccount` makes one that several clusters share.

import { haMode } from '../flink/high-availability.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { isObject } from '../runtime/json.ts';
import type { PolicyRule, Role, RoleBinding, ServiceAccount } from '../kubernetes/objects.ts';
import type { ClusterDraft } from './cluster/cluster-draft.ts';
import type { FlinkClusterProps } from './cluster/cluster-props.ts';
import { DEFAULT_SERVICE_ACCOUNT } from './cluster/cluster-spec.ts';
import { finding } from './finding.ts';
import { clusterRules } from './rbac.ts';

const API_GROUP = 'rbac.authorization.k8s.io';

/** An account and what it may do. */
export interface AccountOptions {
  /** Of the account, the role and (with `-role-binding`) the binding. */
  readonly name: string;
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Of the account only. */
  readonly annotations?: Readonly<Record<string, string>>;
  readonly rules: readonly PolicyRule[];
}

/** ServiceAccount, Role and RoleBinding; the account alone if there is nothing that it must be allowed. */
export function serviceAccountObjects(options: AccountOptions): (ServiceAccount | Role | RoleBinding)[] {
  const { name, namespace, labels = {}, annotations = {}, rules } = options;
  const metadata = (ofName: string): { name: string; namespace: string; labels?: Record<string, string> } => ({
    name: ofName,
    namespace,
    ...(Object.keys(labels).length > 0 ? { labels: { ...labels } } : {}),
  });
  const account: ServiceAccount = {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      ...metadata(name),
      ...(Object.keys(annotations).length > 0 ? { annotations: { ...annotations } } : {}),
    },
  };
  if (rules.length === 0) return [account];
  return [
    account,
    { apiVersion: `${API_GROUP}/v1`, kind: 'Role', metadata: metadata(name), rules: [...rules] },
    {
      apiVersion: `${API_GROUP}/v1`,
      kind: 'RoleBinding',
      metadata: metadata(`${name}-role-binding`),
      roleRef: { apiGroup: API_GROUP, kind: 'Role', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
  ];
}

/**
 * The name of the account that the pods of a cluster use: the one that the props name, or one made here. Without a namespace none can be made,
 * because a binding must name it; then it is `flink`, which is expected to be there.
 */
export function serviceAccountOf(props: FlinkClusterProps, cluster: ClusterDraft, config: FlatConfiguration): string {
  const given = (props.serviceAccount as string | undefined) ?? props.spec?.['serviceAccount'];
  if (typeof given === 'string') return given;
  const { name, namespace, labels } = cluster;
  if (namespace === undefined) {
    cluster.findings.push(
      finding(
        'props.no-namespace',
        'serviceAccount',
        `is '${DEFAULT_SERVICE_ACCOUNT}', which must be there: without a namespace none can be made`,
        'give the chart a namespace, or name the account',
        'hint',
      ),
    );
    return DEFAULT_SERVICE_ACCOUNT;
  }
  cluster.extras.push(...serviceAccountObjects({ name, namespace, labels, rules: rulesOf(props, config) }));
  return name;
}

/**
 * Gives the pods the token of an account that says it gives none by itself, as those that cdk8s-plus makes do: without it they cannot call
 * Kubernetes, whatever the account may do.
 *
 * @param given the account as the props have it
 */
export function addAccountToken(
  given: unknown,
  props: FlinkClusterProps,
  cluster: ClusterDraft,
  config: FlatConfiguration,
): void {
  if (isObject(given) && given['automountToken'] === false && rulesOf(props, config).length > 0)
    cluster.pods.spec['automountServiceAccountToken'] = true;
}

function rulesOf({ mode = 'native' }: FlinkClusterProps, config: FlatConfiguration): PolicyRule[] {
  return clusterRules({
    mode,
    kubernetesHighAvailability: haMode(config) === 'kubernetes',
    hostNetwork: config['kubernetes.hostnetwork.enabled']?.toLowerCase() === 'true',
  });
}
