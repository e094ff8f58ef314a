// SPDX-License-Identifier: Apache-2.0
// What Flink accepts is no error here: defaults, enumerations, the readings of Flink's own parsers, configurations that Flink derived memory
// from, that the Java operator wrote, that people write.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfigurationFile } from '../configuration-file.ts';
import { flattenConfiguration } from '../configuration.ts';
import { memoryCases, valueCases, versionName } from '../fixtures/flink-cases.ts';
import type { FlinkVersionName } from '../flink-version.ts';
import type { OptionFacts, OptionType } from './catalogue-option.ts';
import { catalogueVersions, placeOf } from './catalogue-version.ts';
import { checkConfiguration } from './check-configuration.ts';
import { doubtAbout } from './doubtful-value.ts';
import { flinkCatalogue, operatorCatalogue } from './option-index.ts';
import { unreadable } from './read-value.ts';

function errors(config: Record<string, string>, version: FlinkVersionName): string[] {
  return checkConfiguration(config, version)
    .filter(({ severity }) => severity === 'error')
    .map(({ key, message }) => `${key}: ${message}`);
}

describe.each(catalogueVersions)('every option of %s', (version) => {
  const { index } = placeOf(version);
  const all = flinkCatalogue()
    .filter((option) => option.isIn(index))
    .map((option) => option.at(index));

  it('reads its own default, without a doubt', () => {
    const troubled = all.filter(
      (facts) =>
        facts.default !== undefined &&
        (unreadable(facts, facts.default, index) ?? doubtAbout(facts, facts.key, facts.default, index)) !== undefined,
    );
    expect(troubled.map(({ key }) => key)).toEqual([]);
  });

  it('reads each of its values, in small letters too', () => {
    const troubled = all
      .filter(({ values }) => values.length > 0)
      .flatMap((facts) =>
        [...facts.values, ...facts.values.map((value) => value.toLowerCase())].filter((value) =>
          unreadable(facts, value, index),
        ),
      );
    expect(troubled).toEqual([]);
  });

  it('is known under its own name', () => {
    const plain = all.filter(({ key }) => !key.includes('<'));
    const config = Object.fromEntries(plain.map(({ key }) => [key, 'x']));
    const unknown = checkConfiguration(config, version).filter(({ code }) =>
      ['options.unknown-key', 'options.removed', 'options.not-yet-known', 'options.dead-key'].includes(code),
    );
    expect(unknown).toEqual([]);
  });
});

it('every option of the operator reads its own default', () => {
  const troubled = operatorCatalogue()
    .map((option) => option.at(0))
    // A negative duration means "off", and no configuration can say it.
    .filter(({ default: text }) => text !== undefined && !text.startsWith('-'))
    .filter((facts) => unreadable(facts, facts.default ?? '', placeOf('v1_20').index));
  expect(troubled.map(({ key }) => key)).toEqual([]);
});

describe('values, against the parsers of Flink', () => {
  const types: Readonly<Record<string, OptionType>> = { list: 'list<string>' };
  const enums: Readonly<Record<string, string[]>> = {
    JobManagerOptions$SchedulerType: ['Ng', 'Default', 'Adaptive', 'AdaptiveBatch'],
    SchedulerExecutionMode: ['REACTIVE'],
  };
  const kinds = ['duration', 'memory', 'boolean', 'int', 'long', 'float', 'double', 'string', 'enum', 'list', 'map'];

  it.each(valueCases(...kinds))('$id: $input', ({ kind, input, extra, dialect, outcomes }) => {
    const facts = {
      ...(flinkCatalogue()[0]?.at(0) as OptionFacts),
      key: 'an.option',
      type: types[kind] ?? (kind as OptionType),
      values: enums[extra ?? ''] ?? [],
    };
    for (const { versions, error } of outcomes) {
      for (const version of versions) {
        const found = unreadable(facts, input, placeOf(versionName(version)).index);
        // What only one of two dialects refuses is not certain.
        if (dialect === undefined || found !== undefined)
          expect(found !== undefined, `Flink ${version}`).toBe(error === true);
      }
    }
  });
});

it('configurations that Flink divides memory from have no errors', () => {
  const troubled = memoryCases().flatMap(({ id, mode, config, outcomes }) =>
    outcomes
      // The scripts of a standalone cluster do not read every key; the operator does.
      .filter(({ error }) => !error && mode === 'kubernetes')
      .flatMap(({ versions }) => versions.map(versionName))
      .flatMap((version) => errors(config, version).map((error) => `${id} ${version} ${error}`))
      // These were handed to Flink's classes as they are; two do not fit into the nested file of Flink 2.
      .filter((error) => !error.includes('cannot stand beside'))
      // Flink 1.16 does not know the key; the operator, which builds the objects, does.
      .filter((error) => !error.includes('v1_16 kubernetes.taskmanager.cpu.amount')),
  );
  expect(troubled).toEqual([]);
});

