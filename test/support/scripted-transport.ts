// SPDX-License-Identifier: Apache-2.0
// A server for tests that says exactly what a test tells it to: one prepared answer after another, and watches that the test
// speaks into. It knows nothing of Kubernetes; for a server that behaves, see lib/testing.

import type { Transport, TransportRequest, TransportResponse } from '../../lib/runtime/transport.ts';

/** An answer, or an error instead of one. */
export type Answer =
  { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> } | Error | OpenStream;

/** An answer of lines that the test writes as it goes. */
export class OpenStream {
  readonly #parts: (Uint8Array | Error | undefined)[] = [];
  #wake: () => void = () => undefined;

  /** Sends one watch event. */
  event(type: string, object: unknown): this {
    return this.bytes(new TextEncoder().encode(`${JSON.stringify({ type, object })}\n`));
  }

  bytes(part: Uint8Array): this {
    return this.#add(part);
  }

  /** The server ends the answer. */
  end(): this {
    return this.#add(undefined);
  }

  /** The connection breaks. */
  fail(error: Error): this {
    return this.#add(error);
  }

  async *read(signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
    signal?.addEventListener('abort', () => this.fail(signal.reason as Error), { once: true });
    for (;;) {
      while (this.#parts.length === 0) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
      const part = this.#parts.shift();
      if (part === undefined) return;
      if (part instanceof Error) throw part;
      yield part;
    }
  }

  #add(part: Uint8Array | Error | undefined): this {
    this.#parts.push(part);
    this.#wake();
    return this;
  }
}

/** Answers requests in the order of its script; a request beyond its end never gets an answer. */
export class ScriptedTransport implements Transport {
  readonly requests: TransportRequest[] = [];
  readonly script: Answer[] = [];

  constructor(...script: Answer[]) {
    this.script.push(...script);
  }

  async request(request: TransportRequest): Promise<TransportResponse> {
    this.requests.push(request);
    const { signal } = request;
    if (signal?.aborted === true) throw signal.reason;
    const answer = this.script.shift();
    if (answer === undefined) {
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      });
    }
    if (answer instanceof Error) throw answer;
    if (answer instanceof OpenStream) return { status: 200, headers: {}, body: answer.read(signal) };
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {});
    return { status: answer.status, headers: answer.headers ?? {}, body: once(new TextEncoder().encode(text)) };
  }
}

async function* once(part: Uint8Array): AsyncGenerator<Uint8Array> {
  yield part;
}

/** A `Status` as the API server sends it. */
export function refusal(code: number, reason: string, message: string = reason): Answer {
  return { status: code, body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason, message } };
}
