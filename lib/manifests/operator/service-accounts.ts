// SPDX-License-Identifier: Apache-2.0
// The two identities of an installation: the operator's, and the one under which Flink's JobManagers create their TaskManagers.

import type { ServiceAccount } from '../../kubernetes/objects.ts';
import { installationLabels } from './options.ts';
import type { OperatorInstallation } from './options.ts';

/** The operator's own. */
export function operatorServiceAccount(installation: OperatorInstallation): ServiceAccount {
  return serviceAccount(installation, installation.serviceAccount, installation.namespace);
}

/** One for the Flink clusters of each namespace. */
export function jobServiceAccounts(installation: OperatorInstallation): ServiceAccount[] {
  const { jobServiceAccount } = installation;
  if (jobServiceAccount === false) return [];
  return jobNamespaces(installation).map((namespace) => serviceAccount(installation, jobServiceAccount, namespace));
}

/** Where clusters are expected: the watched namespaces, or the operator's own when it watches all. */
export function jobNamespaces({ watchNamespaces, namespace }: OperatorInstallation): readonly string[] {
  return watchNamespaces.length === 0 ? [namespace] : [...new Set(watchNamespaces)];
}

function serviceAccount(installation: OperatorInstallation, name: string, namespace: string): ServiceAccount {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace, labels: installationLabels(installation) },
  };
}
