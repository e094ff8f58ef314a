// SPDX-License-Identifier: Apache-2.0
// The ReplicaSet controller: as many active pods as asked for, and a count of them. Pods are never adopted; they belong to the set that made them.

import { keyOf, objectKey, parseKey } from '../../kubernetes/object-key.ts';
import type { KubernetesObject, Pod, PodTemplateSpec, Stored } from '../../kubernetes/objects.ts';
import { storageKey } from '../api-server/resource-type.ts';
import type { InMemoryApiServer } from '../api-server/server.ts';
import { ClusterAccess, controllerOf } from './cluster-access.ts';
import { ClusterEvents } from './cluster-events.ts';
import { isActive, isReady } from './pod-conditions.ts';
import { WorkQueue } from './work-queue.ts';

export interface ReplicaSet extends KubernetesObject {
  apiVersion?: 'apps/v1';
  kind?: 'ReplicaSet';
  spec: { replicas: number; selector: { matchLabels: Record<string, string> }; template: PodTemplateSpec };
  status?: {
    replicas: number;
    fullyLabeledReplicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
    observedGeneration?: number;
  };
}

const COMPONENT = 'replicaset-controller';

export class ReplicaSetController {
  readonly #access: ClusterAccess;
  readonly #events: ClusterEvents;
  readonly #queue: WorkQueue;
  readonly #stop: () => void;

  constructor(server: InMemoryApiServer, delayMs: number) {
    this.#access = new ClusterAccess(server, COMPONENT);
    this.#events = new ClusterEvents(server, COMPONENT);
    this.#queue = new WorkQueue({ clock: server.clock, delayMs, work: (key) => this.#sync(key) });
    const sets = storageKey(server.registry.byName('replicasets'));
    const pods = storageKey(server.registry.byName('pods'));
    this.#stop = server.onChange((change) => {
      if (change.resource === sets) this.#queue.add(objectKey(change.object));
      if (change.resource !== pods) return;
      const owner = controllerOf(change.object);
      if (owner?.kind === 'ReplicaSet') this.#queue.add(keyOf(change.object.metadata.namespace, owner.name));
    });
  }

  stop(): void {
    this.#stop();
    this.#queue.stop();
  }

  #sync(key: string): void {
    const { namespace = '', name } = parseKey(key);
    const set = this.#access.find<ReplicaSet>('replicasets', namespace, name);
    if (set === undefined) return;
    const pods = this.#access.controlledBy<Pod>('pods', set).filter(isActive);
    // The status tells what was found, before anything is done about it; the change comes back through the watch.
    this.#writeStatus(set, pods);
    if (set.metadata.deletionTimestamp !== undefined) return;
    const missing = set.spec.replicas - pods.length;
    for (let count = 0; count < missing; count++) this.#createPod(set);
    if (missing < 0) for (const pod of pods.sort(leastUseful).slice(0, -missing)) this.#deletePod(set, pod);
  }

  #createPod(set: Stored<ReplicaSet>): void {
    const { metadata, spec } = set.spec.template;
    const namespace = set.metadata.namespace ?? '';
    const pod = this.#access.create<Pod>('pods', namespace, {
      metadata: {
        generateName: `${set.metadata.name}-`,
        ...(metadata?.labels === undefined ? {} : { labels: metadata.labels }),
        ...(metadata?.annotations === undefined ? {} : { annotations: metadata.annotations }),
        ...(metadata?.finalizers === undefined ? {} : { finalizers: metadata.finalizers }),
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'ReplicaSet',
            name: set.metadata.name,
            uid: set.metadata.uid,
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      },
      ...(spec === undefined ? {} : { spec }),
    });
    this.#events.write(set, 'Normal', 'SuccessfulCreate', `Created pod: ${pod.metadata.name}`);
  }

  #deletePod(set: Stored<ReplicaSet>, pod: Stored<Pod>): void {
    this.#access.delete('pods', pod.metadata.namespace ?? '', pod.metadata.name);
    this.#events.write(set, 'Normal', 'SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`);
  }

  #writeStatus(set: Stored<ReplicaSet>, pods: Stored<Pod>[]): void {
    const ready = pods.filter(isReady).length;
    this.#access.edit<ReplicaSet>(
      'replicasets',
      set.metadata.namespace ?? '',
      set.metadata.name,
      'status',
      (object) => {
        object.status = {
          replicas: pods.length,
          ...(pods.length > 0 ? { fullyLabeledReplicas: pods.length } : {}),
          ...(ready > 0 ? { readyReplicas: ready, availableReplicas: ready } : {}),
          observedGeneration: set.metadata.generation ?? 1,
        };
      },
    );
  }
}

/** Pods that are of no use yet go first, then the youngest. */
function leastUseful(a: Stored<Pod>, b: Stored<Pod>): number {
  return (
    Number(isReady(a)) - Number(isReady(b)) ||
    (b.metadata.creationTimestamp ?? '').localeCompare(a.metadata.creationTimestamp ?? '') ||
    a.metadata.name.localeCompare(b.metadata.name)
  );
}
