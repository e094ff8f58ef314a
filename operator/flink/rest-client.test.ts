// SPDX-License-Identifier: Apache-2.0
// The client against what a real Flink answered, and against peers that misbehave.

import { describe, expect, it } from 'vitest';
import type { Transport, TransportRequest } from '../../lib/runtime/transport.ts';
import { TransportError } from '../../lib/runtime/transport.ts';
import { VirtualClock } from '../../lib/testing/virtual-clock.ts';
import { labelled, recording, replay } from '../../test/flink/recordings.ts';
import { latestState } from './checkpoints.ts';
import { FlinkHttpError, isUnreachable } from './errors.ts';
import { FlinkRestClient } from './rest-client.ts';
import { innermost } from './throwable.ts';

const JOB = '7c1e9a40b5d24f0f8a6b3d2e1f904c57';
const TRIGGER = 'b2d86f1ac4e94b7d9c0a15e37f6824db';
const STOP = { targetDirectory: 's3://b/sp', drain: false, formatType: 'CANONICAL', triggerId: TRIGGER } as const;

function client(transport: Transport, clock = new VirtualClock()): FlinkRestClient {
  return new FlinkRestClient({ transport, clock, origin: 'http://clicks-rest.streams:8081', timeoutMs: 10_000 });
}

function answering(status: number, body: unknown, seen: TransportRequest[] = []): Transport {
  return {
    request: (request) => {
      seen.push(request);
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const bytes = (async function* () {
        yield new TextEncoder().encode(text);
      })();
      return Promise.resolve({ status, headers: {}, body: bytes });
    },
  };
}

