// SPDX-License-Identifier: Apache-2.0
// The Events that a cluster's own components write; an equal one is counted instead of written again.

import type { CoreEvent, KubernetesObject, Stored } from '../../kubernetes/objects.ts';
import { timestamp } from '../../kubernetes/timestamp.ts';
import type { InMemoryApiServer } from '../api-server/server.ts';
import { ClusterAccess } from './cluster-access.ts';

export class ClusterEvents {
  readonly #access: ClusterAccess;
  readonly #server: InMemoryApiServer;
  readonly #component: string;
  readonly #names = new Map<string, string>();

  constructor(server: InMemoryApiServer, component: string) {
    this.#access = new ClusterAccess(server, component);
    this.#server = server;
    this.#component = component;
  }

  write(about: Stored<KubernetesObject>, type: 'Normal' | 'Warning', reason: string, message: string): void {
    const { namespace = 'default', name, uid, resourceVersion } = about.metadata;
    if (this.#access.find('namespaces', '', namespace)?.metadata.deletionTimestamp !== undefined) return;
    const now = timestamp(this.#server.clock.now());
    const key = `${uid} ${type} ${reason} ${message}`;
    const known = this.#names.get(key);
    if (known !== undefined) {
      const counted = this.#access.edit<CoreEvent>('events', namespace, known, 'main', (event) => {
        event.count = (event.count ?? 1) + 1;
        event.lastTimestamp = now;
      });
      if (counted !== undefined) return;
    }
    const event: CoreEvent & Record<string, unknown> = {
      metadata: { name: `${name}.${this.#server.random.hex(8)}`, namespace },
      involvedObject: {
        kind: about.kind ?? '',
        namespace,
        name,
        uid,
        apiVersion: about.apiVersion ?? '',
        resourceVersion,
      } as CoreEvent['involvedObject'],
      reason,
      message,
      source: { component: this.#component },
      firstTimestamp: now,
      lastTimestamp: now,
      count: 1,
      type,
      eventTime: null,
      reportingComponent: this.#component,
      reportingInstance: '',
    };
    this.#names.set(key, this.#access.create('events', namespace, event).metadata.name);
  }
}
