// SPDX-License-Identifier: Apache-2.0
// The types hold what they promise to editors; the compiler is the test, by the lines that it must refuse.
import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { configTypes } from '../../../scripts/generate-config-types.ts';
import type { FlinkConfigurationTree } from '../../api/flink-deployment.ts';
import type { FlinkConfig, FlinkConfigOf } from './flink-config.ts';
import type { OptionValues } from './option-values.ts';

describe('a configuration', () => {
  it('takes options, nested options, and keys that nobody knows', () => {
    const config: FlinkConfig = {
      'jobmanager.scheduler': 'adaptive',
      'rest.port': 8081,
      'web.cancel.enable': true,
      'execution.checkpointing.interval': '1 min',
      'metrics.reporters': 'prom',
      state: { backend: { type: 'rocksdb' } },
      'my.own.key': ['a', 'b'],
    };
    expectTypeOf(config).toExtend<FlinkConfigurationTree>();
  });

  it('takes texts for everything, and texts from anywhere', () => {
    const texts: Record<string, string> = { 'rest.port': '8081' };
    const word: string = 'ADAPTIVE';
    const config: FlinkConfig = { ...texts, 'web.cancel.enable': 'true', 'jobmanager.scheduler': word };
    expectTypeOf(texts).toExtend<FlinkConfig>();
    expectTypeOf(config['rest.port']).not.toBeAny();
  });

  it('refuses values of a wrong type', () => {
    // @ts-expect-error -- a number is no boolean
    const wrongBoolean: FlinkConfig = { 'web.cancel.enable': 1 };
    // @ts-expect-error -- a boolean is no duration
    const wrongDuration: FlinkConfig = { 'execution.checkpointing.interval': true };
    expect([wrongBoolean, wrongDuration]).toHaveLength(2);
  });
});

describe('a configuration for one version', () => {
  it('takes the options of that version', () => {
    const config = {
      'state.backend.type': 'rocksdb',
      'execution.checkpointing.dir': 's3://c',
      'state.checkpoints.dir': 's3://c',
      's3.any.key': 'x',
      'metrics.reporter.prom.port': '9249-9260',
      'job.autoscaler.enabled': true,
      'kubernetes.jobmanager.annotations.a': 'b',
    } satisfies FlinkConfigOf<'v1_20'>;
    expectTypeOf(config).toExtend<FlinkConfig>();
  });

  it('refuses misspelt keys, keys of other versions, and values of a wrong type', () => {
    // @ts-expect-error -- numberOfTaskSlots
    const misspelt = { 'taskmanager.numberOfTaskSlot': 2 } satisfies FlinkConfigOf<'v1_20'>;
    // @ts-expect-error -- comes with 1.20
    const tooNew = { 'execution.checkpointing.dir': 's3://c' } satisfies FlinkConfigOf<'v1_19'>;
    // @ts-expect-error -- gone since 2.0
    const tooOld = { 'jobmanager.heap.size': '1g' } satisfies FlinkConfigOf<'v2_0'>;
    // @ts-expect-error -- adaptive
    const wrongWord = { 'jobmanager.scheduler': 'adaptivee' } satisfies FlinkConfigOf<'v1_20'>;
    expect([misspelt, tooNew, tooOld, wrongWord]).toHaveLength(4);
  });
});

describe('the table of types', () => {
  const file = new URL('option-values.ts', import.meta.url);

  it('is made from the catalogue as it is', async () => {
    expect(readFileSync(file, 'utf8')).toBe(await configTypes());
  });

  it('is small enough for editors', () => {
    expect(readFileSync(file).length).toBeLessThan(400_000);
    expectTypeOf<OptionValues>().toHaveProperty('taskmanager.numberOfTaskSlots');
  });
});
