// SPDX-License-Identifier: Apache-2.0

import { describe, expect, it } from 'vitest';
import { readText, TransportError } from '../../runtime/transport.ts';
import type { TransportResponse } from '../../runtime/transport.ts';
import { SeededRandom } from '../seeded-random.ts';
import { VirtualClock } from '../virtual-clock.ts';
import type { Fault } from './faults.ts';
import { InMemoryApiServer } from './server.ts';

const MAPS = '/api/v1/namespaces/default/configmaps';

function setUp(): { clock: VirtualClock; server: InMemoryApiServer } {
  const clock = new VirtualClock();
  return { clock, server: new InMemoryApiServer({ clock, random: new SeededRandom() }) };
}

function create(
  server: InMemoryApiServer,
  name: string,
  client = 'a',
  signal?: AbortSignal,
): Promise<TransportResponse> {
  const body = JSON.stringify({ metadata: { name } });
  return server
    .transport(client)
    .request({ method: 'POST', path: MAPS, body, ...(signal === undefined ? {} : { signal }) });
}

const exists = (server: InMemoryApiServer, name: string): boolean =>
  server.get('configmaps', 'default', name) !== undefined;

async function watchLines(server: InMemoryApiServer, limit: number): Promise<string[]> {
  const response = await server.transport('a').request({ method: 'GET', path: `${MAPS}?watch=true`, stream: true });
  const lines: string[] = [];
  for await (const part of response.body) {
    lines.push(new TextDecoder().decode(part));
    if (lines.length === limit) break;
  }
  return lines;
}

describe('a faulty request', () => {
  it.each<[Fault, number, string | undefined, boolean]>([
    [{ kind: 'too-many-requests', retryAfterSeconds: 7 }, 429, 'TooManyRequests', false],
    [{ kind: 'status', code: 500 }, 500, 'InternalError', false],
    [{ kind: 'status', code: 503 }, 503, 'ServiceUnavailable', false],
    [{ kind: 'conflict' }, 409, 'Conflict', false],
    [{ kind: 'unauthorized' }, 401, 'Unauthorized', false],
    [{ kind: 'slow-answer', ms: 0 }, 201, undefined, true],
  ])('%j', async (fault, code, reason, done) => {
    const { server, clock } = setUp();
    server.faults.add({}, fault);
    const asked = create(server, 'm');
    await clock.settle();
    const response = await asked;
    expect(response.status).toBe(code);
    expect((JSON.parse(await readText(response.body)) as { reason?: string }).reason).toBe(reason);
    if (fault.kind === 'too-many-requests') expect(response.headers['retry-after']).toBe('7');
    expect(exists(server, 'm')).toBe(done);
  });

  it.each<[Fault, string, boolean, boolean]>([
    [{ kind: 'drop-before' }, 'ECONNRESET', true, false],
    [{ kind: 'drop-after' }, 'ECONNRESET', true, true],
    [{ kind: 'refuse' }, 'ECONNREFUSED', false, false],
  ])('%j', async (fault, code, sent, done) => {
    const { server } = setUp();
    server.faults.add({}, fault);
    const failure = await create(server, 'm').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TransportError);
    expect(failure).toMatchObject({ code, sent });
    expect(exists(server, 'm')).toBe(done);
  });

  it('stalls until its own signal ends it', async () => {
    const { server, clock } = setUp();
    server.faults.add({}, { kind: 'stall' });
    const patience = new AbortController();
    let outcome: unknown;
    create(server, 'm', 'a', patience.signal).then(
      () => expect.unreachable(),
      (error: unknown) => (outcome = error),
    );
    await clock.advance(3_600_000);
    expect(outcome).toBeUndefined();
    patience.abort(new Error('enough'));
    await clock.settle();
    expect(outcome).toMatchObject({ message: 'enough' });
    expect(exists(server, 'm')).toBe(false);
  });

  it('is late, before or after it is carried out', async () => {
    const { server, clock } = setUp();
    server.faults.add({ method: 'POST' }, { kind: 'latency', ms: 100 });
    server.faults.add({ method: 'POST' }, { kind: 'slow-answer', ms: 100 });
    let answers = 0;
    void create(server, 'late').then(() => answers++);
    void create(server, 'slow').then(() => answers++);
    await clock.advance(99);
    expect([exists(server, 'late'), exists(server, 'slow'), answers]).toEqual([false, true, 0]);
    await clock.advance(1);
    expect([exists(server, 'late'), answers]).toEqual([true, 2]);
  });

  it('is chosen by client, method, path, number and any question', async () => {
    const { server } = setUp();
    const fault = server.faults.add(
      {
        client: /^b/,
        method: ['POST'],
        path: /configmaps$/,
        skip: 1,
        times: 2,
        when: ({ query }) => !query.has('dryRun'),
      },
      { kind: 'conflict' },
    );
    const codes: number[] = [];
    for (const [index, client] of ['b', 'a', 'b', 'b', 'b'].entries())
      codes.push((await create(server, `m${index}`, client)).status);
    expect(codes).toEqual([201, 201, 409, 409, 201]);
    expect(fault.hits).toBe(2);
    fault.cancel();
    server.faults.add({ times: Infinity }, { kind: 'conflict' });
    server.faults.clear();
    expect((await create(server, 'last')).status).toBe(201);
  });
});

