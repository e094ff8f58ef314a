// SPDX-License-Identifier: Apache-2.0
// Where the demo takes place: this process or a real cluster. The story is told by the same code in both; only what is written here differs.

import type { Clock } from '../../lib/runtime/clock.ts';
import type { Random } from '../../lib/runtime/random.ts';
import type { Transport } from '../../lib/runtime/transport.ts';
import type { StartOperator } from '../../lib/testing/index.ts';

/** The number that is the job's state, where it can be looked at. */
export interface JobCounter {
  /** Of the job that runs now; undefined while none does. */
  now(): number | undefined;
  /** In a savepoint or checkpoint. */
  in(path: string): number | undefined;
  /** That the run which goes on now began with. */
  atStart(): number | undefined;
}

export interface Place {
  /** A sentence for the head of the story. */
  readonly description: string;
  /** The namespace that the demo makes. */
  readonly namespace: string;
  /** Image of Flink. */
  readonly image: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Reaches the API server as the user. */
  readonly kubernetes: Transport;
  /** Reaches Flink's REST services as the user. */
  readonly flink: Transport;
  readonly counter?: JobCounter;
  /** Milliseconds between two looks at Flink. */
  readonly lookMs: number;
  /** Whether the demo is over with the process, so that nothing needs to be removed. */
  readonly vanishes: boolean;
  /** Starts the operator. */
  startOperator(start: StartOperator): { readonly started: Promise<void>; stop(): Promise<void> };
  /** Lets time pass until `work` is done; `moment` is awaited after every stretch of time, of so many milliseconds. */
  during<T>(work: Promise<T>, moment: (ms: number) => Promise<void>): Promise<T>;
  close(): Promise<void>;
}
