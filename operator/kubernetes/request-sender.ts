// SPDX-License-Identifier: Apache-2.0
// Sends one request to the API server and sends it again where that is safe: fence, time limit, retries, and errors as KubeError.
// Knows nothing of objects. A conflict is never retried here: only the caller knows what the new state means.

import { sleep } from '../../lib/runtime/clock.ts';
import type { Clock } from '../../lib/runtime/clock.ts';
import type { Random } from '../../lib/runtime/random.ts';
import { readText, TransportError } from '../../lib/runtime/transport.ts';
import type { Transport, TransportResponse } from '../../lib/runtime/transport.ts';
import { exponentialDelay, fullJitter } from './backoff.ts';
import { errorOfAnswer, KubeError } from './kube-error.ts';
import type { RequestInfo } from './request-info.ts';
import { withDeadline } from './deadline.ts';

/** One request with what the retry rules need to know about it. */
export interface KubeRequest {
  readonly verb: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource?: string;
  readonly contentType?: string;
  readonly body?: string;
  /** True when carrying it out twice is the same as once: a read, an apply, a write bound to a resource version or uid. */
  readonly idempotent: boolean;
  readonly signal?: AbortSignal;
}

export interface SenderOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly userAgent: string;
  /** Called before each try of a write; what it throws is what the caller gets. */
  readonly fence: () => void;
  readonly onRequest: (info: RequestInfo) => void;
  /** Limit of one try, in milliseconds. */
  readonly timeoutMs: number;
}

const TRIES = 5;
const RETRY = { initialMs: 200, multiplier: 2, maxMs: 10_000 };
/** A `Retry-After` above this is returned to the caller as the error: its reconcile is better retried by its queue. */
const LONGEST_RETRY_AFTER_S = 30;

/** Sends requests by the rules of the file head. */
export class RequestSender {
  readonly #options: SenderOptions;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /**
   * Sends a request and reads its answer.
   *
   * @throws KubeError when the server refuses; TransportError when no answer came (of a write, then, nobody knows whether it was
   * carried out); whatever the fence throws; the signal's reason.
   */
  async send(request: KubeRequest): Promise<string> {
    const { clock, random } = this.#options;
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#try(request, attempt);
      } catch (error) {
        request.signal?.throwIfAborted();
        if (attempt + 1 >= TRIES || !mayRetry(request, error)) throw error;
        const asked = error instanceof KubeError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
        await sleep(clock, asked + fullJitter(exponentialDelay(RETRY, attempt), random), request.signal);
      }
    }
  }

  /** Opens a long-lived answer; tries once, because whoever watches has its own way of coming back. */
  async open(request: KubeRequest): Promise<TransportResponse> {
    const { transport, clock, timeoutMs } = this.#options;
    const started = clock.monotonic();
    // The limit is for the head of the answer only; the signal goes on to end the body.
    const deadline = withDeadline(clock, timeoutMs, request.signal);
    try {
      const response = await transport.request({ ...this.#head(request), signal: deadline.signal, stream: true });
      const text = isSuccess(response.status) ? '' : await readText(response.body);
      deadline.keep();
      this.#report(request, String(response.status), started, text.length, 0);
      if (!isSuccess(response.status)) throw this.#refusal(request, response, text);
      return {
        ...response,
        body: releasing(response.body, () => {
          deadline.release();
        }),
      };
    } catch (error) {
      deadline.release();
      if (!(error instanceof KubeError)) this.#report(request, '<error>', started, 0, 0);
      throw error;
    }
  }

  async #try(request: KubeRequest, attempt: number): Promise<string> {
    const { transport, clock, timeoutMs, fence } = this.#options;
    if (request.method !== 'GET') fence();
    const started = clock.monotonic();
    const deadline = withDeadline(clock, timeoutMs, request.signal);
    let response: TransportResponse;
    let text: string;
    try {
      response = await transport.request({ ...this.#head(request), signal: deadline.signal });
      text = await readText(response.body);
    } catch (error) {
      this.#report(request, '<error>', started, 0, attempt);
      throw error;
    } finally {
      deadline.release();
    }
    this.#report(request, String(response.status), started, text.length, attempt);
    if (!isSuccess(response.status)) throw this.#refusal(request, response, text);
    return text;
  }

  #head(request: KubeRequest): {
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: string;
  } {
    const { method, path, contentType, body } = request;
    const headers: Record<string, string> = { accept: 'application/json', 'user-agent': this.#options.userAgent };
    if (body === undefined) return { method, path, headers };
    headers['content-type'] = contentType ?? 'application/json';
    return { method, path, headers, body };
  }

  #refusal(request: KubeRequest, response: TransportResponse, text: string): KubeError {
    return errorOfAnswer(response.status, text, `${request.method} ${request.path}`, response.headers);
  }

  #report(request: KubeRequest, code: string, started: number, responseBytes: number, retry: number): void {
    const { verb, method, group, resource } = request;
    this.#options.onRequest({
      verb,
      method,
      group,
      resource,
      subresource: request.subresource ?? '',
      code,
      seconds: (this.#options.clock.monotonic() - started) / 1000,
      requestBytes: request.body?.length ?? 0,
      responseBytes,
      retry,
    });
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/**
 * 429 means "not carried out", so it may always be repeated. 503 and 504 may come after the write, unless the server itself says
 * when to come back. No answer at all is safe when the request never left, or when twice is once.
 */
function mayRetry(request: KubeRequest, error: unknown): boolean {
  if (error instanceof TransportError) return !error.sent || request.idempotent;
  if (!(error instanceof KubeError) || (error.retryAfterSeconds ?? 0) > LONGEST_RETRY_AFTER_S) return false;
  if (error.code === 429) return true;
  return (error.code === 503 || error.code === 504) && (request.idempotent || error.retryAfterSeconds !== undefined);
}

async function* releasing(body: AsyncIterable<Uint8Array>, release: () => void): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } finally {
    release();
  }
}
