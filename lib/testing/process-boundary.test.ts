// SPDX-License-Identifier: Apache-2.0
// What a killed process can and cannot do, and what becomes of its writes.

import { describe, expect, it } from 'vitest';
import { sleep } from '../runtime/clock.ts';
import { readText, TransportError } from '../runtime/transport.ts';
import type { Transport } from '../runtime/transport.ts';
import { ProcessBoundary, type ProcessWrite, type WriteFate } from './process-boundary.ts';
import { VirtualClock } from './virtual-clock.ts';

/** A peer that answers with what it was asked, and remembers it. */
function echo(): { peer: Transport; asked: string[] } {
  const asked: string[] = [];
  const peer: Transport = {
    request: (request) => {
      asked.push(`${request.method} ${request.path}`);
      return Promise.resolve({
        status: 200,
        headers: {},
        body: (async function* () {
          yield new TextEncoder().encode(request.path);
        })(),
      });
    },
  };
  return { peer, asked };
}

/** What has become of a promise once everything has run. */
async function fateOf(clock: VirtualClock, promise: Promise<unknown>): Promise<'pending' | 'resolved' | 'rejected'> {
  let fate: 'pending' | 'resolved' | 'rejected' = 'pending';
  promise.then(
    () => (fate = 'resolved'),
    () => (fate = 'rejected'),
  );
  await clock.settle();
  return fate;
}

describe('a process', () => {
  it('lives through its own clock and transports', async () => {
    const clock = new VirtualClock();
    const boundary = new ProcessBoundary(clock);
    const { peer } = echo();
    const transport = boundary.transport('kubernetes', peer);
    const response = await transport.request({ method: 'GET', path: '/a' });
    expect(await readText(response.body)).toBe('/a');
    let fired = false;
    boundary.clock.setTimer(() => (fired = true), 10);
    await clock.advance(10);
    expect(fired).toBe(true);
    expect(boundary.clock.now()).toBe(clock.now());
  });

  it('is dead after a kill: timers, sleeps, answers and bodies never come', async () => {
    const clock = new VirtualClock();
    const boundary = new ProcessBoundary(clock);
    const { peer, asked } = echo();
    let closed = 0;
    const transport = boundary.transport('kubernetes', peer, () => closed++);
    const response = await transport.request({ method: 'GET', path: '/body' });
    let fired = false;
    boundary.clock.setTimer(() => (fired = true), 10);
    const asleep = sleep(boundary.clock, 5);
    boundary.kill();
    boundary.kill();
    await clock.advance(100);
    expect(fired).toBe(false);
    expect(clock.pendingTimers).toBe(0);
    expect(closed).toBe(1);
    expect(await fateOf(clock, asleep)).toBe('pending');
    expect(await fateOf(clock, readText(response.body))).toBe('pending');
    expect(await fateOf(clock, transport.request({ method: 'GET', path: '/late' }))).toBe('pending');
    expect(await fateOf(clock, boundary.clock.yield())).toBe('pending');
    expect(asked).toEqual(['GET /body']);
  });

  it('does not hear that a peer failed when it is dead by then', async () => {
    const clock = new VirtualClock();
    const boundary = new ProcessBoundary(clock);
    const transport = boundary.transport('flink', {
      request: async () => {
        await sleep(clock, 10);
        throw new TransportError('ECONNRESET', 'reset', { sent: true });
      },
    });
    const request = transport.request({ method: 'GET', path: '/' });
    boundary.kill();
    await clock.advance(20);
    expect(await fateOf(clock, request)).toBe('pending');
  });
});

describe('a write', () => {
  const rows: [WriteFate, carriedOut: boolean, 'pending' | 'resolved' | 'rejected', alive: boolean][] = [
    ['pass', true, 'resolved', true],
    ['kill-before', false, 'pending', false],
    ['kill-after', true, 'pending', false],
    ['lose-answer', true, 'rejected', true],
  ];
  it.each(rows)('whose fate is %s', async (fate, carriedOut, outcome, alive) => {
    const clock = new VirtualClock();
    const boundary = new ProcessBoundary(clock, () => fate);
    const { peer, asked } = echo();
    const transport = boundary.transport('kubernetes', peer);
    expect(await fateOf(clock, transport.request({ method: 'PUT', path: '/x' }))).toBe(outcome);
    expect(asked).toEqual(carriedOut ? ['PUT /x'] : []);
    expect(boundary.alive).toBe(alive);
  });

  it('that lost its answer may have been carried out', async () => {
    const boundary = new ProcessBoundary(new VirtualClock(), () => 'lose-answer');
    const request = boundary.transport('flink', echo().peer).request({ method: 'POST', path: '/jobs/1/stop' });
    await expect(request).rejects.toMatchObject({ name: 'TransportError', code: 'ECONNRESET', sent: true });
  });

  it('is numbered and described to the judge; reads are not', async () => {
    const seen: ProcessWrite[] = [];
    const boundary = new ProcessBoundary(new VirtualClock(), (write) => {
      seen.push(write);
      return 'pass';
    });
    const { peer } = echo();
    const kubernetes = boundary.transport('kubernetes', peer);
    const flink = boundary.transport('flink', peer);
    await kubernetes.request({ method: 'GET', path: '/read' });
    await kubernetes.request({ method: 'POST', path: '/create', body: '{}' });
    await flink.request({ method: 'PATCH', origin: 'http://app-rest.ns:8081', path: '/jobs/1?mode=cancel' });
    expect(seen).toEqual([
      { number: 1, to: 'kubernetes', method: 'POST', path: '/create', body: '{}' },
      {
        number: 2,
        to: 'flink',
        method: 'PATCH',
        origin: 'http://app-rest.ns:8081',
        path: '/jobs/1?mode=cancel',
        body: '',
      },
    ]);
  });
});
