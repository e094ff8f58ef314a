// SPDX-License-Identifier: Apache-2.0
// A service account for Flink's pods, with the role that it needs in its namespace: for clusters that share one, or whose account needs
// annotations. A cluster that names none gets its own.

import { Chart } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { buildFlinkServiceAccount } from '../manifests/flink-service-account.ts';
import type { FlinkServiceAccountProps } from '../manifests/flink-service-account.ts';
import { throwIfWrong } from '../manifests/props-error.ts';
import { addObjects } from './kubernetes-objects.ts';
import { checkTree } from './tree-checks.ts';

const BRAND = Symbol.for('flinkwright.FlinkServiceAccount');

/**
 * A service account for Flink's pods: lets JobManagers create TaskManagers and keep high-availability metadata in ConfigMaps. The
 * ServiceAccount is the child `Resource`; the construct itself fits `FlinkApplicationProps.serviceAccount`.
 *
 * @example
 * const serviceAccount = new FlinkServiceAccount(chart, 'flink');
 * new FlinkApplication(chart, 'fraud', { serviceAccount, ... });
 */
export class FlinkServiceAccount extends Construct {
  /** Whether `value` is a `FlinkServiceAccount`, also one of another copy of this library. */
  static isFlinkServiceAccount(value: unknown): value is FlinkServiceAccount {
    return typeof value === 'object' && value !== null && BRAND in value;
  }

  /** Name of the service account. */
  readonly name: string;
  /** Its namespace. */
  readonly namespace: string;
  /** The ServiceAccount. */
  readonly resource: ApiObject;

  constructor(scope: Construct, id: string, props: FlinkServiceAccountProps = {}) {
    super(scope, id);
    Object.defineProperty(this, BRAND, { value: true });
    const { namespace, labels } = Chart.of(this);
    const built = buildFlinkServiceAccount(props, { ...(namespace === undefined ? {} : { namespace }), labels });
    this.name = built.manifest.metadata?.name ?? '';
    this.namespace = built.manifest.metadata?.namespace ?? '';
    throwIfWrong(`FlinkServiceAccount ${this.node.path}`, built.findings);
    const objects = addObjects(this, [built.manifest, ...built.extras], ({ kind }) => kind === 'ServiceAccount');
    this.resource = objects[0] as ApiObject;
    checkTree(this);
  }
}
