// SPDX-License-Identifier: Apache-2.0
// Keys by time, earliest first: a binary heap. A key may stand in it more than once; who pops decides which of them still counts.

/** A key and its time. */
export interface Timed {
  readonly key: string;
  readonly at: number;
}

/** Earliest first; of equal times, the one that was pushed first. */
export class TimeHeap {
  readonly #items: (Timed & { readonly order: number })[] = [];
  #pushed = 0;

  get first(): Timed | undefined {
    return this.#items[0];
  }

  get size(): number {
    return this.#items.length;
  }

  push(key: string, at: number): void {
    const items = this.#items;
    const item = { key, at, order: this.#pushed++ };
    let index = items.length;
    items.push(item);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = items[parent];
      if (above === undefined || !isBefore(item, above)) break;
      items[index] = above;
      index = parent;
    }
    items[index] = item;
  }

  pop(): Timed | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      const left = items[child];
      if (left === undefined) break;
      const right = items[child + 1];
      if (right !== undefined && isBefore(right, left)) child++;
      const smaller = items[child];
      if (smaller === undefined || !isBefore(smaller, last)) break;
      items[index] = smaller;
      index = child;
    }
    items[index] = last;
    return first;
  }
}

function isBefore(a: Timed & { order: number }, b: Timed & { order: number }): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
