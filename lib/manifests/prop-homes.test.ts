// SPDX-License-Identifier: Apache-2.0
// Names and values as newcomers guess them: what is said to each, and that nothing else is said because of it.

import { describe, expect, it } from 'vitest';
import { buildFlinkApplication } from './flink-application.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import { buildFlinkStateSnapshot } from './flink-state-snapshot.ts';
import type { FlinkStateSnapshotProps } from './flink-state-snapshot-props.ts';
import { shown } from './props-shape.ts';

const base = {
  flinkVersion: 'v1_20',
  image: 'registry.example/a:1',
  job: { jar: 'local:///a.jar', parallelism: 2 },
};

function said(props: object): string[] {
  const { findings } = buildFlinkApplication({ ...base, ...props } as unknown as FlinkApplicationProps, {
    name: 'a',
    namespace: 'n',
  });
  return findings.map(({ path, remedy }) => `${path}: ${remedy}`);
}

describe('names of other levels and of the resource', () => {
  it.each<[props: object, expected: string[]]>([
    [{ parallelism: 3 }, ['parallelism: it is about the job: Job.jar(uri, { parallelism })']],
    [{ job: undefined, jarURI: 'x' }, ['jarURI: put it into the job: Job.jar(uri, { parallelism })']],
    [{ flinkConfiguration: {} }, ['flinkConfiguration: call it `config`']],
    [{ tolerations: [] }, ['tolerations: put it into `scheduling`: scheduling.tolerations']],
    [
      { topologySpreadConstraints: [] },
      ['topologySpreadConstraints: put it into `scheduling`: scheduling.topologySpread'],
    ],
    [{ job: { jarURI: 'local:///a.jar', parallelism: 1 } }, ['job.jarURI: call it `jar`, or use Job.jar(uri, …)']],
    [{ job: { ...base.job, upgradeMode: 'savepoint' } }, ['job.upgradeMode: put it beside `job`, not into it']],
    [
      { taskManager: { resource: { memory: '2g' } } },
      ['taskManager.resource: give `cpu`, `memory`, `cpuLimit`, `memoryLimit` in its place'],
    ],
    [
      { jobManager: { nodeSelector: {} } },
      ['jobManager.nodeSelector: put it into `scheduling`: scheduling.nodeSelector'],
    ],
    [
      { jobManager: { env: {} } },
      ['jobManager.env: it is for all pods: put `env` outside; for these alone use their `podTemplate`'],
    ],
    [{ state: { bucket: 's3://a/b' } }, ["state.bucket: call it `directory`, a whole URI: 's3://bucket/path'"]],
    [
      { env: { A: { secretKeyRef: { name: 'a', key: 'b' } } } },
      ["env['A'].secretKeyRef: put it into `valueFrom`: { valueFrom: { secretKeyRef } }"],
    ],
    [{ mounts: { '/a': { emptyDir: {} } } }, ["mounts['/a'].emptyDir: put it into `source`: { source: { emptyDir } }"]],
    [{ imgae: 'x' }, ["imgae: did you mean 'image'?"]],
    [{ whatever: 1 }, ['whatever: remove it']],
  ])('%j', (props, expected) => {
    expect(said(props)).toEqual(expected);
  });

  it('lists what is allowed unless that is long and the name that is meant is clear', () => {
    const allowed = (props: object): unknown =>
      buildFlinkApplication({ ...base, ...props } as unknown as FlinkApplicationProps, { name: 'a', namespace: 'n' })
        .findings[0]?.allowed;
    expect(allowed({ imgae: 'x' })).toBeUndefined();
    expect(allowed({ whatever: 'x' })).toContain('image');
    expect(allowed({ upgrade: { maxAge: 1 } })).toContain('maxCheckpointAge');
  });
});

