// SPDX-License-Identifier: Apache-2.0
// Values in YAML flow form (`[a, b]`, `{k: v}`), the way newer Flink releases write lists and maps into one text. A text that is not
// in that form is read by the older rules, as Flink does; writing is always done in the older form (structured-text.ts).

import { parseDocument, stringify } from 'yaml';
import type { Document, ToJSOptions } from 'yaml';
import { javaDouble } from './java-text.ts';
import { parseList, parseMap } from './structured-text.ts';

/** A list in either form. Throws `ValueError`. */
export function parseListText(text: string): string[] {
  const value = text.trimStart().startsWith('[') ? flowValue(text) : undefined;
  return Array.isArray(value) ? value.map(yamlValueText) : parseList(text);
}

/** A map in either form. Throws `ValueError`. */
export function parseMapText(text: string): Record<string, string> {
  const value = text.trimStart().startsWith('{') ? flowValue(text) : undefined;
  if (!(value instanceof Map)) return parseMap(text);
  return Object.fromEntries([...value].map(([key, element]) => [yamlValueText(key), yamlValueText(element)]));
}

/** The text that Flink makes of a value of a YAML file: doubles as Java prints them, lists and maps in flow form. */
export function yamlValueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return doubleText(value);
  return typeof value === 'object' && value !== null ? flowText(value) : String(value);
}

/** Brackets in brackets; no value has nearly as many, and the parser would take seconds over them. */
const DEEPEST = 100;

function flowValue(text: string): unknown {
  if (isDeeper(text, DEEPEST)) return undefined;
  const document = parseDocument(text, { version: '1.2', intAsBigInt: true });
  return document.errors.length > 0 ? undefined : valueOfDocument(document, { mapAsMap: true });
}

/** What a document says; undefined where it refers to something that is not in it, such as `*.jar` in `[*.jar]`, or too often. */
export function valueOfDocument(document: Document.Parsed, options: ToJSOptions): unknown {
  try {
    return document.toJS(options);
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function doubleText(value: number): string {
  if (Number.isFinite(value)) return javaDouble(value);
  if (Number.isNaN(value)) return '.nan';
  return value > 0 ? '.inf' : '-.inf';
}

function flowText(value: object): string {
  const options = { collectionStyle: 'flow', flowCollectionPadding: false, singleQuote: true, lineWidth: 0 } as const;
  return stringify(value, options).trimEnd();
}

function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > most) return true;
  }
  return false;
}
