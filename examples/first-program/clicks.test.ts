// SPDX-License-Identifier: Apache-2.0
// The test of the README: the life of a job without a cluster.

import { Testing } from 'cdk8s';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, noLog, startOperator } from '../../operator/index.ts';
import { EmbeddedCluster } from '../../lib/testing/index.ts';
import type { FlinkDeployment } from '../../lib/index.ts';
import { clicks } from './clicks.ts';

it('keeps its state when it gets more parallelism', async () => {
  const cluster = new EmbeddedCluster();
  cluster.run((surroundings) => startOperator({ ...surroundings, log: noLog, settings: () => DEFAULT_SETTINGS }));
  const apply = (parallelism: number): void => {
    for (const manifest of Testing.synth(clicks(Testing.app(), parallelism))) cluster.api.apply(manifest);
  };
  const isStable = (parallelism: number): boolean => {
    const { status } = cluster.api.get<FlinkDeployment>('flinkdeployments', 'streaming', 'clicks') ?? {};
    return (
      status?.lifecycleState === 'STABLE' && cluster.flink.job('streaming/clicks')?.graph.parallelism === parallelism
    );
  };

  apply(2);
  await cluster.until('the job is stable', () => isStable(2));
  await cluster.advance(60_000); // a minute, with six checkpoints, in no time
  apply(4);
  await cluster.until('the upgraded job is stable', () => isStable(4));

  const { history } = cluster.flink;
  expect(history.runs.map((run) => run.restoredFrom.kind)).toEqual(['none', 'savepoint']);
  expect(history.losses()).toEqual([]); // no run began with older state than there was
  expect(history.overlaps()).toEqual([]); // the job never ran twice at the same time
  cluster.stop();
});
