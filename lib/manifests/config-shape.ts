// SPDX-License-Identifier: Apache-2.0
// The shape of a Flink configuration in props: a tree of plain values. It catches what flattening would hide: `null` becoming the text
// "null", one key said twice (flat and nested), objects in lists. Which keys Flink knows is not its business.

import { reject, shown } from './props-shape.ts';
import type { Shape, ShapeReport } from './props-shape.ts';
import { durationText, sizeText } from './quantities.ts';

const ALLOWED = 'text, numbers, true, false, lists of these, Duration, Size, or nested objects';

/** A configuration tree; `undefined` members go, values of `Duration` and `Size` become text. */
export const configShape: Shape<Record<string, unknown>> = (value, path, report) => {
  if (!isTree(value))
    return reject(
      report,
      path,
      `${shown(value)} is not an object`,
      'an object of configuration keys',
      'put the keys in { }',
    );
  return tree(value, { root: path, prefix: '', depth: 0, seen: new Set(), report });
};

/** Deeper than any key of Flink; what is deeper contains itself. */
const DEEPEST = 50;

interface Walk {
  depth: number;
  root: string;
  prefix: string;
  seen: Set<string>;
  report: ShapeReport;
}

function tree(node: Record<string, unknown>, walk: Walk): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node)) {
    if (value === undefined) continue;
    const key = `${walk.prefix}${name}`;
    const kept =
      isTree(value) && walk.depth < DEEPEST
        ? tree(value, { ...walk, prefix: `${key}.`, depth: walk.depth + 1 })
        : leaf(value, key, walk);
    if (kept !== undefined) result[name] = kept;
  }
  return result;
}

function leaf(value: unknown, key: string, { root, seen, report }: Walk): unknown {
  const path = `${root}['${key}']`;
  if (seen.has(key))
    return reject(
      report,
      path,
      'is there twice, flat and nested',
      'each key once',
      'remove one of the two',
      'props.twice',
    );
  seen.add(key);
  const amount = amountText(value);
  if (amount !== undefined) return amount;
  if (Array.isArray(value) ? value.every(isScalar) : isScalar(value)) return value;
  const remedy =
    value === null
      ? 'leave the key out; quote it if the text "null" is meant'
      : 'write the value as Flink reads it, as text';
  return reject(report, path, `${shown(value)} has no meaning in a configuration`, ALLOWED, remedy);
}

function amountText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('toMilliseconds' in value) return durationText(value as Parameters<typeof durationText>[0]);
  if ('toKibibytes' in value) return sizeText(value as Parameters<typeof sizeText>[0]);
  return undefined;
}

function isScalar(value: unknown): boolean {
  return (
    typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  );
}

function isTree(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
