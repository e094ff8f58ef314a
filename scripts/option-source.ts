// SPDX-License-Identifier: Apache-2.0
// Writes TypeScript that declares configuration options, for the two generators beside it. It knows types and names; it does not
// know where the facts come from.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** One option, with its default already as a value (milliseconds, bytes) or undefined. */
export interface OptionFact {
  name: string;
  key: string;
  type:
    | 'string'
    | 'boolean'
    | 'int'
    | 'double'
    | 'float'
    | 'duration'
    | 'memory'
    | 'enum'
    | 'list'
    | 'map'
    | 'list-of-maps';
  fallbackKeys: string[];
  default: unknown;
  enumValues?: string[];
}

const BASE_TYPES: Record<Exclude<OptionFact['type'], 'enum'>, string> = {
  string: 'string',
  boolean: 'boolean',
  int: 'number',
  double: 'number',
  float: 'number',
  duration: 'number',
  memory: 'number',
  list: 'readonly string[]',
  map: 'FlatConfiguration',
  'list-of-maps': 'readonly FlatConfiguration[]',
};

/** Dots and dashes become camel case: `job.savepoint-on-deletion` is `jobSavepointOnDeletion`. */
export function optionName(key: string): string {
  return key.replace(/^\$/u, '').replace(/[.-]+(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

/** Writes `file` with one exported object of options, in the order given. */
export function writeOptions(file: string, object: string, heading: string[], facts: OptionFact[]): void {
  const names = new Set(facts.map((fact) => fact.name));
  if (names.size !== facts.length) throw new Error(`${object}: two keys make the same name`);
  const makers = [...new Set(facts.map(maker))].sort();
  const maps = facts.some((fact) => fact.type === 'map' || fact.type === 'list-of-maps');
  const lines = [
    '// SPDX-License-Identifier: Apache-2.0',
    ...heading.map((line) => `// ${line}`),
    ...(facts.length > 60 ? ['/* eslint max-lines: "off" -- a generated table */'] : []),
    '',
    `import type { ConfigOption${maps ? ', FlatConfiguration' : ''} } from './configuration.ts';`,
    `import { ${makers.join(', ')} } from './typed-options.ts';`,
    '',
    `export const ${object}: {`,
    ...facts.map((fact) => `  readonly ${fact.name}: ConfigOption<${typeText(fact)}>;`),
    '} = {',
    ...facts.map((fact) => `  ${fact.name}: ${maker(fact)}(${argumentsText(fact)}),`),
    '};',
    '',
  ];
  writeFileSync(file, lines.join('\n'));
  const formatted = spawnSync('npx', ['prettier', '--write', file], { stdio: 'inherit' });
  if (formatted.status !== 0) throw new Error(`prettier failed on ${file}`);
}

function maker(fact: OptionFact): string {
  if (fact.type === 'list-of-maps') return 'listOfMapsOption';
  return `${fact.type}Option`;
}

function typeText(fact: OptionFact): string {
  const base = fact.type === 'enum' ? (fact.enumValues ?? []).map(literal).join(' | ') : BASE_TYPES[fact.type];
  return fact.default === undefined ? `${base} | undefined` : base;
}

function argumentsText(fact: OptionFact): string {
  const parts = [literal(fact.key), `[${fact.fallbackKeys.map(literal).join(', ')}]`];
  if (fact.type === 'enum') parts.push(`[${(fact.enumValues ?? []).map(literal).join(', ')}]`);
  parts.push(literal(fact.default));
  return parts.join(', ');
}

function literal(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (value === Infinity) return 'Number.POSITIVE_INFINITY';
  return typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : JSON.stringify(value);
}
