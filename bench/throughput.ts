// SPDX-License-Identifier: Apache-2.0
// Many applications changed at the same moment: how long until each is served and all are STABLE again, beside one that is changed alone. The
// bundle as it ships against a cluster with simulated Flink in another process, which shares the machine. `node bench/throughput.ts [--applications 1,100,500]`.

import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { EmbeddedWorldProcess } from './support/embedded-world.ts';
import { spread, table } from './support/figures.ts';
import { BenchedOperator } from './support/operator.ts';

const { values } = parseArgs({ options: { applications: { type: 'string', default: '1,100,500' } } });

const rows = [
  [
    'changed at once',
    'first write s',
    'new Deployment s',
    'STABLE s',
    'all STABLE s',
    'operator CPU s',
    'writes',
    'Flink calls',
    'peak MiB',
  ],
];
const world = await EmbeddedWorldProcess.start();
const operator = new BenchedOperator(world.kubeconfig);
try {
  for (const count of values.applications.split(',').map(Number)) {
    await world.ramp(count);
    await sleep(5000);
    await world.reset();
    const cpu = operator.cpuSeconds();
    const changes = await world.change();
    const used = operator.cpuSeconds() - cpu;
    const { apiWrites, flink } = await world.counted();
    const finite = (each: readonly number[]): number[] => each.filter((value) => Number.isFinite(value));
    rows.push([
      String(count),
      spread(finite(changes.map(({ firstWrite }) => firstWrite)), 3),
      spread(finite(changes.map(({ deployment }) => deployment)), 3),
      spread(finite(changes.map(({ stable }) => stable)), 2),
      Math.max(...changes.map(({ stable }) => stable)).toFixed(2),
      used.toFixed(2),
      (apiWrites / count).toFixed(1) + ' each',
      (flink / count).toFixed(1) + ' each',
      operator.memory().peak.toFixed(0),
    ]);
  }
} finally {
  await operator.stop();
  world.stop();
}
table('A restart of many applications at once (simulated Flink: JobManager 2 s, TaskManager 1 s)', rows);
