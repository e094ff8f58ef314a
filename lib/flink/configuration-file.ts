// SPDX-License-Identifier: Apache-2.0
// Flink's configuration file in its two dialects: `flink-conf.yaml`, which is lines and not YAML, and `config.yaml`, which is YAML
// 1.2. Written for clusters, read for the operator's own configuration. What stands in the file is the caller's business.

import { parseDocument, stringify } from 'yaml';
import type { FlatConfiguration } from './configuration.ts';
import { flinkVersionAtLeast, type FlinkVersionName } from './flink-version.ts';
import { formatList } from './structured-text.ts';
import { ValueError } from './value-error.ts';
import { valueOfDocument, yamlValueText } from './yaml-text.ts';

/** The name decides the dialect. */
export type ConfigurationFileName = 'flink-conf.yaml' | 'config.yaml';

export interface ConfigurationFile {
  readonly name: ConfigurationFileName;
  readonly text: string;
}

/**
 * The file that an image of `version` reads. `typed` holds values that are lists and not texts; they take precedence over `config`
 * and are block sequences in `config.yaml`, list texts in `flink-conf.yaml`. Throws `ValueError` if, in `config.yaml`, one key
 * would have to be both a value and a parent of another.
 */
export function renderConfigurationFile(
  config: FlatConfiguration,
  version: FlinkVersionName,
  typed: Readonly<Record<string, readonly string[]>> = {},
): ConfigurationFile {
  const values = new Map<string, string | readonly string[]>([...Object.entries(config), ...Object.entries(typed)]);
  const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1));
  if (flinkVersionAtLeast(version, 'v2_0')) return { name: 'config.yaml', text: nestedYaml(sorted) };
  const lines = sorted.map(([key, value]) => `${key}: ${typeof value === 'string' ? value : formatList(value)}\n`);
  return { name: 'flink-conf.yaml', text: lines.join('') };
}

/** The file's keys and values as Flink sees them. Throws `ValueError` for a `config.yaml` that Flink would refuse. */
export function parseConfigurationFile(name: ConfigurationFileName, text: string): Record<string, string> {
  return Object.fromEntries(name === 'flink-conf.yaml' ? lineEntries(text) : yamlEntries(text));
}

/** Everything from the first `#` on is dropped, also inside quotes; a line without a key, `: ` and a value is ignored. */
function lineEntries(text: string): [string, string][] {
  return text.split(/\r\n|\r|\n/u).flatMap((line): [string, string][] => {
    const content = line.replace(/#.*$/su, '').trim();
    const colon = content.indexOf(': ');
    const [key, value] = [content.slice(0, Math.max(0, colon)).trim(), content.slice(colon + 2).trim()];
    return key === '' || value === '' ? [] : [[key, value]];
  });
}

type Nested = Map<string, string | readonly string[] | Nested>;

function nestedYaml(sorted: readonly (readonly [string, string | readonly string[]])[]): string {
  const root: Nested = new Map();
  for (const [key, value] of sorted) {
    const path = key.split('.');
    const last = path.pop() ?? key;
    let parent = root;
    path.forEach((part, depth) => {
      const child = parent.get(part) ?? new Map();
      if (!(child instanceof Map)) throw overlap(path.slice(0, depth + 1).join('.'), key);
      parent.set(part, child);
      parent = child as Nested;
    });
    parent.set(last, value);
  }
  return root.size === 0 ? '' : stringify(root, { version: '1.2', lineWidth: 0, aliasDuplicateObjects: false });
}

/** Keys come sorted, so the shorter of two that overlap is always there first. */
function overlap(shorter: string, longer: string): ValueError {
  const remedy = `a key that can stand beside "${longer}" in config.yaml; use the newer name (such as "${shorter}.type") instead`;
  return new ValueError(shorter, remedy, 'flinkConfiguration');
}

function yamlEntries(text: string): [string, string][] {
  const document = parseDocument(text, { version: '1.2', intAsBigInt: true, uniqueKeys: true, strict: true });
  const [problem] = document.errors;
  if (problem) throw new ValueError(firstLine(text), `valid YAML (${firstLine(problem.message)})`, 'config.yaml');
  const root = document.contents === null ? null : valueOfDocument(document, { mapAsMap: true });
  if (root === null) return [];
  if (root === undefined)
    throw new ValueError(firstLine(text), 'YAML whose references (*name) all lead to an anchor (&name)', 'config.yaml');
  if (!(root instanceof Map)) throw new ValueError(firstLine(text), 'a mapping of configuration keys', 'config.yaml');
  return [...flatten('', root)];
}

function* flatten(prefix: string, map: ReadonlyMap<unknown, unknown>): Generator<[string, string]> {
  for (const [name, value] of map) {
    if (typeof name !== 'string') throw new ValueError(String(name), 'a key that is a text', 'config.yaml');
    const key = `${prefix}${name}`;
    if (value instanceof Map) yield* flatten(`${key}.`, value);
    else yield [key, yamlValueText(value)];
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
