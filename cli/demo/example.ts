// SPDX-License-Identifier: Apache-2.0
// What the demo runs: examples/state-machine, synthesised in this process exactly as the cdk8s command would.

import { ApiObject, App, Chart } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { stateMachineChart, type StateMachineProps } from '../../examples/state-machine/chart.ts';
import type { FlinkDeployment } from '../../lib/api/flink-deployment.ts';
import { FlinkServiceAccount } from '../../lib/index.ts';
import type { KubernetesObject } from '../../lib/kubernetes/objects.ts';

/** Name of the application. */
export const EXAMPLE = 'state-machine';

/** The example's FlinkDeployment for these props. @throws PropsError for props that make none. */
export function synthesise(props: StateMachineProps): FlinkDeployment {
  const found = documents((app) => stateMachineChart(app, props)).find(({ kind }) => kind === 'FlinkDeployment');
  if (found === undefined) throw new Error('the synthesised example has no FlinkDeployment');
  return found as FlinkDeployment;
}

/** What has to be in the namespace before: a service account for Flink's pods and a volume for the state. */
export function synthesiseGround(namespace: string): KubernetesObject[] {
  return documents((app) => {
    const chart = new Chart(app, 'ground', { namespace });
    new FlinkServiceAccount(chart, 'flink');
    new ApiObject(chart, 'claim', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    });
  });
}

function documents(fill: (app: App) => void): KubernetesObject[] {
  const app = new App();
  fill(app);
  return parseAllDocuments(app.synthYaml()).map((document) => document.toJS() as KubernetesObject);
}
