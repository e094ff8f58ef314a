// SPDX-License-Identifier: Apache-2.0
// What a change of the Flink version does to a configuration, and the configuration as the new version would have it. The job itself, its
// state and its libraries are not looked at.

import type { FlatConfiguration } from '../configuration.ts';
import type { FlinkVersionName } from '../flink-version.ts';
import { placeOf, type VersionPlace } from './catalogue-version.ts';
import { checkConfiguration } from './check-configuration.ts';
import { factsFor, meaningOf } from './check-key.ts';
import { isSurelyRead } from './surely-read.ts';
import { upgradeOfDefaults } from './upgrade-defaults.ts';
import { entriesForFlink, migratedEntry, upgradeOfEntry } from './upgrade-entries.ts';
import { upgradeFacts, upgradeOfMemory } from './upgrade-facts.ts';
import type { UpgradeFinding } from './upgrade-finding.ts';

const ORDER = { error: 0, warning: 1, hint: 2 } as const;

/**
 * What is different when a cluster with this configuration changes from one Flink version to another, up or down: what keeps it from
 * starting, then what silently changes, then what is good to know. Within these the entries that there are come first, then the defaults
 * that they rely on, by weight.
 *
 * @param config as it is written, or with the operator's defaults below it; keys of the operator do not depend on Flink's version
 */
export function upgradeCheck(
  config: FlatConfiguration,
  from: FlinkVersionName,
  to: FlinkVersionName,
): UpgradeFinding[] {
  const [before, after] = [placeOf(from), placeOf(to)];
  if (before.index === after.index) return [];
  const memory = upgradeOfMemory(config, before, after);
  const conflicts = parents(config, from, to);
  const findings = [
    ...conflicts,
    ...entriesForFlink(config)
      .flatMap(([key, value]) => upgradeOfEntry(key, value, before, after))
      // The conflict tells the new name already.
      .filter(({ code, key }) => code !== 'upgrade.renamed' || !conflicts.some((other) => other.key === key)),
    ...memory,
    // The division of memory says more about a default than the default itself.
    ...upgradeOfDefaults(config, before, after).filter(({ key }) => !memory.some((other) => other.key === key)),
    ...upgradeFacts(config, before, after),
  ];
  return findings
    .map((finding) => asCertainAsItIs(finding, config))
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

/**
 * The configuration in the words of the new version: current names, values that it can read, without keys that it would ignore. Keys that
 * nobody knows stay as they are, and so do values that need a decision. An entry under the current name wins over one under an older name,
 * as it does in Flink.
 */
export function migratedConfiguration(
  config: FlatConfiguration,
  from: FlinkVersionName,
  to: FlinkVersionName,
): Record<string, string> {
  const [before, after] = [placeOf(from), placeOf(to)];
  const flinkKeys = new Set(entriesForFlink(config).map(([key]) => key));
  const migrated = new Map<string, { from: string; value: string }>();
  for (const [key, value] of Object.entries(config)) {
    const entry = flinkKeys.has(key) ? migratedEntry(key, value, before, after) : { key, value };
    if (entry === undefined || (entry.key !== key && Object.hasOwn(config, entry.key))) continue;
    const other = migrated.get(entry.key);
    if (other !== undefined && rank(other.from, entry.key, before) <= rank(key, entry.key, before)) continue;
    migrated.set(entry.key, { from: key, value: entry.value });
  }
  return Object.fromEntries([...migrated].map(([key, { value }]) => [key, value]));
}

/** Of several older names of one option the one that Flink tries first counts. */
function rank(name: string, option: string, version: VersionPlace): number {
  const facts = factsFor(meaningOf(option, version), version.index);
  const names = facts === undefined ? [] : [facts.key, ...facts.fallbackKeys, ...facts.deprecatedKeys];
  return names.includes(name) ? names.indexOf(name) : names.length;
}

/** A value that cannot be read keeps a cluster from starting only where it is read. */
function asCertainAsItIs(finding: UpgradeFinding, config: FlatConfiguration): UpgradeFinding {
  const { code, key } = finding;
  const harmless = code === 'upgrade.value-not-read' && key !== undefined && !isSurelyRead(key, config);
  return harmless ? { ...finding, severity: 'warning' } : finding;
}

function parents(config: FlatConfiguration, from: FlinkVersionName, to: FlinkVersionName): UpgradeFinding[] {
  const problems = checkConfiguration(config, to).filter(({ code }) => code === 'options.key-and-parent');
  return problems.map(({ key, message, remedy }) => {
    const entry = migratedEntry(key, config[key] ?? '', placeOf(from), placeOf(to));
    const replacement = entry === undefined || entry.key === key ? {} : { replacement: entry };
    return { code: 'upgrade.key-and-parent', key, message, remedy, severity: 'error', ...replacement };
  });
}
