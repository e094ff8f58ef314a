// SPDX-License-Identifier: Apache-2.0
// The garbage collector: deletes what nobody owns any more, keeps an owner until its blocking dependents are gone, or sets them free. It asks
// the store itself who exists, so it never acts on a stale graph as the real one, for a moment, can.

import type { KubernetesObject, OwnerReference } from '../../kubernetes/objects.ts';
import { FOREGROUND, ORPHAN } from '../api-server/finalizers.ts';
import type { DeleteOptions } from '../api-server/finalizers.ts';
import type { Place } from '../api-server/operations.ts';
import { internalContext } from '../api-server/request-context.ts';
import type { ResourceType } from '../api-server/resource-type.ts';
import { storageKey } from '../api-server/resource-type.ts';
import type { InMemoryApiServer } from '../api-server/server.ts';
import type { Change } from '../api-server/store.ts';
import type { DraftObject, StoredMeta, StoredObject } from '../api-server/stored-object.ts';
import { WorkQueue } from './work-queue.ts';

const CONTEXT = internalContext('generic-garbage-collector');

interface Found {
  readonly place: Place;
  readonly object: StoredObject;
}

export class GarbageCollector {
  readonly #server: InMemoryApiServer;
  readonly #queue: WorkQueue;
  readonly #stop: () => void;
  /** uid of an owner to the uids of those that name it, whether or not it exists. */
  readonly #dependents = new Map<string, Set<string>>();
  readonly #byUid = new Map<string, Found>();

  constructor(server: InMemoryApiServer, delayMs: number) {
    this.#server = server;
    this.#queue = new WorkQueue({ clock: server.clock, delayMs, work: (uid) => this.#visit(uid) });
    this.#stop = server.onChange((change) => this.#see(change));
    for (const [resource, object] of server.store.everything())
      this.#see({ type: 'ADDED', resource, object, version: 0 });
  }

  stop(): void {
    this.#stop();
    this.#queue.stop();
  }

