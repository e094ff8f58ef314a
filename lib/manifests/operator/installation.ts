// SPDX-License-Identifier: Apache-2.0
// Everything that an installation of the operator consists of, in an order in which it can be applied. The custom resource definitions are
// not part of it: they are cluster-wide and outlive operators.

import type { KubernetesObject } from '../../kubernetes/objects.ts';
import { ClusterError } from '../cluster-error.ts';
import { readOption } from '../../flink/configuration.ts';
import { operatorOptions } from '../../flink/operator-options.ts';
import { operatorConfigMap } from './config-map.ts';
import { operatorDeployment } from './deployment.ts';
import { operatorNamespace } from './namespace.ts';
import { operatorInstallation } from './options.ts';
import type { OperatorInstallation, OperatorInstallationOptions } from './options.ts';
import { jobRoles, operatorRoles } from './roles.ts';
import { jobServiceAccounts, operatorServiceAccount } from './service-accounts.ts';

/** Builds the installation. Throws `ClusterError` or `ValueError` for options that make none. */
export function buildOperatorInstallation(options: OperatorInstallationOptions): KubernetesObject[] {
  const installation = operatorInstallation(options);
  check(installation);
  return [
    ...(installation.createNamespace ? [operatorNamespace(installation)] : []),
    operatorServiceAccount(installation),
    ...jobServiceAccounts(installation),
    ...operatorRoles(installation),
    ...jobRoles(installation),
    operatorConfigMap(installation),
    operatorDeployment(installation),
  ];
}

function check({ image, replicas, configuration }: OperatorInstallation): void {
  if (image.trim() === '') throw new ClusterError('image', 'must name the image of the operator');
  if (!Number.isInteger(replicas) || replicas < 0) throw new ClusterError('replicas', `${replicas} must be 0 or more`);
  if (replicas > 1 && !readOption(configuration, operatorOptions.leaderElectionEnabled)) {
    throw new ClusterError(
      'replicas',
      `${replicas} operators would all act at once; set ${operatorOptions.leaderElectionEnabled.key}: "true" in configuration`,
    );
  }
}
