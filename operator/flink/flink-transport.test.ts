// SPDX-License-Identifier: Apache-2.0
// The real transport over loopback sockets.

import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { readText } from '../../lib/runtime/transport.ts';
import { type FlinkTransport, createFlinkTransport } from './flink-transport.ts';

const open: { server?: Server; transport?: FlinkTransport } = {};

async function serve(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ origin: string; connections: () => number; transport: FlinkTransport }> {
  let connections = 0;
  const server = createServer(handler).on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const transport = createFlinkTransport();
  Object.assign(open, { server, transport });
  return { origin: `http://127.0.0.1:${port}`, connections: () => connections, transport };
}

afterEach(async () => {
  await open.transport?.close();
  open.server?.closeAllConnections();
  open.server?.close();
});

describe('the real transport', () => {
  it('carries many requests over few connections', async () => {
    const { origin, connections, transport } = await serve((request, response) => {
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ url: request.url, method: request.method }));
    });
    for (const path of ['/v1/config', '/v1/taskmanagers', '/v1/jobs/overview', '/a', '/b', '/c']) {
      const answer = await transport.request({ method: 'GET', origin, path });
      expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
      expect(JSON.parse(await readText(answer.body))).toEqual({ url: path, method: 'GET' });
    }
    expect(connections()).toBeLessThanOrEqual(2);
  });

  it('tells a refused connection, which was never sent', async () => {
    const { origin, transport } = await serve(() => undefined);
    const { server } = open;
    await new Promise((resolve) => server?.close(resolve));
    await expect(transport.request({ method: 'GET', origin, path: '/' })).rejects.toMatchObject({
      name: 'TransportError',
      code: 'ECONNREFUSED',
      sent: false,
    });
  });

  it('tells a connection that was cut, before the answer and within it', async () => {
    const { origin, transport } = await serve((request, response) => {
      if (request.url === '/within') response.writeHead(200, { 'content-length': '100' }).write('{');
      setImmediate(() => request.socket.destroy());
    });
    await expect(transport.request({ method: 'POST', origin, path: '/before', body: '{}' })).rejects.toMatchObject({
      code: 'ECONNRESET',
      sent: true,
    });
    const answer = await transport.request({ method: 'GET', origin, path: '/within' });
    await expect(readText(answer.body)).rejects.toMatchObject({ name: 'TransportError', sent: true });
  });

  it("rejects with the signal's reason", async () => {
    const { origin, transport } = await serve(() => undefined);
    const giveUp = new AbortController();
    const request = transport.request({ method: 'GET', origin, path: '/', signal: giveUp.signal });
    giveUp.abort(new Error('deadline'));
    await expect(request).rejects.toThrow('deadline');
  });
});
