// SPDX-License-Identifier: Apache-2.0
// Everything that is wrong with a configuration, key by key and between keys. What was found about a key and a value is remembered, so
// that a thousand clusters with the same settings cost little more than one. Memory is not divided up here (process-memory.ts).

import type { FlatConfiguration } from '../configuration.ts';
import type { FlinkVersionName } from '../flink-version.ts';
import { isOperatorKey } from '../operator-key.ts';
import type { CatalogueOption, OptionFacts } from './catalogue-option.ts';
import { FLINK_2, placeOf, type VersionPlace } from './catalogue-version.ts';
import { checkKey, factsFor, meaningOf } from './check-key.ts';
import { judgeOf, notPerJob, type Surroundings } from './derived-keys.ts';
import { doubtAbout } from './doubtful-value.ts';
import { optionIndex, type KeyMeaning } from './option-index.ts';
import type { OptionProblem } from './option-problem.ts';
import { unreadable } from './read-value.ts';
import { isReadPerJob, isSurelyRead } from './surely-read.ts';
import { tooLongKey } from './unknown-key.ts';

/** What is remembered of a key in a version. */
interface KeyEntry {
  readonly meaning: KeyMeaning | undefined;
  readonly facts: OptionFacts | undefined;
  /** Not known before somebody asks: finding what a key was meant to be takes tables of all versions. */
  aboutKey: readonly OptionProblem[] | undefined;
  /** Options whose value this key is only if their newer names are absent. */
  readonly namesOf: readonly CatalogueOption[];
  readonly judge: ReturnType<typeof judgeOf>;
  readonly notPerJob: OptionProblem | undefined;
  /** Keys that, set as well, would have to be a value and a parent of this one. */
  ancestors: readonly string[];
  /** The problem of a value, by value; null for none. */
  readonly verdicts: Map<string, OptionProblem | null>;
}

/** Bounds on what is remembered; beyond them it begins anew. Long values hardly come again. */
const MOST_KEYS = 5000;
const MOST_VALUES = 200;
const LONGEST_VALUE = 500;
/** No option is nearly as long, and guessing what such a key was meant to be would take seconds. */
const LONGEST_KEY = 500;

const remembered = new Map<string, Map<string, KeyEntry>>();

/**
 * What is wrong with `config` for Flink `version`, in the order of its keys. Errors are certain: the value cannot be read, or the cluster
 * cannot be built. A version that there is no data for (1.15 and older, or newer than the newest) is judged by the nearest one, with less
 * certainty; `undefined` by what holds for Flink 1 and 2 alike.
 *
 * @param surroundings what else is known; rules that lack it say nothing
 */
export function checkConfiguration(
  config: FlatConfiguration,
  version: FlinkVersionName | undefined,
  surroundings: Surroundings = {},
): OptionProblem[] {
  if (version === undefined) return checkWithoutVersion(config, surroundings);
  const place = placeOf(version);
  const entries = entriesOf(version);
  const all = surroundings.all ?? config;
  const problems: OptionProblem[] = [];
  for (const key in config) {
    const value = config[key];
    if (value === undefined) continue;
    if (key.length > LONGEST_KEY) {
      problems.push(tooLongKey(key, place));
      continue;
    }
    const entry = entries.get(key) ?? newEntry(entries, key, place);
    if (!surroundings.onlyErrors) problems.push(...(entry.aboutKey ??= keyProblems(key, entry, place)));
    let verdict = entry.verdicts.get(value);
    if (verdict === undefined) verdict = newVerdict(entry, key, value, place);
    if (verdict !== null) addToThese(problems, verdict, all, surroundings);
    if (entry.namesOf.length > 0) addIfOverruled(problems, key, value, entry, all, place);
    if (surroundings.sessionJob && entry.notPerJob !== undefined) problems.push(entry.notPerJob);
    if (entry.judge !== undefined) {
      const problem = entry.judge({ key, value, version: place.index, all, surroundings });
      if (problem !== undefined) problems.push(problem);
    }
  }
  // What a session job says is sent to the cluster as it is, not through a file.
  if (place.index >= FLINK_2 && !surroundings.sessionJob) addKeysThatAreParents(problems, config, all, entries, place);
  return problems;
}

