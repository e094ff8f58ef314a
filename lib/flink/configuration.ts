// SPDX-License-Identifier: Apache-2.0
// A Flink configuration as a flat map of texts, and typed options that read it the way Flink does: the key, then its older
// names in order. How each type is read is typed-options.ts; nothing here knows a particular option; those are options.ts and operator-options.ts.

import { isObject } from '../runtime/json.ts';
import { javaDouble } from './java-text.ts';
import { ValueError } from './value-error.ts';

/** Keys with dots, values as texts. */
export type FlatConfiguration = Readonly<Record<string, string>>;

/** One option. `T` includes `undefined` if the option has no default. */
export interface ConfigOption<T> {
  readonly key: string;
  /** Older names, in the order in which they are tried when `key` is absent. */
  readonly fallbackKeys: readonly string[];
  readonly default: T;
  /** Whether the value may also be spread over `key.<sub>: text` (maps only). */
  readonly prefixMap?: boolean;
  /** Throws `ValueError`. */
  parse(text: string): T;
}

/** Flattens the free-form tree of `spec.flinkConfiguration`; absent is empty. Throws `ValueError` if it is not an object. */
export function flattenConfiguration(tree: unknown): Record<string, string> {
  const flat: Record<string, string> = {};
  if (tree === undefined || tree === null) return flat;
  if (!isObject(tree)) throw new ValueError(scalarText(tree), 'an object of configuration keys', 'flinkConfiguration');
  flattenInto(flat, '', tree);
  return flat;
}

/** The option's value, or its default. Throws a `ValueError` that names the key it was read from. */
export function readOption<T>(config: FlatConfiguration, option: ConfigOption<T>): T {
  const found = find(config, option);
  if (!found) return option.default;
  if (typeof found.value !== 'string') return found.value as T;
  try {
    return option.parse(found.value);
  } catch (error) {
    if (error instanceof ValueError) throw new ValueError(error.input, error.allowed, found.key);
    throw error;
  }
}

/** Whether the option is set under any of its names. */
export function isSet(config: FlatConfiguration, option: ConfigOption<unknown>): boolean {
  return find(config, option) !== undefined;
}

/** Every key of `config` under which the option is set, so that setting or removing it leaves no older name behind. */
export function keysOf(config: FlatConfiguration, option: ConfigOption<unknown>): string[] {
  return [option.key, ...option.fallbackKeys].flatMap((key) => [
    ...(Object.hasOwn(config, key) ? [key] : []),
    ...(option.prefixMap ? Object.keys(config).filter((other) => other.startsWith(`${key}.`)) : []),
  ]);
}

function find(config: FlatConfiguration, option: ConfigOption<unknown>): { key: string; value: unknown } | undefined {
  const { key, fallbackKeys, prefixMap } = option;
  const found = findUnder(config, key, prefixMap);
  if (found !== undefined) return found;
  for (const fallback of fallbackKeys) {
    const older = findUnder(config, fallback, prefixMap);
    if (older !== undefined) return older;
  }
  return undefined;
}

function findUnder(
  config: FlatConfiguration,
  key: string,
  prefixMap: boolean | undefined,
): { key: string; value: unknown } | undefined {
  if (Object.hasOwn(config, key)) return { key, value: config[key] };
  if (prefixMap !== true) return undefined;
  const spread = Object.entries(config).filter(([other]) => other.startsWith(`${key}.`));
  if (spread.length === 0) return undefined;
  return { key, value: Object.fromEntries(spread.map(([other, text]) => [other.slice(key.length + 1), text])) };
}

function flattenInto(flat: Record<string, string>, prefix: string, node: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(node)) {
    const key = `${prefix}${name}`;
    if (isObject(value)) flattenInto(flat, `${key}.`, value);
    else if (!Array.isArray(value)) put(flat, key, scalarText(value));
    else if (value.length > 0) put(flat, key, value.map(elementText).join(';'));
  }
}

/** A later field wins, and takes the later place as well. */
function put(flat: Record<string, string>, key: string, text: string): void {
  if (Object.hasOwn(flat, key)) delete flat[key];
  // Plain assignment is much the fastest, and would set the prototype under this one name.
  if (key === '__proto__') {
    Object.defineProperty(flat, key, { value: text, enumerable: true, configurable: true, writable: true });
  } else flat[key] = text;
}

function elementText(element: unknown): string {
  return typeof element === 'object' && element !== null ? '' : scalarText(element);
}

function scalarText(value: unknown): string {
  if (typeof value !== 'number') return String(value);
  return Number.isInteger(value) ? BigInt(value).toString() : javaDouble(value);
}
