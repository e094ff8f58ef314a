// SPDX-License-Identifier: Apache-2.0
// The simulated Flink in the pods of the whole in-memory cluster: Deployment, kubelet and garbage collector play their parts.

import { describe, expect, it } from 'vitest';
import { FlinkRestClient } from '../../operator/flink/rest-client.ts';
import type { Pod } from '../../lib/kubernetes/objects.ts';
import { InMemoryApiServer } from '../../lib/testing/api-server/server.ts';
import { Cluster } from '../../lib/testing/controllers/cluster.ts';
import { SimulatedFlink } from '../../lib/testing/flink/simulated-flink.ts';
import { SeededRandom } from '../../lib/testing/seeded-random.ts';
import { VirtualClock } from '../../lib/testing/virtual-clock.ts';
import { CLUSTER, HA, JOB, clusterObjects } from './flink-bench.ts';

function world(
  seed: number,
  config: Record<string, string> = HA,
): {
  clock: VirtualClock;
  server: InMemoryApiServer;
  flink: SimulatedFlink;
  client: FlinkRestClient;
  deploy: () => void;
} {
  const clock = new VirtualClock();
  const random = new SeededRandom(seed);
  const server = new InMemoryApiServer({ clock, random });
  const flink = new SimulatedFlink({ clock, random, kubernetes: server.transport('flink') });
  new Cluster(server, { runtime: flink.runtime });
  const client = new FlinkRestClient({
    transport: flink.transport(),
    clock,
    origin: 'http://clicks-rest.streams:8081',
    timeoutMs: 10_000,
  });
  const deploy = (): void => {
    for (const object of clusterObjects(config)) server.apply(object);
  };
  return { clock, server, flink, client, deploy };
}

describe('on the whole cluster', () => {
  it.each([1, 2, 3, 4])(
    'a job lives through the loss of its JobManager and a new deployment (seed %i)',
    async (seed) => {
      const { clock, server, flink, deploy } = world(seed);
      deploy();
      const executing = (): boolean => flink.job(CLUSTER)?.isExecuting === true;
      await clock.runUntil(executing, 120_000);
      await clock.runUntil(() => flink.history.snapshots.length >= 3, 60_000);
      const pods = server.list('pods', 'streams').filter((pod) => pod.metadata.labels?.['component'] === 'jobmanager');
      server.delete('pods', 'streams', pods[0]?.metadata.name ?? '');
      await clock.runUntil(() => !executing(), 60_000);
      await clock.runUntil(executing, 120_000);
      await clock.advance(20_000);
      server.delete('deployments', 'streams', 'clicks', 'Foreground');
      await clock.runUntil(() => server.get('deployments', 'streams', 'clicks') === undefined, 120_000);
      expect(server.list('pods', 'streams')).toEqual([]);
      expect(server.get('configmaps', 'streams', `clicks-${JOB}-config-map`)).toBeDefined();
      deploy();
      await clock.runUntil(executing, 120_000);
      expect(flink.history.runs.length).toBeGreaterThanOrEqual(3);
      expect(flink.history.overlaps()).toEqual([]);
      expect(flink.history.losses()).toEqual([]);
    },
  );

  it('a JobManager that ends by itself is started again, with a longer and longer wait', async () => {
    const { clock, server, flink, deploy } = world(1, { 'execution.savepoint.path': 'file:/data/savepoints/gone' });
    deploy();
    await clock.advance(120_000);
    const [pod] = server.list<Pod>('pods', 'streams');
    expect(pod?.status?.containerStatuses?.[0]?.restartCount).toBeGreaterThanOrEqual(3);
    expect(flink.history.runs).toEqual([]);
  });
});
