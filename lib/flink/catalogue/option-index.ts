// SPDX-License-Identifier: Apache-2.0
// Every name that a version understands, and what it stands for: an option, an older name of options, an instance of a template, a
// part of a map, a member of an open family. Built on first use, one index a version. Misspelt names are nearest-option.ts.

import { readTable, tableLines, type CatalogueOption } from './catalogue-option.ts';
import { FLINK_2 } from './catalogue-version.ts';
import { DEAD_KEYS, FAMILIES, FLINK_OPTIONS, OPERATOR_OPTIONS, RAW_KEYS, TABLE_VERSIONS } from './option-table.ts';

/** What a key stands for in a version. */
export type KeyMeaning =
  /** An option of its own may also be an older name of others, which then take precedence. */
  | { readonly is: 'option'; readonly option: CatalogueOption; readonly supersededBy: readonly CatalogueOption[] }
  /** `ambiguous`: several options are declared under this template, and which one is read depends on a class. */
  | { readonly is: 'template'; readonly option: CatalogueOption; readonly ambiguous: boolean }
  /** One key can be an older name of several options. */
  | { readonly is: 'old name'; readonly of: readonly CatalogueOption[]; readonly deprecated: boolean }
  /** `sub` is the part of the key behind the map's own. */
  | { readonly is: 'map entry'; readonly option: CatalogueOption; readonly name: string; readonly sub: string }
  | { readonly is: 'family'; readonly pattern: string }
  /** Read without being an option. */
  | { readonly is: 'raw' };

/** The names of one version. */
export interface OptionIndex {
  readonly version: number;
  /** Options under their own key and their older names. */
  readonly names: ReadonlyMap<string, KeyMeaning>;
  /** Names of options with free parts: `fs.<scheme>.limit.input`. */
  readonly templates: readonly string[];
  /** Names of map options, whose sub-keys are free. */
  readonly maps: ReadonlyMap<string, CatalogueOption>;
  meaningOf(key: string): KeyMeaning | undefined;
}

const indexes: (OptionIndex | undefined)[] = [];
let flink: readonly CatalogueOption[] | undefined;
let operator: readonly CatalogueOption[] | undefined;
let dead: ReadonlySet<string> | undefined;

/** All options that any version of Flink has; templates of several reporters may stand twice. */
export function flinkCatalogue(): readonly CatalogueOption[] {
  flink ??= readTable(FLINK_OPTIONS);
  return flink;
}

/** All options of the operator and its autoscaler. */
export function operatorCatalogue(): readonly CatalogueOption[] {
  operator ??= readTable(OPERATOR_OPTIONS);
  return operator;
}

/** Whether the key once was an option that nothing reads any more. */
export function isDeadKey(key: string): boolean {
  dead ??= new Set(tableLines(DEAD_KEYS));
  return dead.has(key);
}

/** The names of the version at that place of `catalogueVersions`. */
export function optionIndex(version: number): OptionIndex {
  const known = indexes[version];
  if (known !== undefined) return known;
  const made = makeIndex(version);
  indexes[version] = made;
  return made;
}

/** The meaning of a key in the newest version that understands it, and which one that is. */
export function meaningElsewhere(key: string): { meaning: KeyMeaning; version: number } | undefined {
  for (let version = TABLE_VERSIONS.length - 1; version >= 0; version -= 1) {
    const meaning = optionIndex(version).meaningOf(key);
    if (meaning !== undefined && meaning.is !== 'family') return { meaning, version };
  }
  return undefined;
}

/** Options of connectors that have releases of their own since Flink 2.0. */
const LEFT_FLINK_WITH_2: readonly string[] = ['table.exec.hive.<key>'];

interface Pattern {
  readonly pattern: string;
  readonly matches: RegExp;
}

