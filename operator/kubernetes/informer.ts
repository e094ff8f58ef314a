// SPDX-License-Identifier: Apache-2.0
// A live copy of the objects of one kind, with change notifications, indexes and read-your-writes. One informer serves all
// controllers that need its kind. Objects are shared: whoever wants to change one makes a copy.

import { sleep } from '../../lib/runtime/clock.ts';
import type { Clock } from '../../lib/runtime/clock.ts';
import type { KubernetesObject, Stored } from '../../lib/kubernetes/objects.ts';
import { changeOf } from './change.ts';
import type { Change } from './change.ts';
import { deferred } from './deferred.ts';
import type { Deferred } from './deferred.ts';
import { InformerSyncError } from './informer-sync-error.ts';
import { keyOf, objectKey } from '../../lib/kubernetes/object-key.ts';
import { OwnWrites } from './own-writes.ts';
import { Reflector } from './reflector.ts';
import type { ReflectorSink, RestartReason } from './reflector.ts';
import type { ResourceClient } from './resource-client.ts';
import { resourceName } from './resource-kind.ts';
import { noMetrics } from './runtime-metrics.ts';
import type { RuntimeMetrics } from './runtime-metrics.ts';
import { Store } from './store.ts';
import type { Indexers } from './store.ts';

export type { Change } from './change.ts';

export interface InformerOptions<T extends KubernetesObject> {
  readonly resource: ResourceClient<T>;
  /** The namespaces to watch; all of them unless given. */
  readonly namespaces?: readonly string[];
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  readonly indexers?: Indexers<T>;
  /** Told of every failed request and of every handler that threw. */
  readonly onError?: (error: unknown) => void;
  readonly metrics?: RuntimeMetrics;
  /** How long {@link Informer.synced} waits for the first lists, in milliseconds; 120 s unless given. */
  readonly syncTimeoutMs?: number;
  /** Takes out of every object what nobody reads, before it is kept; may change it in place. */
  readonly trim?: (object: Stored<T>) => Stored<T>;
  /** Deep-freezes every object, so that a test finds whoever writes into the cache. */
  readonly freeze?: boolean;
}

/** A live copy of a collection. */
export class Informer<T extends KubernetesObject> {
  readonly kind: ResourceClient<T>['kind'];
  /** Resolves once every namespace has been listed and all handlers were told; rejects with an {@link InformerSyncError}. */
  readonly synced: Promise<void>;
  readonly #options: InformerOptions<T>;
  readonly #clock: Clock;
  readonly #metrics: RuntimeMetrics;
  readonly #store: Store<T>;
  readonly #ownWrites: OwnWrites<T>;
  readonly #handlers: ((change: Change<T>) => void)[] = [];
  readonly #unlisted = new Set<string>();
  readonly #settle: Deferred<void>;
  #started = false;
  #lastError: unknown;
  #lastEventAt: number | undefined;
  #heardAt: number;

  constructor(options: InformerOptions<T>) {
    this.#options = options;
    this.kind = options.resource.kind;
    this.#clock = options.resource.clock;
    this.#metrics = options.metrics ?? noMetrics;
    this.#store = new Store(this.#guarded(options.indexers ?? {}));
    this.#ownWrites = new OwnWrites(this.#clock);
    this.#heardAt = this.#clock.monotonic();
    this.#settle = deferred();
    this.synced = this.#settle.promise;
    // Who waits for it gets the rejection; nobody has to.
    this.synced.catch(() => undefined);
  }

