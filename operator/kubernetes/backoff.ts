// SPDX-License-Identifier: Apache-2.0
// How long to wait after a failure: the arithmetic of exponential delays, a counter of failures per key for the work queue, and
// one for a connection. Only arithmetic; whoever waits, waits on the clock.

import type { Clock } from '../../lib/runtime/clock.ts';
import type { Random } from '../../lib/runtime/random.ts';

export interface BackoffOptions {
  /** Milliseconds before the first retry; `kubernetes.operator.retry.initial.interval`. */
  readonly initialMs: number;
  /** Factor from each delay to the next; `kubernetes.operator.retry.interval.multiplier`. */
  readonly multiplier: number;
  /** No delay is longer, in milliseconds; `kubernetes.operator.retry.max.interval`. Unlimited unless given. */
  readonly maxMs?: number;
  /** Retries before giving up; `kubernetes.operator.retry.max.attempts`. Unlimited unless given. */
  readonly maxAttempts?: number;
}

/** The Flink operator's defaults: 5 s, half as long again each time, 15 retries. */
export const FLINK_RETRY: BackoffOptions = { initialMs: 5_000, multiplier: 1.5, maxAttempts: 15 };

/** Longest delay a timer can carry; a longer one would fire at once (Node clamps it to 1 ms). */
export const MAX_DELAY_MS: number = 2 ** 31 - 1;

/** The delay before retry number `attempt` (from 0), in milliseconds, without jitter. */
export function exponentialDelay(options: BackoffOptions, attempt: number): number {
  const delay = options.initialMs * options.multiplier ** attempt;
  return Math.min(delay, options.maxMs ?? MAX_DELAY_MS, MAX_DELAY_MS);
}

/** Spreads a delay evenly over (0, delay], but never below 10 ms: two clients that failed together must not return together. */
export function fullJitter(delayMs: number, random: Random): number {
  return Math.max(Math.min(10, delayMs), delayMs * (1 - random.next()));
}

/** Failures per key since its last success. */
export class KeyedBackoff {
  readonly #options: BackoffOptions;
  readonly #failures = new Map<string, number>();

  constructor(options: BackoffOptions) {
    this.#options = options;
  }

  /** Counts a failure and returns the delay before the next try, or undefined when all retries are used up. */
  next(key: string): number | undefined {
    const failures = this.#failures.get(key) ?? 0;
    if (failures >= (this.#options.maxAttempts ?? Infinity)) return undefined;
    this.#failures.set(key, failures + 1);
    return exponentialDelay(this.#options, failures);
  }

  /** Failures counted for a key. */
  failures(key: string): number {
    return this.#failures.get(key) ?? 0;
  }

  /** Forgets a key's failures, after a success or when its object is gone. */
  forget(key: string): void {
    this.#failures.delete(key);
  }
}

/** Delays of one connection: with full jitter, and back at the start once it has been healthy for a while. */
export class ConnectionBackoff {
  readonly #options: BackoffOptions;
  readonly #resetAfterMs: number;
  readonly #clock: Clock;
  readonly #random: Random;
  #attempt = 0;
  #lastFailure = -Infinity;

  constructor(clock: Clock, random: Random, options: BackoffOptions, resetAfterMs: number) {
    this.#clock = clock;
    this.#random = random;
    this.#options = options;
    this.#resetAfterMs = resetAfterMs;
  }

  /** The delay after one more failure, in milliseconds. */
  next(): number {
    const now = this.#clock.monotonic();
    if (now - this.#lastFailure > this.#resetAfterMs) this.#attempt = 0;
    this.#lastFailure = now;
    return fullJitter(exponentialDelay(this.#options, this.#attempt++), this.#random);
  }
}
