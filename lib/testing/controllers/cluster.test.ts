// SPDX-License-Identifier: Apache-2.0
// Lives of Deployments and their dependents, against what a real cluster was seen to do.

import { describe, expect, it } from 'vitest';
import type { CoreEvent, Deployment, Pod } from '../../kubernetes/objects.ts';
import { InMemoryApiServer } from '../api-server/server.ts';
import { SeededRandom } from '../seeded-random.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { Cluster } from './cluster.ts';
import type { ClusterOptions } from './cluster.ts';

function setUp(options: ClusterOptions = {}): { clock: VirtualClock; server: InMemoryApiServer; cluster: Cluster } {
  const clock = new VirtualClock();
  const server = new InMemoryApiServer({ clock, random: new SeededRandom() });
  return { clock, server, cluster: new Cluster(server, options) };
}

function deployment(
  change: Record<string, unknown> = {},
  container: Record<string, unknown> = {},
  pod: Record<string, unknown> = {},
): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'd', namespace: 'default' },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'd' } },
      template: {
        metadata: { labels: { app: 'd' } },
        spec: { containers: [{ name: 'c', image: 'flink:1.20', ...container }], ...pod },
      },
      ...change,
    },
  };
}

function condition(object: Deployment | undefined, type: string): unknown {
  return object?.status?.conditions?.find((each) => each.type === type);
}

const read = (server: InMemoryApiServer): Deployment | undefined =>
  server.get<Deployment>('deployments', 'default', 'd');
const pods = (server: InMemoryApiServer): Pod[] => server.list<Pod>('pods', 'default');

describe('a Deployment', () => {
  it('goes through the states that a real one goes through', async () => {
    const { clock, server } = setUp();
    const seen: unknown[] = [];
    server.onChange((change) => {
      if (change.object.kind !== 'Deployment') return;
      const { conditions = [], ...counts } = (change.object['status'] ?? {}) as NonNullable<Deployment['status']>;
      seen.push([counts, conditions.map((each) => `${each.type}=${each.status} ${each.reason ?? ''}`)]);
    });
    server.apply(deployment());
    await clock.advance(5000);
    const starting = ['Available=False MinimumReplicasUnavailable', 'Progressing=True ReplicaSetUpdated'];
    expect(seen).toEqual([
      [{}, []],
      [{}, []],
      [{}, ['Progressing=True NewReplicaSetCreated']],
      [
        { observedGeneration: 1, unavailableReplicas: 1 },
        ['Progressing=True NewReplicaSetCreated', 'Available=False MinimumReplicasUnavailable'],
      ],
      [{ observedGeneration: 1, replicas: 1, updatedReplicas: 1, unavailableReplicas: 1 }, starting],
      [
        { observedGeneration: 1, replicas: 1, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1 },
        ['Available=True MinimumReplicasAvailable', 'Progressing=True NewReplicaSetAvailable'],
      ],
    ]);
  });

  it('is not available from its creation on, in whole seconds', async () => {
    const { clock, server } = setUp();
    await clock.advance(1234);
    server.apply(deployment({}, { startupProbe: { tcpSocket: { port: 1 } } }));
    await clock.advance(100);
    expect(condition(read(server), 'Available')).toMatchObject({
      status: 'False',
      lastTransitionTime: '2026-01-01T00:00:01Z',
    });
    expect(read(server)?.metadata?.creationTimestamp).toBe('2026-01-01T00:00:01Z');
  });

  it('loses its pods when it is scaled to 0, and stays available', async () => {
    const { clock, server } = setUp();
    server.apply(deployment());
    await clock.advance(5000);
    server.edit<Deployment>('deployments', 'default', 'd', (object) =>
      Object.assign(object.spec ?? {}, { replicas: 0 }),
    );
    await clock.advance(500);
    expect(pods(server)[0]?.metadata?.deletionTimestamp).toBeDefined();
    await clock.advance(5000);
    expect(pods(server)).toEqual([]);
    expect(condition(read(server), 'Available')).toMatchObject({ status: 'True' });
    expect(read(server)?.status).not.toHaveProperty('replicas');
  });

  it('with strategy Recreate starts the new pod only when the old one is gone', async () => {
    const { clock, server } = setUp();
    server.apply(deployment({ strategy: { type: 'Recreate' } }));
    await clock.advance(5000);
    server.edit<Deployment>('deployments', 'default', 'd', (object) =>
      Object.assign(object.spec?.template.spec?.containers?.[0] ?? {}, { image: 'flink:2.0' }),
    );
    const images = new Set<string>();
    server.onChange(() =>
      images.add(
        pods(server)
          .map((pod) => pod.spec?.containers?.[0]?.image)
          .join('+'),
      ),
    );
    await clock.advance(5000);
    expect([...images]).toEqual(['flink:1.20', '', 'flink:2.0']);
    expect(read(server)?.status).toMatchObject({ availableReplicas: 1, updatedReplicas: 1, replicas: 1 });
  });

  it('with strategy RollingUpdate starts the new pod first', async () => {
    const { clock, server, cluster } = setUp();
    server.apply(deployment());
    server.apply({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 's', namespace: 'default' },
      spec: { selector: { app: 'd' }, ports: [{ port: 1 }] },
    } as never);
    await clock.advance(5000);
    expect(cluster.serviceIsReachable('default', 's')).toHaveLength(1);
    server.edit<Deployment>('deployments', 'default', 'd', (object) =>
      Object.assign(object.spec?.template.spec?.containers?.[0] ?? {}, { image: 'flink:2.0' }),
    );
    let fewest = 9;
    server.onChange(() => {
      fewest = Math.min(fewest, cluster.serviceIsReachable('default', 's').length);
    });
    await clock.advance(10_000);
    expect(fewest).toBe(1);
    expect(pods(server).map((pod) => pod.spec?.containers?.[0]?.image)).toEqual(['flink:2.0']);
  });

  it('fails to progress after its deadline', async () => {
    const { clock, server } = setUp({ brokenImages: ['flink:none'] });
    server.apply(deployment({ progressDeadlineSeconds: 60 }, { image: 'flink:none' }));
    await clock.advance(2000);
    expect(pods(server)[0]?.status?.containerStatuses?.[0]?.state?.waiting?.reason).toBe('ImagePullBackOff');
    await clock.advance(62_000);
    expect(condition(read(server), 'Progressing')).toMatchObject({
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
    });
  });
});

