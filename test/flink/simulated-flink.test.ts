// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../lib/kubernetes/objects.ts';
import { CLUSTER, FlinkBench, HA, JOB, OTHER } from './flink-bench.ts';
import { LEADER_ANNOTATION } from '../../lib/testing/flink/ha-maps.ts';

const STOP = {
  targetDirectory: 'file:///data/savepoints',
  drain: false,
  formatType: 'CANONICAL',
  triggerId: 'b2d86f1ac4e94b7d9c0a15e37f6824db',
} as const;

async function running(config: Record<string, string> = {}): Promise<{ bench: FlinkBench; pod: string }> {
  const bench = new FlinkBench();
  const pod = bench.deploy(config);
  await bench.until('RUNNING');
  return { bench, pod };
}

const jobMap = (bench: FlinkBench): ConfigMap | undefined =>
  bench.server.get('configmaps', 'streams', `clicks-${JOB}-config-map`);
const clusterMap = (bench: FlinkBench): ConfigMap | undefined =>
  bench.server.get('configmaps', 'streams', 'clicks-cluster-config-map');

describe('a cluster that starts', () => {
  it('is refused, then serves no job, then the job goes through its states', async () => {
    const bench = new FlinkBench();
    bench.deploy();
    await expect(bench.call(bench.client.jobsOverview())).rejects.toMatchObject({
      name: 'FlinkConnectionError',
      code: 'ECONNREFUSED',
    });
    await bench.clock.runUntil(() => bench.flink.manager(CLUSTER)?.phase === 'serving', 60_000);
    expect(await bench.call(bench.client.jobsOverview())).toEqual([]);
    expect(await bench.states('RUNNING/running')).toEqual([
      'absent',
      'INITIALIZING/none',
      'CREATED/created',
      'RUNNING/scheduled',
      'RUNNING/deploying',
      'RUNNING/initializing',
      'RUNNING/running',
    ]);
    expect(await bench.call(bench.client.jobsOverview())).toMatchObject([
      { id: JOB, state: 'RUNNING', effectiveState: 'RUNNING' },
    ]);
    expect(await bench.call(bench.client.taskManagers())).toHaveLength(2);
  });

  it('makes its TaskManager pods as the real one does', async () => {
    const { bench } = await running();
    const pod = bench.server.get('pods', 'streams', 'clicks-taskmanager-1-2');
    expect(pod?.metadata.labels).toEqual({ app: 'clicks', component: 'taskmanager', type: 'flink-native-kubernetes' });
    expect(pod?.metadata.ownerReferences).toMatchObject([
      { kind: 'Deployment', name: 'clicks', controller: true, blockOwnerDeletion: true },
    ]);
  });

  it('cannot be found without its Service', async () => {
    const { bench } = await running();
    bench.server.delete('services', 'streams', 'clicks-rest');
    await expect(bench.call(bench.client.jobsOverview())).rejects.toMatchObject({ code: 'ENOTFOUND', sent: false });
  });
});

