// SPDX-License-Identifier: Apache-2.0
// The value of `--speed`.

import { InvalidArgumentError } from 'commander';

/** Reads the value. @throws InvalidArgumentError */
export function speedOf(text: string): number {
  const speed = Number(text);
  if (text.trim() === '' || !Number.isFinite(speed) || speed < 0)
    throw new InvalidArgumentError('It must be a number, e.g. 4, or 0 for no pauses.');
  return speed;
}
