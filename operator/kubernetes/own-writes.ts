// SPDX-License-Identifier: Apache-2.0
// Read-your-writes: what this process has just written or deleted, until the watch has caught up. Resource versions are compared
// for equality only; no order is assumed between them. Lost with the process, and nothing depends on that.

import type { KubernetesObject, Stored } from '../../lib/kubernetes/objects.ts';
import type { Clock } from '../../lib/runtime/clock.ts';
import { objectKey } from '../../lib/kubernetes/object-key.ts';

/** Written: the object; deleted: undefined. */
interface OwnWrite<T extends KubernetesObject> {
  readonly uid: string;
  readonly object: Stored<T> | undefined;
  readonly expires: number;
}

/** After so many milliseconds the watch is believed, whatever it says. */
const PATIENCE_MS = 10_000;
/** Versions kept to recognise a write whose event overtook its answer. */
const SEEN_VERSIONS = 4_096;

/** Own writes by key. */
export class OwnWrites<T extends KubernetesObject> {
  readonly #clock: Clock;
  readonly #writes = new Map<string, OwnWrite<T>>();
  readonly #seen = new Set<string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keys that may differ from the store; usually none. */
  keys(): IterableIterator<string> {
    return this.#writes.keys();
  }

  get empty(): boolean {
    return this.#writes.size === 0;
  }

  /** Notes the object that an own write returned, unless the watch has shown that version already. */
  written(object: Stored<T>): void {
    const { uid, resourceVersion } = object.metadata;
    const key = objectKey(object);
    if (this.#seen.has(`${uid}@${resourceVersion}`)) this.#writes.delete(key);
    else this.#writes.set(key, { uid, object, expires: this.#expiry() });
  }

  /** Notes that this process deleted an object and that no finalizer holds it. */
  deleted(key: string, uid: string): void {
    if (this.#seen.has(`${uid}@deleted`)) this.#writes.delete(key);
    else this.#writes.set(key, { uid, object: undefined, expires: this.#expiry() });
  }

  /** The watch has shown a version of an object. Older versions than the one written still come: they do not end the waiting. */
  seen(object: Stored<T>): void {
    const { uid, resourceVersion } = object.metadata;
    this.#remember(`${uid}@${resourceVersion}`);
    const key = objectKey(object);
    const write = this.#writes.get(key);
    if (write?.uid === uid && write.object?.metadata.resourceVersion === resourceVersion) this.#writes.delete(key);
  }

  /** The watch has shown the end of an object. */
  gone(object: Stored<T>): void {
    this.#remember(`${object.metadata.uid}@deleted`);
    const key = objectKey(object);
    if (this.#writes.get(key)?.uid === object.metadata.uid) this.#writes.delete(key);
  }

  /** What a reader should get where the store has `stored`. */
  over(key: string, stored: Stored<T> | undefined): Stored<T> | undefined {
    const write = this.#writes.get(key);
    if (write === undefined) return stored;
    if (this.#clock.monotonic() >= write.expires) {
      this.#writes.delete(key);
      return stored;
    }
    if (write.object !== undefined) return write.object;
    return stored?.metadata.uid === write.uid ? undefined : stored;
  }

  #expiry(): number {
    return this.#clock.monotonic() + PATIENCE_MS;
  }

  #remember(version: string): void {
    this.#seen.add(version);
    if (this.#seen.size <= SEEN_VERSIONS) return;
    const [oldest] = this.#seen;
    if (oldest !== undefined) this.#seen.delete(oldest);
  }
}
