// SPDX-License-Identifier: Apache-2.0
// The machine's clock: the one module that touches `Date`, `performance` and `setTimeout`. It does not keep the process alive on
// purpose or unref anything: a composition root that wants to end cancels its timers.

import type { Clock, Timer } from './clock.ts';

/** The longest delay that Node's timers take; a longer one would fire at once. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** The real clock. */
export class SystemClock implements Clock {
  now(): number {
    return Date.now();
  }

  monotonic(): number {
    return performance.now();
  }

  setTimer(run: () => void, ms: number): Timer {
    const deadline = performance.now() + Math.max(0, ms);
    let handle: NodeJS.Timeout;
    const arm = (): void => {
      const left = deadline - performance.now();
      handle =
        left > LONGEST_DELAY_MS ? setTimeout(arm, LONGEST_DELAY_MS) : setTimeout(run, Math.max(0, Math.ceil(left)));
    };
    arm();
    return { cancel: () => clearTimeout(handle) };
  }

  yield(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }
}
