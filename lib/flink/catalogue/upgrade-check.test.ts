// SPDX-License-Identifier: Apache-2.0
// Upgrades against the changes that Flink's releases are known to bring, counted, and by example.
import { describe, expect, it } from 'vitest';
import type { FlinkVersionName } from '../flink-version.ts';
import { placeOf } from './catalogue-version.ts';
import { checkConfiguration } from './check-configuration.ts';
import { optionIndex, type KeyMeaning } from './option-index.ts';
import { migratedConfiguration, upgradeCheck } from './upgrade-check.ts';
import { upgradeOfEntry } from './upgrade-entries.ts';
import type { UpgradeCode } from './upgrade-finding.ts';

/** A value that every version of such an option reads. */
const SAMPLES: Readonly<Record<string, string>> = { boolean: 'true', duration: '1 s', memory: '1m', map: 'a:b' };

function sampleValue(meaning: KeyMeaning, version: number): string | undefined {
  const option = meaning.is === 'option' ? meaning.option : meaning.is === 'old name' ? meaning.of[0] : undefined;
  const facts = option?.at(version);
  if (facts === undefined) return undefined;
  const word = facts.key.startsWith('restart-strategy')
    ? 'none'
    : facts.key.startsWith('state.backend')
      ? 'rocksdb'
      : '1';
  return facts.default ?? facts.values[0] ?? SAMPLES[facts.type] ?? word;
}

/** How many names of the old version meet what, if each is set to its default. */
function counted(from: FlinkVersionName, to: FlinkVersionName): (code: UpgradeCode) => number {
  const [before, after] = [placeOf(from), placeOf(to)];
  const keys = new Map<UpgradeCode, Set<string>>();
  for (const [key, meaning] of optionIndex(before.index).names) {
    const value = sampleValue(meaning, before.index);
    if (value === undefined) continue;
    for (const { code } of upgradeOfEntry(key, value, before, after))
      keys.set(code, (keys.get(code) ?? new Set()).add(key));
  }
  return (code) => keys.get(code)?.size ?? 0;
}

describe('the changes between releases', () => {
  // Fewer than Flink's lists where one old name stands for several options, and where a deprecated option has a successor.
  it.each([
    // from, to, removed (older names included), renamed, superseded, deprecated without a successor
    ['v1_16', 'v1_17', 0, 11, 10, 0],
    ['v1_17', 'v1_18', 1, 23, 0, 10],
    ['v1_18', 'v1_19', 2, 0, 0, 6],
    ['v1_19', 'v1_20', 0, 28, 11, 30],
    // Without those of Hive, which went to a connector with releases of its own.
    ['v1_20', 'v2_0', 88, 29, 3, 2],
    ['v2_0', 'v2_1', 0, 0, 0, 0],
    ['v2_1', 'v2_2', 1, 1, 0, 0],
    ['v2_2', 'v2_3', 0, 0, 3, 4],
  ] as const)('%s to %s', (from, to, removed, renamed, superseded, deprecated) => {
    const count = counted(from, to);
    expect([
      count('upgrade.removed'),
      count('upgrade.renamed'),
      count('upgrade.superseded'),
      count('upgrade.deprecated'),
    ]).toEqual([removed, renamed, superseded, deprecated]);
  });
});

function told(config: Record<string, string>, from: FlinkVersionName, to: FlinkVersionName): string[] {
  return upgradeCheck(config, from, to).map(({ severity, code, key }) => `${severity} ${code} ${key ?? ''}`.trim());
}

