// SPDX-License-Identifier: Apache-2.0
// Randomness as a parameter, for the same reason as the clock.

/** A source of randomness. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** `bytes` random bytes as lower-case hex; a Flink job id is `hex(16)`. */
  hex(bytes: number): string;
  /** A random UUID, version 4. */
  uuid(): string;
}
