// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { readText } from '../../lib/runtime/transport.ts';
import { renewedToken, staticToken, withCredentials } from './credentials.ts';
import { VirtualClock } from '../../lib/testing/virtual-clock.ts';
import { ScriptedTransport } from '../../test/support/scripted-transport.ts';

const sent = (transport: ScriptedTransport): (string | undefined)[] =>
  transport.requests.map(({ headers }) => headers?.['authorization']);

it('a 401 is answered by one fresh token and one repetition, of writes too', async () => {
  let issued = 0;
  const credentials = renewedToken(new VirtualClock(), async () => ({ token: `t${++issued}` }));
  const transport = new ScriptedTransport({ status: 401 }, { status: 201, body: 'ok' });
  const response = await withCredentials(transport, credentials).request({
    method: 'POST',
    path: '/x',
    body: '{}',
    headers: { a: 'b' },
  });
  expect([response.status, await readText(response.body)]).toEqual([201, 'ok']);
  expect(sent(transport)).toEqual(['Bearer t1', 'Bearer t2']);
  expect(transport.requests[1]).toMatchObject({ body: '{}', headers: { a: 'b' } });
});

it('a second 401 is the answer', async () => {
  const credentials = renewedToken(new VirtualClock(), async () => ({ token: 't' }));
  const transport = new ScriptedTransport({ status: 401 }, { status: 401 });
  expect((await withCredentials(transport, credentials).request({ method: 'GET', path: '/x' })).status).toBe(401);
  expect(transport.requests).toHaveLength(2);
});

it('a token that cannot change is not tried twice', async () => {
  const transport = new ScriptedTransport({ status: 401 });
  expect((await withCredentials(transport, staticToken('t')).request({ method: 'GET', path: '/x' })).status).toBe(401);
  expect(sent(transport)).toEqual(['Bearer t']);
});

it('a fetch that failed is tried again for the next request', async () => {
  let calls = 0;
  const credentials = renewedToken(new VirtualClock(), async () => {
    if (++calls === 1) throw new Error('not yet');
    return { token: 't' };
  });
  await expect(credentials.token()).rejects.toThrow('not yet');
  expect(await credentials.token()).toBe('t');
});
