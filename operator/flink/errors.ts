// SPDX-License-Identifier: Apache-2.0
// The ways in which a call to a JobManager fails, kept apart because they mean different things to who called: refused (an answer,
// with Flink's own words), no answer in time, no connection, an answer that is not Flink's. Nothing here retries.

import { exceptionClass, exceptionMessage } from './throwable.ts';

/** Which call to which cluster failed; stands in the message of every error of this file. */
export interface CallSite {
  /** Method and path, e.g. `GET /v1/jobs/overview`. */
  readonly call: string;
  /** Address of the cluster's REST service, e.g. `http://clicks-rest.streams:8081`. */
  readonly origin: string;
}

const at = (site: CallSite): string => `${site.call} at ${site.origin}`;

/** Flink answered with a status that the call does not count as success. */
export class FlinkHttpError extends Error {
  override readonly name = 'FlinkHttpError';
  readonly site: CallSite;
  readonly status: number;
  /** Flink's `errors`, unabridged: usually one string, a Java stack trace; two for an internal error. */
  readonly errors: readonly string[];

  constructor(site: CallSite, status: number, errors: readonly string[]) {
    const reason = rootCause(errors);
    super(`${at(site)} was answered ${status}${reason === '' ? '' : `: ${reason}`}`);
    this.site = site;
    this.status = status;
    this.errors = errors;
  }

  /** Whether any of Flink's error texts contains `text`, whatever the case of its letters. */
  contains(text: string): boolean {
    const wanted = text.toLowerCase();
    return this.errors.some((error) => error.toLowerCase().includes(wanted));
  }
}

/** The deadline of the call passed. The JobManager may have carried the request out. */
export class FlinkTimeoutError extends Error {
  override readonly name = 'FlinkTimeoutError';
  readonly site: CallSite;
  /** Milliseconds that the call was allowed to take. */
  readonly timeoutMs: number;

  constructor(site: CallSite, timeoutMs: number) {
    super(`${at(site)} was not answered within ${timeoutMs} ms`);
    this.site = site;
    this.timeoutMs = timeoutMs;
  }
}

/** No answer came: refused, reset, unknown host. */
export class FlinkConnectionError extends Error {
  override readonly name = 'FlinkConnectionError';
  readonly site: CallSite;
  /** `ECONNREFUSED`, `ECONNRESET`, `ENOTFOUND`, ... */
  readonly code: string;
  /** False when the request certainly never reached the JobManager. */
  readonly sent: boolean;

  constructor(site: CallSite, code: string, reason: string, options: { sent: boolean; cause?: unknown }) {
    super(`${at(site)} found no JobManager: ${reason}`, { cause: options.cause });
    this.site = site;
    this.code = code;
    this.sent = options.sent;
  }
}

/** The answer is not what Flink sends for this call; something else may listen on the port. */
export class FlinkParseError extends Error {
  override readonly name = 'FlinkParseError';
  readonly site: CallSite;

  constructor(site: CallSite, reason: string, options?: { cause?: unknown }) {
    super(`${at(site)} was answered with something that Flink does not send: ${reason}`, options);
    this.site = site;
  }
}

/**
 * True when the JobManager could not be asked: no connection, no answer in time, or 503, which Flink sends while no dispatcher leads.
 * It is neither a yes nor a no about the job. After a call that changes something, see `sent`: the request may have been carried out.
 */
export function isUnreachable(error: unknown): boolean {
  return (
    error instanceof FlinkConnectionError ||
    error instanceof FlinkTimeoutError ||
    (error instanceof FlinkHttpError && error.status === 503)
  );
}

/** The innermost cause that Flink's error texts name, as `<short class>: <message>`; empty when they say nothing. */
export function rootCause(errors: readonly string[]): string {
  const text = errors.at(-1) ?? '';
  const lines = text.split('\n');
  const cause = lines.findLast((line) => line.startsWith('Caused by: '))?.slice('Caused by: '.length);
  const line = (cause ?? lines.find((candidate) => candidate !== '' && !candidate.startsWith('<')) ?? '').trim();
  const type = exceptionClass(line);
  return type === undefined ? line : `${type.slice(type.lastIndexOf('.') + 1)}: ${exceptionMessage(line)}`;
}
