// SPDX-License-Identifier: Apache-2.0
// Makes lib/flink/catalogue/option-table.ts: all options of all Flink releases, merged, one line an option, and those of the operator.
// `node scripts/generate-option-catalogue.ts <folder>`, where the folder holds flink-options/, operator-options.json and
// autoscaler-options.json. How a line is read back is lib/flink/catalogue/read-table.ts.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const VERSIONS = ['v1_16', 'v1_17', 'v1_18', 'v1_19', 'v1_20', 'v2_0', 'v2_1', 'v2_2', 'v2_3'];
const FILE = 'lib/flink/catalogue/option-table.ts';

interface SourceOption {
  key: string;
  type: string;
  defaultValue: string | null;
  dynamicDefault?: string;
  enumValues?: string[];
  fallbackKeys?: string[];
  deprecatedKeys?: string[];
  prefixMap?: boolean;
  class: string;
  module?: string;
  scope?: string[];
  deprecated?: boolean;
  internal?: boolean;
  experimental?: boolean;
}

const TYPES: Record<string, string> = {
  string: 's',
  int: 'i',
  long: 'l',
  float: 'f',
  double: 'd',
  boolean: 'b',
  duration: 'D',
  memory: 'm',
  enum: 'e',
  map: 'M',
  'list<string>': 'L',
  'list<map>': 'Lm',
  'list<enum>': 'Le',
  String: 's',
  Integer: 'i',
  Double: 'd',
  Boolean: 'b',
  Duration: 'D',
  MemorySize: 'm',
  Enum: 'e',
  Map: 'M',
  'List<String>': 'L',
  Template: 's',
};

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node scripts/generate-option-catalogue.ts <folder>');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

const modules: string[] = [''];
const scopes: string[] = [''];

/** A value that may differ by version: `first~<index>later`. */
function timeline(values: (string | undefined)[]): string {
  let text = '';
  let last: string | undefined;
  values.forEach((value, index) => {
    if (value === undefined || value === last) return;
    text += last === undefined ? value : `~${index}${value}`;
    last = value;
  });
  return text;
}

function versionRanges(present: boolean[]): string {
  if (present.every(Boolean)) return '';
  const ranges: string[] = [];
  present.forEach((here, index) => {
    if (!here || present[index - 1] === true) return;
    const end = present.indexOf(false, index);
    ranges.push(`${index}${end < 0 ? present.length - 1 : end - 1}`);
  });
  return ranges.join(',');
}

function indexIn(list: string[], value: string): string {
  const at = list.indexOf(value);
  if (at >= 0) return at === 0 ? '' : String(at);
  list.push(value);
  return String(list.length - 1);
}

function defaultText(option: SourceOption): string {
  if (option.dynamicDefault !== undefined) return `@${option.dynamicDefault}`;
  if (option.defaultValue === null) return '';
  return option.defaultValue === '' ? "''" : option.defaultValue;
}

function flags(option: SourceOption): string {
  return [
    option.prefixMap ? 'P' : '',
    option.deprecated ? 'D' : '',
    option.internal ? 'I' : '',
    option.experimental ? 'X' : '',
  ].join('');
}

