// SPDX-License-Identifier: Apache-2.0
// The same server over a real socket.

import { expect, it, onTestFinished } from 'vitest';
import { SystemClock } from '../../runtime/system-clock.ts';
import { SystemRandom } from '../../runtime/system-random.ts';
import { InMemoryApiServer } from './server.ts';

it('answers, watches and drops connections over HTTP', async () => {
  const server = new InMemoryApiServer({ clock: new SystemClock(), random: new SystemRandom() });
  const { url, close } = await server.listen();
  onTestFinished(close);
  expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok');
  expect(await (await fetch(`${url}/version`)).json()).toMatchObject({ major: '1', minor: '34' });
  const maps = `${url}/api/v1/namespaces/default/configmaps`;
  const watch = await fetch(`${maps}?watch=true`);
  const created = await fetch(maps, {
    method: 'POST',
    body: JSON.stringify({ metadata: { name: 'm' } }),
    headers: { 'user-agent': 'tester/1.0' },
  });
  expect(created.status).toBe(201);
  const { value } = (await watch.body?.getReader().read()) as { value: Uint8Array };
  expect(JSON.parse(new TextDecoder().decode(value))).toMatchObject({
    type: 'ADDED',
    object: { metadata: { name: 'm' } },
  });
  expect(server.requests.at(-1)).toMatchObject({ client: 'tester', method: 'POST', status: 201 });
  server.faults.add({ method: 'DELETE' }, { kind: 'drop-after' });
  await expect(fetch(`${maps}/m`, { method: 'DELETE' })).rejects.toThrow();
  expect(server.get('configmaps', 'default', 'm')).toBeUndefined();
});
