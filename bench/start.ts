// SPDX-License-Identifier: Apache-2.0
// How soon an operator that was just started helps: from the start of its process to its first request, to its first write for a resource that
// waits for it, and to that resource's JobManager Deployment. Cluster and Flink are simulated in another process. `node bench/start.ts [--runs 9]`.

import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { EmbeddedWorldProcess } from './support/embedded-world.ts';
import { spread, table } from './support/figures.ts';
import { BenchedOperator } from './support/operator.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '9' } } });

const firstRequest: number[] = [];
const firstWrite: number[] = [];
const deployment: number[] = [];
for (let run = 0; run < Number(values.runs); run++) {
  const world = await EmbeddedWorldProcess.start();
  await world.create('early');
  await sleep(1000);
  const operator = new BenchedOperator(world.kubeconfig);
  try {
    const moments = await world.untilDeployment();
    firstRequest.push(moments.firstRequest - operator.started);
    firstWrite.push(moments.firstWrite - operator.started);
    deployment.push(moments.deployment - operator.started);
  } finally {
    await operator.stop();
    world.stop();
  }
}
table('From the start of the process, milliseconds', [
  ['until', 'median (spread)'],
  ['first API request', spread(firstRequest, 0)],
  ['first write for a resource that waits', spread(firstWrite, 0)],
  ['its JobManager Deployment exists', spread(deployment, 0)],
]);
