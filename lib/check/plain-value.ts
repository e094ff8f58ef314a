// SPDX-License-Identifier: Apache-2.0
// A parsed document as the value that kubectl would send: anchors and merges resolved, keys as texts, the last of two equal keys. What
// cannot be sent is reported and left out; so are keys that stand twice. Whole numbers beyond 2^53 become texts below flinkConfiguration,
// where only their text counts, and inexact numbers elsewhere: a place's source text still has all digits.

import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, Pair, Scalar, YAMLMap } from 'yaml';
import { equal } from '../runtime/json.ts';

/** Something in the tree that JSON cannot hold, or that is there twice. Offsets are the text's. */
export type Oddity = { readonly path: string; readonly at: number } & (
  | { readonly is: 'duplicate'; readonly key: string; readonly first: number; readonly same: boolean }
  | { readonly is: 'bad-key' | 'bad-number' | 'bad-merge' | 'endless' | 'too-large' }
  | { readonly is: 'no-anchor'; readonly anchor: string }
);

interface Reading {
  readonly value: unknown;
  readonly oddities: readonly Oddity[];
}

/** Far above any manifest: aliases of aliases of aliases are what gets there. */
const MOST_NODES = 1_000_000;

/** What the document says, and what is odd about how it says it. */
export function plainValue(document: Document): Reading {
  const reader = new Reader(document);
  const value = document.contents === null ? undefined : reader.read(document.contents, false);
  return { value: reader.tooLarge ? undefined : value, oddities: reader.oddities };
}

/** The text that a key becomes in JSON; undefined for a key that JSON cannot have. */
export function keyText(key: unknown): string | undefined {
  const value = isScalar(key) ? key.value : undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** Whether a pair is `<<: *anchor`. */
export function isMerge({ key }: Pair): boolean {
  return isScalar(key) && (typeof key.value === 'symbol' || (key.value === '<<' && key.type === 'PLAIN'));
}

class Reader {
  readonly oddities: Oddity[] = [];
  tooLarge = false;
  readonly #document: Document;
  /** Values of anchored nodes, which are read once; `undefined` while they are being read. */
  readonly #anchored = new Map<Node, { value: unknown; size: number } | undefined>();
  #size = 0;
  /** Where the reader is, step by step. */
  readonly #path: string[] = [];

  constructor(document: Document) {
    this.#document = document;
  }

  read(node: Node, inConfiguration: boolean): unknown {
    this.#size += 1;
    if (this.#size > MOST_NODES) {
      if (!this.tooLarge) this.oddities.push({ is: 'too-large', ...this.#here(node) });
      this.tooLarge = true;
    }
    if (this.tooLarge) return undefined;
    if (isAlias(node)) return this.#alias(node, node.source, inConfiguration);
    if (isMap(node)) return this.#remember(node, () => this.#map(node, inConfiguration));
    if (isSeq(node)) {
      return this.#remember(node, () =>
        node.items.map((item, index) => this.#below(`[${index}]`, () => this.read(item as Node, inConfiguration))),
      );
    }
    return isScalar(node) ? this.#scalar(node, inConfiguration) : undefined;
  }

  #here(node: Node | null): { path: string; at: number } {
    return { path: this.#path.join('').replace(/^\./u, ''), at: node?.range?.[0] ?? 0 };
  }

  #below<T>(step: string, read: () => T): T {
    this.#path.push(step);
    const value = read();
    this.#path.pop();
    return value;
  }

  #remember(node: Node & { anchor?: string }, read: () => unknown): unknown {
    if (node.anchor === undefined) return read();
    const before = this.#size;
    this.#anchored.set(node, undefined);
    const value = read();
    this.#anchored.set(node, { value, size: this.#size - before });
    return value;
  }

  #alias(node: Node, anchor: string, inConfiguration: boolean): unknown {
    const target = (node as Node & { resolve: (document: Document) => Node | undefined }).resolve(this.#document);
    if (target === undefined) {
      this.oddities.push({ is: 'no-anchor', anchor, ...this.#here(node) });
      return undefined;
    }
    if (!this.#anchored.has(target)) return this.read(target, inConfiguration);
    const known = this.#anchored.get(target);
    if (known === undefined) {
      this.oddities.push({ is: 'endless', ...this.#here(node) });
      return undefined;
    }
    this.#size += known.size;
    return known.value;
  }

  #map(node: YAMLMap, inConfiguration: boolean): Record<string, unknown> {
    const own = new Map<string, { value: unknown; at: number }>();
    const merged: Record<string, unknown>[] = [];
    for (const pair of node.items) {
      if (isMerge(pair)) {
        merged.push(...this.#merged(pair.value as Node | null, inConfiguration));
        continue;
      }
      const key = keyText(pair.key);
      if (key === undefined) this.oddities.push({ is: 'bad-key', ...this.#here(pair.key as Node | null) });
      else this.#below(`.${key}`, () => this.#member(own, key, pair, inConfiguration));
    }
    const result: Record<string, unknown> = {};
    for (const [key, { value }] of own) define(result, key, value);
    // Of several that are merged in, the first one counts; what stands here itself counts before all of them.
    for (const other of merged) {
      for (const [key, value] of Object.entries(other)) if (!Object.hasOwn(result, key)) define(result, key, value);
    }
    return result;
  }

  #member(own: Map<string, { value: unknown; at: number }>, key: string, pair: Pair, inConfiguration: boolean): void {
    const inside = inConfiguration || key === 'flinkConfiguration';
    const value = pair.value === null ? null : this.read(pair.value as Node, inside);
    const { path, at } = this.#here(pair.key as Node);
    const before = own.get(key);
    if (before !== undefined) {
      const same = equal(before.value, value);
      this.oddities.push({ is: 'duplicate', key, first: before.at, same, path, at });
    }
    own.set(key, { value, at });
  }

  #merged(node: Node | null, inConfiguration: boolean): Record<string, unknown>[] {
    const value = node === null ? null : this.read(node, inConfiguration);
    const values: unknown[] = Array.isArray(value) ? value : [value];
    if (values.every((other) => typeof other === 'object' && other !== null && !Array.isArray(other))) {
      return values as Record<string, unknown>[];
    }
    // An alias that leads nowhere is reported already.
    if (value !== undefined) this.oddities.push({ is: 'bad-merge', ...this.#here(node) });
    return [];
  }

  #scalar(node: Scalar, inConfiguration: boolean): unknown {
    const { value } = node;
    if (typeof value === 'bigint') {
      const number = Number(value);
      return inConfiguration && !Number.isSafeInteger(number) ? String(value) : number;
    }
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.oddities.push({ is: 'bad-number', ...this.#here(node) });
      return undefined;
    }
    return typeof value === 'symbol' ? '<<' : value;
  }
}

/** `__proto__` too is only a key. */
function define(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
