// SPDX-License-Identifier: Apache-2.0
// Tells users what happened, as Kubernetes events. Fire and forget: nothing the operator does waits for an event or fails with
// one, and what could not be sent is counted and dropped.

import { sleep } from '../../lib/runtime/clock.ts';
import type { CoreEvent, KubernetesObject, Stored } from '../../lib/kubernetes/objects.ts';
import { TransportError } from '../../lib/runtime/transport.ts';
import type { Log } from '../telemetry/log.ts';
import { deferred } from './deferred.ts';
import { EventWriter } from './event-writer.ts';
import type { EventDraft, WrittenEvent } from './event-writer.ts';
import { isForbidden, KubeError } from './kube-error.ts';
import type { ResourceClient } from './resource-client.ts';
import { noMetrics } from './runtime-metrics.ts';
import type { RuntimeMetrics } from './runtime-metrics.ts';
import { SpamFilter } from './spam-filter.ts';

export type { EventDraft, WrittenEvent } from './event-writer.ts';

export interface EventRecorderOptions {
  readonly events: ResourceClient<CoreEvent>;
  readonly log: Log;
  readonly metrics?: RuntimeMetrics;
  /** Told of every event that was written; `created` is false for a repetition. Must not throw. */
  readonly onWritten?: (written: WrittenEvent) => void;
}

const QUEUE = 1_000;
const TRIES = 12;
const BETWEEN_TRIES_MS = 10_000;

/** Sends events in the background, one after another. */
export class EventRecorder {
  readonly #options: EventRecorderOptions;
  readonly #metrics: RuntimeMetrics;
  readonly #spam: SpamFilter;
  readonly #writer: EventWriter;
  readonly #queue: { object: Stored<KubernetesObject>; draft: EventDraft; at: number }[] = [];
  readonly #stopped = new AbortController();
  #sending: Promise<void> | undefined;

  constructor(options: EventRecorderOptions) {
    this.#options = options;
    this.#metrics = options.metrics ?? noMetrics;
    this.#spam = new SpamFilter(options.events.clock);
    this.#writer = new EventWriter(options.events);
  }

  /** Queues an event about `object`, which must have its `apiVersion` and `kind`. */
  record(object: Stored<KubernetesObject>, draft: EventDraft): void {
    if (this.#stopped.signal.aborted || this.#queue.length >= QUEUE) {
      this.#metrics.eventDropped('full');
      return;
    }
    if (!this.#spam.allows(`${draft.component}/${object.metadata.uid}`)) {
      this.#metrics.eventDropped('spam');
      return;
    }
    this.#queue.push({ object, draft, at: this.#options.events.clock.now() });
    this.#sending ??= this.#sendAll();
  }

  /** Resolves when everything queued so far has been sent, or after `timeoutMs`; what is left then is dropped. */
  async flush(timeoutMs: number): Promise<void> {
    if (this.#sending === undefined) return;
    const late = deferred<undefined>();
    const timer = this.#options.events.clock.setTimer(() => {
      this.#stopped.abort(new Error('the events could not be sent in time'));
      late.resolve(undefined);
    }, timeoutMs);
    await Promise.race([this.#sending, late.promise]);
    timer.cancel();
  }

  async #sendAll(): Promise<void> {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      try {
        const written = await this.#send(next.object, next.draft, next.at);
        if (written !== undefined) this.#options.onWritten?.(written);
      } catch (error) {
        this.#dropped(next.draft, error);
      }
    }
    this.#sending = undefined;
  }

  async #send(object: Stored<KubernetesObject>, draft: EventDraft, at: number): Promise<WrittenEvent | undefined> {
    const { clock, random } = this.#options.events;
    const { signal } = this.#stopped;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#writer.write(object, draft, at, signal);
      } catch (error) {
        if (!(error instanceof TransportError) || attempt >= TRIES) throw error;
        // The first wait is random: many operators lose the same API server at the same moment.
        await sleep(clock, attempt === 1 ? BETWEEN_TRIES_MS * random.next() : BETWEEN_TRIES_MS, signal);
      }
    }
  }

  #dropped(draft: EventDraft, error: unknown): void {
    const rejected = error instanceof KubeError;
    this.#metrics.eventDropped(rejected ? 'rejected' : 'unsent');
    // Not being allowed to write events is a choice (or a namespace that is being deleted), not a fault.
    const level = isForbidden(error) ? 'debug' : 'warn';
    this.#options.log[level]({ error, reason: draft.reason }, 'an event could not be written');
  }
}
