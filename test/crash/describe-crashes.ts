// SPDX-License-Identifier: Apache-2.0
// The tests of one scenario: one for each mode, which goes through all writes and tells of all that fail.

import { beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../scenarios/world.ts';
import { disturbed, MODES, undisturbed, type Undisturbed } from './harness.ts';

/**
 * Declares them. `deploysLike` names a scenario whose first deployment is the same, write for write, and is disturbed there: here only what
 * comes after it is.
 */
export function describeCrashes(scenario: Scenario, deploysLike?: Scenario): void {
  describe(scenario.title, () => {
    let expected: Undisturbed;
    let first = 1;
    beforeAll(async () => {
      expected = await undisturbed(scenario);
      if (deploysLike === undefined) return;
      first = expected.deployment + 1;
      const other = await undisturbed(deploysLike);
      expect(expected.writes.slice(0, first - 1)).toEqual(other.writes.slice(0, first - 1));
    });
    it.each(MODES)('%s, at every write', { timeout: 300_000 }, async (mode) => {
      const failures: string[] = [];
      for (let number = first; number <= expected.writes.length; number++)
        await disturbed(scenario, expected, number, mode).catch((error: unknown) => failures.push(String(error)));
      expect(failures.join('\n\n')).toBe('');
    });
  });
}
