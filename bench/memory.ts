// SPDX-License-Identifier: Apache-2.0
// What the operator costs to have: memory, processor time and requests of the bundle as it ships, idle and with applications that run and
// do nothing new. Cluster and Flink are simulated in another process. `node bench/memory.ts [--applications 0,1,100,1000] [--seconds 60]`.

import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { EmbeddedWorldProcess } from './support/embedded-world.ts';
import { spread, table } from './support/figures.ts';
import { BenchedOperator } from './support/operator.ts';

const { values } = parseArgs({
  options: {
    applications: { type: 'string', default: '0,1,100,1000' },
    seconds: { type: 'string', default: '60' },
    settle: { type: 'string', default: '60' },
    flags: { type: 'string', default: '' },
  },
});
const seconds = Number(values.seconds);

const rows = [
  ['applications', 'RSS MiB', 'anonymous MiB', 'peak MiB', 'CPU mCPU', 'API req/min', 'writes/min', 'Flink calls/min'],
];
const world = await EmbeddedWorldProcess.start();
const operator = new BenchedOperator(
  world.kubeconfig,
  values.flags.split(' ').filter((flag) => flag !== ''),
);
try {
  for (const count of values.applications.split(',').map(Number)) {
    await world.ramp(count);
    await sleep(Number(values.settle) * 1000);
    await world.reset();
    const [from, cpu] = [performance.now(), operator.cpuSeconds()];
    const samples = [];
    while (performance.now() - from < seconds * 1000) {
      await sleep(1000);
      samples.push(operator.memory());
    }
    const took = (performance.now() - from) / 1000;
    const { api, apiWrites, flink } = await world.counted();
    const perMinute = (requests: number): string => ((requests / took) * 60).toFixed(1);
    rows.push([
      String(count),
      spread(samples.map(({ rss }) => rss)),
      spread(samples.map(({ anonymous }) => anonymous)),
      Math.max(...samples.map(({ peak }) => peak)).toFixed(1),
      (((operator.cpuSeconds() - cpu) / took) * 1000).toFixed(1),
      ...[api, apiWrites, flink].map(perMinute),
    ]);
  }
} finally {
  await operator.stop();
  world.stop();
}
table(`Memory and requests in steady state, over ${String(seconds)} s each`, rows);