function line(fields: string[]): string {
  for (const field of fields) if (/[|`\\]|\$\{/u.test(field)) throw new Error(`cannot be written: ${field}`);
  return fields.join('|').replace(/\|+$/u, '');
}

function flinkLines(): string[] {
  const merged = new Map<string, (SourceOption | undefined)[]>();
  VERSIONS.forEach((version, index) => {
    const { options } = read(`flink-options/${version}.json`) as { options: SourceOption[] };
    const seen = new Set<string>();
    for (const option of options) {
      // Two reporters may declare one key; the second line is found by its class only.
      const id = seen.has(option.key) ? `${option.key} ${option.class}` : option.key;
      seen.add(option.key);
      const row = merged.get(id) ?? VERSIONS.map(() => undefined);
      row[index] = option;
      merged.set(id, row);
    }
  });
  return [...merged]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, row]) => {
      const each = (field: (option: SourceOption) => string): string =>
        timeline(row.map((option) => (option === undefined ? undefined : field(option))));
      const newest = row.findLast((option) => option !== undefined);
      return line([
        id.replace(/ .*$/u, ''),
        each(({ type }) => typeCode(type)),
        versionRanges(row.map((option) => option !== undefined)),
        each(defaultText),
        each(({ fallbackKeys = [] }) => fallbackKeys.join(',')),
        each(({ deprecatedKeys = [] }) => deprecatedKeys.join(',')),
        each(flags),
        each(({ enumValues = [] }) => enumValues.join(',')),
        indexIn(modules, newest?.module ?? ''),
        indexIn(scopes, (newest?.scope ?? []).join(',')),
      ]);
    });
}

interface OperatorOption {
  key: string;
  type: string;
  default: string | number | boolean | null | string[] | Record<string, string>;
  fallbackKeys: string[];
  deprecatedKeys?: string[];
  deprecated: boolean;
  enumValues?: string[];
  scope: string;
}

function operatorLines(): string[] {
  const options = read('operator-options.json') as OperatorOption[];
  const { autoscaler } = read('autoscaler-options.json') as { autoscaler: OperatorOption[] };
  const named = new Map(autoscaler.map((option) => [option.key, option]));
  return options
    .filter(({ key }) => !key.startsWith('autoscaler.standalone.'))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((option) => {
      const { fallbackKeys, deprecatedKeys = [] } = named.get(option.key) ?? option;
      return line([
        option.key,
        typeCode(option.type),
        '',
        operatorDefault(option.default),
        fallbackKeys.join(','),
        deprecatedKeys.join(','),
        option.deprecated ? 'D' : '',
        (option.enumValues ?? []).join(','),
        '',
        option.scope === 'resource' ? '' : option.scope,
      ]);
    });
}

function operatorDefault(value: OperatorOption['default']): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.join(';') || "''";
  if (typeof value !== 'object') return String(value) || "''";
  const pairs = Object.entries(value).map(([key, part]) => `${key}:${part}`);
  return pairs.join(',') || "''";
}

function typeCode(type: string): string {
  const code = TYPES[type];
  if (code === undefined) throw new Error(`type ${type} is not known`);
  return code;
}

interface Prefixes {
  families: { pattern: string; open: boolean; since?: string }[];
  rawKeys: { key: string; versions: string[] }[];
  deadKeys: { keys: string[] };
  internalPrefixes: string[];
  otherPlatforms: string[];
  sensitiveKeyParts: { versions: string[]; parts: string[] }[];
}

const short = VERSIONS.map((version) => version.slice(1).replace('_', '.'));
const indexOf = (version: string | undefined): string =>
  version === undefined || version === short[0] ? '' : String(short.indexOf(version));
const flink = flinkLines();
const operator = operatorLines();
const prefixes = read('flink-options/dynamic-prefixes.json') as Prefixes;
const block = (lines: string[]): string => `\`\n${lines.join('\n')}\n\``;

const text = `// SPDX-License-Identifier: Apache-2.0
// All options of Flink ${short[0]} to ${short.at(-1)}, merged over the versions, and those of the operator: one line an option, in the form that
// read-table.ts reads. Made by scripts/generate-option-catalogue.ts; do not edit.
/* eslint max-lines: "off" -- a generated table */

/** The versions that there is data for, oldest first; the digits in the tables count them from 0. */
export const TABLE_VERSIONS = [${VERSIONS.map((version) => `'${version}'`).join(', ')}] as const;

/** key, type, versions, default, fallback keys, deprecated keys, flags, values, module, scope. */
export const FLINK_OPTIONS: string = ${block(flink)};

/** As above; the last field is what the operator reads it from, if not from each resource. */
export const OPERATOR_OPTIONS: string = ${block(operator)};

/** Where an option is declared, if not in the main distribution; counted from 0. */
export const MODULES: readonly string[] = ${JSON.stringify(modules)};

/** Sections of Flink's documentation; counted from 0. */
export const SCOPES: readonly string[] = ${JSON.stringify(scopes)};

/** Families of keys: pattern, \`open\` if any sub-key is accepted, first version. */
export const FAMILIES: string = ${block(prefixes.families.flatMap(({ pattern, open, since }) => familyPatterns(pattern).map((one) => line([one, open ? 'open' : '', indexOf(since)]))))};

/** Keys that are read without being options: key, versions. */
export const RAW_KEYS: string = ${block(prefixes.rawKeys.map(({ key, versions }) => line([key, versionRanges(short.map((version) => versions.includes(version)))])))};

/** Keys that once were options and that nothing reads any more. */
export const DEAD_KEYS: string = ${block(prefixes.deadKeys.keys)};

/** Set by Flink itself. */
export const INTERNAL_PREFIXES: readonly string[] = ${JSON.stringify(prefixes.internalPrefixes)};

/** Of use on other platforms only. */
export const OTHER_PLATFORMS: readonly string[] = ${JSON.stringify(prefixes.otherPlatforms)};

/** A key that contains one of these holds a secret, as Flink's newest version sees it. */
export const SENSITIVE_KEY_PARTS: readonly string[] = ${JSON.stringify(prefixes.sensitiveKeyParts.at(-1)?.parts)};
`;

/** \`{a,b}\` is written out. */
function familyPatterns(pattern: string): string[] {
  const [, before, choices, after] = /^(.*)\{(.*)\}(.*)$/u.exec(pattern) ?? [];
  return choices === undefined ? [pattern] : choices.split(',').map((choice) => `${before}${choice}${after}`);
}

writeFileSync(FILE, text);
const formatted = spawnSync('npx', ['prettier', '--write', FILE], { stdio: 'inherit' });
if (formatted.status !== 0) throw new Error(`prettier failed on ${FILE}`);
process.stdout.write(
  `${flink.length} options of Flink, ${operator.length} of the operator, ${text.length} characters\n`,
);