describe.each(['1.20', '2.0'])('recorded answers of Flink %s', (version) => {
  const life = recording(`life-${version}`);
  const failure = recording(`failure-${version}`);
  const cancelled = recording(`cancel-${version}`);
  const at = (label: string, end = '', steps = life): FlinkRestClient => client(replay(labelled(steps, label, end)));

  it('jobs', async () => {
    const [job] = await at('running', '/jobs/overview').jobsOverview();
    expect(job).toMatchObject({
      id: JOB,
      name: 'State machine job',
      state: 'RUNNING',
      effectiveState: 'RUNNING',
      endTime: -1,
    });
    expect(job?.tasks).toMatchObject({ total: 3, running: 3 });
    expect(await at('stopped', '/jobs/overview').jobsOverview()).toMatchObject([
      { state: 'FINISHED', tasks: { finished: 3 } },
    ]);
    expect(await at('finished and restarted', '/jobs/overview').jobsOverview()).toEqual([]);
  });

  it('a job whose tasks are not all running is not RUNNING', async () => {
    const starting = life.find((step) => {
      const jobs =
        step.call === 'GET /jobs/overview'
          ? (step.body?.['jobs'] as { state: string; tasks: Record<string, number> }[])
          : undefined;
      return jobs?.[0]?.state === 'RUNNING' && jobs[0].tasks['running'] === 0;
    });
    expect(await client(replay(starting ?? labelled(life, 'none'))).jobsOverview()).toMatchObject([
      { state: 'RUNNING', effectiveState: 'CREATED' },
    ]);
  });

  it('configuration and TaskManagers', async () => {
    expect((await at('running', '/config').config()).flinkVersion).toMatch(
      new RegExp(`^${version.replace('.', '\\.')}\\.\\d+$`),
    );
    expect(await at('running', '/taskmanagers').taskManagers()).toMatchObject([{ slots: 1 }, { slots: 1 }]);
    expect(await at('stopped', '/taskmanagers').taskManagers()).toContainEqual(
      expect.objectContaining({ freeSlots: 1 }),
    );
  });

  it('checkpoints: the newest state is a checkpoint, the restored one, or the savepoint of a stop', async () => {
    const states = await Promise.all(
      ['running', 'recovered', 'stopped'].map(async (label) => {
        const statistics = await at(label, '/checkpoints').checkpoints(JOB);
        return statistics === 'not-enabled' ? statistics : { ...statistics, newest: latestState(statistics) };
      }),
    );
    const [running, recovered, stopped] = states.filter((state) => state !== 'not-enabled');
    expect(running?.newest?.path).toMatch(/\/chk-\d+$/);
    expect(running?.newest?.id).toBe(running?.latest.completed?.id);
    expect(recovered?.counts.restored).toBe(1);
    expect(recovered?.latest.restored).toMatchObject({ status: 'RESTORED', isSavepoint: false });
    expect(stopped?.newest).toMatchObject({
      id: stopped?.latest.savepoint?.id,
      path: stopped?.latest.savepoint?.externalPath,
    });
    expect(stopped?.newest?.path).toMatch(/^file:\/data\/savepoints\/savepoint-7c1e9a-[0-9a-f]{12}$/);
    expect(stopped?.history[0]?.type).toBe('SYNC_SAVEPOINT');
  });

  it('savepoint status: in progress, completed, failed, unknown', async () => {
    const polls = life.filter((step) => /GET \/jobs\/\w+\/savepoints\//.test(step.call ?? ''));
    const statuses = await Promise.all(
      polls.map((step) =>
        client(replay(step))
          .savepointStatus(JOB, TRIGGER)
          .catch((error: unknown) => (error as Error).name),
      ),
    );
    const names = new Set(statuses.map((status) => (typeof status === 'string' ? status : status.state)));
    expect([...names].sort()).toEqual(expect.arrayContaining(['completed', 'failed', 'unknown']));
    const late = await at('savepoint status later').savepointStatus(JOB, TRIGGER);
    expect(late).toMatchObject({ state: 'completed' });
    const failed = statuses.filter((status) => typeof status !== 'string' && status.state === 'failed');
    const causes = failed.map((status) =>
      typeof status !== 'string' && status.state === 'failed' ? innermost(status.cause).type : '',
    );
    expect(causes).toContain('org.apache.flink.runtime.messages.FlinkJobNotFoundException');
  });

  it('cancel', async () => {
    expect(await at('cancel', '', cancelled).cancel(JOB)).toBe('accepted');
    expect(await at('cancel again', '', cancelled).cancel(JOB)).toBe('accepted');
    expect(await at('cancel unknown job').cancel(JOB)).toBe('missing');
    expect(await at('cancel a finished job').cancel(JOB)).toBe('already-terminal');
    expect(await at('cancel a failed job', '', failure).cancel(JOB)).toBe('already-terminal');
    expect(await at('cancel a job that finished before').cancel(JOB)).toBe('missing');
  });

  it('results and exceptions', async () => {
    expect(await at('running', '/execution-result').executionResult(JOB)).toEqual({ state: 'in-progress' });
    expect(await at('stopped', '/execution-result').executionResult(JOB)).toMatchObject({
      applicationStatus: 'SUCCEEDED',
    });
    expect(await at('canceled', '/execution-result', cancelled).executionResult(JOB)).toMatchObject({
      applicationStatus: 'CANCELED',
    });
    const result = await at('failed', '/execution-result', failure).executionResult(JOB);
    expect(result).toMatchObject({
      applicationStatus: 'FAILED',
      cause: {
        type: 'org.apache.flink.runtime.JobException',
        causes: [{ type: 'java.lang.IllegalStateException', message: 'asked to fail at 3000' }],
      },
    });
    const { entries } = await at('failed', '/exceptions', failure).exceptions(JOB);
    expect(entries[0]?.timestamp).toBeGreaterThanOrEqual(entries.at(-1)?.timestamp ?? 0);
    expect(entries.find((entry) => entry.taskName !== undefined)).toMatchObject({
      taskManagerId: expect.stringContaining('failure-taskmanager-1-'),
      endpoint: expect.stringMatching(/:\d+$/),
    });
    expect(await at('running', '/exceptions').exceptions(JOB)).toEqual({ entries: [], truncated: false });
  });

  it('errors tell the call, the cluster and the innermost cause', async () => {
    const error = await at('unknown job', '/checkpoints')
      .checkpoints(JOB)
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(FlinkHttpError);
    expect((error as Error).message).toBe(
      `GET /v1/jobs/${JOB}/checkpoints at http://clicks-rest.streams:8081 was answered 404: FlinkJobNotFoundException: Could not find Flink job (0f4b8c6d2a9e4e31b7d5c3a1908e7f62)`,
    );
    expect(isUnreachable(error)).toBe(false);
  });
});

describe('what is sent', () => {
  it.each([
    ['v1_20', { targetDirectory: 's3://b/sp', drain: false, formatType: 'CANONICAL', triggerId: TRIGGER }],
    ['v1_14', { targetDirectory: 's3://b/sp', drain: false }],
  ] as const)('a stop to %s carries what that version knows', async (version, body) => {
    const seen: TransportRequest[] = [];
    expect(await client(answering(202, { 'request-id': TRIGGER }, seen)).stopWithSavepoint(JOB, STOP, version)).toBe(
      TRIGGER,
    );
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      path: `/v1/jobs/${JOB}/stop`,
      origin: 'http://clicks-rest.streams:8081',
    });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(body);
  });
});

