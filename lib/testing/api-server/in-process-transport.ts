// SPDX-License-Identifier: Apache-2.0
// A client's connection to the server without a socket: microtasks only, so that virtual time works. Faults happen here, as they would
// between the two; so does the death of the client.

import { TransportError } from '../../runtime/transport.ts';
import type { Transport, TransportRequest, TransportResponse } from '../../runtime/transport.ts';
import { sleep } from '../../runtime/clock.ts';
import type { Answer, WatchStream } from './answer.ts';
import { refusal } from './answer.ts';
import { ApiError, expired } from './api-error.ts';
import type { Fault } from './faults.ts';
import { isWrite } from './request-log.ts';
import type { InMemoryApiServer } from './server.ts';

/** One mutating request as a crash harness sees it. */
export interface Write {
  readonly client: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: string;
}

/** A client's way to the server. */
export interface ClientTransport extends Transport {
  /** The client dies: what is under way gets no answer any more, watches end, and nothing further is let through. */
  close(): void;
}

const encoder = new TextEncoder();

export class InProcessTransport implements ClientTransport {
  readonly #server: InMemoryApiServer;
  readonly #client: string;
  readonly #closed = new AbortController();

  constructor(server: InMemoryApiServer, client: string) {
    this.#server = server;
    this.#client = client;
  }

