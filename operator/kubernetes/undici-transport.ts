// SPDX-License-Identifier: Apache-2.0
// The transport to a real API server, on undici. Makes connections and translates their errors; knows nothing of objects, tokens
// or retries. HTTP/1.1 on purpose: a connection that died without a word takes one request with it, where an HTTP/2 session would
// take all of them until the kernel gives up.

import { Agent, buildConnector, request as undiciRequest } from 'undici';
import { TransportError } from '../../lib/runtime/transport.ts';
import type { Transport, TransportRequest, TransportResponse } from '../../lib/runtime/transport.ts';

/** What a TLS connection is made with; all of it PEM. */
export interface TlsMaterial {
  /** Authorities that may sign the server's certificate; those of Node unless given. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** The name that the server's certificate must carry, if not that of its address. */
  readonly serverName?: string;
  /** Takes any certificate. */
  readonly insecure?: boolean;
}

export interface UndiciTransportOptions {
  /** Scheme, host, port and perhaps a path that comes before every other, e.g. `https://10.96.0.1:443`. */
  readonly server: string;
  /** Asked for each new connection, so that a renewed certificate is used without a restart. Cheap while nothing changes. */
  readonly tls?: () => TlsMaterial;
  /** Limit for making a connection in milliseconds; 10 s unless given. */
  readonly connectTimeoutMs?: number;
  /** Requests under way at once; 64 unless given. Watches are not counted. */
  readonly connections?: number;
}

const KEEP_ALIVE_MS = 60_000;

/** A transport that can be closed. */
export interface ClosableTransport extends Transport {
  /** Breaks off everything that is under way. */
  close(): Promise<void>;
}

/**
 * Makes a transport with one pool for requests and one for watches. Lease renewals deserve a transport of their own, so that a
 * full pool can never delay one.
 */
export function undiciTransport(options: UndiciTransportOptions): ClosableTransport {
  const server = new URL(options.server);
  const prefix = server.pathname.replace(/\/$/, '');
  const connect = connector(options);
  const pool = { connect, keepAliveTimeout: KEEP_ALIVE_MS, keepAliveMaxTimeout: KEEP_ALIVE_MS, allowH2: false };
  const requests = new Agent({ ...pool, connections: options.connections ?? 64 });
  // A watch is silent for as long as nothing happens; who reads it has its own idea of how long is too long.
  const watches = new Agent({ ...pool, bodyTimeout: 0 });
  return {
    request: (request) => send(request, server.origin + prefix, request.stream === true ? watches : requests),
    close: async () => {
      await Promise.all([requests.destroy(), watches.destroy()]);
    },
  };
}

async function send(request: TransportRequest, base: string, dispatcher: Agent): Promise<TransportResponse> {
  const { method, path, headers, body, signal } = request;
  try {
    const response = await undiciRequest(base + path, {
      method: method as 'GET',
      dispatcher,
      headers: { ...headers },
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
    return {
      status: response.statusCode,
      headers: flat(response.headers),
      body: translated(response.body as AsyncIterable<Uint8Array>, base, signal),
    };
  } catch (error) {
    throw translate(error, base, signal);
  }
}

async function* translated(
  body: AsyncIterable<Uint8Array>,
  base: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw translate(error, base, signal);
  }
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) result[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return result;
}

/** Codes of failures before the first byte of a request could leave. */
const UNSENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function translate(error: unknown, base: string, signal: AbortSignal | undefined): Error {
  if (signal?.aborted === true) return signal.reason as Error;
  if (error instanceof TransportError) return error;
  const { code = 'EUNKNOWN', message } = causeOf(error);
  return new TransportError(code, `${base}: ${message} (${code})`, { sent: !UNSENT.has(code), cause: error });
}

/** The first error in the chain that has a code; addresses that failed one after the other come as an AggregateError. */
function causeOf(error: unknown): { readonly code?: string; readonly message: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  if (error instanceof AggregateError && error.errors.length > 0) return causeOf(error.errors[0]);
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return { code, message: error.message };
  return error.cause instanceof Error ? causeOf(error.cause) : { message: error.message };
}

function connector(options: UndiciTransportOptions): buildConnector.connector {
  let made: { readonly of: TlsMaterial; readonly connect: buildConnector.connector } | undefined;
  return (target, callback) => {
    const material = options.tls?.() ?? PLAIN;
    if (made?.of !== material) {
      made = { of: material, connect: connectorFor(material, options.connectTimeoutMs ?? 10_000) };
    }
    made.connect(target, callback);
  };
}

const PLAIN: TlsMaterial = {};

function connectorFor(material: TlsMaterial, timeout: number): buildConnector.connector {
  const { ca, cert, key, serverName, insecure } = material;
  return buildConnector({
    timeout,
    allowH2: false,
    keepAlive: true,
    keepAliveInitialDelay: 30_000,
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(serverName === undefined ? {} : { servername: serverName }),
    ...(insecure === true ? { rejectUnauthorized: false } : {}),
  });
}
