// SPDX-License-Identifier: Apache-2.0
// The simulated Flink against the recorded one: the same requests in the same situation get the same status, the same exceptions and the
// same shape of body; states and HA ConfigMaps come in the same order.

import { describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../lib/kubernetes/objects.ts';
import { readText } from '../../lib/runtime/transport.ts';
import { CLUSTER, FlinkBench, HA, JOB } from './flink-bench.ts';
import { type RecordedStep, labelled, recording, statesBetween } from './recordings.ts';

type Answer = { status: number | string; body: unknown };

async function send(bench: FlinkBench, step: RecordedStep): Promise<Answer> {
  const [method = '', path = ''] = (step.call ?? '').split(' ');
  const { request } = step;
  const body = request === undefined ? undefined : typeof request === 'string' ? request : JSON.stringify(request);
  const response = await bench.call(
    bench.flink.transport().request({
      method,
      path,
      origin: 'http://clicks-rest.streams:8081',
      ...(body !== undefined && { body }),
    }),
  );
  return { status: response.status, body: JSON.parse(await readText(response.body)) as unknown };
}

/** Class of the outermost and of the innermost exception; a text without a stack trace is itself. */
function thrown(body: unknown): unknown {
  const errors = (body as { errors?: string[] }).errors;
  if (errors === undefined) return 'no error';
  const text = (errors.at(-1) ?? '').replace('<Exception on server side:\n', '');
  if (!text.includes('\n\tat ')) return errors;
  const [outer = ''] = text.split('\n');
  const inner = text.split('\n').findLast((line) => line.startsWith('Caused by: '));
  const family = (line: string | undefined): string | undefined =>
    line
      ?.replace('Caused by: ', '')
      .split(':')[0]
      ?.replace(/.*fasterxml.*/, 'Jackson');
  return [errors.length, family(outer), family(inner)];
}

/** Kinds of values by path. The lists of a body are represented by their first element, "NaN" is a number. */
function shape(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) {
    // What an empty list would hold is as unknown as what a null stands for.
    into.set(path, value.length === 0 ? 'null' : 'list');
    if (value.length > 0) shape(value[0], `${path}[]`, into);
  } else if (typeof value === 'object' && value !== null) {
    into.set(path, 'object');
    for (const [key, member] of Object.entries(value)) shape(member, `${path}.${key}`, into);
  } else into.set(path, value === 'NaN' ? 'number' : value === null ? 'null' : typeof value);
  return into;
}

/** Paths at which the two differ: present in one only, or of another kind. `null` agrees with everything. */
function differences(real: unknown, simulated: unknown, ignored: RegExp): string[] {
  const [a, b] = [shape(real), shape(simulated)];
  const below = (path: string, nulls: Map<string, string>): boolean =>
    [...nulls].some(
      ([other, kind]) => kind === 'null' && /^(\.|\[)/.test(path.slice(other.length)) && path.startsWith(other),
    );
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => {
    const [x, y] = [a.get(path), b.get(path)];
    if (x === y || x === 'null' || y === 'null' || ignored.test(path)) return false;
    return !below(path, x === undefined ? a : b);
  });
}

type History = { history?: { status: string }[] };

/** Checkpoints that failed have other members than those that were completed; each kind is compared with its own. */
function completedOnly(body: unknown): unknown {
  const { history } = body as History;
  return Array.isArray(history)
    ? { ...(body as object), history: history.filter(({ status }) => status === 'COMPLETED') }
    : body;
}

const REQUESTS = [
  ['prefixed path', ''],
  ['unknown version', ''],
  ['unknown path', ''],
  ['wrong method', ''],
  ['unknown job', '7f62'],
  ['unknown job', '/checkpoints'],
  ['unknown job', '/exceptions'],
  ['unknown job', '/execution-result'],
  ['unknown job', '/status'],
  ['malformed job', ''],
  ['cancel unknown job', ''],
  ['unknown trigger', ''],
  ['stop mode', ''],
  ['unknown mode', ''],
  ['savepoint without directory', ''],
  ['stop without directory', ''],
  ['unknown field', ''],
  ['not JSON', ''],
  ['null for a boolean', ''],
] as const;

