// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { CoreEvent, KubernetesObject, Stored } from '../../lib/kubernetes/objects.ts';
import { TransportError } from '../../lib/runtime/transport.ts';
import type { Transport, TransportRequest } from '../../lib/runtime/transport.ts';
import { SeededRandom } from '../../lib/testing/seeded-random.ts';
import { VirtualClock } from '../../lib/testing/virtual-clock.ts';
import { memoryLog } from '../telemetry/memory-log.ts';
import { KubernetesClient } from './client.ts';
import { EventRecorder } from './event-recorder.ts';
import type { EventDraft, WrittenEvent } from './event-recorder.ts';
import { EVENT } from './resource-kind.ts';
import { noMetrics } from './runtime-metrics.ts';

/** The events of a server, kept as it keeps them: create, get and merge patch by name. */
class EventServer implements Transport {
  readonly requests: string[] = [];
  readonly events = new Map<string, CoreEvent>();
  /** Instead of the answer to a create. */
  refuse: number | Error | undefined;

  async request({ method, path, body }: TransportRequest) {
    this.requests.push(method);
    if (this.refuse instanceof Error) throw this.refuse;
    if (this.refuse !== undefined) return answer(this.refuse, { kind: 'Status', reason: 'Refused' });
    const sent = JSON.parse(body ?? '{}') as CoreEvent;
    const name = method === 'POST' ? sent.metadata!.name! : decodeURIComponent(path.split('/').at(-1)!);
    const there = this.events.get(name);
    if (method === 'POST' && there !== undefined) return answer(409, { kind: 'Status', reason: 'AlreadyExists' });
    if (method !== 'POST' && there === undefined) return answer(404, { kind: 'Status', reason: 'NotFound' });
    const event = method === 'GET' ? there! : { ...there, ...sent, metadata: { ...there?.metadata, ...sent.metadata } };
    this.events.set(name, event);
    return answer(200, event);
  }
}

function answer(status: number, body: unknown) {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return {
    status,
    headers: {},
    body: (async function* () {
      yield bytes;
    })(),
  };
}

function setUp(server = new EventServer()) {
  const clock = new VirtualClock(Date.parse('2026-11-21T11:47:13.000Z'));
  const { log, lines } = memoryLog();
  const dropped: string[] = [];
  const written: WrittenEvent[] = [];
  const client = new KubernetesClient({ transport: server, clock, random: new SeededRandom() });
  const recorder = new EventRecorder({
    events: client.resource(EVENT),
    log,
    metrics: { ...noMetrics, eventDropped: (reason) => dropped.push(reason) },
    onWritten: (each) => written.push(each),
  });
  /** Records and waits until it is sent; the requests that took. */
  const say = async (draft: Partial<EventDraft> = {}): Promise<string[]> => {
    const before = server.requests.length;
    recorder.record(job, {
      component: 'Job',
      type: 'Normal',
      reason: 'Submit',
      message: 'Starting deployment',
      ...draft,
    });
    await clock.settle();
    return server.requests.slice(before);
  };
  const only = (): CoreEvent => [...server.events.values()][0]!;
  return { clock, server, recorder, lines, dropped, written, say, only };
}

const job: Stored<KubernetesObject> = {
  apiVersion: 'flink.apache.org/v1beta1',
  kind: 'FlinkDeployment',
  metadata: { name: 'basic', namespace: 'rec', uid: '5b70e979-59c6-44af-b8e5-8ae5ad6277d7', resourceVersion: '7' },
};

it('looks like an event of the Java operator', async () => {
  const { say, only } = setUp();
  await say({ reason: 'JobStatusChanged', message: 'Job status changed from RECONCILING to RUNNING' });
  expect(only()).toEqual({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'Job.1666651602', namespace: 'rec' },
    involvedObject: {
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkDeployment',
      name: 'basic',
      namespace: 'rec',
      uid: '5b70e979-59c6-44af-b8e5-8ae5ad6277d7',
    },
    source: { component: 'Job' },
    type: 'Normal',
    reason: 'JobStatusChanged',
    message: 'Job status changed from RECONCILING to RUNNING',
    count: 1,
    firstTimestamp: '2026-11-21T11:47:13Z',
    lastTimestamp: '2026-11-21T11:47:13Z',
  });
});