function makeIndex(version: number): OptionIndex {
  const names = new Map<string, KeyMeaning>();
  const templates: (Pattern & { option: CatalogueOption; ambiguous: boolean })[] = [];
  const maps = new Map<string, CatalogueOption>();
  const options = [...flinkCatalogue().filter((option) => option.isIn(version)), ...operatorCatalogue()];
  for (const option of options) {
    if (option.isTemplate) addTemplate(templates, option, version);
    else names.set(option.key, { is: 'option', option, supersededBy: [] });
  }
  for (const option of options) {
    const { fallbackKeys, deprecatedKeys, prefixMap } = option.at(version);
    for (const name of fallbackKeys) addOldName(names, name, option, false);
    for (const name of deprecatedKeys) addOldName(names, name, option, true);
    if (prefixMap) for (const name of [option.key, ...fallbackKeys, ...deprecatedKeys]) maps.set(name, option);
  }
  for (const line of tableLines(RAW_KEYS)) {
    const [key = '', range = ''] = line.split('|');
    if (version >= Number(range[0]) && version <= Number(range[1]) && !names.has(key)) names.set(key, { is: 'raw' });
  }
  const listed = tableLines(FAMILIES).map((line) => line.split('|'));
  // What reporters and the like once had and have no more is gone, although the family takes any key.
  const goneTemplates = flinkCatalogue()
    .filter((option) => option.isTemplate && !option.key.endsWith('>') && option.until < version)
    .map(({ key }) => key)
    .filter((key) => !templates.some(({ pattern }) => pattern === key))
    .map(regularExpression);
  const families = [
    ...(version >= FLINK_2 ? LEFT_FLINK_WITH_2 : []),
    ...listed.filter(([, , since = '']) => version >= Number(since)).map(([pattern = '']) => pattern),
    // A template that ends in a free part says nothing about a value.
    ...options.filter(({ key }) => key.endsWith('>')).flatMap((one) => [one.key, ...one.at(version).fallbackKeys]),
  ].map((pattern): Pattern => ({ pattern, matches: regularExpression(pattern) }));
  // Most keys that are nobody's own start with something that no template and no family starts with.
  const roots = new Set([...templates, ...families].map(({ pattern }) => rootOf(pattern)));

  function meaningOf(key: string): KeyMeaning | undefined {
    const named = names.get(key);
    if (named !== undefined) return named;
    const entry = mapEntry(maps, key);
    if (entry !== undefined) return entry;
    if (!roots.has(rootOf(key))) return undefined;
    const template = templates.find(({ matches }) => matches.test(key));
    if (template !== undefined) return { is: 'template', option: template.option, ambiguous: template.ambiguous };
    if (goneTemplates.some((matches) => matches.test(key))) return undefined;
    const family = families.find(({ matches }) => matches.test(key));
    return family === undefined ? undefined : { is: 'family', pattern: family.pattern };
  }

  return { version, names, templates: templates.map(({ pattern }) => pattern), maps, meaningOf };
}

function addTemplate(
  templates: (Pattern & { option: CatalogueOption; ambiguous: boolean })[],
  option: CatalogueOption,
  version: number,
): void {
  if (option.key.endsWith('>')) return;
  for (const pattern of [option.key, ...option.at(version).fallbackKeys]) {
    const twin = templates.find((other) => other.pattern === pattern);
    if (twin !== undefined) twin.ambiguous = true;
    else templates.push({ pattern, matches: regularExpression(pattern), option, ambiguous: false });
  }
}

function addOldName(names: Map<string, KeyMeaning>, name: string, option: CatalogueOption, deprecated: boolean): void {
  if (name.includes('<')) return;
  const known = names.get(name);
  if (known === undefined) names.set(name, { is: 'old name', of: [option], deprecated });
  else if (known.is === 'old name') names.set(name, { ...known, of: [...known.of, option] });
  else if (known.is === 'option' && deprecated) {
    names.set(name, { ...known, supersededBy: [...known.supersededBy, option] });
  }
}

function mapEntry(maps: ReadonlyMap<string, CatalogueOption>, key: string): KeyMeaning | undefined {
  for (let dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
    const name = key.slice(0, dot);
    const option = maps.get(name);
    if (option !== undefined) return { is: 'map entry', option, name, sub: key.slice(dot + 1) };
  }
  return undefined;
}

function rootOf(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf('.')));
}

/** A free part in the middle is one name; at the end it may have dots. */
function regularExpression(pattern: string): RegExp {
  const source = pattern
    .split(/(<[^>]+>)/u)
    .map((part, index, parts) => {
      if (!part.startsWith('<')) return part.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
      return index >= parts.length - 2 && pattern.endsWith('>') ? '.+' : '[^.]+';
    })
    .join('');
  return new RegExp(`^${source}$`, 'u');
}
