// SPDX-License-Identifier: Apache-2.0
// What an upgrade does to the entries that a configuration has: keys that go away or change their name, values that are read in another
// way or no more. What it does to those that it does not have is upgrade-defaults.ts.

import type { FlatConfiguration } from '../configuration.ts';
import { isOperatorKey } from '../operator-key.ts';
import { FLINK_2, versionTextAt, type VersionPlace } from './catalogue-version.ts';
import { factsFor, meaningOf } from './check-key.ts';
import type { KeyMeaning } from './option-index.ts';
import { unreadable } from './read-value.ts';
import { replacementOf } from './replaced-keys.ts';
import type { UpgradeFinding } from './upgrade-finding.ts';

/** Removed options with another option in their place that means the same, in words that the new version reads. */
const MEANS_THE_SAME: Readonly<Record<string, (value: string) => { key: string; value: string } | undefined>> = {
  // As the operator's client reads them. The scripts of a standalone cluster read them as the heap alone.
  'jobmanager.heap.size': (value) => ({ key: 'jobmanager.memory.process.size', value }),
  'taskmanager.heap.size': (value) => ({ key: 'taskmanager.memory.process.size', value }),
  'jobmanager.heap.mb': (value) => ({ key: 'jobmanager.memory.process.size', value: megabytes(value) }),
  'cluster.evenly-spread-out-slots': (value) =>
    value.trim().toLowerCase() === 'true' ? { key: 'taskmanager.load-balance.mode', value: 'SLOTS' } : undefined,
  'taskmanager.heap.mb': (value) => ({ key: 'taskmanager.memory.process.size', value: megabytes(value) }),
};

/** Values that were other names of what the new version still has. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'state.backend': { filesystem: 'hashmap', jobmanager: 'hashmap' },
  'state.backend.type': { filesystem: 'hashmap', jobmanager: 'hashmap' },
  'jobmanager.scheduler': { ng: 'Default' },
};

/** What is different for the entry; mostly nothing. */
export function upgradeOfEntry(key: string, value: string, from: VersionPlace, to: VersionPlace): UpgradeFinding[] {
  const before = meaningOf(key, from);
  const after = meaningOf(key, to);
  if (after === undefined) return before === undefined ? [] : [gone(key, value, before, from, to)];
  if (before === undefined) return [];
  const facts = factsFor(after, to.index);
  const trouble = facts === undefined || isSkipped(value, to) ? undefined : unreadable(facts, value, to.index);
  if (facts !== undefined && trouble !== undefined) {
    const old = factsFor(before, from.index);
    // What could not be read before is no matter of the upgrade.
    if (old !== undefined && unreadable(old, value, from.index) !== undefined) return [];
    return [notRead(key, value, nameIn(after, key), trouble.allowed, trouble.meant, to)];
  }
  return [
    ...newName(key, value, before, after, to),
    ...newReading(key, value, from, to),
    ...marks(key, before, after, from, to),
  ];
}

/** The entry as the new version would have it; `undefined` if it is to be dropped. */
export function migratedEntry(
  key: string,
  value: string,
  from: VersionPlace,
  to: VersionPlace,
): { readonly key: string; readonly value: string } | undefined {
  const after = meaningOf(key, to);
  if (after === undefined) {
    const before = meaningOf(key, from);
    return before === undefined ? { key, value } : replacementFor(key, value, before, to);
  }
  const facts = factsFor(after, to.index);
  const trouble = facts === undefined || isSkipped(value, to) ? undefined : unreadable(facts, value, to.index);
  const text = trouble === undefined ? value : (otherValue(key, value) ?? trouble.meant ?? value);
  return { key: nameIn(after, key), value: text };
}

function gone(key: string, value: string, before: KeyMeaning, from: VersionPlace, to: VersionPlace): UpgradeFinding {
  const newer = to.index > from.index;
  const replacement = replacementFor(key, value, before, to);
  const words =
    replacement === undefined ? replacementOf(key, before, to.index) : `${replacement.key}: ${replacement.value}`;
  return {
    code: newer ? 'upgrade.removed' : 'upgrade.not-yet-known',
    key,
    message: `Flink ${to.text} ${newer ? 'no longer knows' : 'does not know'} ${key}, and ignores it without a word: ${value} has no effect.`,
    remedy: words === undefined ? `Remove ${key}, and see whether the job can do without it.` : `Write ${words}.`,
    severity: 'warning',
    ...(replacement === undefined ? {} : { replacement }),
  };
}

/** The same setting in the new version, where that is certain. */
function replacementFor(
  key: string,
  value: string,
  before: KeyMeaning,
  to: VersionPlace,
): { key: string; value: string } | undefined {
  const same = Object.hasOwn(MEANS_THE_SAME, key) ? MEANS_THE_SAME[key] : undefined;
  if (same !== undefined) return same(value);
  // Downwards: a new name for what the older version has under another one.
  const option = before.is === 'option' ? before.option : before.is === 'old name' ? before.of[0] : undefined;
  if (option === undefined || (before.is === 'old name' && before.of.length > 1)) return undefined;
  if (option.key !== key && option.isIn(to.index)) return { key: option.key, value };
  const { fallbackKeys, deprecatedKeys } = option.at(option.since);
  const older = [...fallbackKeys, ...deprecatedKeys].filter((name) => meaningOf(name, to)?.is === 'option');
  return older.length === 1 && older[0] !== undefined ? { key: older[0], value } : undefined;
}

