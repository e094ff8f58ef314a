// SPDX-License-Identifier: Apache-2.0
// The service account of Flink's pods in one namespace, with the role that it needs there. For namespaces that `FlinkOperator` makes none in:
// when it watches all, or when it is not installed from this app.

import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { DEFAULT_SERVICE_ACCOUNT } from '../manifests/cluster/cluster-spec.ts';
import { finding } from '../manifests/finding.ts';
import { jobRoles } from '../manifests/operator/roles.ts';
import { operatorInstallation } from '../manifests/operator/options.ts';
import { jobServiceAccounts } from '../manifests/operator/service-accounts.ts';
import { throwIfWrong } from '../manifests/props-error.ts';
import { addObjects } from './kubernetes-objects.ts';

/** What is said about a service account for Flink. */
export interface FlinkServiceAccountProps {
  /**
   * Name of the service account, its role and its binding.
   * @default 'flink'
   */
  readonly name?: string;
  /**
   * Where it is used.
   * @default - the chart's namespace
   */
  readonly namespace?: string;
}

/**
 * A service account for Flink's pods: lets JobManagers create TaskManagers and keep high-availability metadata in ConfigMaps. The
 * ServiceAccount is the child `Resource`; the construct itself fits `FlinkApplicationProps.serviceAccount`.
 *
 * @example
 * const serviceAccount = new FlinkServiceAccount(chart, 'flink');
 * new FlinkApplication(chart, 'fraud', { serviceAccount, ... });
 */
export class FlinkServiceAccount extends Construct {
  /** Name of the service account. */
  readonly name: string;
  /** Its namespace. */
  readonly namespace: string;

  constructor(scope: Construct, id: string, props: FlinkServiceAccountProps = {}) {
    super(scope, id);
    const { name = DEFAULT_SERVICE_ACCOUNT, namespace = Chart.of(this).namespace } = props;
    if (namespace === undefined) {
      const missing = finding(
        'props.missing',
        'namespace',
        'is missing, and the chart has none either',
        'give one here or to the chart',
      );
      throwIfWrong(`FlinkServiceAccount ${this.node.path}`, [missing]);
    }
    this.name = name;
    this.namespace = namespace ?? '';
    const installation = operatorInstallation({
      image: '',
      watchNamespaces: [this.namespace],
      jobServiceAccount: name,
    });
    addObjects(
      this,
      [...jobServiceAccounts(installation), ...jobRoles(installation)],
      ({ kind }) => kind === 'ServiceAccount',
    );
  }
}
