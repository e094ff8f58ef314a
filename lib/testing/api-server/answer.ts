// SPDX-License-Identifier: Apache-2.0
// An answer of the server before it becomes bytes.

import type { StatusBody } from './api-error.ts';

/** A body that is complete, or a watch. */
export interface Answer {
  readonly code: number;
  readonly body?: unknown;
  /** For the few endpoints that answer plain text. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly warnings?: readonly string[];
  readonly stream?: WatchStream;
}

/** A sequence of lines that goes on until one side ends it. */
export interface WatchStream extends AsyncIterable<string> {
  close(): void;
}

export function refusal(status: StatusBody & { code: number }): Answer {
  const seconds = status.details?.retryAfterSeconds;
  return {
    code: status.code,
    body: status,
    ...(seconds === undefined ? {} : { headers: { 'retry-after': String(seconds) } }),
  };
}
