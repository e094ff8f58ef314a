// SPDX-License-Identifier: Apache-2.0
// The table is whole: counted and compared with what its source says of itself, and with the typed tables that are made from the same lists.
import { describe, expect, it } from 'vitest';
import { autoscalerOptions } from '../autoscaler-options.ts';
import type { ConfigOption } from '../configuration.ts';
import { operatorOptions } from '../operator-options.ts';
import { flinkOptions } from '../options.ts';
import { placeOf } from './catalogue-version.ts';
import { flinkCatalogue, isDeadKey, operatorCatalogue, optionIndex, type KeyMeaning } from './option-index.ts';
import { FLINK_OPTIONS, OPERATOR_OPTIONS } from './option-table.ts';

const at = (version: number): ReturnType<(typeof options)[0]['at']>[] =>
  options.filter((option) => option.isIn(version)).map((option) => option.at(version));
const options = flinkCatalogue();

describe('the table', () => {
  it.each([
    // version, options, deprecated, older names, templates, maps, internal
    ['v1_16', 777, 38, 98, 38, 15, 16],
    ['v1_17', 812, 50, 122, 39, 16, 19],
    ['v1_18', 843, 59, 148, 39, 16, 19],
    ['v1_19', 896, 64, 150, 42, 18, 18],
    ['v1_20', 967, 106, 193, 42, 20, 19],
    ['v2_0', 973, 14, 174, 43, 20, 20],
    ['v2_1', 999, 14, 174, 54, 21, 20],
    ['v2_2', 1020, 13, 175, 55, 23, 20],
    ['v2_3', 1077, 20, 179, 62, 25, 21],
  ] as const)('of %s is whole', (version, all, deprecated, oldNames, templates, maps, internal) => {
    const facts = at(placeOf(version).index);
    const counted = {
      all: facts.length,
      deprecated: facts.filter((one) => one.deprecated).length,
      oldNames: facts.flatMap((one) => [...one.fallbackKeys, ...one.deprecatedKeys]).length,
      templates: facts.filter(({ key }) => key.includes('<')).length,
      maps: facts.filter((one) => one.prefixMap).length,
      internal: facts.filter((one) => one.internal).length,
    };
    expect(counted).toEqual({ all, deprecated, oldNames, templates, maps, internal });
  });

  it('is small', () => {
    expect(FLINK_OPTIONS.length + OPERATOR_OPTIONS.length).toBeLessThan(120_000);
  });

  it.each([
    ['taskmanager.memory.network.max', 'v1_16', { type: 'memory', default: '1 gb' }],
    ['taskmanager.memory.network.max', 'v1_17', { default: '9223372036854775807 bytes' }],
    ['heartbeat.interval', 'v1_19', { type: 'long', default: '10000' }],
    ['heartbeat.interval', 'v1_20', { type: 'duration', default: '10 s' }],
    ['jobmanager.scheduler', 'v1_20', { values: ['Ng', 'Default', 'Adaptive', 'AdaptiveBatch'] }],
    ['jobmanager.scheduler', 'v2_0', { values: ['Default', 'Adaptive', 'AdaptiveBatch'] }],
    ['kubernetes.container.image.ref', 'v1_20', { dynamicDefault: 'flinkVersion', default: undefined }],
    ['env.java.opts.all', 'v2_0', { default: '', type: 'string' }],
    ['table.exec.state.ttl', 'v1_20', { type: 'duration' }],
    [
      'execution.checkpointing.local-backup.enabled',
      'v2_0',
      {
        fallbackKeys: ['execution.state-recovery.from-local'],
        deprecatedKeys: ['state.backend.local-recovery'],
      },
    ],
  ] as const)('says what %s is in %s', (key, version, facts) => {
    expect(options.find((option) => option.key === key)?.at(placeOf(version).index)).toMatchObject(facts);
  });

  it('agrees with the typed options about older names', () => {
    const client = placeOf('v1_20').index;
    const known = new Map([...options, ...operatorCatalogue()].map((option) => [option.key, option.at(client)]));
    const typed = [flinkOptions, operatorOptions, autoscalerOptions].flatMap(
      (table) => Object.values(table) as ConfigOption<unknown>[],
    );
    for (const { key, fallbackKeys } of typed) {
      const facts = known.get(key);
      expect([...(facts?.fallbackKeys ?? []), ...(facts?.deprecatedKeys ?? [])], key).toEqual(fallbackKeys);
    }
    expect(typed.length).toBeGreaterThan(250);
  });
});

describe('the meaning of a key', () => {
  const meanings: [string, string, KeyMeaning['is'] | undefined][] = [
    ['rest.port', 'v1_20', 'option'],
    ['state.backend', 'v1_16', 'option'],
    ['state.backend', 'v1_20', 'old name'],
    ['kubernetes.jobmanager.annotations.example.com/a', 'v1_20', 'map entry'],
    ['metrics.reporter.prom.factory.class', 'v1_20', 'template'],
    ['metrics.reporter.prom.filterLabelValueCharacters', 'v1_20', 'template'],
    ['metrics.reporter.mine.any.thing', 'v1_20', 'family'],
    ['fs.s3.limit.input', 'v1_20', 'template'],
    ['s3.any.key', 'v1_20', 'family'],
    ['containerized.master.env.TZ', 'v1_20', 'family'],
    ['kubernetes.operator.default-configuration.namespace.a.b.c', 'v1_20', 'family'],
    ['kubernetes.operator.job.autoscaler.enabled', 'v1_20', 'old name'],
    ['fs.hdfs.hadoopconf', 'v1_20', 'raw'],
    ['fs.hdfs.hadoopconf', 'v2_0', undefined],
    ['my.own.key', 'v1_20', undefined],
    ['traces.reporter.a.b', 'v1_18', undefined],
    ['traces.reporter.a.b', 'v1_19', 'family'],
  ];

  it.each(meanings)('%s in %s: %s', (key, version, meaning) => {
    expect(optionIndex(placeOf(version as 'v1_20').index).meaningOf(key)?.is).toBe(meaning);
  });

  it('knows keys that nothing reads', () => {
    expect(isDeadKey('query.server.port')).toBe(true);
    expect(isDeadKey('rest.port')).toBe(false);
  });
});
