// SPDX-License-Identifier: Apache-2.0
// Which known name a misspelt one was probably meant to be. A guess for messages; nothing is ever corrected by it.

/** Letters from which on a name that is the beginning of exactly one known name stands for it. */
const TELLING_START = 4;
/** No known name is nearly as long, and comparing takes time for each letter. */
const LONGEST_NAME = 200;

/**
 * The known name with the fewest edits to `name`, if they are few enough for a slip, else the only one that begins with it; capital
 * letters do not count.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  let best: string | undefined;
  let fewest = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < fewest) [best, fewest] = [candidate, distance];
  }
  return best ?? (name.length < TELLING_START ? undefined : onlyBeginningWith(name.toLowerCase(), known));
}

function onlyBeginningWith(start: string, known: readonly string[]): string | undefined {
  const longer = known.filter((candidate) => candidate.toLowerCase().startsWith(start));
  return longer.length === 1 ? longer[0] : undefined;
}

/** Insertions, deletions and replacements that turn one text into the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
