// SPDX-License-Identifier: Apache-2.0
// Which known name a misspelt one was probably meant to be. A guess for messages; nothing is ever corrected by it.

import { editDistance } from '../runtime/edit-distance.ts';

/** Letters from which on a name that is the beginning of exactly one known name stands for it. */
const TELLING_START = 4;
/** No known name is nearly as long, and comparing takes time for each letter. */
const LONGEST_NAME = 200;

/**
 * The known name with the fewest slips from `name`, if they are few enough for a slip, else the only one that begins with it; capital
 * letters do not count.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  let best: string | undefined;
  let fewest = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), fewest - 1);
    if (distance < fewest) [best, fewest] = [candidate, distance];
  }
  return best ?? (name.length < TELLING_START ? undefined : onlyBeginningWith(name.toLowerCase(), known));
}

function onlyBeginningWith(start: string, known: readonly string[]): string | undefined {
  const longer = known.filter((candidate) => candidate.toLowerCase().startsWith(start));
  return longer.length === 1 ? longer[0] : undefined;
}