describe('deletion', () => {
  it.each(['Background', 'Foreground'] as const)('in the %s takes the pods along', async (policy) => {
    const { clock, server } = setUp();
    server.apply(deployment());
    await clock.advance(5000);
    const order: string[] = [];
    server.onChange((change) => {
      if (change.type === 'DELETED' && change.object.kind !== 'Event') order.push(change.object.kind);
    });
    server.delete('deployments', 'default', 'd', policy);
    expect(read(server) === undefined).toBe(policy === 'Background');
    await clock.advance(10_000);
    const kinds = ['Pod', 'ReplicaSet', 'Deployment'];
    // In the background a ReplicaSet does not wait for its pods.
    expect(order).toEqual(policy === 'Foreground' ? kinds : kinds.toReversed());
  });

  it('as orphan leaves them', async () => {
    const { clock, server } = setUp();
    server.apply(deployment());
    await clock.advance(5000);
    server.delete('deployments', 'default', 'd', 'Orphan');
    await clock.advance(10_000);
    expect(read(server)).toBeUndefined();
    expect(server.list('replicasets')[0]?.metadata.ownerReferences).toBeUndefined();
    expect(pods(server)).toHaveLength(1);
  });

  it('takes what names an owner of another uid or namespace', async () => {
    const { clock, server } = setUp();
    const owner = server.apply({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'o', namespace: 'kube-system' },
    });
    const reference = { apiVersion: 'v1', kind: 'ConfigMap', name: 'o', uid: owner.metadata.uid };
    server.apply({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'kept', namespace: 'kube-system', ownerReferences: [reference] },
    });
    server.apply({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'far', namespace: 'default', ownerReferences: [reference] },
    });
    server.apply({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'old', namespace: 'kube-system', ownerReferences: [{ ...reference, uid: 'x' }] },
    });
    await clock.advance(1000);
    expect(server.list('configmaps').map((map) => map.metadata.name)).toEqual(['kept', 'o']);
  });

  it('of a namespace takes everything in it, pods after their grace', async () => {
    const { clock, server } = setUp();
    server.apply({ ...deployment(), metadata: { name: 'd', namespace: 'n' } });
    await clock.advance(5000);
    server.delete('namespaces', '', 'n');
    await clock.advance(500);
    expect(server.get('namespaces', '', 'n')).toMatchObject({ status: { phase: 'Terminating' } });
    await clock.advance(5000);
    expect(server.get('namespaces', '', 'n')).toBeUndefined();
  });
});

describe('a pod', () => {
  it('does not start before its ConfigMap exists', async () => {
    const { clock, server } = setUp();
    server.apply(deployment({}, {}, { volumes: [{ name: 'v', configMap: { name: 'm' } }] }));
    await clock.advance(3000);
    expect(pods(server)[0]?.status).toMatchObject({
      phase: 'Pending',
      containerStatuses: [{ state: { waiting: { reason: 'ContainerCreating' } } }],
    });
    expect(server.list<CoreEvent>('events').find((event) => event.reason === 'FailedMount')).toMatchObject({
      message: 'MountVolume.SetUp failed for volume "v" : configmap "m" not found',
      count: 3,
    });
    server.apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm', namespace: 'default' } });
    await clock.advance(5000);
    expect(pods(server)[0]?.status?.phase).toBe('Running');
  });

  it('is restarted at once the first time and with a back-off after that', async () => {
    const starts: number[] = [];
    const clock = new VirtualClock();
    const server = new InMemoryApiServer({ clock, random: new SeededRandom() });
    new Cluster(server, {
      runtime: {
        start(_pod, context) {
          starts.push(clock.monotonic());
          clock.setTimer(() => context.exit(3), 1000);
        },
      },
    });
    server.apply(deployment());
    await clock.advance(3000);
    expect(starts).toHaveLength(2);
    await clock.advance(2500);
    expect(pods(server)[0]?.status?.containerStatuses?.[0]).toMatchObject({
      restartCount: 1,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: { terminated: { exitCode: 3, reason: 'Error' } },
    });
    await clock.advance(60_000);
    expect(starts.slice(1).map((at, index) => at - (starts[index] ?? 0))).toEqual([2000, 12_000, 22_000]);
  });
});
