// SPDX-License-Identifier: Apache-2.0
// Keeps a sink equal to a collection on the server: lists, watches from there, and comes back after every kind of interruption.
// Holds no objects itself and does not compare them; that is informer.ts.

import { sleep } from '../../lib/runtime/clock.ts';
import type { KubernetesObject, Stored } from '../../lib/kubernetes/objects.ts';
import { ConnectionBackoff } from './backoff.ts';
import { isForbidden, isGone, isNotFound, isTooLargeResourceVersion } from './kube-error.ts';
import type { ResourceClient, SelectorOptions } from './resource-client.ts';
import type { WatchEvent } from './watch-stream.ts';

/** Takes what the reflector learns. Must not throw. */
export interface ReflectorSink<T extends KubernetesObject> {
  /** The whole collection as it is now. */
  replace(objects: Stored<T>[]): void;
  /** One change. */
  apply(event: WatchEvent<T>): void;
  /** The server was heard: an answer, an event or a bookmark. */
  heard(): void;
  /** A try failed; the reflector goes on by itself. */
  failed(error: unknown): void;
  /** A watch ended and is about to be opened again, or a list to be read again. */
  restarting(reason: RestartReason): void;
}

/** Why a connection was made anew; the `reason` label of `flinkwright_informer_watch_restarts_total`. */
export type RestartReason = 'closed' | 'error' | 'expired' | 'stale';

export interface ReflectorOptions<T extends KubernetesObject> {
  readonly resource: ResourceClient<T>;
  readonly namespace: string | undefined;
  readonly selectors: Pick<SelectorOptions, 'labelSelector' | 'fieldSelector'>;
  readonly sink: ReflectorSink<T>;
}

const BACKOFF = { initialMs: 800, multiplier: 2, maxMs: 30_000 };
const HEALTHY_AFTER_MS = 120_000;
/** A watch that closes this soon without a word was not served. */
const SHORT_MS = 1_000;
/** So many of those in a row: the version is too old and the server does not say so (kubernetes #137089). */
const SHORT_CLOSES = 3;

/** What comes after a watch has ended. */
type Next = 'watch' | 'relist';

/** Lists and watches one collection until its signal aborts. */
export class Reflector<T extends KubernetesObject> {
  readonly #options: ReflectorOptions<T>;
  readonly #backoff: ConnectionBackoff;
  /** Where to go on; `'0'` before the first list: any version from the server's cache is good enough; absent: the newest. */
  #version: string | undefined = '0';
  #shortCloses = 0;

  constructor(options: ReflectorOptions<T>) {
    this.#options = options;
    const { clock, random } = options.resource;
    this.#backoff = new ConnectionBackoff(clock, random, BACKOFF, HEALTHY_AFTER_MS);
  }

  /** Runs until `signal` aborts; never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    let next: Next = 'relist';
    while (!signal.aborted) {
      try {
        next = next === 'relist' ? await this.#list(signal) : await this.#watch(signal);
      } catch (error) {
        if (signal.aborted) return;
        next = this.#after(error, next);
        await this.#pause(signal);
      }
    }
  }

  async #list(signal: AbortSignal): Promise<Next> {
    const { resource, namespace, selectors, sink } = this.#options;
    const objects: Stored<T>[] = [];
    let version = '';
    const resourceVersion = this.#version;
    const bound = resourceVersion === undefined ? {} : { resourceVersion };
    for await (const page of resource.list(namespace, { ...selectors, ...bound, signal })) {
      sink.heard();
      for (const object of page.items) objects.push(withoutManagedFields(object));
      version = page.resourceVersion;
    }
    if (signal.aborted) return 'relist';
    sink.replace(objects);
    this.#version = version;
    this.#shortCloses = 0;
    return 'watch';
  }

  async #watch(signal: AbortSignal): Promise<Next> {
    const { resource, namespace, selectors, sink } = this.#options;
    const opened = resource.clock.monotonic();
    let received = false;
    const resourceVersion = this.#version;
    const bound = resourceVersion === undefined ? {} : { resourceVersion };
    try {
      for await (const event of resource.watch(namespace, { ...selectors, ...bound, signal })) {
        received = true;
        sink.heard();
        this.#version = event.object.metadata.resourceVersion;
        if (event.type !== 'BOOKMARK') sink.apply({ ...event, object: withoutManagedFields(event.object) });
      }
    } finally {
      if (received) this.#shortCloses = 0;
    }
    if (signal.aborted) return 'watch';
    const short = resource.clock.monotonic() - opened < SHORT_MS;
    if (!received && short && ++this.#shortCloses >= SHORT_CLOSES) {
      sink.restarting('stale');
      this.#version = undefined;
      await this.#pause(signal);
      return 'relist';
    }
    sink.restarting('closed');
    // The server ended a watch that lived its time: come back at once. One that did not live is a server in trouble.
    if (short) await this.#pause(signal);
    return 'watch';
  }

  /** A refused version means a new list; so does a kind that is gone or forbidden, whose objects cannot be trusted any more. */
  #after(error: unknown, failed: Next): Next {
    const { sink } = this.#options;
    sink.failed(error);
    if (isGone(error) || isTooLargeResourceVersion(error)) {
      sink.restarting('expired');
      this.#version = undefined;
      return 'relist';
    }
    sink.restarting('error');
    return failed === 'relist' || isNotFound(error) || isForbidden(error) ? 'relist' : 'watch';
  }

  async #pause(signal: AbortSignal): Promise<void> {
    try {
      await sleep(this.#options.resource.clock, this.#backoff.next(), signal);
    } catch {
      // Aborted: the loop sees it.
    }
  }
}

/** Two thirds of an object's memory, and nobody here reads them. */
function withoutManagedFields<T extends KubernetesObject>(object: Stored<T>): Stored<T> {
  delete object.metadata.managedFields;
  return object;
}