describe('a faulty watch', () => {
  it('ends in the middle of a line', async () => {
    const { server } = setUp();
    for (const name of ['x', 'y']) server.apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
    server.faults.add({ watch: true }, { kind: 'truncate-watch', line: 2 });
    const [first = '', second = '', ...more] = await watchLines(server, 9);
    expect(first.endsWith('}\n')).toBe(true);
    expect(() => JSON.parse(second) as unknown).toThrow();
    expect(more).toEqual([]);
  });

  it('closes at once', async () => {
    const { server, clock } = setUp();
    server.apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } });
    server.faults.add({ watch: true }, { kind: 'close-watch' });
    expect(await watchLines(server, 9)).toEqual([]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('is told that its version is gone', async () => {
    const { server } = setUp();
    server.faults.add({ watch: true }, { kind: 'expire-watch' });
    expect(JSON.parse((await watchLines(server, 9))[0] ?? '')).toMatchObject({
      type: 'ERROR',
      object: { code: 410, reason: 'Expired' },
    });
  });

  it('falls silent', async () => {
    const { server, clock } = setUp();
    for (const name of ['x', 'y']) server.apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
    server.faults.add({ watch: true }, { kind: 'mute-watch', events: 1 });
    let lines: string[] | undefined;
    void watchLines(server, 2).then((seen) => (lines = seen));
    await clock.advance(60_000);
    expect(lines).toBeUndefined();
  });
});

describe('a crash harness', () => {
  it('counts writes and acts right before and right after each', async () => {
    const { server } = setUp();
    const seen: string[] = [];
    const stop = server.onWrite({
      before: ({ method }) => seen.push(`before ${method} ${exists(server, 'm')}`),
      after: ({ client }) => seen.push(`after ${client} ${exists(server, 'm')}`),
    });
    await create(server, 'm', 'op');
    await server.transport('op').request({ method: 'GET', path: MAPS });
    stop();
    await create(server, 'n', 'op');
    expect(seen).toEqual(['before POST false', 'after op true']);
  });

  it('may kill the client after its write: it never learns of it, and its watches end', async () => {
    const { server, clock } = setUp();
    const transport = server.transport('op');
    const watch = await transport.request({ method: 'GET', path: `${MAPS}?watch=true`, stream: true });
    const reading = readText(watch.body).catch((error: unknown) => error);
    server.onWrite({ after: () => transport.close() });
    await expect(
      transport.request({ method: 'POST', path: MAPS, body: '{"metadata":{"name":"m"}}' }),
    ).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(exists(server, 'm')).toBe(true);
    await expect(transport.request({ method: 'GET', path: MAPS })).rejects.toMatchObject({
      code: 'ECONNREFUSED',
      sent: false,
    });
    expect(await reading).toBeInstanceOf(TransportError);
    expect(clock.pendingTimers).toBe(0);
  });

  it('finds every request in the log', async () => {
    const { server, clock } = setUp();
    server.faults.add({ method: 'GET' }, { kind: 'refuse' });
    await create(server, 'm', 'op');
    await clock.advance(5);
    await server
      .transport('op')
      .request({ method: 'GET', path: `${MAPS}?limit=1` })
      .catch(() => undefined);
    expect(server.requests).toEqual([
      { method: 'POST', path: MAPS, client: 'op', status: 201, time: Date.UTC(2026, 0, 1) },
      { method: 'GET', path: `${MAPS}?limit=1`, client: 'op', status: 0, time: Date.UTC(2026, 0, 1) + 5 },
    ]);
  });
});
