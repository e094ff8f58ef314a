// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { VirtualClock } from '../../lib/testing/virtual-clock.ts';
import { FLINK_RATE, RateWindow } from './rate-window.ts';

it('lets five runs through in 15 s, and makes the sixth wait for what is left of them', async () => {
  const clock = new VirtualClock();
  const window = new RateWindow(clock, FLINK_RATE);
  const waits: number[] = [];
  for (let i = 0; i < 6; i++) {
    waits.push(window.take('a'));
    await clock.advance(2_000);
  }
  expect(waits).toEqual([0, 0, 0, 0, 0, 5_000]);
  expect(window.take('b'), 'another key has a window of its own').toBe(0);
  await clock.advance(2_999);
  expect(window.take('a'), 'no wait is shorter than 50 ms').toBe(50);
  await clock.advance(1);
  expect(window.take('a')).toBe(0);
});

it('is off with a limit of 0 or less', () => {
  const clock = new VirtualClock();
  for (const limit of [0, -1]) {
    const window = new RateWindow(clock, { limit, periodMs: 15_000 });
    for (let i = 0; i < 100; i++) expect(window.take('a')).toBe(0);
  }
});

it('forgets windows that are over', async () => {
  const clock = new VirtualClock();
  const window = new RateWindow(clock, FLINK_RATE);
  for (let i = 0; i < 100; i++) window.take(`key-${i}`);
  await clock.advance(15_000);
  window.take('another');
  expect(window.size).toBe(1);
});