describe('high availability', () => {
  it('writes the two maps as Flink 1.20 does', async () => {
    const { bench } = await running(HA);
    await bench.checkpoints(2);
    const labels = { app: 'clicks', type: 'flink-native-kubernetes', 'configmap-type': 'high-availability' };
    expect(Object.keys(clusterMap(bench)?.data ?? {}).sort()).toEqual([
      `jobGraph-${JOB}`,
      'org.apache.flink.k8s.leader.dispatcher',
      `org.apache.flink.k8s.leader.job-${JOB}`,
      'org.apache.flink.k8s.leader.resourcemanager',
      'org.apache.flink.k8s.leader.restserver',
    ]);
    expect(clusterMap(bench)?.metadata).toMatchObject({ labels });
    expect(clusterMap(bench)?.metadata?.ownerReferences).toBeUndefined();
    expect(JSON.parse(clusterMap(bench)?.metadata?.annotations?.[LEADER_ANNOTATION] ?? '{}')).toMatchObject({
      leaseDuration: 15,
      leaderTransitions: 0,
    });
    expect(Object.keys(jobMap(bench)?.data ?? {}).sort()).toEqual(['checkpointID-0000000000000000002', 'counter']);
    expect(jobMap(bench)?.data?.['counter']).toBe('3');
  });

  it('writes other names and no third label in Flink 2', async () => {
    const { bench } = await running({ ...HA, '$internal.flink.version': 'v2_0' });
    expect(clusterMap(bench)?.metadata?.labels).toEqual({ app: 'clicks', type: 'flink-native-kubernetes' });
    expect(Object.keys(clusterMap(bench)?.data ?? {})).toContain(`executionPlan-${JOB}`);
  });

  it('lets a new JobManager go on from the newest checkpoint, under the same id', async () => {
    const { bench, pod } = await running(HA);
    bench.flink.faults.of(CLUSTER).releasesLock = true;
    await bench.checkpoints(2);
    const before = bench.flink.history.snapshots.at(-1);
    bench.stopPod(pod);
    await bench.clock.advance(100);
    bench.startJobManager();
    await bench.until('RUNNING');
    expect(bench.flink.history.runs.at(-1)).toMatchObject({
      restoredFrom: { kind: 'checkpoint', id: 2 },
      startValue: before?.value,
    });
    expect(await bench.call(bench.client.checkpoints(JOB))).toMatchObject({
      counts: { restored: 1, completed: 0 },
      latest: { restored: { id: 2 } },
    });
    expect(bench.flink.history.losses()).toEqual([]);
    expect(bench.flink.history.overlaps()).toEqual([]);
  });

  it.each([
    { releasesLock: true, least: 0, most: 16_000 },
    { releasesLock: false, least: 15_000, most: 32_000 },
  ])(
    'keeps the successor waiting for a lock that was not released: $releasesLock',
    async ({ releasesLock, least, most }) => {
      const { bench, pod } = await running(HA);
      bench.flink.faults.of(CLUSTER).releasesLock = releasesLock;
      await bench.clock.advance(5000);
      const start = bench.clock.monotonic();
      bench.stopPod(pod);
      bench.startJobManager();
      await bench.until('RUNNING');
      const took = bench.clock.monotonic() - start;
      expect(took).toBeGreaterThanOrEqual(least);
      expect(took).toBeLessThanOrEqual(most);
    },
  );

  it('lets only one of two JobManagers lead', async () => {
    const { bench } = await running(HA);
    bench.startJobManager();
    await bench.clock.advance(60_000);
    expect(bench.flink.history.overlaps()).toEqual([]);
    expect(bench.flink.history.runs).toHaveLength(1);
  });

  it('removes the job map and keeps the result once the job has ended: a new JobManager runs nothing', async () => {
    const { bench, pod } = await running(HA);
    await bench.checkpoints(1);
    await bench.call(bench.client.stopWithSavepoint(JOB, STOP, 'v1_20'));
    await bench.until('FINISHED');
    await bench.clock.advance(1000);
    expect(jobMap(bench)).toBeUndefined();
    expect(Object.keys(clusterMap(bench)?.data ?? {})).not.toContain(`jobGraph-${JOB}`);
    bench.stopPod(pod);
    bench.startJobManager();
    await bench.clock.advance(60_000);
    expect(await bench.call(bench.client.jobsOverview())).toEqual([]);
    expect(await bench.call(bench.client.cancel(JOB))).toBe('missing');
    expect(bench.flink.history.runs).toHaveLength(1);
  });

  it('starts from the parallelism of a job graph that nobody removed', async () => {
    const { bench, pod } = await running(HA);
    bench.stopPod(pod);
    bench.deploy({ ...HA, 'parallelism.default': '4' });
    await bench.until('RUNNING');
    expect(bench.flink.history.runs.at(-1)?.parallelism).toBe(2);
  });
});

