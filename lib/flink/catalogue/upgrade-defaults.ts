// SPDX-License-Identifier: Apache-2.0
// Defaults that an upgrade changes under a configuration that relies on them, the weightiest first. Another spelling of the same value
// is no change.

import type { FlatConfiguration } from '../configuration.ts';
import { parseDuration } from '../duration.ts';
import { haMode } from '../high-availability.ts';
import { parseMemorySize } from '../memory-size.ts';
import type { CatalogueOption, OptionFacts } from './catalogue-option.ts';
import type { VersionPlace } from './catalogue-version.ts';
import { flinkCatalogue, optionIndex } from './option-index.ts';
import type { UpgradeFinding } from './upgrade-finding.ts';

/** What most changes a running job, first. */
const WEIGHT: readonly RegExp[] = [
  /^(?:state\.|execution\.checkpointing\.)/u,
  /^restart-strategy\./u,
  /^(?:taskmanager|jobmanager)\.memory\./u,
  /^pipeline\./u,
  /^(?:jobmanager|taskmanager|heartbeat|high-availability)\b/u,
  /^security\./u,
  /^execution\./u,
  /^table\./u,
];

/** Changes in words only: the old default, that there is none, meant what the new one says. */
const IN_WORDS_ONLY: readonly string[] = [
  'state.backend.type',
  'execution.checkpointing.tolerable-failed-checkpoints',
  'resourcemanager.standalone.start-up-time',
];

/** Changed defaults of options that `config` does not set under any name. */
export function upgradeOfDefaults(config: FlatConfiguration, from: VersionPlace, to: VersionPlace): UpgradeFinding[] {
  return flinkCatalogue()
    .filter((option) => option.isIn(to.index) && !option.isTemplate && !IN_WORDS_ONLY.includes(option.key))
    .flatMap((option) => {
      const before = factsBefore(option, from, to);
      const after = option.at(to.index);
      return before !== undefined && isChanged(before, after) ? [{ option, before, after }] : [];
    })
    .filter(({ option }) => !isSetUnderAnyName(config, option, to.index) && isUsed(config, option.key))
    .sort((a, b) => weightOf(a.after.key) - weightOf(b.after.key) || (a.after.key < b.after.key ? -1 : 1))
    .map(({ before, after }) => finding(before, after, to));
}

/** The option before the upgrade, which may have had another name. */
function factsBefore(option: CatalogueOption, from: VersionPlace, to: VersionPlace): OptionFacts | undefined {
  if (option.isIn(from.index)) return option.at(from.index);
  const { fallbackKeys, deprecatedKeys } = option.at(to.index);
  for (const name of [...fallbackKeys, ...deprecatedKeys]) {
    const meaning = optionIndex(from.index).names.get(name);
    if (meaning?.is === 'option') return meaning.option.at(from.index);
  }
  return undefined;
}

function isChanged(before: OptionFacts, after: OptionFacts): boolean {
  if (after.internal || after.dynamicDefault !== undefined || before.dynamicDefault !== undefined) return false;
  return meaningOfDefault(before) !== meaningOfDefault(after);
}

/** Milliseconds, bytes and numbers as such. A whole number that became a duration is milliseconds; some durations were once texts. */
function meaningOfDefault({ type, default: text }: OptionFacts): string | number | undefined {
  if (text === undefined) return undefined;
  if (type === 'memory') return parseMemorySize(text);
  if (/^-?\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  return /^\d+ ?(?:d|h|min|minutes|s|ms)$/u.test(text) ? parseDuration(text) : text;
}

function isSetUnderAnyName(config: FlatConfiguration, option: CatalogueOption, version: number): boolean {
  const { fallbackKeys, deprecatedKeys } = option.at(version);
  return [option.key, ...fallbackKeys, ...deprecatedKeys].some((name) => Object.hasOwn(config, name));
}

/** Some options matter only to those who chose what they are about. */
function isUsed(config: FlatConfiguration, key: string): boolean {
  if (key.startsWith('high-availability.zookeeper.')) return haMode(config) === 'zookeeper';
  if (key.startsWith('security.ssl.')) {
    return Object.keys(config).some((other) => /^security\.ssl\..*enabled$/u.test(other) && config[other] === 'true');
  }
  const strategy = /^restart-strategy\.([a-z-]+)\./u.exec(key)?.[1];
  if (strategy === undefined) return true;
  const chosen = config['restart-strategy.type'] ?? config['restart-strategy'];
  return chosen === undefined || chosen.toLowerCase().replaceAll('-', '') === strategy.replaceAll('-', '');
}

function weightOf(key: string): number {
  const place = WEIGHT.findIndex((pattern) => pattern.test(key));
  return place < 0 ? WEIGHT.length : place;
}

function finding(old: OptionFacts, now: OptionFacts, to: VersionPlace): UpgradeFinding {
  const { key } = now;
  const { default: before } = old;
  const name = old.key === key ? '' : ` (${old.key} before)`;
  return {
    code: 'upgrade.default-changed',
    key,
    message: `${key}${name} is not set, and its default changes from ${shown(before)} to ${shown(now.default)} in Flink ${to.text}.`,
    remedy: before
      ? `Nothing, or write ${key}: ${before} to keep the old behaviour.`
      : 'Nothing, or set it to a value of your own.',
    severity: weightOf(key) < WEIGHT.length - 2 ? 'warning' : 'hint',
    ...(before ? { replacement: { key, value: before } } : {}),
  };
}

function shown(value: string | undefined): string {
  if (value === undefined) return 'none';
  return value.startsWith('9223372036854775807') ? 'no limit' : value || 'empty';
}
