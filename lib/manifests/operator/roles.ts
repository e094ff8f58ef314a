// SPDX-License-Identifier: Apache-2.0
// The roles of an installation and who has them. With fixed namespaces there is nothing cluster-wide.

import type { PolicyRule, Role, RoleBinding } from '../../kubernetes/objects.ts';
import { installationLabels } from './options.ts';
import type { OperatorInstallation } from './options.ts';
import { JOB_RULES, LEADER_ELECTION_RULES, OPERATOR_RULES } from './rules.ts';
import { jobNamespaces } from './service-accounts.ts';

const API_GROUP = 'rbac.authorization.k8s.io';

interface Grant {
  /** Absent: in the whole cluster. */
  readonly namespace?: string;
  readonly role: string;
  readonly binding: string;
  readonly rules: PolicyRule[];
  readonly account: { readonly name: string; readonly namespace: string };
}

/** Roles and bindings of the operator: where it watches, and for leader election in its own namespace. */
export function operatorRoles(installation: OperatorInstallation): (Role | RoleBinding)[] {
  const { watchNamespaces, namespace, serviceAccount: name } = installation;
  const account = { name, namespace };
  const watching = { role: name, binding: `${name}-role-binding`, rules: OPERATOR_RULES, account };
  const grants: Grant[] =
    watchNamespaces.length === 0
      ? [watching]
      : [...new Set(watchNamespaces)].map((watched) => ({ ...watching, namespace: watched }));
  const election = `${name}-leader-election`;
  grants.push({ namespace, role: election, binding: election, rules: LEADER_ELECTION_RULES, account });
  return grants.flatMap((grant) => granted(installation, grant));
}

/** Role and binding of Flink's pods in each namespace of theirs. */
export function jobRoles(installation: OperatorInstallation): (Role | RoleBinding)[] {
  const { jobServiceAccount: name } = installation;
  if (name === false) return [];
  return jobNamespaces(installation).flatMap((namespace) =>
    granted(installation, {
      namespace,
      role: name,
      binding: `${name}-role-binding`,
      rules: JOB_RULES,
      account: { name, namespace },
    }),
  );
}

function granted(installation: OperatorInstallation, grant: Grant): [Role, RoleBinding] {
  const metadata = (name: string): Role['metadata'] => ({
    name,
    ...(grant.namespace === undefined ? {} : { namespace: grant.namespace }),
    labels: installationLabels(installation),
  });
  const scope = grant.namespace === undefined ? 'Cluster' : '';
  return [
    {
      apiVersion: `${API_GROUP}/v1`,
      kind: `${scope}Role`,
      metadata: metadata(grant.role) ?? {},
      rules: grant.rules,
    },
    {
      apiVersion: `${API_GROUP}/v1`,
      kind: `${scope}RoleBinding`,
      metadata: metadata(grant.binding) ?? {},
      roleRef: { apiGroup: API_GROUP, kind: `${scope}Role`, name: grant.role },
      subjects: [{ kind: 'ServiceAccount', ...grant.account }],
    },
  ];
}
