// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  deployConfiguration,
  observeConfiguration,
  operatorConfiguration,
  withoutOperatorKeys,
} from './effective-configuration.ts';

const AT = { name: 'clicks', namespace: 'streams' };
const DEFAULTS = 'kubernetes.operator.default-configuration';

describe("the operator's configuration", () => {
  const layers = {
    base: { k: 'base' },
    namespace: { [`${DEFAULTS}.namespace.streams.k`]: 'namespace' },
    older: { [`${DEFAULTS}.flink-version.v1_19+.k`]: 'older' },
    newer: { [`${DEFAULTS}.flink-version.v1_20+.k`]: 'newer' },
    exact: { [`${DEFAULTS}.flink-version.v1_20.k`]: 'exact' },
  };

  it.each([
    ['base', [layers.base]],
    ['namespace', [layers.namespace, layers.base]],
    ['older', [layers.older, layers.namespace, layers.base]],
    ['newer', [layers.newer, layers.older, layers.namespace]],
    ['exact', [layers.exact, layers.newer, layers.older]],
  ])('%s beats what stands below it', (winner, present) => {
    const base = Object.assign({}, ...present) as Record<string, string>;
    expect(operatorConfiguration(base, 'streams', 'v1_20')['k']).toBe(winner);
  });

  it.each([
    ['another namespace', { [`${DEFAULTS}.namespace.other.k`]: 'x' }],
    ['a newer version', { [`${DEFAULTS}.flink-version.v2_0+.k`]: 'x' }],
    ['another version', { [`${DEFAULTS}.flink-version.v1_19.k`]: 'x' }],
    ['a version that nobody knows', { [`${DEFAULTS}.flink-version.v1_99+.k`]: 'x' }],
  ])('passes %s by', (_, base) => {
    expect(operatorConfiguration(base, 'streams', 'v1_20')).toEqual(base);
  });

  it('without a version has no version defaults', () => {
    const base = { ...layers.namespace, ...layers.older, ...layers.exact };
    expect(operatorConfiguration(base, 'streams')['k']).toBe('namespace');
  });
});

describe('the configuration for watching', () => {
  it('is the deployed one, with what counts at once from the current spec', () => {
    const deployed = {
      flinkConfiguration: {
        'rest.port': '8081',
        'kubernetes.operator.a': 'old',
        'job.autoscaler.b': 'old',
        'state.savepoints.dir': 'old',
      },
    };
    const current = {
      flinkConfiguration: {
        'rest.port': '9999',
        'kubernetes.operator.a': 'new',
        'job.autoscaler.b': 'new',
        'execution.checkpointing.savepoint-dir': 'new',
      },
    };
    expect(observeConfiguration(deployed, current, AT, {})).toMatchObject({
      'rest.port': '8081',
      'kubernetes.operator.a': 'new',
      'job.autoscaler.b': 'new',
      'execution.checkpointing.savepoint-dir': 'new',
    });
  });
});

describe('the configuration for a deployment', () => {
  const DEPLOY = { ...AT, uid: 'u1', generation: 3, jobId: 'a'.repeat(32), jobResultStoreId: 'r1' };

  it('has owner, generation and job id', () => {
    expect(deployConfiguration({}, DEPLOY)).toEqual({
      'kubernetes.jobmanager.annotations': 'flinkdeployment.flink.apache.org/generation:3',
      'kubernetes.jobmanager.owner.reference':
        'apiVersion:flink.apache.org/v1beta1,kind:FlinkDeployment,name:clicks,uid:u1,blockOwnerDeletion:true,controller:false',
      '$internal.pipeline.job-id': 'a'.repeat(32),
    });
  });

  it.each([
    ['one text', { 'kubernetes.jobmanager.annotations': 'a:b' }],
    ['a key each', { 'kubernetes.jobmanager.annotations.a': 'b' }],
  ])('keeps annotations that are %s', (_, given) => {
    const configuration = deployConfiguration(given, DEPLOY);
    expect(Object.keys(configuration).filter((key) => key.includes('annotations'))).toEqual([
      'kubernetes.jobmanager.annotations',
    ]);
    expect(configuration['kubernetes.jobmanager.annotations']).toBe(
      'a:b,flinkdeployment.flink.apache.org/generation:3',
    );
  });

  it('has no annotation without a generation', () => {
    const { generation: _, ...unnumbered } = DEPLOY;
    expect(deployConfiguration({}, unnumbered)).not.toHaveProperty(['kubernetes.jobmanager.annotations']);
  });

  it.each([
    ['nothing to restore: the older name goes, the newer stays', undefined, { new: 'new' }],
    ['a savepoint: it wins over both', 's3://sp', { old: 's3://sp' }],
  ])('%s', (_, savepointPath, expected) => {
    const given = { 'execution.savepoint.path': 'old', 'execution.state-recovery.path': 'new' };
    const configuration = deployConfiguration(given, {
      ...DEPLOY,
      ...(savepointPath === undefined ? {} : { savepointPath }),
    });
    expect(configuration['execution.savepoint.path']).toBe('old' in expected ? expected.old : undefined);
    expect(configuration['execution.state-recovery.path']).toBe('new' in expected ? expected.new : undefined);
  });

  it.each([
    ['high-availability.storageDir', 's3://ha'],
    ['high-availability.storageDir', 's3://ha/'],
    ['recovery.zookeeper.storageDir', 's3://ha'],
  ])('keeps job results below %s %s', (key, directory) => {
    expect(deployConfiguration({ [key]: directory }, DEPLOY)).toMatchObject({
      'job-result-store.delete-on-commit': 'false',
      'job-result-store.storage-path': 's3://ha/job-result-store/clicks/r1',
    });
  });

  it('leaves a given deletion of job results, but not their place', () => {
    const given = {
      'high-availability.storageDir': 's3://ha',
      'job-result-store.delete-on-commit': 'true',
      'job-result-store.storage-path': 'x',
    };
    expect(deployConfiguration(given, DEPLOY)).toMatchObject({
      'job-result-store.delete-on-commit': 'true',
      'job-result-store.storage-path': 's3://ha/job-result-store/clicks/r1',
    });
  });

  it("leaves a user's job id", () => {
    expect(deployConfiguration({ '$internal.pipeline.job-id': 'mine' }, DEPLOY)['$internal.pipeline.job-id']).toBe(
      'mine',
    );
  });

  it('loses the keys of the operator before Flink sees it', () => {
    const keys = { 'kubernetes.operator.x': '1', 'job.autoscaler.y': '1', 'kubernetes.operatorial': '1', 'job.z': '1' };
    expect(Object.keys(withoutOperatorKeys(deployConfiguration(keys, DEPLOY)))).toEqual(
      expect.arrayContaining(['kubernetes.operatorial', 'job.z']),
    );
    expect(withoutOperatorKeys(keys)).toEqual({ 'kubernetes.operatorial': '1', 'job.z': '1' });
  });
});
