// SPDX-License-Identifier: Apache-2.0
// Randomness that repeats itself: the same seed gives the same run, down to the last uid. Not for secrets.

import type { Random } from '../runtime/random.ts';

/** A small, fast generator (mulberry32) over a 32-bit seed. */
export class SeededRandom implements Random {
  #state: number;

  constructor(seed = 1) {
    this.#state = seed >>> 0;
  }

  #uint32(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  next(): number {
    return this.#uint32() / 2 ** 32;
  }

  hex(bytes: number): string {
    let text = '';
    while (text.length < bytes * 2) text += this.#uint32().toString(16).padStart(8, '0');
    return text.slice(0, bytes * 2);
  }

  uuid(): string {
    const hex = this.hex(16);
    // Version 4, variant 10xx: the two fixed places of RFC 9562.
    const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3] ?? '8';
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