describe('plain values where a factory makes the object', () => {
  it.each<[props: object, expected: string[]]>([
    [{ job: 'local:///a.jar' }, ["job: write Job.jar('local:///a.jar', { parallelism })"]],
    [{ state: 's3://a/b' }, ["state: write StateStore.s3('s3://a/b')"]],
    [{ state: 'abfss://a@b/c' }, ["state: write StateStore.azure('abfss://a@b/c')"]],
    [{ state: 'file:///a' }, ["state: write StateStore.directory('file:///a')"]],
    [{ logging: 'debug' }, ["logging: write Logging.levels('DEBUG')"]],
    [{ hadoop: 'conf' }, ["hadoop: write Hadoop.configMap('conf')"]],
    [{ metricsReporters: ['prometheus'] }, ['metricsReporters[0]: use a factory of MetricsReporter']],
    [{ highAvailability: 'kubernetes' }, ['highAvailability: write true']],
    [{ job: { ...base.job, startFresh: true } }, ['job.startFresh: use one of these']],
    [
      { taskManager: { scheduling: { topologySpread: ['zone'] } } },
      ['taskManager.scheduling.topologySpread[0]: use a factory of TopologySpread'],
    ],
    [{ metadata: 'a' }, ['metadata: put the members in { }']],
    [{ metadata: null }, ['metadata: leave it out, or put the members in { }']],
  ])('%j', (props, expected) => {
    expect(said(props)).toEqual(expected);
  });

  it('a name for the job of a snapshot', () => {
    const { findings } = buildFlinkStateSnapshot({ of: 'a' } as unknown as FlinkStateSnapshotProps, { name: 's' });
    expect(findings.map(({ remedy }) => remedy)).toEqual(["write { kind: 'FlinkDeployment', name: 'a' }"]);
  });
});

describe('objects of cdk8s-plus', () => {
  /** As kplus.EnvValue is: a class with both members, one of them empty. */
  class EnvValue {
    readonly value: unknown;
    readonly valueFrom: unknown;
    constructor(value: unknown, valueFrom: unknown) {
      this.value = value;
      this.valueFrom = valueFrom;
    }
  }
  const reference = { secretKeyRef: { name: 's', key: 'k' } };

  it('are values of variables', () => {
    const env = { A: new EnvValue('x', undefined), B: new EnvValue(undefined, reference), C: { value: 'y' } };
    const { manifest, findings } = buildFlinkApplication(
      { ...base, env, security: false } as unknown as FlinkApplicationProps,
      { name: 'a', namespace: 'n' },
    );
    expect(findings).toEqual([]);
    expect(manifest.spec?.podTemplate?.spec?.containers?.[0]?.env).toEqual([
      { name: 'A', value: 'x' },
      { name: 'B', valueFrom: reference },
      { name: 'C', value: 'y' },
    ]);
  });

  it('keep no secrets either', () => {
    expect(said({ env: { PASSWORD: new EnvValue('hunter2', undefined) } })).toEqual([
      "env['PASSWORD']: put it into a Secret and give EnvValue.fromSecret('name', 'key')",
    ]);
  });

  it('that are no volumes of this library are told of once', () => {
    class Volume {
      readonly node = {};
      readonly config = {};
    }
    expect(said({ mounts: { '/a': new Volume() } })).toEqual(["mounts['/a']: use a factory of Volume of flinkwright"]);
  });
});

describe('numbers in other forms', () => {
  it.each<[props: object, expected: string[]]>([
    [{ job: { ...base.job, parallelism: '4' } }, ['job.parallelism: write it without quotes: 4']],
    [{ restartNonce: 1.5 }, ['restartNonce: give such a number']],
    [{ taskManager: { cpu: '0.5' } }, ['taskManager.cpu: write it without quotes: 0.5']],
    [{ taskManager: { cpu: '500m', cpuLimit: 1 } }, ['taskManager.cpu: write 0.5']],
    [{ taskManager: { memory: 'x', memoryLimit: '2g' } }, ['taskManager.memory: write a whole number and its unit']],
    [{ taskManager: { memory: NaN } }, ['taskManager.memory: write a whole number and its unit']],
    [
      { state: { directory: 's3://a/b', checkpointInterval: 60000 } },
      ["state.checkpointInterval: add the unit: '60000 s' or '60000 ms'"],
    ],
  ])('%j', (props, expected) => {
    expect(said(props)).toEqual(expected);
  });

  it('a configuration that contains itself', () => {
    const config: Record<string, unknown> = {};
    config['a'] = config;
    expect(said({ config })).toHaveLength(1);
  });

  it('classes by their names', () => {
    const { findings } = buildFlinkApplication({ ...base, config: new Map() } as unknown as FlinkApplicationProps, {
      name: 'a',
    });
    expect(findings[0]?.message).toBe('a Map is not an object');
    class EnvFrom {}
    expect(shown(new EnvFrom())).toBe('an EnvFrom');
    expect(shown(new (class {})())).toBe('an object');
    expect(shown(Object.create(null))).toBe('an object');
  });
});
