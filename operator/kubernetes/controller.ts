// SPDX-License-Identifier: Apache-2.0
// Runs a reconcile function for every key that its queue hands out: N at a time, never two of one key, with a deadline, a retry
// schedule and a rate limit. What a reconcile does, and what it means, is none of its business.

import type { Clock } from '../../lib/runtime/clock.ts';
import type { Random } from '../../lib/runtime/random.ts';
import type { KubernetesObject, ObjectMeta } from '../../lib/kubernetes/objects.ts';
import type { Log } from '../telemetry/log.ts';
import { FLINK_RETRY } from './backoff.ts';
import type { BackoffOptions } from './backoff.ts';
import type { Change } from './change.ts';
import { withDeadline } from './deadline.ts';
import type { Informer } from './informer.ts';
import { deferred } from './deferred.ts';
import { objectKey, parseKey } from '../../lib/kubernetes/object-key.ts';
import { FLINK_RATE, RateWindow } from './rate-window.ts';
import type { RateWindowOptions } from './rate-window.ts';
import { isPanic, ReconcileTimeout, TerminalError } from './reconcile-error.ts';
import { noMetrics } from './runtime-metrics.ts';
import type { RuntimeMetrics } from './runtime-metrics.ts';
import { Priority, WorkQueue } from './work-queue.ts';

/** One run for one key. */
export interface ReconcileRequest {
  readonly key: string;
  readonly namespace: string | undefined;
  readonly name: string;
  /** Names this run in the log. */
  readonly reconcileID: string;
  /** Number of failed runs since the last success. */
  readonly failures: number;
  /** Aborts when the deadline is over or the operator stops without waiting any longer. */
  readonly signal: AbortSignal;
  /** Carries controller, namespace, name, uid, generation and reconcileID. */
  readonly log: Log;
}

/** A run that did not fail; failures are thrown, final ones as {@link TerminalError}. */
export interface ReconcileResult {
  /** Run again after so many milliseconds, even if nothing happens. */
  readonly requeueAfterMs?: number;
}

export interface ControllerOptions {
  /** The `controller` label of metrics and log lines. */
  readonly name: string;
  readonly reconcile: (request: ReconcileRequest) => Promise<ReconcileResult | undefined>;
  /** Metadata of the object of a key, for the log. */
  readonly describe?: (key: string) => ObjectMeta | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics?: RuntimeMetrics;
  /** Runs at once; 50 unless given, because a run mostly waits. `kubernetes.operator.reconcile.parallelism` */
  readonly workers?: number;
  /** Limit of one run in milliseconds; 5 minutes unless given, 0 for none. */
  readonly deadlineMs?: number;
  /** {@link FLINK_RETRY} unless given. */
  readonly backoff?: BackoffOptions;
  /** {@link FLINK_RATE} unless given. */
  readonly rate?: RateWindowOptions;
  /** A key whose retries are used up is tried again after so many milliseconds; 10 hours unless given. */
  readonly resyncMs?: number;
}

/** Feeds keys to a reconcile function. */
export class Controller {
  readonly name: string;
  readonly queue: WorkQueue;
  readonly #options: ControllerOptions;
  readonly #metrics: RuntimeMetrics;
  readonly #rate: RateWindow;
  readonly #workers: number;
  readonly #stop = new AbortController();
  #running: Promise<unknown> | undefined;
  #active = 0;

