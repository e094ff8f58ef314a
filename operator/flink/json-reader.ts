// SPDX-License-Identifier: Apache-2.0
// Tolerant reading of Flink's JSON: an absent member, null and a value of another type are all "not there", unknown members are
// ignored, and the strings in which Java writes numbers that are not finite are numbers again. Never throws.

import { isObject } from '../../lib/runtime/json.ts';

/** A JSON object of which nothing is known yet. */
export type Reader = Readonly<Record<string, unknown>>;

const NOT_FINITE: Readonly<Record<string, number>> = { NaN: Number.NaN, Infinity, '-Infinity': -Infinity };

/** The value as an object, or undefined. */
export function asObject(value: unknown): Reader | undefined {
  return isObject(value) ? value : undefined;
}

/** The member as an object, or undefined. */
export function objectAt(reader: Reader, key: string): Reader | undefined {
  return asObject(reader[key]);
}

/** The member's objects; empty when it is not a list. */
export function objectsAt(reader: Reader, key: string): Reader[] {
  const value = reader[key];
  return Array.isArray(value) ? value.map(asObject).filter((entry) => entry !== undefined) : [];
}

/** The member as text, or undefined. */
export function textAt(reader: Reader, key: string): string | undefined {
  const value = reader[key];
  return typeof value === 'string' ? value : undefined;
}

/** The member as a number (possibly not finite), or undefined. */
export function numberAt(reader: Reader, key: string): number | undefined {
  const value = reader[key];
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? NOT_FINITE[value] : undefined;
}

/** The member as a boolean, or undefined. */
export function booleanAt(reader: Reader, key: string): boolean | undefined {
  const value = reader[key];
  return typeof value === 'boolean' ? value : undefined;
}

/** The member's numbers by name; other members of it are left out. */
export function countsAt(reader: Reader, key: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [name, value] of Object.entries(objectAt(reader, key) ?? {}))
    if (typeof value === 'number') counts[name] = value;
  return counts;
}

/** The member's texts by name; other members of it are left out. */
export function textsAt(reader: Reader, key: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(objectAt(reader, key) ?? {}))
    if (typeof value === 'string') texts[name] = value;
  return texts;
}
