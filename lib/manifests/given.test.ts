// SPDX-License-Identifier: Apache-2.0
// Factories as JavaScript without types calls them: nothing is thrown, and what lacks is told of.

import { describe, expect, it } from 'vitest';
import { EnvFrom, EnvValue } from './cluster/env-value.ts';
import { MetricsReporter } from './cluster/metrics.ts';
import { StateStore } from './cluster/state-store.ts';
import { Volume } from './cluster/volume.ts';
import { buildFlinkApplication } from './flink-application.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import { Job } from './job.ts';

type Factories = Readonly<Record<string, (...parameters: unknown[]) => unknown>>;

const base = { flinkVersion: 'v1_20', image: 'a:1', job: { jar: 'local:///a.jar', parallelism: 1 } };

describe.each<[name: string, factories: object, prop: (made: unknown) => object]>([
  ['Job', Job, (job) => ({ job })],
  ['StateStore', StateStore, (state) => ({ state })],
  ['Volume', Volume, (made) => ({ mounts: { '/a': made } })],
  ['EnvValue', EnvValue, (made) => ({ env: { A: made } })],
  ['EnvFrom', EnvFrom, (made) => ({ envFrom: [made] })],
  ['MetricsReporter', MetricsReporter, (made) => ({ metricsReporters: [made] })],
])('%s', (_, factories, prop) => {
  it.each(Object.entries(factories as Factories))('%s takes anything', (__, make) => {
    for (const parameters of [[], [null], [null, null], [null, null, null], ['x', null], [{}, {}], [1, 2, 3]]) {
      const made = make(...parameters);
      const props = { ...base, ...prop(made) } as unknown as FlinkApplicationProps;
      expect(() => buildFlinkApplication(props, { name: 'a', namespace: 'n' })).not.toThrow();
    }
  });
});

it('says that parallelism is missing, not that it is 0', () => {
  const { findings } = buildFlinkApplication(
    { ...base, job: Job.jar('local:///a.jar') } as unknown as FlinkApplicationProps,
    { name: 'a', namespace: 'n' },
  );
  expect(findings.map(({ path, message }) => `${path} ${message}`)).toEqual([
    'job.parallelism is missing: nothing says how parallel the job is',
  ]);
});

it('says nothing of directories of a volume that is not right', () => {
  const { findings } = buildFlinkApplication(
    { ...base, state: StateStore.volume('x', { mountPath: 'data' }) } as unknown as FlinkApplicationProps,
    { name: 'a', namespace: 'n' },
  );
  expect(findings.filter(({ severity }) => severity !== 'hint').map(({ path }) => path)).toEqual([
    'state.volume.mountPath',
  ]);
});