  #see(change: Change): void {
    const { object, before } = change;
    const { uid } = object.metadata;
    for (const owner of before?.metadata.ownerReferences ?? []) this.#dependents.get(owner.uid)?.delete(uid);
    if (change.type === 'DELETED') {
      this.#byUid.delete(uid);
      for (const dependent of this.#dependents.get(uid) ?? []) this.#queue.add(dependent);
      // An owner in foreground deletion may have waited for exactly this one.
      for (const owner of object.metadata.ownerReferences ?? []) this.#queue.add(owner.uid);
      return;
    }
    const type = this.#typeOf(change.resource);
    if (type === undefined) return;
    this.#byUid.set(uid, {
      place: { type, namespace: object.metadata.namespace ?? '', name: object.metadata.name },
      object,
    });
    for (const owner of object.metadata.ownerReferences ?? []) {
      const known = this.#dependents.get(owner.uid) ?? new Set();
      known.add(uid);
      this.#dependents.set(owner.uid, known);
    }
    const owned = (object.metadata.ownerReferences ?? []).length > 0;
    const waiting = (object.metadata.finalizers ?? []).some(
      (finalizer) => finalizer === FOREGROUND || finalizer === ORPHAN,
    );
    if (waiting && object.metadata.deletionTimestamp !== undefined) this.#queue.add(uid);
    else if (owned && (change.type === 'ADDED' || before?.metadata.ownerReferences !== object.metadata.ownerReferences))
      this.#queue.add(uid);
    // A dependent that no longer blocks lets its owner go.
    for (const owner of before?.metadata.ownerReferences ?? [])
      if (this.#isLeaving(owner.uid)) this.#queue.add(owner.uid);
  }

  #visit(uid: string): void {
    const found = this.#byUid.get(uid);
    if (found === undefined) return;
    const { metadata } = found.object;
    if (metadata.deletionTimestamp !== undefined) {
      const finalizers = metadata.finalizers ?? [];
      if (finalizers.includes(ORPHAN)) this.#setDependentsFree(found);
      else if (finalizers.includes(FOREGROUND)) this.#deleteDependents(found);
      return;
    }
    this.#judge(found);
  }

  /** Deletes an object that none of its owners keeps. */
  #judge(found: Found): void {
    const references = found.object.metadata.ownerReferences ?? [];
    if (references.length === 0) return;
    const owners = references.map((reference) => ({ reference, owner: this.#ownerOf(found, reference) }));
    const keeping = owners.filter(({ owner }) => owner !== undefined && !waitsForDependents(owner.object.metadata));
    const leaving = owners.filter(
      ({ owner, reference }) =>
        owner !== undefined && waitsForDependents(owner.object.metadata) && reference.blockOwnerDeletion === true,
    );
    if (keeping.length > 0) {
      const kept = keeping.map(({ reference }) => reference);
      if (kept.length < references.length) this.#setOwners(found, kept);
      return;
    }
    // An owner that waits but is not blocked by this one is not gone yet; its own deletion will bring us back.
    const stillThere = owners.some(({ owner }) => owner !== undefined);
    if (leaving.length === 0 && stillThere) return;
    const hasDependents = [...(this.#dependents.get(found.object.metadata.uid) ?? [])].length > 0;
    this.#delete(
      found,
      leaving.length > 0 && hasDependents ? { propagationPolicy: 'Foreground' } : this.#policyOf(found),
    );
  }

  #policyOf(found: Found): DeleteOptions {
    const finalizers = found.object.metadata.finalizers ?? [];
    if (finalizers.includes(ORPHAN)) return { propagationPolicy: 'Orphan' };
    return { propagationPolicy: finalizers.includes(FOREGROUND) ? 'Foreground' : 'Background' };
  }

  #deleteDependents(owner: Found): void {
    const blocking = this.#dependentsOf(owner).filter(({ object }) =>
      object.metadata.ownerReferences?.some(
        (reference) => reference.uid === owner.object.metadata.uid && reference.blockOwnerDeletion === true,
      ),
    );
    if (blocking.length === 0) {
      this.#removeFinalizer(owner, FOREGROUND);
      return;
    }
    for (const dependent of blocking)
      if (dependent.object.metadata.deletionTimestamp === undefined) this.#queue.add(dependent.object.metadata.uid);
  }

  #setDependentsFree(owner: Found): void {
    for (const dependent of this.#dependentsOf(owner)) {
      this.#setOwners(
        dependent,
        (dependent.object.metadata.ownerReferences ?? []).filter(
          (reference) => reference.uid !== owner.object.metadata.uid,
        ),
      );
    }
    this.#removeFinalizer(owner, ORPHAN);
  }

  #dependentsOf(owner: Found): Found[] {
    const uids = [...(this.#dependents.get(owner.object.metadata.uid) ?? [])];
    return uids.map((uid) => this.#byUid.get(uid)).filter((found) => found !== undefined);
  }

  /** The owner that a reference means, or `undefined` when there is none: another uid or another namespace counts as absent. */
  #ownerOf(found: Found, reference: OwnerReference): Found | undefined {
    const owner = this.#byUid.get(reference.uid);
    if (owner === undefined || owner.place.name !== reference.name || owner.object.kind !== reference.kind)
      return undefined;
    const { namespace } = owner.place;
    return namespace === '' || namespace === found.place.namespace ? owner : undefined;
  }

  #isLeaving(uid: string): boolean {
    const found = this.#byUid.get(uid);
    return found !== undefined && waitsForDependents(found.object.metadata);
  }

  #setOwners(found: Found, ownerReferences: OwnerReference[]): void {
    this.#edit(found, { ownerReferences });
  }

  #removeFinalizer(found: Found, finalizer: string): void {
    this.#edit(found, { finalizers: (found.object.metadata.finalizers ?? []).filter((other) => other !== finalizer) });
  }

  #edit(
    { place }: Found,
    change: Pick<NonNullable<KubernetesObject['metadata']>, 'finalizers' | 'ownerReferences'>,
  ): void {
    const current = this.#server.operations.find(place);
    if (current === undefined) return;
    const draft: DraftObject = { ...current, metadata: { ...current.metadata, ...change } };
    this.#server.operations.replace(place, current, draft, 'main', CONTEXT);
  }

  #delete({ place, object }: Found, options: DeleteOptions): void {
    const current = this.#server.operations.find(place);
    if (current?.metadata.uid !== object.metadata.uid || current.metadata.deletionTimestamp !== undefined) return;
    this.#server.operations.delete(place, options, CONTEXT);
  }

  #typeOf(resource: string): ResourceType | undefined {
    return this.#server.registry.all().find((type) => storageKey(type) === resource);
  }
}

function waitsForDependents(metadata: StoredMeta): boolean {
  return metadata.deletionTimestamp !== undefined && (metadata.finalizers ?? []).includes(FOREGROUND);
}
