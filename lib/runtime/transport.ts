// SPDX-License-Identifier: Apache-2.0
// The one seam between a client and the world: HTTP as values. The operator's clients speak through it; undici stands behind it
// in a cluster, the in-memory API server or the simulated Flink behind it in a test, without a socket.

/** One HTTP request. */
export interface TransportRequest {
  /** `GET`, `POST`, `PUT`, `PATCH` or `DELETE`. */
  readonly method: string;
  /** Scheme, host and port without a path, e.g. `http://clicks-rest.streams:8081`. Ignored by transports that have one fixed peer. */
  readonly origin?: string;
  /** Path with query, e.g. `/api/v1/pods?limit=1`. */
  readonly path: string;
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Aborts the request or, once it has answered, the reading of its body. */
  readonly signal?: AbortSignal;
  /** True for a long-lived stream (a watch): no limit on the time between two parts of the body. */
  readonly stream?: boolean;
}

/** The head of an answer and its body, which must be consumed or cancelled (by `return()` on its iterator, as `for await` does). */
export interface TransportResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Carries requests. A request that got no answer rejects with a {@link TransportError}, or with the reason of its signal. */
export interface Transport {
  request(request: TransportRequest): Promise<TransportResponse>;
}

/** No answer came: refused, reset, unknown host, timed out. Whether the peer carried the request out is not known unless `sent` is false. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  /** `ECONNREFUSED`, `ECONNRESET`, `ENOTFOUND`, `ETIMEDOUT`, ... */
  readonly code: string;
  /** False when the request certainly never reached the peer. */
  readonly sent: boolean;

  constructor(code: string, message: string, options: { sent: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.code = code;
    this.sent = options.sent;
  }
}

/** Reads a whole body as text. */
export async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of body) text += decoder.decode(part, { stream: true });
  return text + decoder.decode();
}
