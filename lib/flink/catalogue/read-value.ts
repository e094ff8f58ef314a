// SPDX-License-Identifier: Apache-2.0
// Whether Flink can read a text as the value of an option, and if not, what was probably meant. Types are read as a cluster of that
// version reads them; what is readable but hardly meant is doubtful-value.ts.

import { formatDuration, parseDuration } from '../duration.ts';
import { parseMemorySize, resourceMemoryBytes } from '../memory-size.ts';
import { booleanOption, doubleOption, intOption, mapOption } from '../typed-options.ts';
import { ValueError } from '../value-error.ts';
import { parseListText, parseMapText } from '../yaml-text.ts';
import type { OptionFacts } from './catalogue-option.ts';
import { closedValues } from './closed-values.ts';
import { editDistance } from '../../runtime/edit-distance.ts';
import { TABLE_VERSIONS } from './option-table.ts';

/** Why a text is not a value, and what to write. */
export interface Unreadable {
  readonly allowed: string;
  /** The text that was probably meant. */
  readonly meant?: string;
}

const readers = {
  boolean: booleanOption('', [], undefined),
  int: intOption('', [], undefined),
  double: doubleOption('', [], undefined),
  map: mapOption('', [], undefined),
};

const ISO_SINCE = TABLE_VERSIONS.indexOf('v2_1');
const LARGEST_LONG = 2n ** 63n;

/** Nothing if the text is a value of the option in that version. */
export function unreadable(facts: OptionFacts, text: string, version: number): Unreadable | undefined {
  try {
    return problemOf(facts, text, version);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    const allowed = facts.countsMilliseconds ? `${error.allowed}, in milliseconds` : error.allowed;
    return withMeant(allowed, meantBy(facts, text, error.input));
  }
}

function problemOf(facts: OptionFacts, text: string, version: number): Unreadable | undefined {
  switch (facts.type) {
    case 'string':
      return notOneOfTheWords(facts.key, text, version);
    case 'boolean':
      readers.boolean.parse(text);
      return undefined;
    case 'int':
      readers.int.parse(text);
      return undefined;
    case 'long':
      checkLong(text);
      return undefined;
    case 'float':
    case 'double':
      readers.double.parse(text);
      return undefined;
    case 'duration':
      if (/^\s*P/iu.test(text) && version < ISO_SINCE) throw new ValueError(text, DURATION);
      parseDuration(text);
      return undefined;
    case 'memory':
      parseMemorySize(text);
      return undefined;
    case 'enum':
      checkEnum(facts.values, text);
      return undefined;
    case 'map':
      parseMapText(text);
      return undefined;
    case 'list<enum>':
      for (const item of parseListText(text)) checkEnum(facts.values, item);
      return undefined;
    case 'list<map>':
      for (const item of parseListText(text)) parseMapText(item);
      return undefined;
    case 'list<string>':
      parseListText(text);
      return undefined;
  }
}

const DURATION = 'a duration such as "10 s", "5 min" or "100ms" (units d, h, min, s, ms, µs, ns)';

function notOneOfTheWords(key: string, text: string, version: number): Unreadable | undefined {
  const closed = closedValues(key, version);
  if (closed === undefined) return undefined;
  const small = text.trim().toLowerCase();
  const same = (value: string): boolean => (closed.exactCase ? value === text.trim() : value.toLowerCase() === small);
  if (closed.values.some(same)) return undefined;
  // A class stands in a package; a word without a dot was meant to be one of the words.
  if (closed.classes && small.includes('.')) return undefined;
  const allowed = `one of ${closed.values.join(', ')}${closed.classes ? ', or the name of a class' : ''}`;
  return withMeant(allowed, nearestWord(closed.values, text));
}

function checkEnum(values: readonly string[], text: string): void {
  if (values.some((value) => value.toUpperCase() === text.toUpperCase())) return;
  throw new ValueError(text, `one of ${values.join(', ')}`);
}

function checkLong(text: string): void {
  const number = /^[+-]?\d{1,19}$/u.test(text) ? BigInt(text.replace(/^\+/u, '')) : undefined;
  if (number === undefined || number < -LARGEST_LONG || number >= LARGEST_LONG) {
    throw new ValueError(text, 'a whole number of 64 bits');
  }
}

function withMeant(allowed: string, meant: string | undefined): Unreadable {
  return { allowed, ...(meant === undefined ? {} : { meant }) };
}

/** `input` is the part that could not be read: an element of a list, or the whole text. */
function meantBy(facts: OptionFacts, text: string, input: string): string | undefined {
  switch (facts.type) {
    case 'boolean':
      return BOOLEAN_WORDS.get(text.trim().toLowerCase()) ?? nearestWord(['true', 'false'], text.trim());
    case 'int':
    case 'long':
      return meantNumber(facts, text.trim());
    case 'float':
    case 'double':
      return meantFraction(text.trim());
    case 'duration':
      return meantDuration(text);
    case 'memory':
      return meantSize(text);
    case 'enum':
      return nearestWord(facts.values, text);
    case 'list<enum>':
      return nearestWord(facts.values, input);
    default:
      return undefined;
  }
}

