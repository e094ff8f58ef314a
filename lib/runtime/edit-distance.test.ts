// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterMask, editDistance, maskDistance } from './edit-distance.ts';

/** The same by the book: every cell of the table, no limit. */
function byTheBook(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(i - 1, j - 1) + (same ? 0 : 1), at(i - 1, j) + 1, at(i, j - 1) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(i - 2, j - 2) + 1);
      rows[i]![j] = cost;
    }
  }
  return at(a.length, b.length);
}

const words = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-'), maxLength: 9 });

describe('the distance between two texts', () => {
  it.each([
    ['rest.port', 'rest.port', 0],
    ['rest.port', 'rest.prot', 1],
    ['rest.port', 'rest.pot', 1],
    ['rest.port', 'rest.poort', 1],
    ['rest.port', 'rest.pert', 1],
    ['rest.port', 'rest.host', 2],
    ['', 'ab', 2],
    ['abcdef', 'uvwxyz', 4],
  ])('%s, %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance);
  });

  it('is what the book says, as far as the limit', () => {
    fc.assert(
      fc.property(words, words, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(byTheBook(a, b), limit + 1));
      }),
    );
  });

  it('is at least half of what the characters differ in', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(maskDistance(characterMask(a), characterMask(b))).toBeLessThanOrEqual(2 * byTheBook(a, b));
      }),
    );
  });
});
