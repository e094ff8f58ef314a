// SPDX-License-Identifier: Apache-2.0
// Time as a parameter. Nothing below the composition roots reads the clock or sets a timer by itself, so that a test can let a
// day pass in a millisecond and a killed operator's timers die with it.

/** A pending timer; `cancel` is idempotent and safe after the timer has fired. */
export interface Timer {
  cancel(): void;
}

/** Where time comes from. */
export interface Clock {
  /** Wall-clock time in milliseconds since the epoch. May step; only for what is shown or stored. */
  now(): number;
  /** Milliseconds from an arbitrary start; never steps. For every duration that is measured. */
  monotonic(): number;
  /** Calls `run` once after `ms` milliseconds. */
  setTimer(run: () => void, ms: number): Timer;
  /** Lets other work run before going on: a macrotask on the real clock, a microtask on a virtual one. */
  yield(): Promise<void>;
}

/** Resolves after `ms` milliseconds, or rejects with the signal's reason as soon as that aborts. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const onAbort = (): void => {
      timer.cancel();
      reject(signal?.reason as Error);
    };
    const timer = clock.setTimer(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
