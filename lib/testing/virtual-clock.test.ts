// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sleep } from '../runtime/clock.ts';
import { VirtualClock } from './virtual-clock.ts';

describe('VirtualClock', () => {
  it('fires timers in the order of their time, ties in the order of their creation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 50 })), async (delays) => {
        const clock = new VirtualClock();
        const fired: [number, number][] = [];
        for (const [index, delay] of delays.entries())
          clock.setTimer(() => fired.push([clock.monotonic(), index]), delay);
        await clock.advance(50);
        const expected = delays
          .map((delay, index): [number, number] => [delay, index])
          .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(fired).toEqual(expected);
      }),
    );
  });

  it('runs everything that a timer sets off before the next one', async () => {
    const clock = new VirtualClock();
    const log: string[] = [];
    clock.setTimer(() => {
      void (async () => {
        for (let hop = 0; hop < 500; hop++) await clock.yield();
        log.push('first, after 500 turns');
      })();
    }, 1);
    clock.setTimer(() => log.push('second'), 1);
    await clock.advance(1);
    expect(log).toEqual(['first, after 500 turns', 'second']);
  });

  it('fires a timer that a timer sets within the time that passes, and not one beyond', async () => {
    const clock = new VirtualClock(0);
    const at: number[] = [];
    void (async () => {
      for (;;) {
        await sleep(clock, 300);
        at.push(clock.now());
      }
    })();
    await clock.advance(1000);
    expect(at).toEqual([300, 600, 900]);
    expect(clock.now()).toBe(1000);
  });

  it('does not fire what was cancelled', async () => {
    const clock = new VirtualClock();
    const timer = clock.setTimer(() => expect.unreachable(), 5);
    timer.cancel();
    timer.cancel();
    await clock.advance(10);
    expect(clock.pendingTimers).toBe(0);
  });

  it('stops at the moment when a condition becomes true', async () => {
    const clock = new VirtualClock();
    let done = false;
    clock.setTimer(() => (done = true), 1234);
    clock.setTimer(() => expect.unreachable(), 1235);
    await clock.runUntil(() => done, 10_000);
    expect(clock.monotonic()).toBe(1234);
  });

  it('says what was waited for in vain', async () => {
    const clock = new VirtualClock();
    clock.setTimer(() => undefined, 60_000);
    const ready = false;
    await expect(clock.runUntil(() => ready, 5000)).rejects.toThrow(
      /within 5000 ms .*next timer is due in 60000 ms[\s\S]*ready/,
    );
    expect(clock.monotonic()).toBe(5000);
    await expect(new VirtualClock().runUntil(() => ready, 5000)).rejects.toThrow('no timer is left');
  });

  it('ends a loop in which no time passes', async () => {
    const clock = new VirtualClock();
    const again = (): void => void clock.setTimer(again, 0);
    again();
    await expect(clock.advance(1)).rejects.toThrow('endless loop: 10000 timers');
  });

  it('ends a loop that only yields', async () => {
    const clock = new VirtualClock();
    let failure: unknown;
    const spin = async (): Promise<void> => {
      for (;;) await clock.yield();
    };
    clock.setTimer(() => void spin().catch((error: unknown) => (failure = error)), 1);
    await expect(clock.advance(1)).rejects.toThrow('endless loop');
    expect(String(failure)).toContain('endless loop');
  });

  it('refuses to be advanced twice at a time, and a delay that is no number', async () => {
    const clock = new VirtualClock();
    const first = clock.advance(1);
    await expect(clock.settle()).rejects.toThrow('being advanced already');
    await first;
    expect(() => clock.setTimer(() => undefined, Number.NaN)).toThrow('NaN');
  });
});