describe('a repetition', () => {
  it('update: is counted up, with one request', async () => {
    const { clock, say, only, written } = setUp();
    expect(await say()).toEqual(['POST']);
    await clock.advance(2_000);
    expect(await say()).toEqual(['PATCH']);
    expect(only()).toMatchObject({
      count: 2,
      firstTimestamp: '2026-11-21T11:47:13Z',
      lastTimestamp: '2026-11-21T11:47:15Z',
    });
    expect(written.map(({ created }) => created)).toEqual([true, false]);
  });

  it('update: of an event that an operator before this one wrote is counted on', async () => {
    const { server, say } = setUp();
    await say();
    await say();
    const second = setUp(server);
    expect(await second.say()).toEqual(['POST', 'GET', 'PATCH']);
    expect(await second.say()).toEqual(['PATCH']);
    expect(second.only().count).toBe(4);
  });

  it('update: with a key replaces the message, labels and annotations', async () => {
    const { say, only } = setUp();
    await say({ messageKey: 'k', message: 'first', labels: { l: '1' } });
    await say({ messageKey: 'k', message: 'second', labels: { l: '2' }, annotations: { a: 'x' } });
    expect(only()).toMatchObject({
      count: 2,
      message: 'second',
      metadata: { labels: { l: '2' }, annotations: { a: 'x' } },
    });
  });

  it('update: of an event that has expired is a new one', async () => {
    const { server, say, only } = setUp();
    await say();
    server.events.clear();
    expect(await say()).toEqual(['PATCH', 'POST']);
    expect(only().count).toBe(1);
  });

  it('once: is left alone', async () => {
    const { server, say, only } = setUp();
    const once = { repetition: { kind: 'once' } } as const;
    await say(once);
    expect(await say(once)).toEqual([]);
    expect(await setUp(server).say(once)).toEqual(['POST']);
    expect(only().count).toBe(1);
  });

  it('interval: is left alone until the interval is over', async () => {
    const { clock, say, only } = setUp();
    const interval = { repetition: { kind: 'interval', intervalMs: 60_000 } } as const;
    await say(interval);
    await clock.advance(59_999);
    expect(await say(interval)).toEqual([]);
    await clock.advance(1);
    expect(await say(interval)).toEqual(['PATCH']);
    expect(only().count).toBe(2);
  });

  it('interval: counts from what another operator wrote', async () => {
    const { server, say } = setUp();
    const interval = { repetition: { kind: 'interval', intervalMs: 60_000 } } as const;
    await say(interval);
    const second = setUp(server);
    expect(await second.say(interval)).toEqual(['POST', 'GET']);
  });

  it('label: is written before the interval is over only when the label has changed', async () => {
    const { say } = setUp();
    const report = (hash: string): Partial<EventDraft> => ({
      messageKey: 'ScalingExecutor',
      labels: { parallelismMap: hash },
      repetition: { kind: 'interval', intervalMs: 1_800_000, sameLabels: { parallelismMap: hash } },
    });
    expect(await say(report('1'))).toEqual(['POST']);
    expect(await say(report('1'))).toEqual([]);
    expect(await say(report('2'))).toEqual(['PATCH']);
    expect(await say({ ...report('2'), repetition: { kind: 'interval' } }), 'no interval: always').toEqual(['PATCH']);
  });
});

describe('what is not sent', () => {
  it('403 is no trouble', async () => {
    const { server, say, dropped, lines } = setUp();
    server.refuse = 403;
    await say();
    expect([dropped, lines.map(({ level }) => level)]).toEqual([['rejected'], ['debug']]);
  });

  it('another refusal is a warning and is not tried again', async () => {
    const { clock, server, say, dropped, lines } = setUp();
    server.refuse = 422;
    expect(await say()).toEqual(['POST']);
    await clock.advance(600_000);
    expect([server.requests.length, dropped, lines.map(({ level }) => level)]).toEqual([1, ['rejected'], ['warn']]);
  });

  it('without an answer is tried twelve times, ten seconds apart', async () => {
    const { clock, server, say, dropped } = setUp();
    server.refuse = new TransportError('ECONNRESET', 'reset', { sent: true });
    await say();
    await clock.advance(111_000);
    expect([server.requests.length, dropped]).toEqual([12, ['unsent']]);
  });

  it('is sent when the server is back', async () => {
    const { clock, server, say, only } = setUp();
    server.refuse = new TransportError('ECONNRESET', 'reset', { sent: true });
    await say();
    server.refuse = undefined;
    await clock.advance(10_000);
    expect(only()).toMatchObject({ count: 1, lastTimestamp: '2026-11-21T11:47:13Z' });
  });

  it('after 25 about one object, one each five minutes', async () => {
    const { clock, server, say, dropped } = setUp();
    for (let i = 0; i < 30; i++) await say({ message: `m${i}` });
    expect([server.events.size, dropped.length]).toEqual([25, 5]);
    await clock.advance(300_000);
    for (let i = 30; i < 32; i++) await say({ message: `m${i}` });
    expect([server.events.size, new Set(dropped)]).toEqual([26, new Set(['spam'])]);
  });

  it('beyond a thousand that wait', async () => {
    const { clock, server, recorder, dropped } = setUp();
    server.refuse = new TransportError('ECONNRESET', 'reset', { sent: true });
    for (let i = 0; i < 1_010; i++) {
      const about = { ...job, metadata: { ...job.metadata, uid: `u${i}` } };
      recorder.record(about, { component: 'Job', type: 'Normal', reason: 'r', message: 'm' });
    }
    // One is being sent, a thousand wait.
    expect(dropped).toEqual(Array(9).fill('full'));
    await Promise.all([recorder.flush(0), clock.advance(1)]);
  });
});

describe('flush', () => {
  it('waits for what is queued', async () => {
    const { clock, recorder, server } = setUp();
    recorder.record(job, { component: 'Job', type: 'Normal', reason: 'r', message: 'm' });
    await recorder.flush(2_000);
    expect(server.events.size).toBe(1);
    expect(clock.pendingTimers).toBe(0);
  });

  it('gives up after its time, and leaves nothing running', async () => {
    const { clock, recorder, server, dropped } = setUp();
    server.refuse = new TransportError('ECONNRESET', 'reset', { sent: true });
    recorder.record(job, { component: 'Job', type: 'Normal', reason: 'r', message: 'm' });
    recorder.record(job, { component: 'Job', type: 'Normal', reason: 'r', message: 'n' });
    let flushed: number | undefined;
    void recorder.flush(2_000).then(() => (flushed = clock.monotonic()));
    await clock.advance(60_000);
    expect(flushed).toBe(2_000);
    expect(dropped).toEqual(['unsent', 'unsent']);
    expect(clock.pendingTimers).toBe(0);
  });
});
