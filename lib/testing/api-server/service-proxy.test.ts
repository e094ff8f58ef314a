// SPDX-License-Identifier: Apache-2.0
// Services behind the API server's proxy, as the operator's own client for that way sees them.

import { expect, it, onTestFinished } from 'vitest';
import { SystemClock } from '../../runtime/system-clock.ts';
import { SystemRandom } from '../../runtime/system-random.ts';
import { TransportError } from '../../runtime/transport.ts';
import type { TransportRequest } from '../../runtime/transport.ts';
import { InMemoryApiServer } from './server.ts';

const proxy = '/api/v1/namespaces/streams/services';

it('hands requests to the service that the path names, and words failures as the real server does', async () => {
  const asked: TransportRequest[] = [];
  const server = new InMemoryApiServer({ clock: new SystemClock(), random: new SystemRandom() });
  const { url, close } = await server.listen(0, {
    services: {
      request: async (request) => {
        asked.push(request);
        const name = request.origin ?? '';
        if (name.includes('missing')) throw new TransportError('ENOTFOUND', 'no such name', { sent: false });
        if (name.includes('starting')) throw new TransportError('ECONNREFUSED', 'refused', { sent: false });
        if (name.includes('dying')) throw new TransportError('ECONNRESET', 'read: connection reset', { sent: true });
        return {
          status: 202,
          headers: { 'content-type': 'application/json' },
          body: (async function* () {
            yield new TextEncoder().encode('{"request-id":"1"}');
          })(),
        };
      },
    },
  });
  onTestFinished(close);

  const answered = await fetch(`${url}${proxy}/http:clicks-rest:8081/proxy/jobs/1/stop?x=y`, {
    method: 'POST',
    body: '{"drain":false}',
  });
  expect([answered.status, await answered.json()]).toEqual([202, { 'request-id': '1' }]);
  expect(asked[0]).toMatchObject({
    method: 'POST',
    origin: 'http://clicks-rest.streams:8081',
    path: '/jobs/1/stop?x=y',
    body: '{"drain":false}',
  });
  const refusals = await Promise.all(
    ['missing-rest:8081', 'starting-rest:8081', 'dying-rest'].map(async (name) => {
      const response = await fetch(`${url}${proxy}/${name}/proxy/config`);
      return [response.status, await response.json()];
    }),
  );
  expect(refusals).toMatchObject([
    [404, { kind: 'Status', reason: 'NotFound', details: { kind: 'services', name: 'missing-rest' } }],
    [503, { kind: 'Status', message: 'error trying to reach service: connection refused' }],
    [503, { kind: 'Status', message: 'error trying to reach service: read: connection reset' }],
  ]);
  expect((await fetch(`${url}${proxy}/clicks-rest`)).status).toBe(404);
  expect(asked).toHaveLength(4);
});
