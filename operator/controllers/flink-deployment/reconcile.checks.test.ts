// SPDX-License-Identifier: Apache-2.0
// A fault in one of the checks is ours, not the user's: the resource is served all the same.

import { expect, it, onTestFinished, vi } from 'vitest';
import type { FlinkDeployment } from '../../../lib/api/flink-deployment.ts';
import type * as validate from '../../../lib/api/validate.ts';
import { EmbeddedCluster } from '../../../lib/testing/index.ts';
import { startOperator } from '../../operator.ts';
import { DEFAULT_SETTINGS } from '../../settings.ts';
import { memoryLog } from '../../telemetry/memory-log.ts';

vi.mock('../../../lib/api/validate.ts', async (original) => ({
  ...(await original<typeof validate>()),
  deploymentErrors: () => {
    throw new TypeError('a rule has failed');
  },
}));

it('goes on with a resource whose checks fail', async () => {
  const cluster = new EmbeddedCluster();
  onTestFinished(() => cluster.stop());
  const { log, lines } = memoryLog();
  cluster.run((surroundings) => startOperator({ ...surroundings, log, settings: () => DEFAULT_SETTINGS }));
  cluster.api.apply<FlinkDeployment>({
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
  });
  await cluster.until('it is stable', () => {
    const stored = cluster.api.get<FlinkDeployment>('flinkdeployments', 'streams', 'clicks');
    return stored?.status?.lifecycleState === 'STABLE';
  });
  expect(lines.filter(({ level }) => level === 'error')).not.toEqual([]);
});
