// SPDX-License-Identifier: Apache-2.0
// A service account for Flink's pods, with the role that it needs in its namespace: for clusters that share one, or whose account needs
// annotations. A cluster that names none gets its own.

import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { DEFAULT_SERVICE_ACCOUNT } from '../manifests/cluster/cluster-spec.ts';
import { finding } from '../manifests/finding.ts';
import { throwIfWrong } from '../manifests/props-error.ts';
import { clusterRules } from '../manifests/rbac.ts';
import { serviceAccountObjects } from '../manifests/service-account.ts';
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
  /**
   * Annotations of the account, by which clouds give it an identity.
   * @default - none
   * @example { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/flink' }
   */
  readonly annotations?: Readonly<Record<string, string>>;
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
    const { name = DEFAULT_SERVICE_ACCOUNT, namespace = Chart.of(this).namespace, annotations = {} } = props;
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
    const objects = serviceAccountObjects({
      name,
      namespace: this.namespace,
      labels: Chart.of(this).labels,
      annotations,
      // it does not know its clusters, so it allows what any of them may need
      rules: clusterRules({ mode: 'native', kubernetesHighAvailability: true, hostNetwork: true }),
    });
    addObjects(this, objects, ({ kind }) => kind === 'ServiceAccount');
  }
}
