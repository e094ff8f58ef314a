// SPDX-License-Identifier: Apache-2.0
// The real transport to JobManagers: one undici agent for all clusters, so that the calls of one look at a cluster share a connection.
// It carries what it is given; deadlines, JSON and meaning are the client's.

import { Agent } from 'undici';
import {
  type Transport,
  TransportError,
  type TransportRequest,
  type TransportResponse,
} from '../../lib/runtime/transport.ts';

/** Settings of the agent; all optional. */
export interface FlinkTransportOptions {
  /** Milliseconds until a connection attempt is given up; 2000. A JobManager is in the same cluster: it answers at once or not at all. */
  readonly connectTimeoutMs?: number;
  /** Milliseconds that an unused connection is kept; 90000, longer than the usual time between two looks at a job that runs. */
  readonly keepAliveMs?: number;
}

/** A transport that can be shut down. */
export interface FlinkTransport extends Transport {
  /** Closes all connections; requests under way fail. */
  close(): Promise<void>;
}

/** Makes the transport. Every request must carry its `origin`. */
export function createFlinkTransport(options: FlinkTransportOptions = {}): FlinkTransport {
  const agent = new Agent({
    connect: { timeout: options.connectTimeoutMs ?? 2000 },
    keepAliveTimeout: options.keepAliveMs ?? 90_000,
    connections: 2,
    // The caller's deadline is the only one; it reaches the request through its signal.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    request: (request) => send(agent, request),
    close: () => agent.destroy(),
  };
}

async function send(agent: Agent, request: TransportRequest): Promise<TransportResponse> {
  if (request.origin === undefined)
    throw new TransportError('EINVAL', 'a request to Flink needs an origin', { sent: false });
  try {
    const { statusCode, headers, body } = await agent.request({
      origin: request.origin,
      path: request.path,
      method: request.method,
      headers: request.headers ?? {},
      body: request.body ?? null,
      signal: request.signal ?? null,
    });
    return { status: statusCode, headers: flat(headers), body: carried(body, request) };
  } catch (error) {
    throw translated(error, request, undefined);
  }
}

/** The body, with its failures translated as those of the head are. */
async function* carried(
  body: AsyncIterable<Uint8Array>,
  request: TransportRequest,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* body;
  } catch (error) {
    throw translated(error, request, true);
  }
}

/** undici's names for what the operating system has names for. */
const CODES: Readonly<Record<string, { code: string; sent: boolean }>> = {
  UND_ERR_CONNECT_TIMEOUT: { code: 'ETIMEDOUT', sent: false },
  UND_ERR_SOCKET: { code: 'ECONNRESET', sent: true },
  UND_ERR_DESTROYED: { code: 'ECONNABORTED', sent: true },
};
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

function translated(error: unknown, request: TransportRequest, sent: true | undefined): unknown {
  if (request.signal?.aborted) return request.signal.reason;
  const raw = codeOf(error);
  const known = CODES[raw];
  const code = known?.code ?? raw;
  const reason = error instanceof Error && error.message !== '' ? error.message : code;
  return new TransportError(code, `${request.origin}: ${reason}`, {
    sent: sent ?? known?.sent ?? !NEVER_SENT.has(code),
    cause: error,
  });
}

/** A name with several addresses fails with an AggregateError of which each part has the code. */
function codeOf(error: unknown): string {
  const { code, errors } = error as { code?: string; errors?: { code?: string }[] };
  return code ?? errors?.[0]?.code ?? 'EUNKNOWN';
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) result[name] = Array.isArray(value) ? value.join(', ') : value;
  return result;
}
