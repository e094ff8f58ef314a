// SPDX-License-Identifier: Apache-2.0
// At most N runs per key in a period. Counts and tells how long to wait; waiting is the queue's work. The Java operator makes a
// run that came too soon wait for the time that has passed, so a later one waits longer; this one waits for the time that is left.

import type { Clock } from '../../lib/runtime/clock.ts';

export interface RateWindowOptions {
  /** Runs per period; 0 or less turns the limit off. `kubernetes.operator.rate-limiter.limit` */
  readonly limit: number;
  /** Length of the period in milliseconds. `kubernetes.operator.rate-limiter.refresh-period` */
  readonly periodMs: number;
}

/** The Flink operator's defaults. */
export const FLINK_RATE: RateWindowOptions = { limit: 5, periodMs: 15_000 };

/** No wait is shorter, in milliseconds: a timer for less is work without use. */
const SHORTEST_WAIT_MS = 50;

/** Counts runs per key. */
export class RateWindow {
  readonly #options: RateWindowOptions;
  readonly #clock: Clock;
  /** In the order of their beginning, so that the ones that are over stand first. */
  readonly #windows = new Map<string, { readonly began: number; runs: number }>();

  constructor(clock: Clock, options: RateWindowOptions) {
    this.#clock = clock;
    this.#options = options;
  }

  /** Counts a run and returns 0, or returns the milliseconds to wait and counts nothing. */
  take(key: string): number {
    const { limit, periodMs } = this.#options;
    if (limit <= 0) return 0;
    const now = this.#clock.monotonic();
    this.#dropOver(now);
    const window = this.#windows.get(key);
    if (window === undefined) {
      this.#windows.set(key, { began: now, runs: 1 });
      return 0;
    }
    if (window.runs < limit) {
      window.runs++;
      return 0;
    }
    return Math.max(SHORTEST_WAIT_MS, window.began + periodMs - now);
  }

  /** Keys that are being counted. */
  get size(): number {
    return this.#windows.size;
  }

  #dropOver(now: number): void {
    for (const [key, { began }] of this.#windows) {
      if (now - began < this.#options.periodMs) return;
      this.#windows.delete(key);
    }
  }
}
