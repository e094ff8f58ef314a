// SPDX-License-Identifier: Apache-2.0
// The order in which the operator's parts start and stop. Owns no part and no process: signals, sockets and exit codes are
// main.ts, and a second signal need not ask here at all, because a killed operator loses nothing.

import type { Clock } from '../../lib/runtime/clock.ts';
import type { KubernetesObject } from '../../lib/kubernetes/objects.ts';
import type { Log } from '../telemetry/log.ts';
import type { Controller } from './controller.ts';
import type { EventRecorder } from './event-recorder.ts';
import type { Health } from './health.ts';
import type { Informer } from './informer.ts';
import { resourceName } from './resource-kind.ts';

/** What the runtime needs of an informer, whatever its kind. */
type AnyInformer = Pick<Informer<KubernetesObject>, 'kind' | 'start' | 'synced' | 'hasSynced' | 'silentForMs'>;

export interface RuntimeOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly health: Health;
  readonly informers: readonly AnyInformer[];
  readonly controllers: readonly Controller[];
  readonly events: EventRecorder;
  /** Stops accepting admission requests; runs first, while everything else still works. */
  readonly drain?: () => Promise<void>;
  /** Gives the lease back; runs last, when nothing can write any more. */
  readonly release?: () => Promise<void>;
  /** How long running reconciles may go on after a stop, in milliseconds; 25 s unless given. */
  readonly graceMs?: number;
}

/** Bookmarks come about every minute: this much silence means that the informer is not coming back by itself. */
const STALE_MS = 600_000;
/** Two seconds are left of the pod's 30 for the lease and the exit. */
const FLUSH_MS = 2_000;

/** Starts and stops the operator's parts. */
export class Runtime {
  readonly #options: RuntimeOptions;
  readonly #watches = new AbortController();
  #informersEnded: Promise<unknown> = Promise.resolve();
  #stopping: Promise<void> | undefined;
  #warm = false;
  #stopped = false;

  constructor(options: RuntimeOptions) {
    this.#options = options;
    options.health.add('readyz', 'informers', () => {
      if (this.#stopped) return 'the operator is stopping';
      const unsynced = options.informers.filter((informer) => !informer.hasSynced);
      return this.#warm && unsynced.length === 0 ? true : `not listed yet: ${names(unsynced)}`;
    });
    options.health.add('healthz', 'informers', () => {
      const stale = options.informers.filter((informer) => informer.hasSynced && informer.silentForMs() > STALE_MS);
      return stale.length === 0 ? true : `nothing heard for 10 minutes about: ${names(stale)}`;
    });
  }

  /** Starts the informers and waits for their first lists; queues fill, nothing is worked on. @throws InformerSyncError */
  async warmUp(): Promise<void> {
    const { informers, log } = this.#options;
    this.#informersEnded = Promise.all(informers.map((informer) => informer.start(this.#watches.signal)));
    await Promise.all(informers.map((informer) => informer.synced));
    this.#warm = true;
    log.info({ informers: informers.map((informer) => resourceName(informer.kind)) }, 'informers have listed');
  }

  /** Starts the controllers: at once without leader election, else when elected. */
  lead(): void {
    if (this.#stopped) return;
    for (const controller of this.#options.controllers) controller.start();
  }

  /** {@link warmUp}, then {@link lead}. */
  async start(): Promise<void> {
    await this.warmUp();
    this.lead();
  }

  /** Stops everything in order; safe to call again, and at any time after the constructor. */
  stop(): Promise<void> {
    this.#stopped = true;
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    const { controllers, events, log, drain, release, clock } = this.#options;
    const started = clock.monotonic();
    log.info({}, 'stopping');
    await this.#step('drain', drain);
    this.#watches.abort(new Error('the operator is stopping'));
    await this.#informersEnded;
    const graceMs = this.#options.graceMs ?? 25_000;
    await Promise.all(controllers.map((controller) => controller.stop(graceMs)));
    await events.flush(FLUSH_MS);
    await this.#step('release', release);
    log.info({ seconds: (clock.monotonic() - started) / 1000 }, 'stopped');
  }

  /** A step that fails must not keep the others from running. */
  async #step(name: string, step: (() => Promise<void>) | undefined): Promise<void> {
    try {
      await step?.();
    } catch (error) {
      this.#options.log.warn({ error }, `stopping: ${name} failed`);
    }
  }
}

function names(informers: readonly AnyInformer[]): string {
  return informers.map((informer) => resourceName(informer.kind)).join(', ');
}
