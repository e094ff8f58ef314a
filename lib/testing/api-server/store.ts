// SPDX-License-Identifier: Apache-2.0
// What etcd is to the API server: objects by key, one counter that gives every change its version, and the changes of the recent past for
// watches. It knows nothing of what the objects mean.

import type { StoredObject } from './stored-object.ts';

/** One change of the store. */
export interface Change {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** `group/plural`. */
  readonly resource: string;
  /** The state after the change; of a deletion, the last state with the version of the deletion. */
  readonly object: StoredObject;
  /** The state before the change. */
  readonly before?: StoredObject;
  readonly version: number;
}

export interface StoreOptions {
  /** How many changes of each resource a watch can go back; older versions are expired. */
  readonly historyLength: number;
}

interface Table {
  readonly objects: Map<string, StoredObject>;
  changes: Change[];
  /** The newest version that cannot be watched from any more. */
  expiredBelow: number;
}

export class Store {
  readonly #tables = new Map<string, Table>();
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #historyLength: number;
  readonly #undelivered: Change[] = [];
  #delivering = false;
  #version = 1;

  constructor(options: StoreOptions) {
    this.#historyLength = options.historyLength;
  }

  /** The version of the last change to anything. */
  get version(): number {
    return this.#version;
  }

  get(resource: string, key: string): StoredObject | undefined {
    return this.#tables.get(resource)?.objects.get(key);
  }

  /** All objects of a resource in the order of their keys. */
  list(resource: string): StoredObject[] {
    const table = this.#tables.get(resource);
    if (table === undefined) return [];
    return [...table.objects.keys()].sort().map((key) => table.objects.get(key) as StoredObject);
  }

  /** Every object of every resource, in no particular order. */
  *everything(): Iterable<[resource: string, object: StoredObject]> {
    for (const [resource, table] of this.#tables) for (const object of table.objects.values()) yield [resource, object];
  }

  /** Stores `object` under a new version and returns it as it is now stored. */
  put(resource: string, key: string, object: StoredObject): StoredObject {
    const table = this.#table(resource);
    const before = table.objects.get(key);
    const version = ++this.#version;
    const stored = { ...object, metadata: { ...object.metadata, resourceVersion: String(version) } };
    table.objects.set(key, stored);
    this.#record(table, {
      type: before === undefined ? 'ADDED' : 'MODIFIED',
      resource,
      object: stored,
      ...(before === undefined ? {} : { before }),
      version,
    });
    return stored;
  }

  remove(resource: string, key: string): void {
    const table = this.#table(resource);
    const before = table.objects.get(key);
    if (before === undefined) return;
    table.objects.delete(key);
    const version = ++this.#version;
    const object = { ...before, metadata: { ...before.metadata, resourceVersion: String(version) } };
    this.#record(table, { type: 'DELETED', resource, object, before, version });
  }

  /** The changes after `version`, oldest first, or `undefined` when some of them are forgotten. */
  changesSince(resource: string, version: number): Change[] | undefined {
    const table = this.#table(resource);
    if (version < table.expiredBelow) return undefined;
    const { changes } = table;
    let first = changes.length;
    while (first > 0 && (changes[first - 1] as Change).version > version) first--;
    return changes.slice(first);
  }

  /** The oldest version that can still be watched from. */
  oldestVersion(resource: string): number {
    return this.#table(resource).expiredBelow;
  }

  /** Forgets all changes so far: every version before now is expired for watches and continued lists. */
  compact(): void {
    for (const table of this.#tables.values()) {
      table.changes = [];
      table.expiredBelow = this.#version;
    }
  }

  /** Calls `listener` synchronously after each change; returns how to stop that. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #table(resource: string): Table {
    let table = this.#tables.get(resource);
    if (table === undefined) {
      table = { objects: new Map(), changes: [], expiredBelow: 0 };
      this.#tables.set(resource, table);
    }
    return table;
  }

  #record(table: Table, change: Change): void {
    table.changes.push(change);
    // Trimmed in halves, so that forgetting costs nothing per change.
    if (table.changes.length > this.#historyLength * 2) {
      const forgotten = table.changes.splice(0, table.changes.length - this.#historyLength);
      table.expiredBelow = forgotten.at(-1)?.version ?? table.expiredBelow;
    }
    this.#undelivered.push(change);
    this.#deliver();
  }

  /** A listener may write; what it writes is told after what it was told, to everybody in the same order. */
  #deliver(): void {
    if (this.#delivering) return;
    this.#delivering = true;
    try {
      for (let change = this.#undelivered.shift(); change !== undefined; change = this.#undelivered.shift()) {
        for (const listener of [...this.#listeners]) listener(change);
      }
    } finally {
      this.#delivering = false;
    }
  }
}
