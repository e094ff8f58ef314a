// SPDX-License-Identifier: Apache-2.0
// Which key is to be worked on next. A key stands in the queue once, however often it was added, and is never handed out twice at
// once. Knows nothing of objects or results. Not kept anywhere: after a restart the informers fill it again.

import type { Clock, Timer } from '../../lib/runtime/clock.ts';
import { KeyedBackoff, MAX_DELAY_MS } from './backoff.ts';
import type { BackoffOptions } from './backoff.ts';
import { noMetrics } from './runtime-metrics.ts';
import type { RuntimeMetrics } from './runtime-metrics.ts';
import { TimeHeap } from './time-heap.ts';

export interface WorkQueueOptions {
  readonly clock: Clock;
  /** Delays of keys that are added with `rateLimited`. */
  readonly backoff: BackoffOptions;
  /** For metrics; `''` unless given. */
  readonly name?: string;
  readonly metrics?: RuntimeMetrics;
}

export interface AddOptions {
  /** Higher goes first; 0 unless given. */
  readonly priority?: number;
  /** Not before so many milliseconds have passed; 0 unless given. */
  readonly afterMs?: number;
  /** Not before the key's back-off is over, and one more failure is counted. With `afterMs` as well the shorter time holds. */
  readonly rateLimited?: boolean;
}

/** Priorities of `controller-runtime`: what somebody just changed overtakes what was there when the operator started. */
export const Priority = { normal: 0, initial: -100 } as const;

interface Entry {
  priority: number;
  /** Monotonic milliseconds. */
  readyAt: number;
  /** `waiting` for its time; `ready` to be handed out; `held` because its key is being worked on. */
  state: 'waiting' | 'ready' | 'held';
  /** When it became ready, for the metric. */
  since: number;
}

/** A queue of keys with priorities, delays and one worker per key. */
export class WorkQueue {
  readonly #clock: Clock;
  readonly #backoff: KeyedBackoff;
  readonly #name: string;
  readonly #metrics: RuntimeMetrics;
  readonly #entries = new Map<string, Entry>();
  readonly #waiting = new TimeHeap();
  /** Ready keys by priority, each in the order in which they became ready. */
  readonly #ready = new Map<number, Set<string>>();
  /** The priorities that have ready keys, highest first. */
  #levels: number[] = [];
  /** Keys being worked on. */
  readonly #locked = new Map<string, { readonly priority: number; readonly since: number }>();
  readonly #takers: ((key: string | undefined) => void)[] = [];
  #timer: (Timer & { at: number }) | undefined;
  #closed = false;

  constructor(options: WorkQueueOptions) {
    this.#clock = options.clock;
    this.#backoff = new KeyedBackoff(options.backoff);
    this.#name = options.name ?? '';
    this.#metrics = options.metrics ?? noMetrics;
  }

