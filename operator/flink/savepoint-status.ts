// SPDX-License-Identifier: Apache-2.0
// How far a savepoint, or a stop with savepoint, has come. Flink says COMPLETED for a failed one too; here the four ends are told apart.

import { type Reader, objectAt, textAt } from './json-reader.ts';
import { type FlinkThrowable, mentions, readThrowable } from './throwable.ts';

/** The state of a savepoint that was triggered. */
export type SavepointStatus =
  | { readonly state: 'in-progress' }
  /**
   * `location` is a full URI. `jobFailedWhileStopping`: the savepoint of a stop is complete and can be used, but the job failed on its
   * way to the end: it is FAILED and not FINISHED (seen with 1.20), or may have been restarted.
   */
  | { readonly state: 'completed'; readonly location: string; readonly jobFailedWhileStopping?: true }
  | { readonly state: 'failed'; readonly cause: FlinkThrowable }
  /** Flink does not know the trigger: never received, forgotten after `rest.async.store-duration`, or the JobManager was replaced. */
  | { readonly state: 'unknown' };

const STOPPING_FAILED = 'StopWithSavepointStoppingException';

/** Reads the answer of `/jobs/:id/savepoints/:trigger`; undefined when it is no such answer. */
export function readSavepointStatus(body: Reader): SavepointStatus | undefined {
  const id = textAt(objectAt(body, 'status') ?? {}, 'id');
  if (id === 'IN_PROGRESS') return { state: 'in-progress' };
  const operation = objectAt(body, 'operation');
  if (id !== 'COMPLETED' || operation === undefined) return undefined;
  const location = textAt(operation, 'location');
  if (location !== undefined) return { state: 'completed', location };
  const failure = objectAt(operation, 'failure-cause');
  if (failure === undefined) return undefined;
  const cause = readThrowable(failure);
  const saved = mentions(cause, STOPPING_FAILED) ? savepointInMessage(cause.stackTrace) : undefined;
  return saved === undefined
    ? { state: 'failed', cause }
    : { state: 'completed', location: saved, jobFailedWhileStopping: true };
}

/** The exception carries the path in its message only: the URI after "created at: ", up to the comma. */
function savepointInMessage(stackTrace: string): string | undefined {
  return /created at: ([^\s,]+)/.exec(stackTrace)?.[1];
}