describe('a restore', () => {
  it('goes on from a savepoint that another cluster left', async () => {
    const { bench, pod } = await running();
    await bench.clock.advance(7000);
    await bench.call(bench.client.stopWithSavepoint(JOB, STOP, 'v1_20'));
    await bench.until('FINISHED');
    const status = await bench.call(bench.client.savepointStatus(JOB, STOP.triggerId));
    if (status.state !== 'completed') throw new Error(status.state);
    expect(status.location).toMatch(/^file:\/data\/savepoints\/savepoint-7c1e9a-[0-9a-f]{12}$/);
    bench.stopPod(pod);
    bench.deploy({ 'execution.savepoint.path': status.location });
    await bench.until('RUNNING');
    const [first, second] = bench.flink.history.runs;
    expect(second).toMatchObject({
      restoredFrom: { kind: 'savepoint', path: status.location },
      startValue: first?.endValue,
    });
  });

  it.each([
    { name: 'without HA ends each process with code 2', config: {}, after: [2, 2] },
    { name: 'with HA ends the first process, and the second runs nothing', config: HA, after: [2, undefined] },
  ])('from a path that does not exist $name', async ({ config, after }) => {
    const bench = new FlinkBench();
    const pod = bench.deploy({ ...config, 'execution.savepoint.path': 'KUBERNETES_OPERATOR_LAST_STATE' });
    await bench.until('FAILED');
    await bench.clock.advance(5000);
    const exits = [bench.containers.get(pod)?.exitCode];
    const stored = bench.server.get('pods', 'streams', pod);
    bench.startPod(stored as never);
    await bench.clock.advance(60_000);
    exits.push(bench.containers.get(pod)?.exitCode);
    expect(exits).toEqual(after);
    expect(bench.flink.history.runs).toEqual([]);
  });
});

describe('a start that fails', () => {
  it('in main() leaves a FAILED job that can hardly be asked, and a JobManager that stays', async () => {
    const bench = new FlinkBench();
    bench.flink.faults.of(CLUSTER).failsAtStart = 'For input string: "nonsense"';
    const pod = bench.deploy();
    await bench.until('FAILED');
    await bench.clock.advance(60_000);
    expect(bench.containers.get(pod)).toMatchObject({ ready: true });
    expect(bench.containers.get(pod)?.exitCode).toBeUndefined();
    expect(await bench.call(bench.client.jobsOverview())).toMatchObject([{ state: 'FAILED', tasks: { total: 0 } }]);
    expect(await bench.call(bench.client.checkpoints(JOB))).toBe('not-enabled');
    expect(await bench.call(bench.client.executionResult(JOB))).toMatchObject({
      applicationStatus: 'FAILED',
      cause: { message: 'The main method caused an error: For input string: "nonsense"' },
    });
  });

  it('for want of the main class ends the process before it serves', async () => {
    const bench = new FlinkBench();
    bench.flink.faults.of(CLUSTER).exitsAtStart = 1;
    const pod = bench.deploy();
    await bench.clock.advance(10_000);
    expect(bench.containers.get(pod)).toMatchObject({ ready: false, exitCode: 1 });
  });
});