  /**
   * Adds a key, or hastens and raises one that is there: of two, the higher priority and the earlier time hold.
   *
   * @returns false when nothing was added: `rateLimited` and no retries are left, or the queue is shut down.
   */
  add(key: string, options: AddOptions = {}): boolean {
    if (this.#closed) return false;
    const now = this.#clock.monotonic();
    const old = this.#entries.get(key);
    let delay = Math.max(0, options.afterMs ?? 0);
    if (options.rateLimited === true) {
      // Something newer is due already: this failure is not what the next run answers, so it costs no retry.
      if (old !== undefined && old.readyAt <= now) return true;
      const backoff = this.#backoff.next(key);
      if (backoff === undefined) return false;
      delay = options.afterMs === undefined ? backoff : Math.min(delay, backoff);
      this.#metrics.queueRetried(this.#name);
    }
    this.#metrics.queueAdded(this.#name);
    this.#merge(key, old, options.priority ?? Priority.normal, now + delay, now);
    this.#dispatch();
    return true;
  }

  /** The next key, as soon as there is one; undefined once the queue is shut down. Every key must be given back by `done`. */
  get(): Promise<string | undefined> {
    return new Promise((resolve) => {
      if (this.#closed) {
        resolve(undefined);
        return;
      }
      this.#takers.push(resolve);
      this.#dispatch();
    });
  }

  /** The work on a key has ended; if it was added meanwhile it may be handed out again. */
  done(key: string): void {
    const lock = this.#locked.get(key);
    if (lock === undefined) throw new TypeError(`the queue has not handed out '${key}'`);
    const now = this.#clock.monotonic();
    this.#locked.delete(key);
    this.#metrics.queueWorked(this.#name, (now - lock.since) / 1000);
    const entry = this.#entries.get(key);
    if (entry?.state === 'held') this.#makeReady(key, entry, now);
    this.#dispatch();
  }

  /** Forgets the failures of a key. */
  forget(key: string): void {
    this.#backoff.forget(key);
  }

  /** Failures counted for a key since its last success. */
  failures(key: string): number {
    return this.#backoff.failures(key);
  }

  /** The priority with which a key was handed out that is being worked on: what is requeued keeps it. */
  priorityOf(key: string): number {
    return this.#locked.get(key)?.priority ?? Priority.normal;
  }

  /** Keys that are due, including those whose key is being worked on. */
  get depth(): number {
    let depth = 0;
    for (const { state } of this.#entries.values()) if (state !== 'waiting') depth++;
    return depth;
  }

  /** Keys being worked on, with the seconds they have been for. */
  inProgress(): ReadonlyMap<string, number> {
    const now = this.#clock.monotonic();
    return new Map([...this.#locked].map(([key, { since }]) => [key, (now - since) / 1000]));
  }

  /** Hands out nothing more and forgets what is waiting: the objects themselves say what is to be done. */
  shutdown(): void {
    this.#closed = true;
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#entries.clear();
    this.#ready.clear();
    this.#levels = [];
    for (const take of this.#takers.splice(0)) take(undefined);
  }

  #merge(key: string, old: Entry | undefined, priority: number, readyAt: number, now: number): void {
    if (old === undefined) {
      const entry: Entry = { priority, readyAt, state: 'waiting', since: now };
      this.#entries.set(key, entry);
      this.#place(key, entry, now);
      return;
    }
    const raised = priority > old.priority;
    if (raised && old.state === 'ready') this.#takeFromReady(key, old.priority);
    if (raised) old.priority = priority;
    if (old.state === 'waiting') {
      if (readyAt < old.readyAt) {
        old.readyAt = readyAt;
        this.#place(key, old, now);
      }
    } else if (raised && old.state === 'ready') {
      this.#putInReady(key, old.priority);
    }
  }

  #place(key: string, entry: Entry, now: number): void {
    if (entry.readyAt <= now) this.#makeReady(key, entry, now);
    else this.#waiting.push(key, entry.readyAt);
  }

  #makeReady(key: string, entry: Entry, now: number): void {
    if (entry.state === 'waiting') entry.since = now;
    if (this.#locked.has(key)) {
      entry.state = 'held';
      return;
    }
    entry.state = 'ready';
    this.#putInReady(key, entry.priority);
  }

  /** Gives ready keys to whoever waits for one, and sets the timer for the next that becomes ready. */
  #dispatch(): void {
    const now = this.#clock.monotonic();
    for (let due = this.#nextWaiting(); due !== undefined && due.at <= now; due = this.#nextWaiting()) {
      this.#waiting.pop();
      const entry = this.#entries.get(due.key);
      if (entry !== undefined) this.#makeReady(due.key, entry, now);
    }
    while (this.#takers.length > 0) {
      const level = this.#levels[0];
      if (level === undefined) break;
      const [key] = this.#ready.get(level) ?? [];
      if (key === undefined) break;
      this.#handOut(key, level, now);
    }
    this.#setTimer(now);
  }

  #handOut(key: string, level: number, now: number): void {
    // Taken off first, whatever else is found: the loop that calls this ends only when there is nothing left to take.
    this.#takeFromReady(key, level);
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#locked.set(key, { priority: entry.priority, since: now });
    this.#metrics.queueWaited(this.#name, (now - entry.since) / 1000);
    this.#takers.shift()?.(key);
  }

  /** The first of the heap that still means something: an entry that was hastened has left its old time behind. */
  #nextWaiting(): { readonly key: string; readonly at: number } | undefined {
    for (let first = this.#waiting.first; first !== undefined; first = this.#waiting.first) {
      const entry = this.#entries.get(first.key);
      if (entry?.state === 'waiting' && entry.readyAt === first.at) return first;
      this.#waiting.pop();
    }
    return undefined;
  }

  #setTimer(now: number): void {
    const next = this.#nextWaiting();
    if (this.#timer?.at === next?.at) return;
    this.#timer?.cancel();
    this.#timer = undefined;
    if (next === undefined) return;
    const timer = this.#clock.setTimer(
      () => {
        this.#timer = undefined;
        this.#dispatch();
      },
      Math.min(next.at - now, MAX_DELAY_MS),
    );
    this.#timer = {
      at: next.at,
      cancel: () => {
        timer.cancel();
      },
    };
  }

  #putInReady(key: string, priority: number): void {
    const level = this.#ready.get(priority);
    if (level === undefined) {
      this.#ready.set(priority, new Set([key]));
      this.#levels = [...this.#ready.keys()].sort((a, b) => b - a);
    } else level.add(key);
    this.#metrics.queueDepth(this.#name, priority, this.#ready.get(priority)?.size ?? 0);
  }

  #takeFromReady(key: string, priority: number): void {
    const keys = this.#ready.get(priority);
    keys?.delete(key);
    if (keys?.size === 0) {
      this.#ready.delete(priority);
      this.#levels = this.#levels.filter((level) => level !== priority);
    }
    this.#metrics.queueDepth(this.#name, priority, keys?.size ?? 0);
  }
}