  /** Starts listing and watching; ends when `signal` aborts. The promise resolves when everything has ended. */
  async start(signal: AbortSignal): Promise<void> {
    if (this.#started) throw new TypeError(`the informer of ${resourceName(this.kind)} has been started already`);
    this.#started = true;
    const namespaces = this.#options.namespaces ?? [undefined];
    for (const namespace of namespaces) this.#unlisted.add(namespace ?? '');
    if (namespaces.length === 0) this.#settle.resolve();
    else void this.#limitSync(signal);
    const { labelSelector, fieldSelector, resource } = this.#options;
    const selectors = {
      ...(labelSelector === undefined ? {} : { labelSelector }),
      ...(fieldSelector === undefined ? {} : { fieldSelector }),
    };
    await Promise.all(
      namespaces.map((namespace) =>
        new Reflector({ resource, namespace, selectors, sink: this.#sink(namespace) }).run(signal),
      ),
    );
  }

  /** True once every namespace has been listed. */
  get hasSynced(): boolean {
    return this.#started && this.#unlisted.size === 0;
  }

  /** Wall-clock time of the last sign of life from the server (answer, event or bookmark), or undefined before the first. */
  get lastEventAt(): number | undefined {
    return this.#lastEventAt;
  }

  /** Milliseconds since the last sign of life. */
  silentForMs(): number {
    return this.#clock.monotonic() - this.#heardAt;
  }

  get(namespace: string | undefined, name: string): Stored<T> | undefined {
    const key = keyOf(namespace, name);
    return this.#ownWrites.over(key, this.#store.get(key));
  }

  /** All objects. */
  list(): Stored<T>[] {
    if (this.#ownWrites.empty) return [...this.#store.values()];
    return this.#read(new Set([...this.#store.keys(), ...this.#ownWrites.keys()]));
  }

  /** The objects that have `value` in an index. @throws TypeError when there is no such index. */
  byIndex(index: string, value: string): Stored<T>[] {
    const keys = this.#store.keysByIndex(index, value);
    if (this.#ownWrites.empty) return this.#read(keys);
    // An own write may have moved an object in or out of the index.
    const candidates = this.#read(new Set([...keys, ...this.#ownWrites.keys()]));
    return candidates.filter((object) => this.#store.indexValues(index, object).includes(value));
  }

  /** Calls `handler` for every change, first for what is there already. Returns how to stop that. */
  onChange(handler: (change: Change<T>) => void): () => void {
    this.#handlers.push(handler);
    for (const object of this.#store.values()) this.#tell(handler, { type: 'add', object, initial: true });
    return () => {
      const at = this.#handlers.indexOf(handler);
      if (at !== -1) this.#handlers.splice(at, 1);
    };
  }

  /** Makes the object that an own write returned visible at once. Tells no handler: the watch will. */
  written(object: Stored<T>): void {
    const { managedFields: _, ...metadata } = object.metadata;
    this.#ownWrites.written({ ...object, metadata });
  }

  /** Hides an object that this process has deleted; not for one that a finalizer still holds. */
  deleted(namespace: string | undefined, name: string, uid: string): void {
    this.#ownWrites.deleted(keyOf(namespace, name), uid);
  }

  /** An indexer that trips over one object must not end the watch: the object is in no index then, and the mistake is told. */
  #guarded(indexers: Indexers<T>): Indexers<T> {
    const guard =
      (indexer: Indexers<T>[string]): Indexers<T>[string] =>
      (object) => {
        try {
          return indexer(object);
        } catch (error) {
          this.#options.onError?.(error);
          return [];
        }
      };
    return Object.fromEntries(Object.entries(indexers).map(([name, indexer]) => [name, guard(indexer)]));
  }

  #read(keys: Iterable<string>): Stored<T>[] {
    const objects: Stored<T>[] = [];
    for (const key of keys) {
      const object = this.#ownWrites.over(key, this.#store.get(key));
      if (object !== undefined) objects.push(object);
    }
    return objects;
  }

  #sink(namespace: string | undefined): ReflectorSink<T> {
    const name = resourceName(this.kind);
    let listedBefore = false;
    return {
      heard: () => {
        this.#heardAt = this.#clock.monotonic();
        this.#lastEventAt = this.#clock.now();
      },
      failed: (error) => {
        this.#lastError = error;
        this.#options.onError?.(error);
      },
      restarting: (reason: RestartReason) => {
        this.#metrics.watchRestarted(name, reason);
      },
      replace: (objects) => {
        if (listedBefore) this.#metrics.relisted(name);
        this.#replace(namespace, objects, !listedBefore);
        listedBefore = true;
        this.#unlisted.delete(namespace ?? '');
        if (this.#unlisted.size === 0) this.#settle.resolve();
        this.#metrics.informerObjects(name, this.#store.size);
      },
      apply: (event) => {
        if (event.type === 'DELETED') this.#remove(event.object, false);
        else this.#put(event.object, false);
        this.#metrics.informerObjects(name, this.#store.size);
      },
    };
  }

  #replace(namespace: string | undefined, objects: readonly Stored<T>[], initial: boolean): void {
    const listed = new Set(objects.map(objectKey));
    for (const object of [...this.#store.values()]) {
      const inScope = namespace === undefined || object.metadata.namespace === namespace;
      // Its last state was never seen: what is told is the last one that was.
      if (inScope && !listed.has(objectKey(object))) this.#remove(object, true);
    }
    for (const object of objects) this.#put(object, initial);
  }

  #put(whole: Stored<T>, initial: boolean): void {
    const object = this.#options.trim?.(whole) ?? whole;
    if (this.#options.freeze === true) deepFreeze(object);
    const old = this.#store.get(objectKey(object));
    this.#ownWrites.seen(object);
    if (old !== undefined && old.metadata.uid !== object.metadata.uid) this.#remove(old, true);
    this.#store.set(object);
    const change = changeOf(old, object, initial);
    if (change !== undefined) this.#tellAll(change);
  }

  #remove(object: Stored<T>, finalStateUnknown: boolean): void {
    const old = this.#store.get(objectKey(object));
    this.#ownWrites.gone(object);
    // The end of an object that has a successor of the same name already.
    if (old === undefined || old.metadata.uid !== object.metadata.uid) return;
    if (this.#options.freeze === true) deepFreeze(object);
    this.#store.delete(objectKey(object));
    const unknown = finalStateUnknown ? { finalStateUnknown } : {};
    this.#tellAll({ type: 'delete', object, old, initial: false, ...unknown });
  }

  #tellAll(change: Change<T>): void {
    for (const handler of [...this.#handlers]) this.#tell(handler, change);
  }

  #tell(handler: (change: Change<T>) => void, change: Change<T>): void {
    try {
      handler(change);
    } catch (error) {
      // One handler's mistake must neither hide the change from the others nor end the watch.
      this.#options.onError?.(error);
    }
  }

  async #limitSync(signal: AbortSignal): Promise<void> {
    const timeoutMs = this.#options.syncTimeoutMs ?? 120_000;
    const settled = new AbortController();
    const stop = (): void => {
      settled.abort();
    };
    this.synced.then(stop, stop);
    signal.addEventListener('abort', stop, { once: true });
    try {
      await sleep(this.#clock, timeoutMs, settled.signal);
      const namespaces = [...this.#unlisted].filter((namespace) => namespace !== '');
      this.#settle.reject(new InformerSyncError(this.kind, namespaces, timeoutMs, this.#lastError));
    } catch {
      if (signal.aborted) this.#settle.reject(signal.reason as Error);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const item of Object.values(value)) deepFreeze(item);
}
