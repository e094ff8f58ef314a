// SPDX-License-Identifier: Apache-2.0
// The server on a real port, for kubectl and for programs that run as they would in a cluster. Loopback only; anyone who reaches the port is
// an administrator.

import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TransportError } from '../../runtime/transport.ts';
import type { Transport, TransportRequest } from '../../runtime/transport.ts';
import type { InMemoryApiServer } from './server.ts';
import { throughProxy } from './service-proxy.ts';

export interface ListenOptions {
  /** PEM texts; without them the server speaks plain HTTP. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Reaches `http://<service>.<namespace>:<port>` for those who ask through the API server; without it, nothing is proxied. */
  readonly services?: Transport;
}

/** A server that accepts connections. */
export interface Listening {
  /** e.g. `http://127.0.0.1:34567` */
  readonly url: string;
  close(): Promise<void>;
}

export async function listen(server: InMemoryApiServer, port: number, options: ListenOptions): Promise<Listening> {
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    answer(server, options.services, request, response).catch((error: unknown) => {
      // A fault may have been ordered to look exactly like this.
      if (!(error instanceof TransportError) && !response.headersSent) response.writeHead(500).end(String(error));
      response.destroy();
    });
  };
  const http = options.tls === undefined ? createServer(serve) : createTlsServer(options.tls, serve);
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', resolve);
  });
  const address = http.address() as AddressInfo;
  return {
    url: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

async function answer(
  server: InMemoryApiServer,
  services: Transport | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const client = (headers['user-agent'] ?? 'http').split('/')[0] || 'http';
  const asked: TransportRequest = {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers,
    body: Buffer.concat(parts).toString(),
    signal: gone.signal,
  };
  const proxied = services === undefined ? undefined : await throughProxy(services, asked);
  const result = proxied ?? (await server.transport(client).request(asked));
  const watching = new URL(request.url ?? '/', 'http://localhost').searchParams.has('watch');
  response.writeHead(result.status, result.headers);
  if (watching) response.flushHeaders();
  for await (const part of result.body) response.write(part);
  response.end();
}
