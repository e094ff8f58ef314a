// SPDX-License-Identifier: Apache-2.0
// From the props of an operator to the objects of its installation, for every front end: as `buildOperatorInstallation`, with the CRDs in
// front, and mistakes as findings instead of exceptions.

import { customResourceDefinitions } from '../api/crd.ts';
import type { Finding } from '../api/finding.ts';
import { checkOperatorConfiguration } from '../flink/catalogue/index.ts';
import { flattenConfiguration, type FlatConfiguration } from '../flink/configuration.ts';
import { ValueError } from '../flink/value-error.ts';
import type { KubernetesObject } from '../kubernetes/objects.ts';
import { ClusterError } from './cluster-error.ts';
import type { Built } from './cluster/built.ts';
import type { OperatorExtras } from './flink-operator-shape.ts';
import { flinkOperatorShape } from './flink-operator-shape.ts';
import { finding } from './finding.ts';
import { buildOperatorInstallation } from './operator/installation.ts';
import type { OperatorInstallationOptions } from './operator/options.ts';
import type { ShapeReport } from './props-shape.ts';

/** What is said about an operator; see `FlinkOperatorProps` of the front end for the names. */
export interface FlinkOperatorOptions extends Omit<OperatorInstallationOptions, 'configuration'>, OperatorExtras {
  /**
   * The operator's configuration: `kubernetes.operator.*`, and Flink options as defaults for every cluster; flat or nested.
   * @default - the operator's defaults
   */
  readonly configuration?: Readonly<Record<string, unknown>>;
}

/** All objects of an installation, in an order in which they can be applied; empty if the props make none. */
export function buildFlinkOperator(props: FlinkOperatorOptions): Built<KubernetesObject[]> {
  const { findings, rejected }: ShapeReport = { findings: [], rejected: new Set() };
  const checked = flinkOperatorShape(props, '', { findings, rejected });
  if (checked === undefined || findings.length > 0) return { manifest: [], extras: [], findings };
  const { installCrds = true, configuration, ...options } = checked;
  try {
    const flat = flattenConfiguration(configuration);
    const about = configurationFindings(flat);
    if (about.some(({ severity }) => severity === 'error')) return { manifest: [], extras: [], findings: about };
    const objects = buildOperatorInstallation({ ...options, configuration: flat });
    return { manifest: [...(installCrds ? customResourceDefinitions() : []), ...objects], extras: [], findings: about };
  } catch (error) {
    if (!(error instanceof ClusterError || error instanceof ValueError)) throw error;
    const path = error instanceof ClusterError ? error.where : 'configuration';
    return {
      manifest: [],
      extras: [],
      findings: [finding('props.invalid', path, error.message.replace(`${path}: `, ''), 'give a value that fits')],
    };
  }
}

function configurationFindings(configuration: FlatConfiguration): Finding[] {
  return checkOperatorConfiguration(configuration).map(({ key, code, message, remedy, severity, allowed }) =>
    finding(code, `configuration['${key}']`, message, remedy, severity, allowed),
  );
}
