// SPDX-License-Identifier: Apache-2.0

import { expect, it } from 'vitest';
import { SeededRandom } from './seeded-random.ts';

it('repeats itself for the same seed, and only then', () => {
  const draw = (seed: number): unknown[] => {
    const random = new SeededRandom(seed);
    return [random.next(), random.hex(16), random.uuid()];
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

it('gives numbers below one, hex of the asked length and version 4 uuids', () => {
  const random = new SeededRandom(3);
  const numbers = Array.from({ length: 10_000 }, () => random.next());
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toBeCloseTo(0.5, 1);
  expect(random.hex(5)).toMatch(/^[0-9a-f]{10}$/);
  for (let count = 0; count < 100; count++)
    expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
