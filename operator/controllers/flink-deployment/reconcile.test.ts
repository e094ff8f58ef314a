// SPDX-License-Identifier: Apache-2.0
// What a reconcile writes: a status is only written when it says something new.

import { expect, it, onTestFinished } from 'vitest';
import type { FlinkDeployment } from '../../../lib/api/flink-deployment.ts';
import { EmbeddedCluster } from '../../../lib/testing/index.ts';
import type { Stored } from '../../../lib/kubernetes/objects.ts';
import { startOperator } from '../../operator.ts';
import { DEFAULT_SETTINGS } from '../../settings.ts';
import { memoryLog } from '../../telemetry/memory-log.ts';

const application: FlinkDeployment = {
  apiVersion: 'flink.apache.org/v1beta1',
  kind: 'FlinkDeployment',
  metadata: { name: 'clicks', namespace: 'streams' },
  spec: {
    image: 'flink:1.20',
    flinkVersion: 'v1_20',
    serviceAccount: 'flink',
    jobManager: { resource: { cpu: 1, memory: '1024m' } },
    taskManager: { resource: { cpu: 1, memory: '1024m' } },
    job: { jarURI: 'local:///job.jar', parallelism: 1, upgradeMode: 'stateless' },
  },
};

it('writes the finalizer first, and no status twice', async () => {
  const cluster = new EmbeddedCluster();
  onTestFinished(() => cluster.stop());
  const statuses: string[] = [];
  const writes: string[] = [];
  cluster.api.onWrite({
    before: ({ client, method, path }) => {
      if (client === 'operator') writes.push(`${method} ${path}`);
    },
    after: ({ client, path }) => {
      if (client !== 'operator' || !path.endsWith('/clicks/status')) return;
      statuses.push(JSON.stringify(now()?.status));
    },
  });
  const now = (): Stored<FlinkDeployment> | undefined => cluster.api.get('flinkdeployments', 'streams', 'clicks');
  const stable = (generation: number) => (): boolean =>
    now()?.status?.lifecycleState === 'STABLE' && now()?.status?.observedGeneration === generation;
  cluster.run((surroundings) =>
    startOperator({ ...surroundings, log: memoryLog().log, settings: () => DEFAULT_SETTINGS }),
  );
  cluster.api.apply(application);
  await cluster.until('it is stable', stable(1));
  cluster.api.edit<FlinkDeployment>('flinkdeployments', 'streams', 'clicks', ({ spec }) => {
    if (spec !== undefined) spec.restartNonce = 1;
  });
  await cluster.until('it is stable again', stable(2));
  expect(writes[0]).toBe('PATCH /apis/flink.apache.org/v1beta1/namespaces/streams/flinkdeployments/clicks');
  expect(statuses.length).toBeGreaterThan(8);
  expect(statuses.filter((status, index) => status === statuses[index - 1])).toEqual([]);
});