describe('savepoints', () => {
  it('are asynchronous, run once for one trigger id, and are forgotten by a new JobManager', async () => {
    const { bench, pod } = await running();
    expect(await bench.call(bench.client.stopWithSavepoint(JOB, STOP, 'v1_20'))).toBe(STOP.triggerId);
    expect(await bench.call(bench.client.stopWithSavepoint(JOB, STOP, 'v1_20'))).toBe(STOP.triggerId);
    expect(await bench.call(bench.client.savepointStatus(JOB, STOP.triggerId))).toEqual({ state: 'in-progress' });
    expect(await bench.call(bench.client.savepointStatus(OTHER, STOP.triggerId))).toEqual({ state: 'unknown' });
    await bench.until('FINISHED');
    expect(await bench.call(bench.client.savepointStatus(JOB, STOP.triggerId))).toMatchObject({ state: 'completed' });
    expect(bench.flink.history.snapshots.filter(({ kind }) => kind === 'savepoint')).toHaveLength(1);
    bench.stopPod(pod);
    bench.startJobManager();
    await bench.until('RUNNING');
    expect(await bench.call(bench.client.savepointStatus(JOB, STOP.triggerId))).toEqual({ state: 'unknown' });
  });

  it.each([
    ['of an unknown job', OTHER, () => undefined, 'FlinkJobNotFoundException'],
    [
      'that fails',
      JOB,
      (bench: FlinkBench) => (bench.flink.faults.of(CLUSTER).savepointFails = 'disk full'),
      'java.io.IOException: disk full',
    ],
  ] as const)('%s fail in their status, not in the request', async (_name, job, prepare, text) => {
    const { bench } = await running();
    prepare(bench);
    await bench.call(bench.client.stopWithSavepoint(job, STOP, 'v1_20'));
    await bench.clock.advance(2000);
    const status = await bench.call(bench.client.savepointStatus(job, STOP.triggerId));
    expect(status).toMatchObject({ state: 'failed', cause: { type: 'java.util.concurrent.CompletionException' } });
    expect(status.state === 'failed' && status.cause.stackTrace).toContain(text);
    expect(bench.flink.job(CLUSTER)?.status).toBe('RUNNING');
  });

  it('of a stop whose job then fails are told with the failure, and the job does not run again', async () => {
    const { bench } = await running();
    bench.flink.faults.of(CLUSTER).stopFailsAfterSavepoint = true;
    await bench.call(bench.client.stopWithSavepoint(JOB, STOP, 'v1_20'));
    await bench.until('FAILED');
    const status = await bench.call(bench.client.savepointStatus(JOB, STOP.triggerId));
    expect(status).toMatchObject({ state: 'completed', jobFailedWhileStopping: true });
    expect(bench.flink.storage.snapshot(status.state === 'completed' ? status.location : '')).toBeDefined();
    expect(await bench.call(bench.client.executionResult(JOB))).toMatchObject({
      cause: { message: 'The failure is not recoverable' },
    });
  });

  it('of a second stop under another id make the job fail over and both stops with it', async () => {
    const { bench } = await running();
    await bench.call(bench.client.stopWithSavepoint(JOB, STOP, 'v1_20'));
    await bench.call(bench.client.stopWithSavepoint(JOB, { ...STOP, triggerId: OTHER }, 'v1_20'));
    await bench.until('RESTARTING');
    await bench.until('RUNNING');
    for (const id of [STOP.triggerId, OTHER])
      expect(await bench.call(bench.client.savepointStatus(JOB, id))).toMatchObject({
        state: 'failed',
        cause: { causes: [{ message: 'Checkpoint Coordinator is suspending.' }] },
      });
    expect((await bench.call(bench.client.exceptions(JOB))).entries).toMatchObject([
      { type: 'java.lang.IllegalStateException' },
    ]);
  });
});

