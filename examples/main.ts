// SPDX-License-Identifier: Apache-2.0
// The operator and two applications in one app. Synthesise with `npx cdk8s synth --check-upgrade=false`, then apply the operator's file,
// wait for its definitions, and apply the rest:
//
//   kubectl apply -f dist/examples/0000-operator.k8s.yaml
//   kubectl wait --for=condition=Established crd/flinkdeployments.flink.apache.org
//   kubectl apply -f dist/examples/

import type { Chart } from 'cdk8s';
import { App } from 'cdk8s';
import { FlinkOperator } from '../lib/index.ts';
import { fraudChart } from './fraud-detection/chart.ts';
import { namespaceChart } from './namespaces.ts';
import { stateMachineChart } from './state-machine/chart.ts';

/** Adds everything to an app. */
export function examples(app: App, namespace = 'streaming', operatorNamespace = 'flink-operator'): void {
  const operator = namespaceChart(app, 'operator', [namespace]);
  new FlinkOperator(operator, 'operator', {
    image: 'flinkwright:dev',
    namespace: operatorNamespace,
    watchNamespaces: [namespace],
    configuration: { 'kubernetes.operator.reconcile.interval': '15 s' },
  });
  const applications: Chart[] = [stateMachineChart(app, { namespace, createClaim: true }), fraudChart(app, namespace)];
  for (const chart of applications) chart.addDependency(operator);
}

if (import.meta.main) {
  const app = new App();
  examples(app);
  app.synth();
}
