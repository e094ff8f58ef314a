// SPDX-License-Identifier: Apache-2.0
// The failures that a JobManager remembers of a job, in the one shape for Flink 1 and Flink 2.

import { type Reader, booleanAt, numberAt, objectAt, objectsAt, textAt, textsAt } from './json-reader.ts';

/** One failure in the history of a job. */
export interface JobException {
  /** Class, e.g. `java.lang.IllegalStateException`. */
  readonly type: string;
  readonly stackTrace: string;
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  /** Absent when the failure was not one task's. */
  readonly taskName?: string;
  /** `host:port` of the TaskManager. */
  readonly endpoint?: string;
  readonly taskManagerId?: string;
  readonly failureLabels: Readonly<Record<string, string>>;
}

/** The answer of `/jobs/:id/exceptions`: entries of this JobManager process only, newest first. */
export interface JobExceptions {
  readonly entries: readonly JobException[];
  /** True when Flink knows more than it sent. */
  readonly truncated: boolean;
}

/** Reads the answer of `/jobs/:id/exceptions`. */
export function readExceptions(body: Reader): JobExceptions {
  const history = objectAt(body, 'exceptionHistory') ?? {};
  return {
    entries: objectsAt(history, 'entries').map(readException),
    truncated: booleanAt(history, 'truncated') ?? false,
  };
}

function readException(entry: Reader): JobException {
  const taskName = textAt(entry, 'taskName');
  const endpoint = textAt(entry, 'endpoint') ?? textAt(entry, 'location');
  const taskManagerId = textAt(entry, 'taskManagerId');
  return {
    type: textAt(entry, 'exceptionName') ?? '',
    stackTrace: textAt(entry, 'stacktrace') ?? '',
    timestamp: numberAt(entry, 'timestamp') ?? -1,
    failureLabels: textsAt(entry, 'failureLabels'),
    ...(taskName !== undefined && { taskName }),
    ...(endpoint !== undefined && { endpoint }),
    ...(taskManagerId !== undefined && { taskManagerId }),
  };
}
