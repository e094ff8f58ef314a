// SPDX-License-Identifier: Apache-2.0
// The server as a client meets it in process; single rules are tested beside the files that hold them.

import { describe, expect, it } from 'vitest';
import { readText, TransportError } from '../../runtime/transport.ts';
import type { Transport } from '../../runtime/transport.ts';
import { SeededRandom } from '../seeded-random.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { InMemoryApiServer } from './server.ts';

function setUp(): { clock: VirtualClock; server: InMemoryApiServer; transport: Transport } {
  const clock = new VirtualClock();
  const server = new InMemoryApiServer({ clock, random: new SeededRandom() });
  return { clock, server, transport: server.transport('client') };
}

async function call(
  transport: Transport,
  method: string,
  path: string,
  body?: unknown,
  type = 'application/json',
): Promise<{ code: number; body: unknown }> {
  const response = await transport.request({
    method,
    path,
    headers: { 'content-type': type },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await readText(response.body);
  return { code: response.status, body: JSON.parse(text) as unknown };
}

const MAPS = '/api/v1/namespaces/default/configmaps';

describe('InMemoryApiServer', () => {
  it('stores, returns and deletes an object', async () => {
    const { transport, clock } = setUp();
    const created = await call(transport, 'POST', MAPS, { metadata: { name: 'a' }, data: { x: '1' } });
    expect(created.code).toBe(201);
    expect(created.body).toMatchObject({
      kind: 'ConfigMap',
      apiVersion: 'v1',
      metadata: { name: 'a', namespace: 'default', creationTimestamp: '2026-01-01T00:00:00Z' },
    });
    expect((await call(transport, 'GET', `${MAPS}/a`)).body).toEqual(created.body);
    expect((await call(transport, 'DELETE', `${MAPS}/a`)).body).toMatchObject({
      status: 'Success',
      details: { name: 'a', kind: 'configmaps' },
    });
    expect((await call(transport, 'GET', `${MAPS}/a`)).body).toMatchObject({
      code: 404,
      reason: 'NotFound',
      message: 'configmaps "a" not found',
    });
    expect(clock.pendingTimers).toBe(0);
  });

  it('tells watches every change in order, also those that a change sets off', async () => {
    const { transport, server } = setUp();
    const response = await transport.request({
      method: 'GET',
      path: '/apis/apiextensions.k8s.io/v1/customresourcedefinitions?watch=1',
      stream: true,
    });
    server.apply({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'widgets.example.com' },
      spec: {
        group: 'example.com',
        scope: 'Namespaced',
        names: { kind: 'Widget', plural: 'widgets' },
        versions: [{ name: 'v1', served: true, storage: true }],
      },
    } as never);
    const events: string[] = [];
    for await (const part of response.body) {
      const { type, object } = JSON.parse(new TextDecoder().decode(part)) as {
        type: string;
        object: { status?: unknown };
      };
      events.push(`${type}${object.status === undefined ? '' : ' established'}`);
      if (events.length === 2) break;
    }
    expect(events).toEqual(['ADDED', 'MODIFIED established']);
  });

  it('loses an answer after carrying the request out', async () => {
    const { transport, server } = setUp();
    const fault = server.faults.add({ method: 'POST' }, { kind: 'drop-after' });
    const failure = await call(transport, 'POST', MAPS, { metadata: { name: 'a' } }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TransportError);
    expect(failure).toMatchObject({ code: 'ECONNRESET', sent: true });
    expect(server.get('configmaps', 'default', 'a')).toBeDefined();
    expect(fault.hits).toBe(1);
  });

  it('does not carry out the write of a client that is killed right before it', async () => {
    const { server } = setUp();
    const transport = server.transport('victim');
    server.onWrite({ before: () => transport.close() });
    await expect(call(transport, 'POST', MAPS, { metadata: { name: 'a' } })).rejects.toThrow('closed');
    expect(server.get('configmaps', 'default', 'a')).toBeUndefined();
  });
});
