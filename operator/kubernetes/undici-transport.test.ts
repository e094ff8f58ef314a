// SPDX-License-Identifier: Apache-2.0
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readText, TransportError } from '../../lib/runtime/transport.ts';
import { undiciTransport } from './undici-transport.ts';

async function serve(listener: RequestListener, path = '', connections = 64) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const transport = undiciTransport({ server: `http://127.0.0.1:${port}${path}`, connections });
  onTestFinished(async () => {
    await transport.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { server, transport };
}

const error = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );

describe('on a real socket', () => {
  it('sends method, path, headers and body, below the path of the server', async () => {
    const { transport } = await serve((request, response) => {
      void text(request).then((body) => {
        response.setHeader('Retry-After', '3');
        response.statusCode = 418;
        response.end(JSON.stringify([request.method, request.url, request.headers['x-a'], body]));
      });
    }, '/k8s/c-1/');
    const answer = await transport.request({
      method: 'PATCH',
      path: '/api/v1/x?y=z',
      headers: { 'x-a': 'b' },
      body: 'ü',
    });
    expect([answer.status, answer.headers['retry-after']]).toEqual([418, '3']);
    expect(JSON.parse(await readText(answer.body))).toEqual(['PATCH', '/k8s/c-1/api/v1/x?y=z', 'b', 'ü']);
  });

  it('says that a refused connection was never sent', async () => {
    const { server, transport } = await serve(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    expect(await error(transport.request({ method: 'POST', path: '/' }))).toMatchObject({
      code: 'ECONNREFUSED',
      sent: false,
    });
  });

  it('says that a request without an answer may have been carried out', async () => {
    const { transport } = await serve((request) => request.socket.destroy());
    const reason = await error(transport.request({ method: 'POST', path: '/' }));
    expect(reason).toBeInstanceOf(TransportError);
    expect(reason).toMatchObject({ sent: true });
  });

  it('tells a body that breaks off', async () => {
    const { transport } = await serve((request, response) => {
      response.write('{"a":');
      setImmediate(() => request.socket.destroy());
    });
    const { body } = await transport.request({ method: 'GET', path: '/', stream: true });
    expect(await error(readText(body))).toMatchObject({ name: 'TransportError', sent: true });
  });

  it('ends with the reason of its signal, before the answer and during it', async () => {
    const { transport } = await serve((request, response) => {
      if (request.url === '/stream') response.write('first');
    });
    const before = new AbortController();
    const waiting = error(transport.request({ method: 'GET', path: '/silent', signal: before.signal }));
    before.abort(new Error('before'));
    expect(await waiting).toEqual(new Error('before'));
    const during = new AbortController();
    const { body } = await transport.request({ method: 'GET', path: '/stream', signal: during.signal, stream: true });
    const read = error(
      (async () => {
        for await (const part of body) {
          expect(new TextDecoder().decode(part)).toBe('first');
          during.abort(new Error('during'));
        }
      })(),
    );
    expect(await read).toEqual(new Error('during'));
  });

  it('keeps a connection for the next request, and watches do not stand in the way of a full pool', async () => {
    const sockets = new Set<unknown>();
    const { transport } = await serve(
      (request, response) => {
        if (request.url === '/watch') response.write('\n');
        else {
          sockets.add(request.socket);
          response.end('ok');
        }
      },
      '',
      1,
    );
    const stop = new AbortController();
    for (let i = 0; i < 3; i++)
      await transport.request({ method: 'GET', path: '/watch', stream: true, signal: stop.signal });
    for (let i = 0; i < 5; i++) await readText((await transport.request({ method: 'GET', path: '/' })).body);
    expect(sockets.size).toBe(1);
  });
});
