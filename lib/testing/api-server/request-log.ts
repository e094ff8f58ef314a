// SPDX-License-Identifier: Apache-2.0
// What was asked of the server, for tests that say how many requests something may cost.

/** One request, in the order of arrival. */
export interface LoggedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly client: string;
  /** The HTTP status; 0 when no answer was given. */
  readonly status: number;
  /** Milliseconds since the epoch, on the server's clock. */
  readonly time: number;
}

/** Whether a method changes something. */
export function isWrite(method: string): boolean {
  return method === 'POST' || method === 'PUT' || method === 'PATCH' || method === 'DELETE';
}