describe('configurations that operators wrote', () => {
  const recordings = new URL('../../../test/fixtures/recordings/java/', import.meta.url);
  const moments = readdirSync(recordings, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it.each(moments.map(({ name }) => name))('%s', (moment) => {
    const kinds = readdirSync(new URL(`${moment}/`, recordings));
    const objects = kinds.flatMap((kind) => {
      const { items } = parse(readFileSync(new URL(`${moment}/${kind}`, recordings), 'utf8')) as { items?: unknown[] };
      return (items ?? []) as { data?: Record<string, string>; spec?: { flinkConfiguration?: unknown } }[];
    });
    const configurations = objects.flatMap(({ data, spec }) => [
      ...(data?.['flink-conf.yaml'] ? [parseConfigurationFile('flink-conf.yaml', data['flink-conf.yaml'])] : []),
      ...(spec?.flinkConfiguration ? [flattenConfiguration(spec.flinkConfiguration)] : []),
    ]);
    expect(configurations.flatMap((config) => errors(config, 'v1_20'))).toEqual([]);
  });
});

describe('configurations that people write', () => {
  const state = (name: string): Record<string, unknown> => ({
    dir: `s3://state/${name}/cp`,
    'savepoint-dir': `s3://state/${name}/sp`,
  });
  it.each<[string, FlinkVersionName, unknown]>([
    ['a number', 'v2_0', { 'taskmanager.numberOfTaskSlots': 4 }],
    [
      'nested, with options of the operator',
      'v1_20',
      {
        'high-availability': { type: 'kubernetes', storageDir: 's3://state/ledger/ha' },
        'execution.checkpointing': { interval: '30 s', ...state('ledger') },
        'kubernetes.operator.deployment.rollback.enabled': true,
        'kubernetes.operator.periodic.savepoint.interval': '6 h',
      },
    ],
    ['memory', 'v1_20', { 'jobmanager.memory.process.size': '1600m', 'taskmanager.memory.flink.size': '3g' }],
    ['older names', 'v1_20', { 'state.savepoints.dir': 's3://sp', 'state.checkpoints.dir': 's3://cp' }],
    ['a text for a boolean', 'v1_20', { 'kubernetes.operator.pod-template.merge-arrays-by-name': 'true' }],
    ['reactive', 'v1_20', { 'scheduler-mode': 'REACTIVE', 'taskmanager.numberOfTaskSlots': '2' }],
    [
      'autoscaled',
      'v1_20',
      {
        'job.autoscaler.enabled': 'true',
        'job.autoscaler.metrics.window': '3m',
        'job.autoscaler.target.utilization': '0.6',
        'kubernetes.operator.job.autoscaler.stabilization.interval': '1m',
        'jobmanager.scheduler': 'adaptive',
        'pipeline.max-parallelism': '720',
      },
    ],
    [
      'TLS',
      'v2_0',
      {
        security: { ssl: { internal: { enabled: true, keystore: '/tls/internal.jks' }, rest: { enabled: 'true' } } },
        'kubernetes.secrets': 'tls:/tls',
      },
    ],
    [
      'HA by class',
      'v1_16',
      { 'high-availability': 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory' },
    ],
    [
      'HA in capitals',
      'v1_20',
      { 'high-availability.type': 'KUBERNETES', 'high-availability.storageDir': 'file:///ha' },
    ],
    [
      'object stores, reporters and keys of its own',
      'v1_20',
      {
        's3.access.key': 'a',
        's3.path.style.access': 'true',
        's3.endpoint': 'http://s3:7070',
        'fs.s3a.connection.maximum': '200',
        'fs.azure.account.auth.type': 'OAuth',
        'metrics.reporters': 'prom',
        'metrics.reporter.prom.factory.class': 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory',
        'metrics.reporter.prom.port': '9249-9260',
        'metrics.reporter.own.anything': 'x',
        'containerized.master.env.TZ': 'UTC',
        'flink.hadoop.dfs.nameservices': 'a',
        'pipeline.global-job-parameters': 'a:b',
        'kafka.bootstrap.servers': 'k:9092',
        'my-company.feature': 'on',
      },
    ],
    [
      'Flink as it comes',
      'v2_0',
      {
        'env.java.opts.all':
          '--add-exports=java.base/sun.net.util=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED',
        jobmanager: {
          'bind-host': 'localhost',
          rpc: { address: 'localhost', port: 6123 },
          memory: { process: { size: '1600m' } },
          execution: { 'failover-strategy': 'region' },
        },
        taskmanager: {
          'bind-host': 'localhost',
          host: 'localhost',
          numberOfTaskSlots: 1,
          memory: { process: { size: '1728m' } },
        },
        'parallelism.default': 1,
        'rest.address': 'localhost',
      },
    ],
  ])('%s', (_, version, tree) => {
    expect(errors(flattenConfiguration(tree), version)).toEqual([]);
  });
});
