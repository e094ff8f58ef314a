// SPDX-License-Identifier: Apache-2.0
// Reaches a cluster's REST service through the API server's service proxy, for an operator that runs outside the cluster, where names
// of Services mean nothing. What the proxy itself says about a Service without pods becomes the connection error that it is.

import {
  type Transport,
  TransportError,
  type TransportRequest,
  type TransportResponse,
  readText,
} from '../../lib/runtime/transport.ts';

/** Wraps a transport to the API server. Requests must carry an origin `http(s)://<service>.<namespace>[.svc...]:<port>`. */
export function createProxyTransport(kubernetes: Transport): Transport {
  return {
    async request(request: TransportRequest): Promise<TransportResponse> {
      const { origin, ...rest } = request;
      const response = await kubernetes.request({ ...rest, path: proxyPath(origin) + request.path });
      if (response.status < 400 || !mayBeStatus(response)) return response;
      const text = await readText(response.body);
      const refused = refusedByProxy(response.status, text);
      if (refused === undefined) return { ...response, body: replay(text) };
      throw new TransportError(refused.code, `${origin ?? ''} through the API server: ${refused.message}`, {
        sent: refused.sent,
      });
    },
  };
}

/** Where the API server proxies that Service. */
export function proxyPath(origin: string | undefined): string {
  const match = /^(https?):\/\/([a-z0-9-]+)\.([a-z0-9-]+)[^:/]*(?::(\d+))?$/.exec(origin ?? '');
  if (match === null)
    throw new TransportError('EINVAL', `${origin ?? 'no origin'} is not http://<service>.<namespace>:<port>`, {
      sent: false,
    });
  const [, scheme = '', service = '', namespace = '', port = scheme === 'https' ? '443' : '80'] = match;
  return `/api/v1/namespaces/${namespace}/services/${scheme}:${service}:${port}/proxy`;
}

const mayBeStatus = (response: TransportResponse): boolean =>
  /json|text\/plain/.test(response.headers['content-type'] ?? 'application/json');

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly sent: boolean;
}

/**
 * The API server's own answers are Status objects: 503 for a Service without ready pods or a connection that failed, 404 for one that
 * does not exist, 502/504 for a peer that hung up or was silent. Flink's are `{"errors": [...]}` and pass. A refusal of the *caller*
 * (401, 403) passes too: it is no word about the JobManager.
 */
function refusedByProxy(status: number, text: string): Refusal | undefined {
  const object = statusObject(text);
  const message = object?.message ?? text.slice(0, 200);
  if (object === undefined) return status === 502 ? { code: 'ECONNRESET', message, sent: true } : undefined;
  if (status === 404 && object.kind === 'services') return { code: 'ENOTFOUND', message, sent: false };
  if (status === 502 || status === 504) return { code: 'ECONNRESET', message, sent: true };
  if (status !== 503 && status !== 500) return undefined;
  if (/connection reset|EOF|broken pipe/.test(message)) return { code: 'ECONNRESET', message, sent: true };
  if (/no endpoints|no service port|connection refused|no route|dial tcp/.test(message))
    return { code: 'ECONNREFUSED', message, sent: false };
  return status === 503 ? { code: 'ECONNREFUSED', message, sent: true } : undefined;
}

function statusObject(text: string): { message: string; kind?: string } | undefined {
  try {
    const value = JSON.parse(text) as { kind?: string; message?: string; details?: { kind?: string } } | null;
    if (value?.kind !== 'Status') return undefined;
    return { message: value.message ?? '', ...(value.details?.kind !== undefined && { kind: value.details.kind }) };
  } catch {
    return undefined;
  }
}

async function* replay(text: string): AsyncGenerator<Uint8Array, void, undefined> {
  yield new TextEncoder().encode(text);
}