describe('cancel', () => {
  it.each([
    ['a running job', JOB, () => Promise.resolve(), 'accepted'],
    ['an unknown job', OTHER, () => Promise.resolve(), 'missing'],
    [
      'a cancelled job',
      JOB,
      (bench: FlinkBench) => bench.call(bench.client.cancel(JOB)).then(() => bench.until('CANCELED')),
      'accepted',
    ],
    [
      'a finished job',
      JOB,
      (bench: FlinkBench) =>
        bench.call(bench.client.stopWithSavepoint(JOB, STOP, 'v1_20')).then(() => bench.until('FINISHED')),
      'already-terminal',
    ],
    [
      'a failed job',
      JOB,
      (bench: FlinkBench) => {
        bench.flink.failJob(CLUSTER, { final: true });
        return bench.until('FAILED');
      },
      'already-terminal',
    ],
  ] as const)('of %s', async (_name, job, prepare, outcome) => {
    const { bench } = await running();
    await prepare(bench);
    expect(await bench.call(bench.client.cancel(job))).toBe(outcome);
  });

  it('keeps the checkpoints that the configuration retains', async () => {
    const { bench } = await running();
    await bench.checkpoints(1);
    await bench.call(bench.client.cancel(JOB));
    await bench.until('CANCELED');
    await bench.clock.advance(1000);
    expect(bench.flink.storage.snapshot(`file:/data/checkpoints/${JOB}/chk-1`)).toBeDefined();
    expect(await bench.call(bench.client.executionResult(JOB))).toMatchObject({ applicationStatus: 'CANCELED' });
  });
});

describe('failures', () => {
  it('restart the job from its newest checkpoint as often as its strategy allows', async () => {
    const { bench } = await running({
      'restart-strategy.type': 'fixed-delay',
      'restart-strategy.fixed-delay.attempts': '1',
    });
    await bench.checkpoints(1);
    bench.flink.failJob(CLUSTER, { message: 'first' });
    await bench.until('RUNNING');
    expect(bench.flink.history.runs.map(({ ending }) => ending)).toEqual(['RESTARTING', undefined]);
    expect(bench.flink.history.losses()).toEqual([]);
    bench.flink.failJob(CLUSTER, { message: 'second' });
    await bench.until('FAILED');
    expect(await bench.call(bench.client.executionResult(JOB))).toMatchObject({
      applicationStatus: 'FAILED',
      cause: { type: 'org.apache.flink.runtime.JobException', causes: [{ message: 'second' }] },
    });
  });

  it('of a TaskManager restart the job on a new one', async () => {
    const { bench } = await running();
    bench.stopPod('clicks-taskmanager-1-1');
    await bench.until('RESTARTING');
    await bench.until('RUNNING');
    expect((await bench.call(bench.client.taskManagers())).map(({ id }) => id).sort()).toEqual([
      'clicks-taskmanager-1-2',
      'clicks-taskmanager-1-3',
    ]);
  });

  it('without HA begin anew, which the history calls a loss', async () => {
    const { bench, pod } = await running();
    await bench.checkpoints(1);
    bench.stopPod(pod);
    bench.startJobManager();
    await bench.until('RUNNING');
    expect(bench.flink.history.losses()).toHaveLength(1);
  });

  it('two JobManagers without HA run the job twice, which the history calls an overlap', async () => {
    const { bench } = await running();
    bench.startJobManager();
    await bench.clock.advance(60_000);
    expect(bench.flink.history.overlaps()).toHaveLength(1);
  });
});

describe('faults of requests', () => {
  it.each([
    [{ kind: 'refused' }, { name: 'FlinkConnectionError', sent: false }, false],
    [{ kind: 'reset', when: 'before' }, { name: 'FlinkConnectionError', sent: true }, false],
    [{ kind: 'reset', when: 'after' }, { name: 'FlinkConnectionError', sent: true }, true],
    [{ kind: 'status', status: 503 }, { name: 'FlinkHttpError', status: 503 }, false],
    [{ kind: 'delay', ms: Infinity }, { name: 'FlinkTimeoutError', timeoutMs: 10_000 }, false],
  ] as const)('%o', async (fault, error, carriedOut) => {
    const { bench } = await running();
    bench.flink.faults.onRequest(({ path }) => path.endsWith('/stop'), fault, 1);
    await expect(bench.call(bench.client.stopWithSavepoint(JOB, STOP, 'v1_20'))).rejects.toMatchObject(error);
    await bench.clock.advance(2000);
    expect(bench.flink.job(CLUSTER)?.status).toBe(carriedOut ? 'FINISHED' : 'RUNNING');
  });
});
