// SPDX-License-Identifier: Apache-2.0
// What makes code in this process behave as a process of its own that can be killed: its clock and its connections pass through here and
// die with it. Promises that its code awaits then are settled never again, as nothing of a killed process runs on.

import type { Clock, Timer } from '../runtime/clock.ts';
import { TransportError } from '../runtime/transport.ts';
import type { Transport, TransportRequest, TransportResponse } from '../runtime/transport.ts';

/** A request of a process that changes something. */
export interface ProcessWrite {
  /** Number of the write in the life of the process, from 1. */
  readonly number: number;
  /** The peer. */
  readonly to: 'kubernetes' | 'flink';
  readonly method: string;
  readonly origin?: string;
  /** With the query. */
  readonly path: string;
  readonly body: string;
}

/**
 * What happens to a write: it passes; the process is killed before it has left, or after it was carried out; or it is carried out, its
 * answer is lost and the process lives on.
 */
export type WriteFate = 'pass' | 'kill-before' | 'kill-after' | 'lose-answer';

/** Chooses the fate of each write. */
export type WriteJudge = (write: ProcessWrite) => WriteFate;

/** The boundary of one process. */
export class ProcessBoundary {
  /** The process' own clock. */
  readonly clock: Clock;
  readonly #judge: WriteJudge;
  readonly #onDeath = new Set<() => void>();
  #alive = true;
  #writes = 0;

  constructor(clock: Clock, judge: WriteJudge = () => 'pass') {
    this.clock = this.#mortalClock(clock);
    this.#judge = judge;
  }

  /** False once it was killed. */
  get alive(): boolean {
    return this.#alive;
  }

  /** SIGKILL. */
  kill(): void {
    if (!this.#alive) return;
    this.#alive = false;
    for (const end of [...this.#onDeath]) end();
    this.#onDeath.clear();
  }

  /** The process' way to a peer; `close` tells the peer that its connections are gone. */
  transport(to: ProcessWrite['to'], peer: Transport, close: () => void = () => undefined): Transport {
    this.#onDeath.add(close);
    return { request: (request) => this.#request(to, peer, request) };
  }

  async #request(to: ProcessWrite['to'], peer: Transport, request: TransportRequest): Promise<TransportResponse> {
    if (!this.#alive) return never();
    const fate = isMutating(request.method) ? this.#judge(this.#describe(to, request)) : 'pass';
    if (fate === 'kill-before') this.kill();
    const response = await this.#whileAlive(() => peer.request(request));
    if (fate === 'kill-after') this.kill();
    if (!this.#alive) return never();
    if (fate === 'lose-answer')
      throw new TransportError('ECONNRESET', `the answer to ${request.method} ${request.path} was lost`, {
        sent: true,
      });
    return { ...response, body: this.#body(response.body) };
  }

  #describe(to: ProcessWrite['to'], { method, origin, path, body }: TransportRequest): ProcessWrite {
    this.#writes++;
    return { number: this.#writes, to, method, ...(origin === undefined ? {} : { origin }), path, body: body ?? '' };
  }

  async *#body(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    const iterator = body[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await this.#whileAlive(() => iterator.next());
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      void iterator.return?.().catch(() => undefined);
    }
  }

  /** The outcome of `work`, or none at all when the process dies meanwhile. */
  async #whileAlive<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#alive) return never();
    try {
      const value = await work();
      return this.#alive ? value : await never();
    } catch (error) {
      if (!this.#alive) return never();
      throw error;
    }
  }

  #mortalClock(clock: Clock): Clock {
    const timers = new Set<Timer>();
    this.#onDeath.add(() => {
      for (const timer of timers) timer.cancel();
      timers.clear();
    });
    return {
      now: () => clock.now(),
      monotonic: () => clock.monotonic(),
      yield: () => (this.#alive ? clock.yield() : never()),
      setTimer: (run, ms) => {
        if (!this.#alive) return { cancel: () => undefined };
        const timer = clock.setTimer(() => {
          timers.delete(timer);
          if (this.#alive) run();
        }, ms);
        timers.add(timer);
        return {
          cancel: () => {
            timer.cancel();
            timers.delete(timer);
          },
        };
      },
    };
  }
}

function isMutating(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}