/** What the simulator leaves out: a job's vertices and plan are simpler, TaskManagers have no hardware. */
const SIMPLER =
  /^\.(vertices|plan|status-counts|stream-graph|pending-operators|taskmanagers\[\]\.(totalResource|freeResource|hardware|memoryConfiguration|blocked))|^\.jobs\[\]\.pending-operators|^\.summary|^\.all-exceptions\[\]|concurrentExceptions|\.(taskName|location|endpoint|taskManagerId)$|failureLabels/;

const VERSIONS = { '1.20': 'v1_20', '2.0': 'v2_0' } as const;

describe.each(Object.entries(VERSIONS))('Flink %s', (version, name) => {
  const life = recording(`life-${version}`);
  const config = { ...HA, '$internal.flink.version': name };

  async function running(more: Record<string, string> = {}): Promise<{ bench: FlinkBench; pod: string }> {
    const bench = new FlinkBench();
    const pod = bench.deploy({ ...config, ...more });
    await bench.until('RUNNING');
    await bench.checkpoints(2);
    return { bench, pod };
  }

  async function compare(bench: FlinkBench, label: string, steps: readonly RecordedStep[] = life): Promise<void> {
    for (const end of [
      '/jobs/overview',
      '/jobs',
      '/config',
      '/overview',
      '/taskmanagers',
      JOB,
      '/status',
      '/checkpoints',
      '/exceptions',
      '/execution-result',
    ]) {
      const step = labelled(steps, label, end);
      if (typeof step.status !== 'number') continue;
      const answer = await send(bench, step);
      const where = `${label}: ${step.call ?? ''}`;
      expect([where, answer.status]).toEqual([where, step.status]);
      expect([where, ...differences(completedOnly(step.body), completedOnly(answer.body), SIMPLER)]).toEqual([where]);
    }
  }

  it('answers what it refuses as the real one does', async () => {
    const { bench } = await running();
    const table = [];
    for (const [label, end] of REQUESTS) {
      const step = labelled(life, label, end);
      const answer = await send(bench, step);
      table.push({
        label,
        end,
        real: [step.status, thrown(step.body)],
        simulated: [answer.status, thrown(answer.body)],
      });
    }
    expect(table.filter(({ real, simulated }) => JSON.stringify(real) !== JSON.stringify(simulated))).toEqual([]);
  });

  it('shows a running, a recovered, a stopped and a forgotten job in the same shape', async () => {
    const { bench, pod } = await running();
    await compare(bench, 'running');
    bench.stopPod(pod);
    const second = bench.startJobManager();
    await bench.clock.advance(2000);
    await bench.until('RUNNING');
    await bench.checkpoints(1);
    await compare(bench, 'recovered');
    const stop = {
      targetDirectory: 'file:///data/savepoints',
      drain: false,
      formatType: 'CANONICAL',
      triggerId: JOB,
    } as const;
    await bench.call(bench.client.stopWithSavepoint(JOB, stop, name));
    await bench.until('FINISHED');
    // Its result has to be stored first: a JobManager that is lost before would run the job again, as the real one's would.
    await bench.clock.advance(1000);
    await compare(bench, 'stopped');
    bench.stopPod(second);
    bench.startJobManager();
    await bench.clock.advance(40_000);
    const forgotten = life.filter(
      (step) => step.label === 'finished and restarted' && !step.call?.endsWith('/taskmanagers'),
    );
    for (const step of forgotten) {
      const answer = await send(bench, step);
      expect([step.call, answer.status, thrown(answer.body)]).toEqual([step.call, step.status, thrown(step.body)]);
      expect(differences(step.body, answer.body, SIMPLER)).toEqual([]);
    }
  });

  it('shows a cancelled and a failed job in the same shape', async () => {
    const { bench } = await running();
    await bench.call(bench.client.cancel(JOB));
    await bench.until('CANCELED');
    await compare(bench, 'canceled', recording(`cancel-${version}`));
    const strategy = { 'restart-strategy.type': 'fixed-delay', 'restart-strategy.fixed-delay.attempts': '1' };
    const other = await running(strategy);
    for (const state of ['RUNNING', 'FAILED']) {
      other.bench.flink.failJob(CLUSTER, { message: 'asked to fail' });
      await other.bench.until(state);
    }
    await compare(other.bench, 'failed', recording(`failure-${version}`));
  });

  it('shows a checkpoint that failed in the same shape', async () => {
    const ofStatus = (body: unknown): unknown => (body as History).history?.find(({ status }) => status === 'FAILED');
    const step = labelled(recording('failure-2.0'), 'failed', '/checkpoints');
    const { bench } = await running();
    bench.flink.faults.of(CLUSTER).checkpointsFail = true;
    await bench.clock.advance(6000);
    const simulated = ofStatus((await send(bench, step)).body);
    expect(simulated).toBeDefined();
    expect(differences(ofStatus(step.body), simulated, SIMPLER)).toEqual([]);
  });

  it('goes through the same states at the start, the stop, the cancel and the failure', async () => {
    const statesOf = async (bench: FlinkBench, last: string): Promise<string[]> =>
      (await bench.states(last))
        .map((state) => state.split('/')[0] ?? '')
        .filter((state, i, all) => state !== all[i - 1]);
    const inOrder = (real: string[], simulated: string[]): void => {
      // The recording polls and so misses short states; those that it saw must come in this order.
      let at = 0;
      for (const state of real) {
        at = simulated.indexOf(state, at);
        expect([real, simulated, at >= 0]).toEqual([real, simulated, true]);
      }
    };
    const bench = new FlinkBench();
    bench.deploy(config);
    const begun = life.find((step) => step.event === 'deployed')?.at ?? 0;
    const up = labelled(life, 'running').at;
    inOrder(statesBetween(life, begun, up), await statesOf(bench, 'RUNNING/running'));
    const cancelled = recording(`cancel-${version}`);
    const from = labelled(cancelled, 'cancel').at;
    await bench.call(bench.client.cancel(JOB));
    inOrder(statesBetween(cancelled, from, labelled(cancelled, 'canceled').at), [
      'RUNNING',
      ...(await statesOf(bench, 'CANCELED/canceled')),
    ]);
    const failure = recording(`failure-${version}`);
    const failing = new FlinkBench();
    failing.deploy({ ...config, 'restart-strategy.type': 'fixed-delay', 'restart-strategy.fixed-delay.attempts': '1' });
    const seen = await statesOf(failing, 'RUNNING/running');
    failing.flink.failJob(CLUSTER);
    seen.push(...(await statesOf(failing, 'RUNNING/running')));
    failing.flink.failJob(CLUSTER);
    seen.push(...(await statesOf(failing, 'FAILED/failed')));
    inOrder(statesBetween(failure, 0, labelled(failure, 'failed').at), seen);
  });

  it('writes the same names, labels and keys into the HA ConfigMaps, in the same order', async () => {
    const kinds = (maps: NonNullable<RecordedStep['configMaps']>): string =>
      maps
        .filter(({ name: map }) => map.endsWith('-config-map'))
        .map(({ name: map, labels, keys }) => {
          const kind = map.endsWith('cluster-config-map') ? 'cluster' : 'job';
          // The three leaders of the process announce themselves one by one, in any order.
          const known = Object.keys(keys).map((key) =>
            key.startsWith('checkpointID-')
              ? `checkpointID-${key.length}`
              : key.replace(/(leader\.)(dispatcher|resourcemanager|restserver)$/, '$1*'),
          );
          return `${kind} ${Object.keys(labels).sort().join()}: ${[...new Set(known)].sort().join(' ')}`;
        })
        .sort()
        .join(' | ');
    const bench = new FlinkBench();
    bench.deploy(config);
    const simulated: string[] = [];
    bench.server.onChange(({ resource }) => {
      if (!resource.endsWith('configmaps')) return;
      const maps = bench.server
        .list<ConfigMap>('configmaps', 'streams')
        .map((map) => ({ name: map.metadata.name, labels: map.metadata.labels ?? {}, keys: map.data ?? {} }));
      const now = kinds(maps);
      if (simulated.at(-1) !== now) simulated.push(now);
    });
    await bench.until('RUNNING');
    await bench.checkpoints(2);
    await bench.call(bench.client.cancel(JOB));
    await bench.until('CANCELED');
    await bench.clock.advance(1000);
    const cancelled = recording(`cancel-${version}`);
    const until = labelled(cancelled, 'canceled').at;
    const real = cancelled
      .filter((step) => step.configMaps !== undefined && step.at <= until)
      .map((step) => kinds(step.configMaps ?? []))
      .filter((now, i, all) => now !== '' && now !== all[i - 1]);
    expect(real.length).toBeGreaterThan(3);
    let at = 0;
    for (const now of real) {
      at = simulated.indexOf(now, at);
      expect([now, at >= 0]).toEqual([now, true]);
    }
  });
});
