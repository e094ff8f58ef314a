// SPDX-License-Identifier: Apache-2.0
// Objects by key and by index, in memory. Only what the watch has said goes in here; own writes that the watch has not shown yet
// lie over it (own-writes.ts).

import type { KubernetesObject, Stored } from '../../lib/kubernetes/objects.ts';
import { objectKey } from '../../lib/kubernetes/object-key.ts';

/** Index name to the function that gives an object's keys in it. */
export type Indexers<T extends KubernetesObject> = Readonly<Record<string, (object: Stored<T>) => string[]>>;

/** Objects of one kind. */
export class Store<T extends KubernetesObject> {
  readonly #objects = new Map<string, Stored<T>>();
  readonly #indexers: Indexers<T>;
  /** Index name, then index key, then object keys. */
  readonly #indexes = new Map<string, Map<string, Set<string>>>();

  constructor(indexers: Indexers<T> = {}) {
    this.#indexers = indexers;
    for (const name of Object.keys(indexers)) this.#indexes.set(name, new Map());
  }

  get size(): number {
    return this.#objects.size;
  }

  get(key: string): Stored<T> | undefined {
    return this.#objects.get(key);
  }

  /** All keys, in the order in which they came. */
  keys(): IterableIterator<string> {
    return this.#objects.keys();
  }

  values(): IterableIterator<Stored<T>> {
    return this.#objects.values();
  }

  /** Keys of the objects that have `value` in the index; takes time only for what it returns. */
  keysByIndex(index: string, value: string): ReadonlySet<string> {
    const entries = this.#indexes.get(index);
    if (entries === undefined) throw new TypeError(`there is no index '${index}'; there are: ${this.#indexNames()}`);
    return entries.get(value) ?? NONE;
  }

  /** The values that an object has in an index. */
  indexValues(index: string, object: Stored<T>): string[] {
    const indexer = this.#indexers[index];
    if (indexer === undefined) throw new TypeError(`there is no index '${index}'; there are: ${this.#indexNames()}`);
    return indexer(object);
  }

  set(object: Stored<T>): void {
    const key = objectKey(object);
    this.#unindex(key);
    this.#objects.set(key, object);
    for (const [name, entries] of this.#indexes) {
      for (const value of this.indexValues(name, object)) {
        const keys = entries.get(value);
        if (keys === undefined) entries.set(value, new Set([key]));
        else keys.add(key);
      }
    }
  }

  delete(key: string): void {
    this.#unindex(key);
    this.#objects.delete(key);
  }

  #unindex(key: string): void {
    const old = this.#objects.get(key);
    if (old === undefined) return;
    for (const [name, entries] of this.#indexes) {
      for (const value of this.indexValues(name, old)) {
        const keys = entries.get(value);
        keys?.delete(key);
        if (keys?.size === 0) entries.delete(value);
      }
    }
  }

  #indexNames(): string {
    return Object.keys(this.#indexers).join(', ') || 'none';
  }
}

const NONE: ReadonlySet<string> = new Set();