function addToThese(
  problems: OptionProblem[],
  problem: OptionProblem,
  all: FlatConfiguration,
  { sessionJob }: Surroundings,
): void {
  if (sessionJob && problem.code === 'options.cut-off-value') return;
  const harmless =
    problem.code === 'configuration.unreadable-value' &&
    problem.severity === 'error' &&
    !(isSurelyRead(problem.key, all) && (!sessionJob || isReadPerJob(problem.key)));
  problems.push(harmless ? { ...problem, severity: 'warning' } : problem);
}

/** Only what is wrong in Flink 1 as well as in Flink 2. */
function checkWithoutVersion(config: FlatConfiguration, surroundings: Surroundings): OptionProblem[] {
  const newer = checkConfiguration(config, 'v2_3', surroundings);
  if (newer.length === 0) return [];
  const told = new Set(newer.map(({ code, key }) => `${code} ${key}`));
  return checkConfiguration(config, 'v1_20', surroundings)
    .filter(({ code, key }) => told.has(`${code} ${key}`))
    .map(softened);
}

/** One step less certain: for versions that there is no data for. */
function softened(problem: OptionProblem): OptionProblem {
  return { ...problem, severity: problem.severity === 'error' ? 'warning' : 'hint' };
}

function entriesOf(version: FlinkVersionName): Map<string, KeyEntry> {
  const known = remembered.get(version);
  if (known !== undefined && known.size < MOST_KEYS) return known;
  const made = new Map<string, KeyEntry>();
  remembered.set(version, made);
  return made;
}

function newEntry(entries: Map<string, KeyEntry>, key: string, place: VersionPlace): KeyEntry {
  const meaning = meaningOf(key, place);
  const judge = judgeOf(key);
  const { names } = optionIndex(place.index);
  const entry: KeyEntry = {
    meaning,
    facts: factsFor(meaning, place.index),
    aboutKey: undefined,
    namesOf: meaning?.is === 'old name' ? meaning.of : meaning?.is === 'option' ? meaning.supersededBy : [],
    judge,
    notPerJob: notPerJob(key),
    ancestors: ancestorsOf(key).filter((ancestor) => names.has(ancestor) || entries.has(ancestor)),
    verdicts: new Map(),
  };
  // Below a key that is no name of an option there may be keys that were seen before.
  if (!names.has(key)) {
    for (const [other, known] of entries) {
      if (other.startsWith(`${key}.`)) known.ancestors = [...known.ancestors, key];
    }
  }
  entries.set(key, entry);
  return entry;
}

function ancestorsOf(key: string): string[] {
  const ancestors: string[] = [];
  for (let dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) ancestors.push(key.slice(0, dot));
  return ancestors;
}

/** Doubts about the key whatever its value; none of them is an error. */
function keyProblems(key: string, { meaning, judge }: KeyEntry, place: VersionPlace): readonly OptionProblem[] {
  // Of a key that the operator sets it does not matter what it is called now.
  const problems = checkKey(key, meaning, place).filter(({ code }) => !(judge && code === 'options.deprecated'));
  return place.exact ? problems : problems.map(softened);
}

function newVerdict(entry: KeyEntry, key: string, value: string, place: VersionPlace): OptionProblem | null {
  if (entry.verdicts.size >= MOST_VALUES) entry.verdicts.clear();
  const verdict = aboutValue(entry.facts, key, value, place) ?? null;
  if (value.length <= LONGEST_VALUE) entry.verdicts.set(value, verdict);
  return verdict;
}

function aboutValue(
  facts: OptionFacts | undefined,
  key: string,
  value: string,
  place: VersionPlace,
): OptionProblem | undefined {
  // A line without a value is skipped before anybody reads it.
  const skipped = place.index < FLINK_2 && value.trim() === '';
  const trouble = facts === undefined || skipped ? undefined : unreadable(facts, value, place.index);
  if (facts === undefined || trouble === undefined) {
    const doubt = doubtAbout(facts, key, value, place.index);
    return doubt && { key, ...doubt };
  }
  // What other artifacts declare is read by programs and plug-ins of that kind only, perhaps in a way of their own.
  const isFlinksOwn = facts.module === undefined && !facts.internal;
  const certain = place.exact && isFlinksOwn && !isReadWithoutBlanks(facts, key, value, place);
  return {
    code: 'configuration.unreadable-value',
    key,
    message: `"${value}" is not ${trouble.allowed}.`,
    allowed: trouble.allowed,
    remedy: remedyFor(facts, key, value, trouble.meant),
    severity: certain ? 'error' : 'warning',
  };
}

