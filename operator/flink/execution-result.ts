// SPDX-License-Identifier: Apache-2.0
// How a job ended, as `/jobs/:id/execution-result` tells it.

import { type Reader, numberAt, objectAt, textAt } from './json-reader.ts';
import { type FlinkThrowable, readThrowable } from './throwable.ts';

/** The end of a job, or that it has none yet. */
export type ExecutionResult =
  | { readonly state: 'in-progress' }
  | {
      readonly state: 'completed';
      /** `SUCCEEDED`, `FAILED`, `CANCELED` or `UNKNOWN`. */
      readonly applicationStatus: string;
      /** Milliseconds. */
      readonly netRuntime: number;
      /** Why a failed job failed. */
      readonly cause?: FlinkThrowable;
    };

/** Reads the answer of `/jobs/:id/execution-result`; undefined when it is no such answer. */
export function readExecutionResult(body: Reader): ExecutionResult | undefined {
  const id = textAt(objectAt(body, 'status') ?? {}, 'id');
  if (id === 'IN_PROGRESS') return { state: 'in-progress' };
  const result = objectAt(body, 'job-execution-result');
  if (id !== 'COMPLETED' || result === undefined) return undefined;
  const cause = objectAt(result, 'failure-cause');
  return {
    state: 'completed',
    applicationStatus: textAt(result, 'application-status') ?? 'UNKNOWN',
    netRuntime: numberAt(result, 'net-runtime') ?? 0,
    ...(cause !== undefined && { cause: readThrowable(cause) }),
  };
}
