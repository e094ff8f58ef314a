// SPDX-License-Identifier: Apache-2.0
// Flink's protocol of trigger ids: an operation is acknowledged at once, told about under its id, and forgotten some time after its end,
// or with its JobManager. The same id triggers once.

import type { Clock } from '../../runtime/clock.ts';

interface Operation {
  /** What the status says under `operation` once it is over. */
  result: Record<string, unknown> | undefined;
}

export class AsyncOperations {
  readonly #clock: Clock;
  readonly #retention: number;
  readonly #operations = new Map<string, Operation>();

  /** `retention`: milliseconds that a result is kept, Flink's `rest.async.store-duration`. */
  constructor(clock: Clock, retention: number) {
    this.#clock = clock;
    this.#retention = retention;
  }

  /** Starts `work` unless the id is known for this job. The work's value becomes the result; it must not reject. */
  trigger(jobId: string, triggerId: string, work: () => Promise<Record<string, unknown>>): void {
    const key = `${jobId}/${triggerId}`;
    if (this.#operations.has(key)) return;
    const operation: Operation = { result: undefined };
    this.#operations.set(key, operation);
    void work().then((result) => {
      operation.result = result;
      this.#clock.setTimer(() => this.#operations.delete(key), this.#retention);
    });
  }

  /** The answer to a question for the operation's status; undefined when it is not known. */
  status(jobId: string, triggerId: string): Record<string, unknown> | undefined {
    const operation = this.#operations.get(`${jobId}/${triggerId}`);
    if (operation === undefined) return undefined;
    return operation.result === undefined
      ? { status: { id: 'IN_PROGRESS' }, operation: null }
      : { status: { id: 'COMPLETED' }, operation: operation.result };
  }
}