/** The file of Flink 1 has no blanks round values; the operator, and what builds the objects of a cluster, do not read that file. */
function isReadWithoutBlanks(facts: OptionFacts, key: string, value: string, place: VersionPlace): boolean {
  const trimmed = value.trim();
  if (place.index >= FLINK_2 || trimmed === value || isOperatorKey(key) || key.startsWith('kubernetes.')) return false;
  return unreadable(facts, trimmed, place.index) === undefined;
}

function remedyFor(facts: OptionFacts, key: string, value: string, meant: string | undefined): string {
  if (value === 'null') return `Remove ${key} to get the default; a null is the text "null".`;
  const usual = facts.default === undefined || facts.default.length > 40 ? '' : ` (${facts.default || 'empty'})`;
  const otherwise = `remove it to get the default${usual}.`;
  return meant === undefined ? `Correct ${key}, or ${otherwise}` : `Write ${meant}, or ${otherwise}`;
}

/** The first of an option's names that is set wins; the others are not even looked at. */
function addIfOverruled(
  problems: OptionProblem[],
  key: string,
  value: string,
  entry: KeyEntry,
  all: FlatConfiguration,
  place: VersionPlace,
): void {
  const winners = entry.namesOf.map((option) => winnerOver(key, option, all, place));
  const [winner] = winners;
  if (winner === undefined || winners.includes(undefined)) return;
  const same = all[winner] === value;
  problems.push({
    code: 'options.two-names',
    key,
    message: same
      ? `${key} and ${winner} are two names of one option; ${winner} is the one that counts.`
      : `${key} has no effect: ${winner} (${all[winner]}), another name of the same option, is set as well and takes precedence.`,
    remedy: `Remove ${key}.`,
    severity: same ? 'hint' : 'warning',
  });
}

/** A name of the option that is set and read before `key`. */
function winnerOver(
  key: string,
  option: CatalogueOption,
  all: FlatConfiguration,
  place: VersionPlace,
): string | undefined {
  const { fallbackKeys, deprecatedKeys } = option.at(place.index);
  for (const name of [option.key, ...fallbackKeys, ...deprecatedKeys]) {
    if (name === key) return undefined;
    if (Object.hasOwn(all, name)) return name;
  }
  return undefined;
}

/** `config.yaml` is nested: a key cannot have a value and be the parent of another. */
function addKeysThatAreParents(
  problems: OptionProblem[],
  config: FlatConfiguration,
  all: FlatConfiguration,
  entries: Map<string, KeyEntry>,
  place: VersionPlace,
): void {
  let children: Map<string, string[]> | undefined;
  for (const key in all) {
    if (key.length > LONGEST_KEY) continue;
    const { ancestors } = entries.get(key) ?? newEntry(entries, key, place);
    for (const parent of ancestors) {
      if (!Object.hasOwn(all, parent) || isCollapsed(parent)) continue;
      children ??= new Map();
      children.set(parent, [...(children.get(parent) ?? []), key]);
    }
  }
  if (children === undefined) return;
  for (const [parent, keys] of children) {
    const key = Object.hasOwn(config, parent) ? parent : keys.find((child) => Object.hasOwn(config, child));
    if (key !== undefined) problems.push(keyAndParent(key, parent, keys, place));
  }
}

/** Read by the operator and not written, or written as one key whatever its form. */
function isCollapsed(parent: string): boolean {
  return parent === 'kubernetes.jobmanager.annotations' || isOperatorKey(parent);
}

function keyAndParent(key: string, parent: string, keys: readonly string[], place: VersionPlace): OptionProblem {
  const meaning = meaningOf(parent, place);
  const newer = meaning?.is === 'old name' ? meaning.of[0]?.key : undefined;
  const listed = keys.length > 3 ? `${keys.slice(0, 3).join(', ')} and ${keys.length - 3} more` : keys.join(', ');
  return {
    code: 'options.key-and-parent',
    key,
    message:
      `${parent} cannot stand beside ${listed}: the configuration file of Flink 2 is nested, where a key has either a value or keys ` +
      'below it. The deployment fails.',
    remedy:
      newer === undefined
        ? `Remove ${parent}, or say the same in keys below it.`
        : `Write ${newer} instead of ${parent}.`,
    severity: 'error',
  };
}
