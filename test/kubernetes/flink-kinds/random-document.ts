// SPDX-License-Identifier: Apache-2.0
// Random `spec`s and `status`es of the Flink kinds: mostly right, with now and then a null, an unknown field, a value of another type or
// outside its enumeration. The same seed gives the same documents.

import type { Random } from '../../../lib/runtime/random.ts';
import type { Json, JsonObject } from '../../../lib/runtime/json.ts';
import type { FieldNode } from './field-tree.ts';

/** How often something is wrong, of one; 0 gives documents without a fault. */
export interface Faults {
  readonly null: number;
  readonly unknown: number;
  readonly type: number;
  readonly value: number;
}

export const NO_FAULTS: Faults = { null: 0, unknown: 0, type: 0, value: 0 };

const WORDS = ['', 'a', 'x/y', '0', 'true', '2048m', 'ä — ü', 'two words', 's3://b/c', '1.5'];
const WHOLE = [0, 1, -1, 7, 2147483647, 1795262641095];
const NAMES = ['a', 'b.c', 'x-y', 'cpu', 'memory'];

/** A document's part below `node`, which must be of type object. */
export function randomDocument(node: FieldNode, random: Random, faults: Faults): JsonObject {
  return objectOf(node, 0);

  function pick<T>(list: readonly T[]): T {
    return list[Math.floor(random.next() * list.length)] as T;
  }

  function chance(of: number): boolean {
    return random.next() < of;
  }

  function objectOf({ members, valuesOfMap }: FieldNode, depth: number): JsonObject {
    const result: JsonObject = {};
    // the deeper, the rarer: every level is reached, and documents stay readable
    const wanted = depth < 2 ? 0.7 : 0.35;
    for (const [name, member] of members) if (chance(wanted)) result[name] = valueOf(member, depth + 1);
    if (valuesOfMap !== undefined)
      for (const name of NAMES) if (chance(0.3)) result[name] = valueOf(valuesOfMap, depth + 1);
    if (valuesOfMap === undefined && chance(faults.unknown)) result[pick(['replica', 'Image', 'extra'])] = anything();
    return result;
  }

  function valueOf(node: FieldNode, depth: number): Json {
    if (chance(faults.null)) return null;
    if (node.type !== 'any' && chance(faults.type)) return otherThan(node.type);
    if (node.values !== undefined) return chance(faults.value) ? pick(['Running', 'v1', '']) : pick(node.values);
    switch (node.type) {
      case 'object':
        return objectOf(node, depth);
      case 'array':
        return Array.from({ length: Math.floor(random.next() * 3) }, () => valueOf(node.items as FieldNode, depth + 1));
      case 'string':
        return pick(WORDS);
      case 'integer':
        return pick(WHOLE);
      case 'number':
        return pick([...WHOLE, 0.5, 2.25]);
      case 'boolean':
        return chance(0.5);
      case 'int-or-string':
        return pick([1, 2, '1', '500m', '2Gi']);
      case 'opaque':
        return { spec: { anything: anything(), containers: [{ name: 'flink-main-container' }] }, more: anything() };
      default:
        return anything();
    }
  }

  function otherThan(type: string): Json {
    const numbers = type === 'number' || type === 'integer' || type === 'int-or-string';
    const candidates: Json[] = [true, 1.5, 'text', ['text'], { a: 1 }];
    const others = candidates.filter((value) => {
      if (type === 'object' || type === 'opaque') return typeof value !== 'object' || Array.isArray(value);
      if (type === 'array') return !Array.isArray(value);
      if (numbers && typeof value === 'number') return type !== 'number';
      if (type === 'int-or-string' && typeof value === 'string') return false;
      return typeof value !== type;
    });
    return pick(others);
  }

  function anything(): Json {
    return pick<Json>([1, 2.5, 'text', '', false, null, [], ['a', 1, null], {}, { a: { b: null, c: [1] } }]);
  }
}
