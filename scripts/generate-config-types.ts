// SPDX-License-Identifier: Apache-2.0
// Makes lib/flink/config-types/option-values.ts from the catalogue of options that is in this repository: `node
// scripts/generate-config-types.ts`. What the types are for is lib/flink/config-types/flink-config.ts.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { CatalogueOption, OptionFacts } from '../lib/flink/catalogue/catalogue-option.ts';
import { catalogueVersions, versionTextAt } from '../lib/flink/catalogue/catalogue-version.ts';
import { closedValues } from '../lib/flink/catalogue/closed-values.ts';
import { flinkCatalogue, operatorCatalogue, optionIndex } from '../lib/flink/catalogue/option-index.ts';

const FILE = fileURLToPath(new URL('../lib/flink/config-types/option-values.ts', import.meta.url));
const NEWEST = catalogueVersions.length - 1;

interface Entry {
  readonly key: string;
  readonly type: string;
  readonly doc: string;
  /** The first and the last version that understand the key, as places. */
  readonly since: number;
  readonly until: number;
}

/** The text of the file. */
export async function configTypes(): Promise<string> {
  const all = [...flinkEntries(), ...operatorEntries()].sort((a, b) => (a.key < b.key ? -1 : 1));
  // What is a key by itself may also stand as the parent of others, if it is not set: `restart-strategy: { type: none }`.
  const parents = new Set(all.flatMap(({ key }) => parentsOf(key)));
  const entries = all.map((one) => (parents.has(one.key) ? { ...one, type: `${one.type} | Nested` } : one));
  const versions = catalogueVersions.map((version, index) => ({ version, index }));
  const keys = (chosen: Entry[]): string => chosen.map(({ key }) => `'${key}'`).join(' | ') || 'never';
  const since = versions
    .slice(1)
    .map((one) => ({ ...one, chosen: entries.filter((entry) => entry.since === one.index) }));
  const until = versions
    .slice(0, -1)
    .map((one) => ({ ...one, chosen: entries.filter((entry) => entry.until === one.index) }));
  const members = (of: typeof since): string =>
    of.map(({ version, chosen }) => `  readonly ${version}: ${keys(chosen)};`).join('\n');
  const text = `// SPDX-License-Identifier: Apache-2.0
// The options of Flink and of the operator with the types of their values, for editors. Made by scripts/generate-config-types.ts; do not
// edit.
/* eslint max-lines: "off" -- a generated table */

import type { AnyCase, BooleanValue, ClassName, DurationValue, ListValue, MapValue, MemoryValue, Nested, NumberValue, TextValue } from './values.ts';

/** Options of all Flink versions and of the operator, under their own names and older ones. */
export interface OptionValues {
${entries.map(({ key, type, doc }) => `${doc === '' ? '' : `  /** ${doc} */\n`}  readonly '${key}'?: ${type};`).join('\n')}
}

/** Keys that are understood from a version on, and not before. */
export interface KeysSince {
${members(since)}
}

/** Keys that are understood up to a version, and not any more after it. */
export interface KeysUntil {
${members(until)}
}
`;
  return format(text, { ...(await resolveConfig(FILE)), filepath: FILE });
}

function parentsOf(key: string): string[] {
  const parts = key.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}

function flinkEntries(): Entry[] {
  const entries = new Map<string, Entry>();
  const options = flinkCatalogue().filter((option) => !option.isTemplate && !option.at(NEWEST).internal);
  for (const option of options) {
    const at = versionsOf(option.key);
    const facts = option.at(option.until);
    // An enumeration has the words of all versions.
    const values = [
      ...new Set(catalogueVersions.flatMap((_, version) => (option.isIn(version) ? option.at(version).values : []))),
    ];
    const newer = newerNameOf(option.key);
    const doc = newer === undefined ? docOf(option, facts) : `@deprecated use ${newer}`;
    entries.set(option.key, { key: option.key, type: typeOf({ ...facts, values }), doc, ...at });
  }
  for (const option of options) {
    for (let version = option.since; version <= option.until; version += 1) {
      const facts = option.at(version);
      for (const key of [...facts.fallbackKeys, ...facts.deprecatedKeys]) {
        if (entries.has(key) || key.includes('<')) continue;
        entries.set(key, { key, type: typeOf(facts), doc: `@deprecated use ${option.key}`, ...versionsOf(key) });
      }
    }
  }
  return [...entries.values()];
}

/** The option that the newest version reads the key for, if that is another one. */
function newerNameOf(key: string): string | undefined {
  const meaning = optionIndex(NEWEST).names.get(key);
  if (meaning?.is === 'old name' && meaning.deprecated) return meaning.of[0]?.key;
  return meaning?.is === 'option' ? meaning.supersededBy[0]?.key : undefined;
}

/** Only those that count in a resource. */
function operatorEntries(): Entry[] {
  return operatorCatalogue()
    .filter((option) => !option.isTemplate && option.at(0).scope === undefined)
    .map((option) => {
      const facts = option.at(0);
      return { key: option.key, type: typeOf(facts), doc: docOf(option, facts), since: 0, until: NEWEST };
    });
}

function versionsOf(key: string): { since: number; until: number } {
  const known = catalogueVersions.map((_, version) => optionIndex(version).names.has(key));
  return { since: known.indexOf(true), until: known.lastIndexOf(true) };
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'TextValue',
  int: 'NumberValue',
  long: 'NumberValue',
  float: 'NumberValue',
  double: 'NumberValue',
  boolean: 'BooleanValue',
  duration: 'DurationValue',
  memory: 'MemoryValue',
  map: 'MapValue',
  'list<string>': 'ListValue',
  'list<map>': 'ListValue',
  'list<enum>': 'ListValue',
};

function typeOf({ key, type, values }: OptionFacts): string {
  const closed = closedValues(key, NEWEST);
  if (closed !== undefined) {
    const all = [...new Set([...closed.values, ...(closedValues(key, 0)?.values ?? [])])];
    const words = all.map((value) => `'${value}'`).join(' | ');
    return `${closed.exactCase ? words : `AnyCase<${words}>`}${closed.classes ? ' | ClassName' : ''}`;
  }
  if (type === 'enum') return `AnyCase<${values.map((value) => `'${value}'`).join(' | ')}>`;
  return TYPES[type] ?? 'TextValue';
}

/** What an editor shows: default, and when the option came and went. */
function docOf(option: CatalogueOption, facts: OptionFacts): string {
  const { default: usual } = facts;
  const short =
    usual === undefined || usual === '' || usual.length > 60
      ? ''
      : `Default: ${usual.startsWith('92233720') ? 'no limit' : usual}.`;
  const since = option.since === 0 ? '' : `Since ${versionTextAt(option.since)}.`;
  const until = option.until === NEWEST ? '' : `Until ${versionTextAt(option.until)}.`;
  const words = [short, since, until].filter(Boolean).join(' ').replaceAll('*/', '*\\/');
  return facts.deprecated ? `@deprecated ${words}`.trim() : words;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await configTypes();
  writeFileSync(FILE, text);
  process.stdout.write(`${FILE}: ${text.length} characters\n`);
}
