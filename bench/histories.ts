// SPDX-License-Identifier: Apache-2.0
// How many random lives of an application can be tried in a second: users, nodes, networks and killed operators do to it what a seed decides,
// and in the end its state must be there (test/crash/history.ts). With API server, Flink and operator in this process, on virtual time.

import { liveHistory } from '../test/crash/history.ts';
import { spread, table } from './support/figures.ts';

/** Together the ones that `npm test` lives. */
const ROUNDS = 6;
const LIVES = 10;

const lives: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const before = process.cpuUsage();
  for (let seed = 1; seed <= LIVES; seed++) await liveHistory(round * LIVES + seed);
  const { user, system } = process.cpuUsage(before);
  lives.push(LIVES / ((user + system) / 1e6));
}
table('Random lives with faults, for each second of processor time', [
  ['what', 'median (spread)'],
  [`lives, in ${String(ROUNDS)} rounds of ${String(LIVES)}`, spread(lives)],
]);
