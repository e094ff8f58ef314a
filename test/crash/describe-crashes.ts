// SPDX-License-Identifier: Apache-2.0
// The tests of one scenario: one for each mode, which goes through all writes and tells of all that fail.

import { beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../scenarios/world.ts';
import { disturbed, MODES, undisturbed, type Undisturbed } from './harness.ts';

/** Declares them. */
export function describeCrashes(scenario: Scenario): void {
  describe(scenario.title, () => {
    let expected: Undisturbed;
    beforeAll(async () => {
      expected = await undisturbed(scenario);
    });
    it.each(MODES)('%s, at every write', { timeout: 300_000 }, async (mode) => {
      const failures: string[] = [];
      for (let number = 1; number <= expected.writes.length; number++)
        await disturbed(scenario, expected, number, mode).catch((error: unknown) => failures.push(String(error)));
      expect(failures.join('\n\n')).toBe('');
    });
  });
}
