// SPDX-License-Identifier: Apache-2.0
// Where a path such as `spec.flinkConfiguration.state.savepoints.dir` leads in a parsed document. Keys may hold dots and options may be
// written nested, so every way to read the path is tried. What is not there has the place of the nearest thing round it.

import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import { isMerge, keyText } from './plain-value.ts';

/** The end of a search: how much of the path was found, the offset to show, and the value that stands there. */
interface Found {
  readonly rest: string;
  readonly at: number;
  readonly node: Node | undefined;
}

/** The offset of what is at `path` below `root`, and the text of its value if it is written as one word. */
export function findPlace(document: Document, root: Node, path: string): { at: number; source?: string } {
  const { rest, at, node } = deepest(document, { rest: path, at: root.range?.[0] ?? 0, node: root });
  const source = rest === '' && isScalar(node) ? node.source : undefined;
  return source === undefined ? { at } : { at, source };
}

function deepest(document: Document, from: Found): Found {
  const node = isAlias(from.node) ? from.node.resolve(document) : from.node;
  if (from.rest === '' || node === undefined) return { ...from, node };
  let best: Found = { ...from, node };
  for (const next of steps(document, node, from.rest)) {
    const found = deepest(document, next);
    if (found.rest.length < best.rest.length) best = found;
  }
  return best;
}

/** One step further into the path, each way it can be read; a later one counts, as of two equal keys. */
function steps(document: Document, node: Node, path: string): Found[] {
  if (isSeq(node)) {
    const { 0: step, groups } = /^\[(?<index>\d+)\]/u.exec(path) ?? { 0: '' };
    const item = node.items[Number(groups?.['index'] ?? -1)] as Node | undefined;
    return item === undefined ? [] : [{ rest: path.slice(step.length), at: item.range?.[0] ?? 0, node: item }];
  }
  if (!isMap(node)) return [];
  return [...node.items].reverse().flatMap((pair) => {
    if (isMerge(pair)) return mergedMaps(document, pair).flatMap((map) => steps(document, map, path));
    const key = keyText(pair.key);
    const rest = key === undefined ? undefined : without(path, key);
    if (rest === undefined) return [];
    return [{ rest, at: (pair.key as Node).range?.[0] ?? 0, node: (pair.value ?? undefined) as Node | undefined }];
  });
}

/** What is left of the path behind the key; undefined if the path does not begin with it. */
function without(path: string, key: string): string | undefined {
  const bare = path.startsWith('.') ? path.slice(1) : path;
  for (const written of [key, `['${key}']`, `["${key}"]`]) {
    const rest = bare.slice(written.length);
    if (bare.startsWith(written) && (rest === '' || rest.startsWith('.') || rest.startsWith('['))) return rest;
  }
  return undefined;
}

function mergedMaps(document: Document, { value }: Pair): YAMLMap[] {
  const target = isAlias(value) ? value.resolve(document) : value;
  const maps: unknown[] = isSeq(target) ? target.items : [target];
  return maps.map((map) => (isAlias(map) ? map.resolve(document) : map)).filter((map): map is YAMLMap => isMap(map));
}
