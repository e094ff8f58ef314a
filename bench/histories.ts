// SPDX-License-Identifier: Apache-2.0
// How many histories of a FlinkDeployment the pure core decides in a second, with a small model of Kubernetes and Flink round it: the
// same histories as in its property test, always the same ones. See `node bench/histories.ts [how many]`.

import fc from 'fast-check';
import { anyBeginning, anyMoves } from '../lib/lifecycle/test-support/any-history.ts';
import { play } from '../lib/lifecycle/test-support/history.ts';

const HOW_MANY = Number(process.argv[2] ?? 2000);
const ROUNDS = 5;

const histories = fc.sample(fc.tuple(anyBeginning, anyMoves), { seed: 1, numRuns: HOW_MANY });

function round(): { seconds: number; decisions: number } {
  const before = process.cpuUsage();
  let decisions = 0;
  for (const [beginning, moves] of histories) decisions += play(beginning, moves).decisions;
  return { seconds: process.cpuUsage(before).user / 1e6, decisions };
}

round();
const rounds = Array.from({ length: ROUNDS }, round).sort((a, b) => a.seconds - b.seconds);
const median = rounds[Math.floor(ROUNDS / 2)];
if (median !== undefined) {
  const perSecond = (count: number): string => Math.round(count / median.seconds).toLocaleString('en');
  console.log(`${perSecond(HOW_MANY)} histories/s, ${perSecond(median.decisions)} decisions/s of processor time`);
}
