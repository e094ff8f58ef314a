// SPDX-License-Identifier: Apache-2.0
// Makers of options, one for each type of Flink's. Each says how its text is read; the tables of options are generated as calls of
// these. A default of `undefined` makes the option's type include `undefined`.

import type { ConfigOption, FlatConfiguration } from './configuration.ts';
import { parseDuration } from './duration.ts';
import { parseMemorySize } from './memory-size.ts';
import { ValueError } from './value-error.ts';
import { parseListText, parseMapText } from './yaml-text.ts';

type Reader<T> = (text: string) => T;
type Defaulted<T, D> = D extends undefined ? T | undefined : T;

function option<T, D extends T | undefined>(
  key: string,
  fallbackKeys: readonly string[],
  fallback: D,
  parse: Reader<T>,
) {
  return { key, fallbackKeys, default: fallback as Defaulted<T, D>, parse: parse as Reader<Defaulted<T, D>> };
}

/** An option whose value is the text itself. */
export function stringOption<D extends string | undefined>(
  key: string,
  fallbackKeys: readonly string[],
  fallback: D,
): ConfigOption<Defaulted<string, D>> {
  return option<string, D>(key, fallbackKeys, fallback, (text) => text);
}

/** `true` or `false` in any case. */
export function booleanOption<D extends boolean | undefined>(
  key: string,
  fallbackKeys: readonly string[],
  fallback: D,
): ConfigOption<Defaulted<boolean, D>> {
  return option<boolean, D>(key, fallbackKeys, fallback, parseBoolean);
}

/** A whole number of 32 bits. */
export function intOption<D extends number | undefined>(
  key: string,
  fallbackKeys: readonly string[],
  fallback: D,
): ConfigOption<Defaulted<number, D>> {
  return option<number, D>(key, fallbackKeys, fallback, parseInteger);
}

/** A number with a fraction. */
export function doubleOption<D extends number | undefined>(
  key: string,
  fallbackKeys: readonly string[],
  fallback: D,
): ConfigOption<Defaulted<number, D>> {
  return option<number, D>(key, fallbackKeys, fallback, parseDouble);
}

/** A number of 32-bit precision, widened: `0.1` reads as 0.10000000149011612. */
export function floatOption<D extends number | undefined>(
  key: string,
  fallbackKeys: readonly string[],
  fallback: D,
): ConfigOption<Defaulted<number, D>> {
  return option<number, D>(
    key,
    fallbackKeys,
    (fallback === undefined ? undefined : Math.fround(fallback)) as D,
    (text) => Math.fround(parseDouble(text)),
  );
}

/** A duration in milliseconds. */
export function durationOption<D extends number | undefined>(
  key: string,
  fallbackKeys: readonly string[],
  fallback: D,
): ConfigOption<Defaulted<number, D>> {
  return option<number, D>(key, fallbackKeys, fallback, parseDuration);
}

/** A memory size in bytes. */
export function memoryOption<D extends number | undefined>(
  key: string,
  fallbackKeys: readonly string[],
  fallback: D,
): ConfigOption<Defaulted<number, D>> {
  return option<number, D>(key, fallbackKeys, fallback, parseMemorySize);
}

/** One of a closed set, in any case. */
export function enumOption<V extends string, D extends V | undefined>(
  key: string,
  fallbackKeys: readonly string[],
  values: readonly V[],
  fallback: D,
): ConfigOption<Defaulted<V, D>> {
  return option<V, D>(key, fallbackKeys, fallback, (text) => {
    const value = values.find((candidate) => candidate.toUpperCase() === text.toUpperCase());
    if (value === undefined) throw new ValueError(text, `one of ${values.join(', ')}`);
    return value;
  });
}

/** A list of texts. */
export function listOption<D extends readonly string[] | undefined>(
  key: string,
  fallbackKeys: readonly string[],
  fallback: D,
): ConfigOption<Defaulted<readonly string[], D>> {
  return option<readonly string[], D>(key, fallbackKeys, fallback, parseListText);
}

/** A list of maps, each a map text. */
export function listOfMapsOption<D extends readonly FlatConfiguration[] | undefined>(
  key: string,
  fallbackKeys: readonly string[],
  fallback: D,
): ConfigOption<Defaulted<readonly FlatConfiguration[], D>> {
  return option<readonly FlatConfiguration[], D>(key, fallbackKeys, fallback, (text) =>
    parseListText(text).map(parseMapText),
  );
}

/** A map of texts, also when it is spread over `key.<sub>: text`. */
export function mapOption<D extends FlatConfiguration | undefined>(
  key: string,
  fallbackKeys: readonly string[],
  fallback: D,
): ConfigOption<Defaulted<FlatConfiguration, D>> {
  return { ...option<FlatConfiguration, D>(key, fallbackKeys, fallback, parseMapText), prefixMap: true };
}

function parseBoolean(text: string): boolean {
  const upper = text.toUpperCase();
  if (upper !== 'TRUE' && upper !== 'FALSE') throw new ValueError(text, 'true or false');
  return upper === 'TRUE';
}

function parseInteger(text: string): number {
  const value = /^[+-]?\d+$/u.test(text) ? Number(text) : Number.NaN;
  if (!(value >= -(2 ** 31) && value < 2 ** 31)) throw new ValueError(text, 'a whole number of 32 bits');
  return value;
}

function parseDouble(text: string): number {
  const trimmed = text.trim();
  if (/^[+-]?(NaN|Infinity)$/u.test(trimmed)) return Number(trimmed.replace(/^[+-](?=NaN)/u, ''));
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[fFdD]?$/u.test(trimmed)) throw new ValueError(text, 'a number');
  return Number.parseFloat(trimmed);
}
