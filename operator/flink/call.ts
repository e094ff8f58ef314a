// SPDX-License-Identifier: Apache-2.0
// One call to a JobManager: one attempt, one deadline, one of four errors. It does not retry, because who calls it comes back by itself.

import type { Clock } from '../../lib/runtime/clock.ts';
import { type Transport, TransportError, readText } from '../../lib/runtime/transport.ts';
import { type CallSite, FlinkConnectionError, FlinkHttpError, FlinkParseError, FlinkTimeoutError } from './errors.ts';
import { type Reader, asObject } from './json-reader.ts';

/** Where calls go and how long one may take. */
export interface CallSettings {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly origin: string;
  /** Milliseconds from the start of the call to the last byte of the answer. */
  readonly timeoutMs: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is asked. */
export interface CallRequest {
  readonly method: string;
  /** Path with query, beginning with `/v1`. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends the request and returns the JSON object that a status of 2xx came with.
 * @throws FlinkHttpError, FlinkTimeoutError, FlinkConnectionError, FlinkParseError, or the reason of the signal.
 */
export async function call(settings: CallSettings, request: CallRequest): Promise<Reader> {
  const site = { call: `${request.method} ${request.path}`, origin: settings.origin };
  const { status, text } = await withDeadline(settings, site, request.signal, (signal) =>
    exchange(settings, request, signal),
  ).catch((error: unknown) => {
    if (!(error instanceof TransportError)) throw error;
    throw new FlinkConnectionError(site, error.code, error.message, { sent: error.sent, cause: error });
  });
  if (status >= 200 && status < 300) return text === '' ? {} : parse(site, text);
  throw new FlinkHttpError(site, status, errorsIn(text));
}

async function exchange(
  settings: CallSettings,
  request: CallRequest,
  signal: AbortSignal,
): Promise<{ status: number; text: string }> {
  const body = request.body === undefined ? undefined : JSON.stringify(request.body);
  const response = await settings.transport.request({
    method: request.method,
    origin: settings.origin,
    path: request.path,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json; charset=UTF-8' }),
      ...settings.headers,
    },
    ...(body !== undefined && { body }),
    signal,
  });
  return { status: response.status, text: await readText(response.body) };
}

/** Runs `work` until it ends, the deadline passes or the caller gives up, whichever comes first, even if `work` ignores its signal. */
function withDeadline<T>(
  settings: CallSettings,
  site: CallSite,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (outer?.aborted) return reject(outer.reason as Error);
    const own = new AbortController();
    const stop = (reason: unknown): void => {
      settle();
      reject(reason);
      own.abort(reason);
    };
    const onAbort = (): void => stop(outer?.reason);
    const timer = settings.clock.setTimer(
      () => stop(new FlinkTimeoutError(site, settings.timeoutMs)),
      settings.timeoutMs,
    );
    const settle = (): void => {
      timer.cancel();
      outer?.removeEventListener('abort', onAbort);
    };
    outer?.addEventListener('abort', onAbort, { once: true });
    work(own.signal).then(
      (value) => {
        settle();
        resolve(value);
      },
      (error: unknown) => {
        settle();
        reject(error);
      },
    );
  });
}

function parse(site: CallSite, text: string): Reader {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new FlinkParseError(site, `not JSON, begins with ${JSON.stringify(text.slice(0, 60))}`, { cause });
  }
  const object = asObject(value);
  if (object === undefined) throw new FlinkParseError(site, 'JSON, but not an object');
  return object;
}

/** Flink's error texts; of an answer that is not Flink's (a proxy's page) its beginning. */
function errorsIn(text: string): string[] {
  try {
    const errors = asObject(JSON.parse(text))?.['errors'];
    if (Array.isArray(errors)) return errors.filter((error): error is string => typeof error === 'string');
  } catch {
    // Not JSON: shown as it is.
  }
  return text === '' ? [] : [text.slice(0, 500)];
}
