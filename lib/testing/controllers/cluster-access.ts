// SPDX-License-Identifier: Apache-2.0
// How a controller reads and writes: straight at the server's operations, in one step and under its own name. A controller of the real
// cluster retries after a conflict; here there can be none.

import type { KubernetesObject, OwnerReference, Stored } from '../../kubernetes/objects.ts';
import type { DeleteOptions } from '../api-server/finalizers.ts';
import { copy } from '../../runtime/json.ts';
import type { Place } from '../api-server/operations.ts';
import { internalContext } from '../api-server/request-context.ts';
import type { RequestContext } from '../api-server/request-context.ts';
import type { InMemoryApiServer } from '../api-server/server.ts';
import type { DraftObject } from '../api-server/stored-object.ts';

export class ClusterAccess {
  readonly server: InMemoryApiServer;
  readonly #context: RequestContext;

  constructor(server: InMemoryApiServer, component: string) {
    this.server = server;
    this.#context = internalContext(component);
  }

  find<T extends KubernetesObject>(resource: string, namespace: string, name: string): Stored<T> | undefined {
    return this.server.operations.find(this.#place(resource, namespace, name)) as Stored<T> | undefined;
  }

  /** The stored objects themselves: not to be changed. */
  list<T extends KubernetesObject>(resource: string, namespace: string): Stored<T>[] {
    const all = this.server.operations.all(this.server.registry.byName(resource));
    return all.filter((object) => object.metadata.namespace === namespace) as unknown as Stored<T>[];
  }

  /** The objects of which `owner` is the controller. */
  controlledBy<T extends KubernetesObject>(resource: string, owner: Stored<KubernetesObject>): Stored<T>[] {
    return this.list<T>(resource, owner.metadata.namespace ?? '').filter(
      (object) => controllerOf(object)?.uid === owner.metadata.uid,
    );
  }

  create<T extends KubernetesObject>(resource: string, namespace: string, object: T): Stored<T> {
    const type = this.server.registry.byName(resource);
    return this.server.operations.create(
      type,
      namespace,
      object as unknown as DraftObject,
      this.#context,
    ) as unknown as Stored<T>;
  }

  /** Changes an object, or its status, in place of a read, a change and a PUT; nothing happens when it is gone. */
  edit<T extends KubernetesObject>(
    resource: string,
    namespace: string,
    name: string,
    part: 'main' | 'status',
    change: (object: Stored<T>) => void,
  ): Stored<T> | undefined {
    const place = this.#place(resource, namespace, name);
    const before = this.server.operations.find(place);
    if (before === undefined) return undefined;
    const draft = copy(before) as unknown as Stored<T>;
    change(draft);
    return this.server.operations.replace(
      place,
      before,
      draft as unknown as DraftObject,
      part,
      this.#context,
    ) as unknown as Stored<T>;
  }

  delete(resource: string, namespace: string, name: string, options: DeleteOptions = {}): void {
    const place = this.#place(resource, namespace, name);
    if (this.server.operations.find(place) !== undefined) this.server.operations.delete(place, options, this.#context);
  }

  #place(resource: string, namespace: string, name: string): Place {
    return { type: this.server.registry.byName(resource), namespace, name };
  }
}

export function controllerOf(object: KubernetesObject): OwnerReference | undefined {
  return object.metadata?.ownerReferences?.find((reference) => reference.controller === true);
}