const BOOLEAN_WORDS: ReadonlyMap<string, string> = new Map([
  ...['yes', 'on', 'y', 'enabled', '1'].map((word) => [word, 'true'] as const),
  ...['no', 'off', 'n', 'disabled', '0'].map((word) => [word, 'false'] as const),
]);

function meantNumber(facts: OptionFacts, text: string): string | undefined {
  if (/^[+-]?\d+\.0+$/u.test(text)) return text.replace(/\.0+$/u, '');
  if (/^\d[\d_]*$/u.test(text) && text.includes('_')) return text.replaceAll('_', '');
  // The unit is what is too much.
  if (facts.countsMilliseconds) {
    const milliseconds = attempt(() => parseDuration(text));
    return milliseconds === undefined ? undefined : String(Math.round(milliseconds));
  }
  const bytes = /size|bytes|memory/iu.test(facts.key) ? attempt(() => parseMemorySize(text)) : undefined;
  return bytes === undefined ? undefined : String(bytes);
}

function meantFraction(text: string): string | undefined {
  const percent = /^(\d+(?:\.\d+)?)\s*%$/u.exec(text)?.[1];
  if (percent !== undefined) return String(Number(percent) / 100);
  if (/^\d+,\d+$/u.test(text)) return text.replace(',', '.');
  const milli = /^(\d+)m$/u.exec(text)?.[1];
  return milli === undefined ? undefined : String(Number(milli) / 1000);
}

const UNIT_WORDS: readonly (readonly [RegExp, string, number])[] = [
  [/^(?:w|wk|wks|weeks?)$/u, 'd', 7],
  [/^(?:d|days?)$/u, 'd', 1],
  [/^(?:h|hr|hrs|hours?)$/u, 'h', 1],
  [/^(?:m|mins?|minutes?|minuts?)$/u, 'min', 1],
  [/^(?:s|secs?|seconds?)$/u, 's', 1],
  [/^(?:ms|msecs?|millis?|milliseconds?)$/u, 'ms', 1],
  [/^(?:us|µs|micros?|microseconds?)$/u, 'µs', 1],
];
const SMALLER: Readonly<Record<string, readonly [string, number]>> = {
  d: ['h', 24],
  h: ['min', 60],
  min: ['s', 60],
  s: ['ms', 1000],
};

function meantDuration(text: string): string | undefined {
  const iso = attempt(() => parseDuration(text));
  if (iso !== undefined) return formatDuration(iso);
  const [, number = '', word = ''] = /^\s*(\d+(?:[.,]\d+)?)\s*(\D+?)\s*$/u.exec(text) ?? [];
  const row = UNIT_WORDS.find(([pattern]) => pattern.test(word.toLowerCase()));
  if (row === undefined) return undefined;
  let unit = row[1];
  let count = Number(number.replace(',', '.')) * row[2];
  while (!Number.isInteger(count)) {
    const [smaller, times] = SMALLER[unit] ?? [];
    if (smaller === undefined || times === undefined) return undefined;
    unit = smaller;
    count = Math.round(count * times * 1e6) / 1e6;
  }
  return `${count} ${unit}`;
}

function meantSize(text: string): string | undefined {
  const [, number = '', unit = ''] = /^\s*(\d+\.\d+)\s*([kmgt])(?:i?b?)\s*$/iu.exec(text) ?? [];
  const smaller = { k: 'b', m: 'k', g: 'm', t: 'g' }[unit.toLowerCase()];
  if (smaller !== undefined) {
    const count = Number(number) * 1024;
    return Number.isInteger(count) ? `${count}${smaller}` : undefined;
  }
  const binary = /^\s*(\d+)\s*([kmgt])i?b?\s*$/iu.exec(text);
  if (binary) return `${binary[1]}${binary[2]?.toLowerCase()}`;
  const bytes = attempt(() => resourceMemoryBytes(text));
  return bytes === undefined ? undefined : `${bytes}b`;
}

/** The word that a slip leads from, if it is one or two. */
export function nearestWord(words: readonly string[], text: string): string | undefined {
  const bare = (word: string): string => word.toLowerCase().replace(/[^a-z\d]/gu, '');
  const alike = words.find((word) => bare(word) === bare(text));
  if (alike !== undefined) return alike;
  let [best, fewest]: [string | undefined, number] = [undefined, 3];
  for (const word of words) {
    const distance = editDistance(word.toLowerCase(), text.toLowerCase(), 2);
    if (distance < fewest && distance < word.length) [best, fewest] = [word, distance];
  }
  return best;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ValueError) return undefined;
    throw error;
  }
}
