// SPDX-License-Identifier: Apache-2.0
// How what is known of options reaches the findings of a resource: with its path, once, and with the fields of the spec beside it.
import { describe, expect, it } from 'vitest';
import type { FlatConfiguration } from '../../flink/configuration.ts';
import { checkResource } from '../check-resource.ts';
import type { FlinkDeploymentSpec } from '../flink-deployment.ts';

function found(
  flinkConfiguration: Record<string, unknown>,
  spec: Partial<FlinkDeploymentSpec> = {},
  operatorDefaults: FlatConfiguration = {},
): string[] {
  const resource = {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: 'clicks', namespace: 'analytics' },
    spec: {
      image: 'clicks:1',
      flinkVersion: 'v1_20',
      serviceAccount: 'flink',
      jobManager: { resource: { cpu: 1, memory: '2g' } },
      taskManager: { resource: { cpu: 1, memory: '4g' } },
      job: { jarURI: 'local:///a.jar', parallelism: 2, upgradeMode: 'stateless' },
      ...spec,
      flinkConfiguration,
    },
  };
  return checkResource(resource, { operatorDefaults })
    .filter(({ code }) => /^(?:options|configuration)\./u.test(code))
    .map(({ severity, code, path }) => `${severity} ${code} ${path}`);
}

const at = (key: string): string => `spec.flinkConfiguration.${key}`;

describe('the options of a FlinkDeployment', () => {
  it('are judged flat and nested alike', () => {
    const expected = [`warning options.unknown-key ${at('taskmanager.numberOfTaskSlot')}`];
    expect(found({ 'taskmanager.numberOfTaskSlot': 2 })).toEqual(expected);
    expect(found({ taskmanager: { numberOfTaskSlot: 2 } })).toEqual(expected);
  });

  it('are judged for the version of the resource', () => {
    const keys = { 'execution.checkpointing.dir': 's3://c' };
    expect(found(keys)).toEqual([]);
    expect(found(keys, { flinkVersion: 'v1_19' })).toEqual([
      `warning options.not-yet-known ${at('execution.checkpointing.dir')}`,
    ]);
  });

  it('are told once where a rule wants to read them too', () => {
    const key = 'kubernetes.operator.deployment.rollback.enabled';
    expect(found({ [key]: 'maybe' })).toEqual([`error configuration.unreadable-value ${at(key)}`]);
  });

  it('are told once under an older name as well', () => {
    const key = 'kubernetes.operator.job.autoscaler.enabled';
    expect(found({ [key]: 'maybe' })).toEqual([`error configuration.unreadable-value ${at(key)}`]);
  });

  it('that only the operator sets are told where a rule reads them', () => {
    const key = 'kubernetes.operator.deployment.rollback.enabled';
    expect(found({}, {}, { [key]: 'maybe' })).toEqual([`error configuration.unreadable-value ${at(key)}`]);
    expect(found({}, {}, { 'taskmanager.numberOfTaskSlot': '2' })).toEqual([]);
  });

  it('cannot be parents of others in Flink 2, the defaults of the operator included', () => {
    const storage = { 'high-availability.storageDir': 's3://ha' };
    const expected = [`error options.key-and-parent ${at('high-availability')}`];
    const errors = (lines: string[]): string[] => lines.filter((line) => line.startsWith('error'));
    expect(errors(found({ 'high-availability': 'NONE', ...storage }, { flinkVersion: 'v2_0' }))).toEqual(expected);
    expect(errors(found({ 'high-availability': 'NONE' }, { flinkVersion: 'v2_0' }, storage))).toEqual(expected);
  });
});

describe('options that fields of the spec set', () => {
  it.each<[string, string, string | undefined, Partial<FlinkDeploymentSpec>]>([
    ['jobmanager.memory.process.size', '1g', 'set-by-spec', {}],
    ['jobmanager.memory.process.size', '2048m', undefined, {}],
    [
      'taskmanager.memory.process.size',
      '1g',
      'set-by-spec',
      { taskManager: { resources: { limits: { memory: '4Gi' } } } },
    ],
    ['kubernetes.jobmanager.cpu.amount', '3', 'set-by-spec', {}],
    ['kubernetes.container.image.ref', 'other:1', 'set-by-spec', {}],
    ['kubernetes.service-account', 'other', 'set-by-spec', {}],
    ['kubernetes.jobmanager.replicas', '2', 'set-by-spec', {}],
    ['parallelism.default', '7', 'set-by-spec', {}],
    ['parallelism.default', '2', undefined, {}],
    ['pipeline.jars', 'local:///b.jar', 'set-by-spec', {}],
    ['pipeline.jars', 'local:///b.jar', undefined, { mode: 'standalone' }],
    ['execution.savepoint.ignore-unclaimed-state', 'true', undefined, {}],
    ['execution.target', 'local', 'set-by-operator', {}],
    ['execution.target', 'remote', undefined, { mode: 'standalone' }],
    ['execution.state-recovery.path', 's3://sp', 'fixed-restore-path', {}],
    ['execution.state-recovery.path', 's3://sp', undefined, { job: undefined } as object],
  ])('%s: %s: %s', (key, value, code, spec) => {
    expect(found({ [key]: value }, spec)).toEqual(code === undefined ? [] : [`warning options.${code} ${at(key)}`]);
  });
});