  constructor(options: ControllerOptions) {
    this.name = options.name;
    this.#options = options;
    this.#metrics = options.metrics ?? noMetrics;
    this.#rate = new RateWindow(options.clock, options.rate ?? FLINK_RATE);
    this.#workers = options.workers ?? 50;
    const { clock } = options;
    const { name } = options;
    this.queue = new WorkQueue({ clock, name, metrics: this.#metrics, backoff: options.backoff ?? FLINK_RETRY });
  }

  /**
   * Queues keys for the changes of an informer: that of the object itself, or those that `toKeys` gives. Before {@link start}
   * the queue only fills, so a standby is warm when it is elected.
   */
  watch<T extends KubernetesObject>(informer: Informer<T>, toKeys?: (change: Change<T>) => readonly string[]): this {
    informer.onChange((change) => {
      const priority = change.initial ? Priority.initial : Priority.normal;
      for (const key of toKeys?.(change) ?? [objectKey(change.object)]) this.queue.add(key, { priority });
    });
    return this;
  }

  /** Starts the workers. */
  start(): void {
    this.#running ??= Promise.all(Array.from({ length: this.#workers }, () => this.#work()));
  }

  /** Hands out no more keys and waits for the running reconciles; those that are not done in `graceMs` are aborted. */
  async stop(graceMs: number): Promise<void> {
    this.queue.shutdown();
    const grace = this.#options.clock.setTimer(() => {
      this.#stop.abort(new ReconcileTimeout('the operator is stopping'));
    }, graceMs);
    const aborted = deferred<undefined>();
    this.#stop.signal.addEventListener(
      'abort',
      () => {
        aborted.resolve(undefined);
      },
      { once: true },
    );
    await Promise.race([this.#running, aborted.promise]);
    grace.cancel();
    // Those that were aborted get the chance to notice.
    await this.#options.clock.yield();
  }

  async #work(): Promise<void> {
    for (let key = await this.queue.get(); key !== undefined; key = await this.queue.get()) {
      const priority = this.queue.priorityOf(key);
      const wait = this.#rate.take(key);
      if (wait > 0) this.queue.add(key, { priority, afterMs: wait });
      else await this.#run(key, priority);
      this.queue.done(key);
    }
  }

  async #run(key: string, priority: number): Promise<void> {
    const { clock } = this.#options;
    const started = clock.monotonic();
    const log = this.#logFor(key);
    this.#metrics.workers(this.name, ++this.#active, this.#workers);
    let result: 'success' | 'error' | 'requeue_after';
    try {
      const { requeueAfterMs } = (await this.#reconcile(key, log)) ?? {};
      this.queue.forget(key);
      result = requeueAfterMs === undefined ? 'success' : 'requeue_after';
      if (requeueAfterMs !== undefined) this.queue.add(key, { priority, afterMs: requeueAfterMs });
    } catch (error) {
      result = 'error';
      this.#failed(key, priority, error, log);
    }
    this.#metrics.workers(this.name, --this.#active, this.#workers);
    this.#metrics.reconciled(this.name, result, (clock.monotonic() - started) / 1000);
  }

  async #reconcile(key: string, log: { log: Log; reconcileID: string }): Promise<ReconcileResult | undefined> {
    const { clock, reconcile } = this.#options;
    const deadlineMs = this.#options.deadlineMs ?? 300_000;
    const deadline = withDeadline(clock, deadlineMs, this.#stop.signal, () => {
      this.#metrics.timedOut(this.name);
      return new ReconcileTimeout(`not done within ${String(deadlineMs / 1000)} s`);
    });
    try {
      const failures = this.queue.failures(key);
      return await reconcile({ key, ...parseKey(key), ...log, failures, signal: deadline.signal });
    } finally {
      deadline.release();
    }
  }

  #failed(key: string, priority: number, error: unknown, { log }: { log: Log }): void {
    if (isPanic(error)) this.#metrics.panicked(this.name);
    if (error instanceof TerminalError) {
      this.#metrics.terminalError(this.name);
      this.queue.forget(key);
      log.error({ error }, 'reconcile failed and is not tried again until the object changes');
      return;
    }
    if (this.queue.add(key, { priority, rateLimited: true })) {
      log.error({ error, failures: this.queue.failures(key) }, 'reconcile failed and is tried again');
      return;
    }
    const resyncMs = this.#options.resyncMs ?? 36_000_000;
    if (!this.queue.add(key, { priority: Priority.initial, afterMs: resyncMs })) return;
    log.error(
      { error },
      `reconcile failed and its retries are used up; next when the object changes, or in ${String(resyncMs / 1000)} s`,
    );
  }

  #logFor(key: string): { log: Log; reconcileID: string } {
    const reconcileID = this.#options.random.uuid();
    const { namespace, name } = parseKey(key);
    const { uid, generation } = this.#options.describe?.(key) ?? {};
    return {
      reconcileID,
      log: this.#options.log.child({ controller: this.name, namespace, name, uid, generation, reconcileID }),
    };
  }
}
