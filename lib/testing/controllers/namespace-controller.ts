// SPDX-License-Identifier: Apache-2.0
// Deleting a namespace: everything in it is deleted, and when nothing is left, so is the namespace.

import { internalContext } from '../api-server/request-context.ts';
import { storageKey } from '../api-server/resource-type.ts';
import type { InMemoryApiServer } from '../api-server/server.ts';
import { WorkQueue } from './work-queue.ts';

const CONTEXT = internalContext('namespace-controller');

export class NamespaceController {
  readonly #server: InMemoryApiServer;
  readonly #queue: WorkQueue;
  readonly #stop: () => void;

  constructor(server: InMemoryApiServer, delayMs: number) {
    this.#server = server;
    this.#queue = new WorkQueue({ clock: server.clock, delayMs, work: (name) => this.#sync(name) });
    const namespaces = storageKey(server.registry.byName('namespaces'));
    this.#stop = server.onChange((change) => {
      if (change.resource === namespaces) this.#queue.add(change.object.metadata.name);
      else if (change.type === 'DELETED' && change.object.metadata.namespace !== undefined)
        this.#queue.add(change.object.metadata.namespace);
    });
  }

  stop(): void {
    this.#stop();
    this.#queue.stop();
  }

  #sync(name: string): void {
    const { operations, registry } = this.#server;
    const place = { type: registry.byName('namespaces'), namespace: '', name };
    const namespace = operations.find(place);
    if (namespace?.metadata.deletionTimestamp === undefined) return;
    let left = 0;
    for (const type of registry.all().filter((each) => each.namespaced)) {
      for (const object of operations.all(type)) {
        if (object.metadata.namespace !== name) continue;
        operations.delete(
          { type, namespace: name, name: object.metadata.name },
          { propagationPolicy: 'Background' },
          CONTEXT,
        );
        if (operations.find({ type, namespace: name, name: object.metadata.name }) !== undefined) left++;
      }
    }
    if (left === 0 && (namespace.metadata.finalizers ?? []).length === 0) operations.remove(place);
  }
}
