// SPDX-License-Identifier: Apache-2.0
// The first program of the README: the operator and the job.

import { App, Chart } from 'cdk8s';
import { FlinkOperator } from '../../lib/index.ts';
import { clicks } from './clicks.ts';

const app = new App();

const operator = new Chart(app, 'operator');
new FlinkOperator(operator, 'operator', {
  image: 'registry.example.com/flinkwright:0.1.0',
  namespace: 'flink-operator',
  watchNamespaces: ['streaming'],
});

clicks(app, 2).addDependency(operator);
app.synth();
