// SPDX-License-Identifier: Apache-2.0
// How far two texts are apart in slips of the keyboard: a letter more, less, another, or two swapped. Gives up early, because it is
// asked about a thousand names for every misspelt one.

/** The number of slips between two texts (a swap of neighbours is one), or `limit + 1` if they are more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  const tooFar = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return tooFar;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j - 1] ?? 0) + (same ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return tooFar;
    before = row;
    row = next;
  }
  return Math.min(row[b.length] ?? tooFar, tooFar);
}

/** Which characters a text has, as bits. Each slip changes at most two of them, so a glance at the bits rules most names out. */
export function characterMask(text: string): number {
  let mask = 0;
  for (let index = 0; index < text.length; index += 1) mask |= 1 << (text.charCodeAt(index) & 31);
  return mask;
}

/** How many bits two masks differ in. */
export function maskDistance(a: number, b: number): number {
  let bits = a ^ b;
  let count = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    count += 1;
  }
  return count;
}