describe('an upgrade', () => {
  it('to Flink 2 tells first what keeps the cluster from starting', () => {
    const config = {
      'high-availability': 'kubernetes',
      'high-availability.storageDir': 's3://ha',
      'jobmanager.scheduler': 'ng',
    };
    expect(told(config, 'v1_20', 'v2_0').filter((line) => !line.startsWith('hint'))).toEqual([
      'error upgrade.key-and-parent high-availability',
      'error upgrade.value-not-read jobmanager.scheduler',
    ]);
  });

  it.each([
    ['jobmanager.heap.size', '1g', 'jobmanager.memory.process.size', '1g'],
    ['taskmanager.heap.mb', '2048', 'taskmanager.memory.process.size', '2048m'],
    ['state.backend.rocksdb.checkpointdir', '/tmp', 'state.backend.rocksdb.localdir', '/tmp'],
    ['cluster.evenly-spread-out-slots', 'true', 'taskmanager.load-balance.mode', 'SLOTS'],
    ['state.backend', 'FileSystem', 'state.backend.type', 'hashmap'],
    ['execution.savepoint.path', 's3://sp', 'execution.state-recovery.path', 's3://sp'],
  ])('to Flink 2 knows what becomes of %s: %s', (key, value, newKey, newValue) => {
    const [finding] = upgradeCheck({ [key]: value }, 'v1_20', 'v2_0').filter((one) => one.key === key);
    expect(finding?.replacement).toEqual({ key: newKey, value: newValue });
    expect(migratedConfiguration({ [key]: value }, 'v1_20', 'v2_0')).toEqual({ [newKey]: newValue });
  });

  it('to Flink 2 tells which values the YAML file reads in another way', () => {
    const config = { 'env.java.opts.all': '-Dcolour=#fff', 'pipeline.jars': '[a.jar, b.jar]', 'my.key': 'x' };
    expect(told(config, 'v1_20', 'v2_0').filter((line) => !line.startsWith('hint'))).toEqual([
      'warning upgrade.value-changed env.java.opts.all',
      'warning upgrade.value-changed pipeline.jars',
    ]);
    expect(told(config, 'v2_0', 'v2_1')).toEqual([]);
  });

  it('to 1.17 tells what becomes of large TaskManagers', () => {
    expect(told({ 'taskmanager.memory.process.size': '32g' }, 'v1_16', 'v1_17')).toContain(
      'warning upgrade.memory taskmanager.memory.network.max',
    );
    const limited = { 'taskmanager.memory.process.size': '32g', 'taskmanager.memory.network.max': '2g' };
    expect(told(limited, 'v1_16', 'v1_17').join()).not.toContain('network.max');
    expect(told({ 'taskmanager.memory.process.size': '4g' }, 'v1_16', 'v1_17').join()).not.toContain('upgrade.memory');
  });

  it('tells the defaults that change, the weightiest first, unless they are set or belong to something else', () => {
    const changed = (config: Record<string, string>): (string | undefined)[] =>
      upgradeCheck(config, 'v1_18', 'v1_19').flatMap(({ code, key }) =>
        code === 'upgrade.default-changed' ? [key] : [],
      );
    const strategy = 'restart-strategy.exponential-delay';
    expect(changed({})).toEqual([
      `${strategy}.backoff-multiplier`,
      `${strategy}.max-backoff`,
      'pipeline.time-characteristic',
      'execution.batch.adaptive.auto-parallelism.default-source-parallelism',
    ]);
    expect(changed({ [`${strategy}.max-backoff`]: '5 min' })).not.toContain(`${strategy}.max-backoff`);
    expect(changed({ 'restart-strategy': 'fixed-delay' })).not.toContain(`${strategy}.max-backoff`);
  });

  it('takes no offence at other spellings of the same default', () => {
    const lines = told({}, 'v1_19', 'v1_20').filter((line) => line.includes('default-changed'));
    expect(lines).toEqual(['hint upgrade.default-changed kubernetes.transactional-operation.max-retries']);
  });

  it('down tells which keys the older version does not know', () => {
    const findings = upgradeCheck({ 'execution.checkpointing.dir': 's3://c' }, 'v2_0', 'v1_19');
    expect(findings[0]).toMatchObject({
      code: 'upgrade.not-yet-known',
      replacement: { key: 'state.checkpoints.dir', value: 's3://c' },
    });
  });

  it('to the same version is none', () => {
    expect(upgradeCheck({ 'state.backend': 'rocksdb' }, 'v1_20', 'v1_20')).toEqual([]);
  });
});

describe('a migrated configuration', () => {
  const old = {
    'high-availability': 'kubernetes',
    'high-availability.storageDir': 's3://ha',
    'state.backend': 'rocksdb',
    'state.backend.incremental': 'true',
    'state.checkpoints.dir': 's3://c',
    'restart-strategy': 'fixed-delay',
    'restart-strategy.fixed-delay.attempts': '3',
    'akka.ask.timeout': '30 s',
    'akka.watch.threshold': '12',
    'kubernetes.operator.savepoint.format.type': 'NATIVE',
    'my.own.key': 'x',
  };

  it('has new names, no keys that are gone, and everything else as it was', () => {
    expect(migratedConfiguration(old, 'v1_20', 'v2_0')).toEqual({
      'high-availability.type': 'kubernetes',
      'high-availability.storageDir': 's3://ha',
      'state.backend.type': 'rocksdb',
      'execution.checkpointing.incremental': 'true',
      'execution.checkpointing.dir': 's3://c',
      'restart-strategy.type': 'fixed-delay',
      'restart-strategy.fixed-delay.attempts': '3',
      'pekko.ask.timeout': '30 s',
      'kubernetes.operator.savepoint.format.type': 'NATIVE',
      'my.own.key': 'x',
    });
  });

  it('takes of two older names the one that Flink tries first, whichever is written first', () => {
    const names = { 'savepoints.state.backend.fs.dir': 's3://older', 'state.savepoints.dir': 's3://old' };
    const reversed = Object.fromEntries(Object.entries(names).reverse());
    const expected = { 'execution.checkpointing.savepoint-dir': 's3://old' };
    expect(migratedConfiguration(names, 'v1_20', 'v2_0')).toEqual(expected);
    expect(migratedConfiguration(reversed, 'v1_20', 'v2_0')).toEqual(expected);
  });

  it('is without errors and warnings in the new version', () => {
    const problems = checkConfiguration(migratedConfiguration(old, 'v1_20', 'v2_0'), 'v2_0');
    expect(problems.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  it('lets the current name win over an older one', () => {
    const both = { 'state.backend': 'hashmap', 'state.backend.type': 'rocksdb' };
    expect(migratedConfiguration(both, 'v1_20', 'v2_0')).toEqual({ 'state.backend.type': 'rocksdb' });
  });
});