  close(): void {
    this.#closed.abort(
      new TransportError('ECONNRESET', `the connection of client "${this.#client}" was closed`, { sent: true }),
    );
  }

  async request(request: TransportRequest): Promise<TransportResponse> {
    // Nothing in a real program happens inside the call that asks for it.
    await Promise.resolve();
    if (this.#closed.signal.aborted) throw new TransportError('ECONNREFUSED', 'the client was closed', { sent: false });
    const signal =
      request.signal === undefined ? this.#closed.signal : AbortSignal.any([request.signal, this.#closed.signal]);
    signal.throwIfAborted();
    const [path = '', query = ''] = splitOnce(request.path, '?');
    const search = new URLSearchParams(query);
    const fault = this.#server.faults.choose({
      client: this.#client,
      method: request.method,
      path,
      query: search,
      watch: search.get('watch') === 'true' || search.get('watch') === '1',
    });
    const answered = await this.#carryOut(request, path, search, fault, signal);
    const answer =
      answered.stream === undefined || fault === undefined
        ? answered
        : { ...answered, stream: faultyStream(answered.stream, fault) };
    if (fault?.kind === 'slow-answer') await sleep(this.#server.clock, fault.ms, signal);
    if (fault?.kind === 'drop-after') throw lost(request, true);
    signal.throwIfAborted();
    return { status: answer.code, headers: headersOf(answer), body: bodyOf(answer, signal) };
  }

  async #carryOut(
    request: TransportRequest,
    path: string,
    query: URLSearchParams,
    fault: Fault | undefined,
    signal: AbortSignal,
  ): Promise<Answer> {
    const log = (answer: Answer): Answer => {
      this.#server.log(this.#client, request, answer.code);
      return answer;
    };
    if (fault !== undefined) {
      if (fault.kind === 'latency') await sleep(this.#server.clock, fault.ms, signal);
      const early = await withoutServer(fault, request, signal, () => this.#server.log(this.#client, request, 0));
      if (early !== undefined) return log(early);
    }
    const handled = {
      client: this.#client,
      method: request.method,
      path,
      query,
      headers: request.headers ?? {},
      body: request.body ?? '',
    };
    if (!isWrite(request.method)) return log(await this.#server.handle(handled));
    const write: Write = { client: this.#client, method: request.method, path: request.path, body: handled.body };
    this.#server.announce('before', write);
    // The harness may have killed the client just now: then the write never left it.
    signal.throwIfAborted();
    const answer = log(await this.#server.handle(handled));
    this.#server.announce('after', write);
    return answer;
  }
}

/** The outcome of a fault that keeps the request from being carried out; `undefined` when it is. */
async function withoutServer(
  fault: Fault,
  request: TransportRequest,
  signal: AbortSignal,
  log: () => void,
): Promise<Answer | undefined> {
  switch (fault.kind) {
    case 'refuse':
      log();
      throw new TransportError('ECONNREFUSED', 'connect ECONNREFUSED (injected)', { sent: false });
    case 'drop-before':
      log();
      throw lost(request, true);
    case 'stall':
      log();
      return new Promise((_, reject) => {
        if (signal.aborted) reject(signal.reason as Error);
        else signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      });
    case 'too-many-requests':
      return refusal(
        new ApiError(429, 'TooManyRequests', 'Too many requests, please try again later.', {
          retryAfterSeconds: fault.retryAfterSeconds,
        }).status,
      );
    case 'status':
      return refusal(
        new ApiError(fault.code, fault.reason ?? reasonOf(fault.code), fault.message ?? `injected ${fault.code}`)
          .status,
      );
    case 'conflict':
      return refusal(
        new ApiError(
          409,
          'Conflict',
          'Operation cannot be fulfilled: the object has been modified; please apply your changes to the latest version and try again',
        ).status,
      );
    case 'unauthorized':
      return refusal(new ApiError(401, 'Unauthorized', 'Unauthorized').status);
    default:
      return undefined;
  }
}

function reasonOf(code: number): string {
  const reasons: Record<number, string> = {
    403: 'Forbidden',
    500: 'InternalError',
    503: 'ServiceUnavailable',
    504: 'Timeout',
  };
  return reasons[code] ?? '';
}

function lost(request: TransportRequest, sent: boolean): TransportError {
  return new TransportError(
    'ECONNRESET',
    `the connection was lost during ${request.method} ${request.path} (injected)`,
    { sent },
  );
}

function headersOf(answer: Answer): Record<string, string> {
  const { warnings = [] } = answer;
  return {
    'content-type': answer.text === undefined ? 'application/json' : 'text/plain; charset=utf-8',
    ...(warnings.length === 0 ? {} : { warning: warnings.map((text) => `299 - ${JSON.stringify(text)}`).join(', ') }),
    ...answer.headers,
  };
}

async function* bodyOf(answer: Answer, signal: AbortSignal): AsyncGenerator<Uint8Array, void, undefined> {
  if (answer.stream === undefined) {
    yield encoder.encode(answer.text ?? JSON.stringify(answer.body));
    return;
  }
  const { stream } = answer;
  const iterator = stream[Symbol.asyncIterator]();
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      stream.close();
      reject(signal.reason as Error);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  // Nobody may be reading when the signal comes.
  aborted.catch(() => undefined);
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done) return;
      yield encoder.encode(next.value);
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    stream.close();
  }
}

function faultyStream(stream: WatchStream, fault: Fault): WatchStream {
  const close = (): void => stream.close();
  switch (fault.kind) {
    case 'close-watch':
      close();
      return { close, async *[Symbol.asyncIterator]() {} };
    case 'expire-watch':
      close();
      return {
        close,
        async *[Symbol.asyncIterator]() {
          yield `${JSON.stringify({ type: 'ERROR', object: expired('too old resource version (injected)').status })}\n`;
        },
      };
    case 'truncate-watch':
      return { close, [Symbol.asyncIterator]: () => truncated(stream, fault.line) };
    case 'mute-watch':
      return { close, [Symbol.asyncIterator]: () => muted(stream, fault.events) };
    default:
      return stream;
  }
}

async function* truncated(stream: WatchStream, last: number): AsyncGenerator<string, void, undefined> {
  let count = 0;
  for await (const line of stream) {
    count++;
    yield count < last ? line : line.slice(0, Math.floor(line.length / 2));
    if (count >= last) return;
  }
}

async function* muted(stream: WatchStream, events: number): AsyncGenerator<string, void, undefined> {
  let count = 0;
  for await (const line of stream) if (count++ < events) yield line;
}

function splitOnce(text: string, separator: string): string[] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
