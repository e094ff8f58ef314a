// SPDX-License-Identifier: Apache-2.0
// The operator as a cdk8s construct: everything that an installation needs. It delivers what `lib/manifests/operator` builds and decides
// nothing about it.

import { Chart } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { buildFlinkOperator } from '../manifests/flink-operator.ts';
import type { FlinkOperatorOptions } from '../manifests/flink-operator.ts';
import { operatorInstallation } from '../manifests/operator/options.ts';
import { throwIfWrong } from '../manifests/props-error.ts';
import { addObjects } from './kubernetes-objects.ts';
import { isFlinkOperator, OPERATOR_BRAND } from './operator-brand.ts';
import { checkTree } from './tree-checks.ts';

/** What is said about an operator. */
export interface FlinkOperatorProps extends FlinkOperatorOptions {
  /**
   * Namespace of the operator itself.
   * @default - the chart's namespace, otherwise 'flinkwright'
   */
  readonly namespace?: string;
  /**
   * Whether the operator's namespace is part of the chart.
   * @default - true, unless it is the chart's namespace: that is expected to be there
   */
  readonly createNamespace?: boolean;
  /**
   * Whether the custom resource definitions are part of the chart. They are cluster-wide: let only one installation bring them.
   * @default true
   */
  readonly installCrds?: boolean;
}

/**
 * An installation of the operator: custom resource definitions, namespace, service accounts, roles, configuration and the Deployment,
 * which is the child `Resource`.
 *
 * Put it into a chart of its own that is applied before those with Flink resources: a cluster takes a resource only when it already knows
 * its definition.
 *
 * @example
 * new FlinkOperator(chart, 'operator', { image: 'registry.example.com/flinkwright:0.1.0', watchNamespaces: ['streaming'] });
 */
export class FlinkOperator extends Construct {
  /** Whether `value` is a `FlinkOperator`, also one of another copy of this library. */
  static isFlinkOperator(value: unknown): value is FlinkOperator {
    return isFlinkOperator(value);
  }

  /** Name of the operator's Deployment. */
  readonly name: string;
  /** Namespace of the operator. */
  readonly namespace: string;
  /** Namespaces whose resources are served; absent: all. */
  readonly watchNamespaces: readonly string[] | undefined;
  /** Service account for Flink's pods in the watched namespaces; absent: none is made. */
  readonly jobServiceAccount: string | undefined;
  /** All objects of the installation, in the order in which they are applied. */
  readonly objects: readonly ApiObject[];

  constructor(scope: Construct, id: string, props: FlinkOperatorProps) {
    super(scope, id);
    Object.defineProperty(this, OPERATOR_BRAND, { value: true });
    const ofChart = Chart.of(this).namespace;
    const namespace = ofChart === undefined ? {} : { namespace: ofChart };
    const createNamespace = ofChart === undefined || (props?.namespace ?? ofChart) !== ofChart;
    const described = { ...namespace, createNamespace, ...withoutUndefined(props) };
    const { manifest, findings } = buildFlinkOperator(described as FlinkOperatorOptions);
    throwIfWrong(`FlinkOperator ${this.node.path}`, findings);
    const installation = operatorInstallation(described as Parameters<typeof operatorInstallation>[0]);
    this.name = installation.name;
    this.namespace = installation.namespace;
    this.watchNamespaces = installation.watchNamespaces.length === 0 ? undefined : installation.watchNamespaces;
    this.jobServiceAccount = installation.jobServiceAccount === false ? undefined : installation.jobServiceAccount;
    this.objects = addObjects(this, manifest, ({ kind }) => kind === 'Deployment');
    checkTree(this);
  }
}

function withoutUndefined(props: object): object {
  return Object.fromEntries(Object.entries(props ?? {}).filter(([, value]) => value !== undefined));
}
