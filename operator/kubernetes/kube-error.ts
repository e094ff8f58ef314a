// SPDX-License-Identifier: Apache-2.0
// A refusal by the API server as an error value, and the questions that callers ask about it. An answer that never came is no
// refusal: that is a TransportError.

/** The part of a `meta/v1 Status` that is read. */
export interface KubeStatus {
  readonly code?: number;
  readonly reason?: string;
  readonly message?: string;
  readonly details?: {
    readonly name?: string;
    readonly kind?: string;
    readonly retryAfterSeconds?: number;
    readonly causes?: readonly { readonly reason?: string; readonly message?: string; readonly field?: string }[];
    readonly [field: string]: unknown;
  };
}

/** The API server (or something before it) answered with an error. */
export class KubeError extends Error {
  override readonly name = 'KubeError';
  /** HTTP status, or the code inside a watch's `ERROR` event. */
  readonly code: number;
  /** `NotFound`, `Conflict`, `AlreadyExists`, ...; empty when the answer was no `Status`. */
  readonly reason: string;
  readonly details: NonNullable<KubeStatus['details']>;
  /** How long the server asked to wait, from the `Retry-After` header or the status' details. */
  readonly retryAfterSeconds: number | undefined;
  /** `GET /api/v1/...`, for messages. */
  readonly request: string;

  constructor(status: KubeStatus, request: string, retryAfterSeconds?: number) {
    const code = status.code ?? 0;
    super(`${request}: ${code} ${status.message ?? status.reason ?? 'no message'}`);
    this.code = code;
    this.reason = status.reason ?? '';
    this.details = status.details ?? {};
    this.retryAfterSeconds = retryAfterSeconds ?? status.details?.retryAfterSeconds;
    this.request = request;
  }
}

/**
 * Makes the error of an answer whose HTTP status is not 2xx. A proxy may have written the body, so it need not be a `Status`.
 */
export function errorOfAnswer(
  httpStatus: number,
  body: string,
  request: string,
  headers: Readonly<Record<string, string>>,
): KubeError {
  return new KubeError({ ...parseStatus(body), code: httpStatus }, request, retryAfter(headers['retry-after']));
}

function parseStatus(body: string): KubeStatus {
  try {
    const parsed = JSON.parse(body) as unknown;
    if (typeof parsed === 'object' && parsed !== null && (parsed as { kind?: unknown }).kind === 'Status') {
      return parsed;
    }
  } catch {
    // Not JSON: the text itself is the best message there is.
  }
  return { message: body.trim().slice(0, 500) };
}

/** Only the form in seconds: the API server never sends a date. */
function retryAfter(header: string | undefined): number | undefined {
  return header !== undefined && /^\d+$/.test(header.trim()) ? Number(header) : undefined;
}

export const isNotFound = (error: unknown): error is KubeError => hasCode(error, 404);
/** The object has been changed since it was read. 409 also says `AlreadyExists`, which is a different thing. */
export const isConflict = (error: unknown): error is KubeError => hasCode(error, 409) && !isAlreadyExists(error);
export const isAlreadyExists = (error: unknown): error is KubeError =>
  hasCode(error, 409) && error.reason === 'AlreadyExists';
/** The resource version or continue token is too old: list again. */
export const isGone = (error: unknown): error is KubeError => hasCode(error, 410) || reasonIs(error, 'Expired');
export const isUnauthorized = (error: unknown): error is KubeError => hasCode(error, 401);
export const isForbidden = (error: unknown): error is KubeError => hasCode(error, 403);
/** The server has not yet seen the resource version that was asked for, e.g. after a restore of etcd. */
export const isTooLargeResourceVersion = (error: unknown): error is KubeError =>
  error instanceof KubeError &&
  (error.details.causes?.some((cause) => cause.reason === 'ResourceVersionTooLarge') === true ||
    error.message.includes('Too large resource version'));

function hasCode(error: unknown, code: number): error is KubeError {
  return error instanceof KubeError && error.code === code;
}

function reasonIs(error: unknown, reason: string): error is KubeError {
  return error instanceof KubeError && error.reason === reason;
}
