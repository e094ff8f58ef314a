// SPDX-License-Identifier: Apache-2.0
// JSON text as the Java operator's serialiser writes it: compact, its own escapes, numbers in Java's spelling. It writes trees of
// plain values; which members stand in a tree and in which order is decided by the caller.

import { javaDouble } from '../flink/java-text.ts';

const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

/** A JSON string; everything but quotes, backslashes and control characters is written raw, also U+2028 and lone surrogates. */
export function javaJsonString(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is to be escaped
  return `"${text.replace(/["\\\u0000-\u001f]/g, escape)}"`;
}

function escape(character: string): string {
  const named = NAMED_ESCAPES[character];
  if (named !== undefined) return named;
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A JSON number: whole numbers in plain digits as long as JavaScript writes them so (below 1e21), others as a Java double. */
export function javaJsonNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? String(value) : javaDouble(value);
}

/** Any tree of plain values, members in their order; `undefined` is written as `null`. */
export function javaJson(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return javaJsonString(value);
  if (typeof value === 'number') return javaJsonNumber(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(javaJson).join(',')}]`;
  return javaJsonObject(Object.entries(value).map(([name, member]) => [name, javaJson(member)]));
}

/** An object of members that are already JSON text. */
export function javaJsonObject(members: Iterable<readonly [name: string, json: string]>): string {
  return `{${Array.from(members, ([name, json]) => `${javaJsonString(name)}:${json}`).join(',')}}`;
}
