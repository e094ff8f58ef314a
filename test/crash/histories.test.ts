// SPDX-License-Identifier: Apache-2.0
// Random lives, always the same ones; `node test/crash/one.ts history SEED` lives one again.

import { expect, it } from 'vitest';
import { liveHistory } from './history.ts';

const LIVES = 60;

it('an application outlives what users, nodes and networks do to it', { timeout: 120_000 }, async () => {
  const endings: string[] = [];
  for (let seed = 1; seed <= LIVES; seed++) endings.push(await liveHistory(seed));
  // Only a loss at the worst moment may need help.
  expect(endings.filter((ending) => ending !== 'runs').length).toBeLessThan(LIVES * 0.05);
});
