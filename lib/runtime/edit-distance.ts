// SPDX-License-Identifier: Apache-2.0
// How far two texts are apart in slips of the keyboard: a letter more, less, another, or two swapped. Gives up early, because it is
// asked about a thousand names for every misspelt one.

/** The number of slips between two texts (a swap of neighbours is one), or `limit + 1` if they are more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  const tooFar = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return tooFar;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  return distanceOf(a.slice(start, endA), b.slice(start, endB), limit);
}

/** Only a band round the diagonal can hold distances within the limit; nothing else is filled in. */
function distanceOf(a: string, b: string, limit: number): number {
  const tooFar = limit + 1;
  if (a.length === 0 || b.length === 0) return Math.min(a.length + b.length, tooFar);
  const width = b.length + 1;
  let before = new Array<number>(width).fill(tooFar);
  let row = Array.from({ length: width }, (_, index) => Math.min(index, tooFar));
  for (let i = 1; i <= a.length; i += 1) {
    const next = new Array<number>(width).fill(tooFar);
    if (i <= limit) next[0] = i;
    let least = next[0] ?? tooFar;
    const last = Math.min(b.length, i + limit);
    for (let j = Math.max(1, i - limit); j <= last; j += 1) {
      const replaced = (row[j - 1] ?? tooFar) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(replaced, (row[j] ?? tooFar) + 1, (next[j - 1] ?? tooFar) + 1, tooFar);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? tooFar) + 1);
      }
      next[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return tooFar;
    before = row;
    row = next;
  }
  return row[b.length] ?? tooFar;
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
