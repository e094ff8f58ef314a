// SPDX-License-Identifier: Apache-2.0
// Time that only passes when a test says so. Timers fire in the order of their time, then of their creation; between two of them
// everything that is pending runs to its end. It cannot wait for sockets or files: in-process work is microtasks only, and one turn of the
// event loop empties those.

import type { Clock, Timer } from '../runtime/clock.ts';

/** Default start: a round moment that is clearly not "now". */
const DEFAULT_START_MS = Date.UTC(2026, 0, 1);

/** Timers in a row, without time passing between them, beyond which a loop is assumed. */
const MAX_TIMERS_AT_ONE_INSTANT = 10_000;

/** Calls of `yield` between two timers beyond which a loop is assumed. A loop that does not even yield cannot be ended from here. */
const MAX_YIELDS_BETWEEN_TIMERS = 1_000_000;

interface Pending {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  readonly origin: string;
  cancelled: boolean;
}

/** Options of a {@link VirtualClock}. */
export interface VirtualClockOptions {
  /** Remember where each timer was set, for the text of a "nothing happens" or "endless loop" error. Slow; default false. */
  readonly traceTimers?: boolean;
}

/** A clock for tests. All times are milliseconds. */
export class VirtualClock implements Clock {
  readonly #start: number;
  readonly #trace: boolean;
  #elapsed = 0;
  #order = 0;
  #heap: Pending[] = [];
  #running = false;
  #yields = 0;
  #endless: Error | undefined;

  constructor(startMs: number = DEFAULT_START_MS, options: VirtualClockOptions = {}) {
    this.#start = startMs;
    this.#trace = options.traceTimers ?? false;
  }

  now(): number {
    // Whole milliseconds, as every wall clock tells; timers may be set to fractions of them.
    return Math.floor(this.#start + this.#elapsed);
  }

  monotonic(): number {
    return this.#elapsed;
  }

  setTimer(run: () => void, ms: number): Timer {
    if (Number.isNaN(ms))
      throw new RangeError('a timer was set for NaN milliseconds: its delay was computed from a missing value');
    const pending: Pending = {
      at: this.#elapsed + Math.max(0, ms),
      order: this.#order++,
      run,
      origin: this.#trace ? (new Error().stack?.split('\n').slice(2, 6).join('\n') ?? '') : '',
      cancelled: false,
    };
    if (Number.isFinite(ms)) push(this.#heap, pending);
    return {
      cancel: () => {
        pending.cancelled = true;
      },
    };
  }

  yield(): Promise<void> {
    if (++this.#yields <= MAX_YIELDS_BETWEEN_TIMERS) return Promise.resolve();
    this.#endless ??= new Error(
      `endless loop: yield() was called ${MAX_YIELDS_BETWEEN_TIMERS} times at ${new Date(this.now()).toISOString()} without time passing`,
    );
    return Promise.reject(this.#endless);
  }

  /** Lets `ms` milliseconds pass: fires every timer that falls due on the way and everything it sets off. */
  async advance(ms: number): Promise<void> {
    await this.#exclusively(async () => {
      const end = this.#elapsed + ms;
      await this.#drain();
      await this.#fireUntil(end, () => false);
      this.#elapsed = end;
    });
  }

  /**
   * Goes from timer to timer until `condition` holds; it is asked whenever everything pending has run.
   *
   * @throws Error when it still does not hold after `limitMs` virtual milliseconds, or when no timer is left that could change it.
   */
  async runUntil(condition: () => boolean, limitMs: number): Promise<void> {
    await this.#exclusively(async () => {
      const start = this.#elapsed;
      const end = start + limitMs;
      await this.#drain();
      if (condition() || (await this.#fireUntil(end, condition))) return;
      const next = this.#peek();
      const left = next === undefined ? 'no timer is left' : `the next timer is due in ${next.at - this.#elapsed} ms`;
      const waited = next === undefined ? this.#elapsed - start : limitMs;
      if (next !== undefined) this.#elapsed = end;
      throw new Error(
        `the condition did not become true within ${limitMs} ms of virtual time (waited ${waited} ms, now ${new Date(this.now()).toISOString()}; ` +
          `${left}; pending timers: ${this.#heap.filter((timer) => !timer.cancelled).length})\ncondition: ${condition.toString()}` +
          this.#describeTimers(),
      );
    });
  }

  /** Runs everything that is due now, without letting time pass. */
  async settle(): Promise<void> {
    await this.advance(0);
  }

  /** Number of timers that have neither fired nor been cancelled; for tests that look for leaks. */
  get pendingTimers(): number {
    return this.#heap.filter((timer) => !timer.cancelled).length;
  }

  async #exclusively(work: () => Promise<void>): Promise<void> {
    if (this.#running) {
      throw new Error(
        'the virtual clock is being advanced already: a test must await advance, runUntil and settle, and no code under test may call them',
      );
    }
    this.#running = true;
    try {
      await work();
    } finally {
      this.#running = false;
    }
  }

  async #fireUntil(end: number, condition: () => boolean): Promise<boolean> {
    let atOneInstant = 0;
    for (let next = this.#peek(); next !== undefined && next.at <= end; next = this.#peek()) {
      pop(this.#heap);
      atOneInstant = next.at > this.#elapsed ? 0 : atOneInstant + 1;
      if (atOneInstant > MAX_TIMERS_AT_ONE_INSTANT) {
        throw new Error(
          `endless loop: ${MAX_TIMERS_AT_ONE_INSTANT} timers fired at ${new Date(this.now()).toISOString()} without time passing; ` +
            `the last one runs:\n${next.run.toString().slice(0, 400)}\n${next.origin}`,
        );
      }
      this.#elapsed = Math.max(this.#elapsed, next.at);
      next.run();
      await this.#drain();
      if (condition()) return true;
    }
    return false;
  }

  /** One turn of the event loop runs every microtask there is, however many follow from one another. */
  async #drain(): Promise<void> {
    this.#yields = 0;
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#endless !== undefined) throw this.#endless;
  }

  #peek(): Pending | undefined {
    while (this.#heap[0]?.cancelled) pop(this.#heap);
    return this.#heap[0];
  }

  #describeTimers(): string {
    if (!this.#trace) return '';
    const timers = this.#heap.filter((timer) => !timer.cancelled).sort(inOrder);
    return timers
      .slice(0, 5)
      .map((timer) => `\ntimer in ${timer.at - this.#elapsed} ms, set at\n${timer.origin}`)
      .join('');
  }
}

function inOrder(a: Pending, b: Pending): number {
  return a.at - b.at || a.order - b.order;
}

/** A binary heap: long runs set a timer for each watch, queue and pod, and sorting them each time would be what a run is spent on. */
function push(heap: Pending[], item: Pending): void {
  let index = heap.push(item) - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (inOrder(heap[parent] as Pending, item) <= 0) break;
    heap[index] = heap[parent] as Pending;
    index = parent;
  }
  heap[index] = item;
}

function pop(heap: Pending[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let index = 0;
  for (;;) {
    let child = index * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && inOrder(heap[child + 1] as Pending, heap[child] as Pending) < 0) child++;
    if (inOrder(last, heap[child] as Pending) <= 0) break;
    heap[index] = heap[child] as Pending;
    index = child;
  }
  heap[index] = last;
}