describe('what goes wrong', () => {
  it.each([
    ['ECONNREFUSED', false],
    ['ECONNRESET', true],
    ['ENOTFOUND', false],
  ])('%s is a connection error', async (code, sent) => {
    const transport = { request: () => Promise.reject(new TransportError(code, `connect ${code}`, { sent })) };
    const error = await client(transport)
      .jobsOverview()
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'FlinkConnectionError', code, sent });
    expect(isUnreachable(error)).toBe(true);
  });

  it('503 is not reachable, 500 is', async () => {
    const of = (status: number): Promise<unknown> =>
      client(answering(status, { errors: ['x'] }))
        .jobsOverview()
        .catch((e: unknown) => e);
    expect([await of(503), await of(500)].map(isUnreachable)).toEqual([true, false]);
  });

  it('silence ends at the deadline on the given clock, and the request is aborted', async () => {
    const clock = new VirtualClock();
    const seen: TransportRequest[] = [];
    const silent: Transport = { request: (request) => (seen.push(request), new Promise(() => undefined)) };
    const call = client(silent, clock)
      .jobsOverview()
      .catch((e: unknown) => e);
    await clock.advance(9_999);
    expect(seen[0]?.signal?.aborted).toBe(false);
    await clock.advance(1);
    expect(await call).toMatchObject({ name: 'FlinkTimeoutError', timeoutMs: 10_000 });
    expect(seen[0]?.signal?.aborted).toBe(true);
    expect(clock.pendingTimers).toBe(0);
  });

  it("the caller's signal ends the call with its own reason", async () => {
    const clock = new VirtualClock();
    const giveUp = new AbortController();
    const silent: Transport = { request: () => new Promise(() => undefined) };
    const call = client(silent, clock)
      .jobsOverview(giveUp.signal)
      .catch((e: unknown) => e);
    giveUp.abort(new Error('shutting down'));
    expect(await call).toMatchObject({ message: 'shutting down' });
    expect(clock.pendingTimers).toBe(0);
  });

  it.each([
    ['a page', '<html>', 'jobsOverview'],
    ['a list', [], 'jobsOverview'],
    ['no version', {}, 'config'],
  ] as const)('%s is not what Flink sends', async (_name, body, method) => {
    await expect(client(answering(200, body))[method]()).rejects.toMatchObject({ name: 'FlinkParseError' });
  });

  it('404 for a job without checkpoint statistics is an answer', async () => {
    const body = {
      errors: [
        'org.apache.flink.runtime.rest.handler.RestHandlerException: Checkpointing has not been enabled.\n\tat x',
      ],
    };
    expect(await client(answering(404, body)).checkpoints(JOB)).toBe('not-enabled');
  });

  it('an exception of a stop that carries the savepoint is a completed savepoint, as recorded', async () => {
    const steps = recording('twostops-1.20');
    const step = steps.find((candidate) =>
      JSON.stringify(candidate.body ?? '').includes('StopWithSavepointStoppingException'),
    );
    expect(await client(replay(step ?? labelled(steps, 'none'))).savepointStatus(JOB, TRIGGER)).toEqual({
      state: 'completed',
      location: expect.stringMatching(/^file:\/data\/savepoints\/savepoint-7c1e9a-[0-9a-f]{12}$/),
      jobFailedWhileStopping: true,
    });
  });

  it.each([
    [
      'null members',
      { jobs: [{ jid: JOB, name: null, state: 'RUNNING', tasks: null }] },
      [{ name: '', tasks: { total: 0 } }],
    ],
    ['unknown state', { jobs: [{ jid: JOB, state: 'NEW_IN_FLINK_3', tasks: {} }] }, [{ state: 'NEW_IN_FLINK_3' }]],
    ['no jobs', { jobs: null }, []],
  ])('%s are read', async (_name, body, expected) => {
    expect(await client(answering(200, body)).jobsOverview()).toMatchObject(expected);
  });
});
