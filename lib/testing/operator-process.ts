// SPDX-License-Identifier: Apache-2.0
// An operator as a process of an embedded cluster: started, stopped politely, killed, started again. Which operator it is, is the caller's
// business; each incarnation gets connections, a clock and randomness of its own.

import type { Clock } from '../runtime/clock.ts';
import type { Random } from '../runtime/random.ts';
import type { Transport } from '../runtime/transport.ts';
import type { ProcessBoundary } from './process-boundary.ts';

/** What an operator gets from the cluster that it runs in. */
export interface OperatorSurroundings {
  /** Reaches the API server. */
  readonly kubernetes: Transport;
  /** Reaches the REST services of the JobManagers. */
  readonly flink: Transport;
  readonly clock: Clock;
  readonly random: Random;
}

/** What the cluster needs to know of an operator that was started. */
export interface StartedOperator {
  /** Resolves when it works; rejects when it cannot. */
  readonly started: Promise<void>;
  /** Ends what is under way and stops. */
  stop(): Promise<void>;
}

/** Starts an operator, e.g. `(surroundings) => startOperator({ ...surroundings, log, settings })`. */
export type StartOperator = (surroundings: OperatorSurroundings) => StartedOperator;

interface Incarnation {
  readonly boundary: ProcessBoundary;
  readonly operator: StartedOperator;
}

/** A process whose program is an operator. */
export class OperatorProcess {
  readonly #begin: () => Incarnation;
  #now: Incarnation | undefined;
  #incarnations = 0;

  /** `begin` makes a boundary and starts the operator behind it. Starts the first incarnation at once. */
  constructor(begin: () => Incarnation) {
    this.#begin = begin;
    this.start();
  }

  /** Whether an incarnation is alive. */
  get running(): boolean {
    return this.#now?.boundary.alive === true;
  }

  /** How often it was started. */
  get incarnations(): number {
    return this.#incarnations;
  }

  /** Resolves when the present incarnation works. */
  get started(): Promise<void> {
    return this.#now?.operator.started ?? Promise.reject(new Error('the operator does not run'));
  }

  /** Starts the next incarnation, if none runs. */
  start(): void {
    if (this.running) return;
    this.#incarnations++;
    this.#now = this.#begin();
    // Whoever cares awaits `started`.
    this.#now.operator.started.catch(() => undefined);
  }

  /** SIGKILL: from this moment on nothing of it runs, no timer of it fires and no answer reaches it. */
  kill(): void {
    this.#now?.boundary.kill();
  }

  /** SIGTERM: resolves when it has ended, which takes time on the clock. */
  async stop(): Promise<void> {
    if (!this.running || this.#now === undefined) return;
    await this.#now.operator.stop();
    this.kill();
  }

  /** {@link kill} and {@link start}. */
  restart(): void {
    this.kill();
    this.start();
  }
}
