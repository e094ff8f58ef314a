// SPDX-License-Identifier: Apache-2.0
// The machine's randomness, from node:crypto, good enough for names and identities that must not be guessed.

import { randomBytes, randomUUID } from 'node:crypto';
import type { Random } from './random.ts';

/** Cryptographic randomness. */
export class SystemRandom implements Random {
  next(): number {
    // 48 bits: all of them fit into a double's mantissa, so the result never rounds up to 1.
    return randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
  }

  hex(bytes: number): string {
    return randomBytes(bytes).toString('hex');
  }

  uuid(): string {
    return randomUUID();
  }
}
