// SPDX-License-Identifier: Apache-2.0
// A controller's queue: a key that is added again before its turn is worked on once. Work is synchronous, so no key is ever worked on twice at
// a time.

import type { Clock, Timer } from '../../runtime/clock.ts';

export class WorkQueue {
  readonly #clock: Clock;
  readonly #delayMs: number;
  readonly #work: (key: string) => void;
  readonly #waiting = new Map<string, { at: number; timer: Timer }>();

  constructor(options: { clock: Clock; delayMs: number; work: (key: string) => void }) {
    this.#clock = options.clock;
    this.#delayMs = options.delayMs;
    this.#work = options.work;
  }

  /** Has `key` worked on after the usual delay, or after `delayMs`; an earlier turn that it has already stays. */
  add(key: string, delayMs: number = this.#delayMs): void {
    const at = this.#clock.monotonic() + delayMs;
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined && waiting.at <= at) return;
    waiting?.timer.cancel();
    const timer = this.#clock.setTimer(() => {
      this.#waiting.delete(key);
      this.#work(key);
    }, delayMs);
    this.#waiting.set(key, { at, timer });
  }

  stop(): void {
    for (const { timer } of this.#waiting.values()) timer.cancel();
    this.#waiting.clear();
  }
}
