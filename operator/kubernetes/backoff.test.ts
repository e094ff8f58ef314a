// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../lib/testing/virtual-clock.ts';
import { ConnectionBackoff, exponentialDelay, fullJitter, KeyedBackoff, MAX_DELAY_MS } from './backoff.ts';

describe('delays', () => {
  const table: [initialMs: number, multiplier: number, maxMs: number | undefined, attempt: number, delay: number][] = [
    [5_000, 1.5, undefined, 0, 5_000],
    [5_000, 1.5, undefined, 2, 11_250],
    [800, 2, 30_000, 5, 25_600],
    [800, 2, 30_000, 6, 30_000],
    [800, 2, undefined, 100, MAX_DELAY_MS],
    [1_000, 1, undefined, 50, 1_000],
  ];
  for (const [initialMs, multiplier, maxMs, attempt, delay] of table) {
    it(`${initialMs} ms x ${multiplier}, retry ${attempt}: ${delay} ms`, () => {
      expect(exponentialDelay({ initialMs, multiplier, ...(maxMs === undefined ? {} : { maxMs }) }, attempt)).toBe(
        delay,
      );
    });
  }

  it('with full jitter lie in (0, delay] and never fire at once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (delay, drawn) => {
          const jittered = fullJitter(delay, { next: () => drawn, hex: () => '', uuid: () => '' });
          expect(jittered).toBeGreaterThan(0);
          expect(jittered).toBeLessThanOrEqual(delay);
        },
      ),
    );
  });
});

it('counts per key until the retries are used up', () => {
  const backoff = new KeyedBackoff({ initialMs: 10, multiplier: 2, maxAttempts: 2 });
  expect([backoff.next('a'), backoff.next('a'), backoff.next('a'), backoff.next('b')]).toEqual([10, 20, undefined, 10]);
  backoff.forget('a');
  expect(backoff.next('a')).toBe(10);
});

it('of a connection starts anew after a healthy time', async () => {
  const clock = new VirtualClock();
  const full = { next: () => 0, hex: () => '', uuid: () => '' };
  const backoff = new ConnectionBackoff(clock, full, { initialMs: 800, multiplier: 2, maxMs: 30_000 }, 120_000);
  expect([backoff.next(), backoff.next()]).toEqual([800, 1_600]);
  await clock.advance(120_000);
  expect(backoff.next()).toBe(3_200);
  await clock.advance(120_001);
  expect(backoff.next()).toBe(800);
});
