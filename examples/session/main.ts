// SPDX-License-Identifier: Apache-2.0
// Synthesises the example by itself: node examples/session/main.ts && cat dist/session.k8s.yaml

import { App } from 'cdk8s';
import { sessionChart } from './chart.ts';

const app = new App();
sessionChart(app, 'default');
app.synth();