function notRead(
  key: string,
  value: string,
  name: string,
  allowed: string,
  meant: string | undefined,
  to: VersionPlace,
): UpgradeFinding {
  const certain = otherValue(key, value);
  const text = certain ?? meant;
  return {
    code: 'upgrade.value-not-read',
    key,
    message: `Flink ${to.text} cannot read "${value}" as ${key}: it wants ${allowed}.`,
    remedy: text === undefined ? `Choose another value for ${key}.` : `Write ${name}: ${text}.`,
    severity: 'error',
    ...(text === undefined ? {} : { replacement: { key: name, value: text } }),
  };
}

function otherValue(key: string, value: string): string | undefined {
  return Object.hasOwn(VALUES, key) ? VALUES[key]?.[value.trim().toLowerCase()] : undefined;
}

function newName(
  key: string,
  value: string,
  before: KeyMeaning,
  after: KeyMeaning,
  to: VersionPlace,
): UpgradeFinding[] {
  const name = nameIn(after, key);
  if (name === key) return [];
  const superseded = after.is === 'option';
  // Nothing is new about a name that was an older one, or superseded, before.
  if (before.is === 'old name' || (superseded && before.is === 'option' && before.supersededBy.length > 0)) return [];
  return [
    {
      code: superseded ? 'upgrade.superseded' : 'upgrade.renamed',
      key,
      message: `${key} is called ${name} in Flink ${to.text}, which still reads the older name, with a warning.`,
      remedy: `Write ${name}: ${value}.`,
      severity: 'hint',
      replacement: { key: name, value },
    },
  ];
}

/** The name that the version prefers, if there is exactly one. */
function nameIn(meaning: KeyMeaning, key: string): string {
  const of =
    meaning.is === 'old name' && meaning.deprecated ? meaning.of : meaning.is === 'option' ? meaning.supersededBy : [];
  return of.length === 1 && of[0] !== undefined ? of[0].key : key;
}

/** `flink-conf.yaml` was lines, `config.yaml` is YAML: what a # or a bracket did before, it does no more. */
function newReading(key: string, value: string, from: VersionPlace, to: VersionPlace): UpgradeFinding[] {
  if (from.index >= FLINK_2 || to.index < FLINK_2) return [];
  const hash = value.indexOf('#');
  if (hash >= 0) return [valueChanged(key, `"${value.slice(0, hash).trim()}"`, `"${value}"`, `the # began a comment`)];
  if (/[\r\n]/u.test(value.trim()))
    return [valueChanged(key, 'its first line', 'all of its lines', 'a value was one line')];
  if (value.trim() === '' && factsFor(meaningOf(key, to), to.index)?.default)
    return [valueChanged(key, 'its default', 'an empty text', 'keys without a value were skipped')];
  const type = factsFor(meaningOf(key, to), to.index)?.type ?? '';
  if (/^(?:list|map)/u.test(type) && /^[[{]/u.test(value)) {
    return [valueChanged(key, 'a text with brackets', 'a list or a map', 'brackets were letters like any other')];
  }
  return [];
}

function valueChanged(key: string, before: string, after: string, why: string): UpgradeFinding {
  return {
    code: 'upgrade.value-changed',
    key,
    message: `${key} was ${before} up to Flink 1.20, where ${why}; from Flink 2.0 on it is ${after}.`,
    remedy: `See whether that is what ${key} should be.`,
    severity: 'warning',
  };
}

function marks(
  key: string,
  before: KeyMeaning,
  after: KeyMeaning,
  from: VersionPlace,
  to: VersionPlace,
): UpgradeFinding[] {
  const [old, now] = [factsFor(before, from.index), factsFor(after, to.index)];
  if (old === undefined || now === undefined) return [];
  const findings: UpgradeFinding[] = [];
  if (old.type !== now.type) {
    findings.push({
      code: 'upgrade.type-changed',
      key,
      message: `${key} was read as ${old.type} by Flink ${from.text}, and is read as ${now.type} by Flink ${to.text}.`,
      remedy:
        now.type === 'duration'
          ? 'Nothing: a bare number is milliseconds, as before.'
          : 'Nothing: the value is read either way.',
      severity: 'hint',
    });
  }
  if (now.deprecated && !old.deprecated && nameIn(after, key) === key) {
    findings.push({
      code: 'upgrade.deprecated',
      key,
      message: `${key} is deprecated since Flink ${versionTextAt(firstDeprecated(after, from, to))}; it still works.`,
      remedy: `Plan to do without ${key}.`,
      severity: 'hint',
    });
  }
  return findings;
}

function firstDeprecated(meaning: KeyMeaning, from: VersionPlace, to: VersionPlace): number {
  for (let version = from.index; version < to.index; version += 1) {
    if (factsFor(meaning, version)?.deprecated) return version;
  }
  return to.index;
}

/** The entries that this is about; those of the operator do not depend on Flink's version. */
export function entriesForFlink(config: FlatConfiguration): [string, string][] {
  return Object.entries(config).filter(([key]) => !isOperatorKey(key));
}

function isSkipped(value: string, place: VersionPlace): boolean {
  return place.index < FLINK_2 && value.trim() === '';
}

function megabytes(value: string): string {
  return `${value.trim()}m`;
}
