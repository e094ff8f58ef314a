// SPDX-License-Identifier: Apache-2.0
// Keeps one source from flooding the cluster with events about one object: a token bucket per pair, in the size that client-go
// gives it. Knows only keys.

import type { Clock } from '../../lib/runtime/clock.ts';

const BURST = 25;
const REFILL_MS = 300_000;
const KEPT = 4_096;

/** One token bucket per key. */
export class SpamFilter {
  readonly #clock: Clock;
  /** Least recently used first. */
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True, and a token less, when something about `key` may be said. */
  allows(key: string): boolean {
    const now = this.#clock.monotonic();
    const bucket = this.#buckets.get(key) ?? { tokens: BURST, at: now };
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > KEPT) {
      const [oldest] = this.#buckets.keys();
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    bucket.tokens = Math.min(BURST, bucket.tokens + (now - bucket.at) / REFILL_MS);
    bucket.at = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }
}
