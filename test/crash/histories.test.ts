// SPDX-License-Identifier: Apache-2.0
// Random lives, always the same ones; `node test/crash/one.ts history SEED` lives one again.

import { expect, it } from 'vitest';
import { liveHistory } from './history.ts';

const LIVES = 100;
/** Further ones that once went wrong. */
const LESSONS = [590, 888];

it('an application outlives what users, nodes and networks do to it', { timeout: 120_000 }, async () => {
  const endings: string[] = [];
  const seeds = [...Array.from({ length: LIVES }, (_, index) => index + 1), ...LESSONS];
  for (const seed of seeds) endings.push(await liveHistory(seed));
  // Only a loss at the worst moment may need help.
  expect(endings.filter((ending) => ending !== 'runs').length).toBeLessThan(LIVES * 0.05);
});
