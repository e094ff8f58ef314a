// SPDX-License-Identifier: Apache-2.0
// The StateMachineExample alone, for a cluster that already has an operator:
//
//   npx cdk8s synth --app 'node examples/state-machine/main.ts' --output dist/state-machine

import { App } from 'cdk8s';
import { stateMachineChart } from './chart.ts';

const app = new App();
stateMachineChart(app, { namespace: 'default', createClaim: true });
app.synth();
