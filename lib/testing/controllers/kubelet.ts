// SPDX-License-Identifier: Apache-2.0
// Scheduler and kubelet of a cluster with one node that has room for everything: gives each pod a node and a life. What the containers do is
// the runtime's business.

import type { Pod, Stored } from '../../kubernetes/objects.ts';
import { storageKey } from '../api-server/resource-type.ts';
import type { InMemoryApiServer } from '../api-server/server.ts';
import type { Change } from '../api-server/store.ts';
import { ClusterAccess } from './cluster-access.ts';
import { ClusterEvents } from './cluster-events.ts';
import type { ContainerRuntime } from './container-runtime.ts';
import type { ClusterLatencies } from './latencies.ts';
import { PodLife } from './pod-life.ts';

export interface KubeletOptions {
  readonly runtime: ContainerRuntime;
  readonly latencies: ClusterLatencies;
  /** Whether an image cannot be pulled. */
  readonly isBroken: (image: string) => boolean;
  readonly nodeName: string;
}

export class Kubelet {
  readonly #server: InMemoryApiServer;
  readonly #access: ClusterAccess;
  readonly #events: ClusterEvents;
  readonly #schedulerEvents: ClusterEvents;
  readonly #options: KubeletOptions;
  readonly #lives = new Map<string, PodLife>();
  readonly #stop: () => void;
  #address = 1;
  #stopped = false;

  constructor(server: InMemoryApiServer, options: KubeletOptions) {
    this.#server = server;
    this.#options = options;
    this.#access = new ClusterAccess(server, 'kubelet');
    this.#events = new ClusterEvents(server, 'kubelet');
    this.#schedulerEvents = new ClusterEvents(server, 'default-scheduler');
    const pods = storageKey(server.registry.byName('pods'));
    this.#stop = server.onChange((change) => {
      if (change.resource === pods) this.#see(change);
    });
    for (const pod of server.operations.all(server.registry.byName('pods')))
      this.#see({ type: 'ADDED', resource: pods, object: pod, version: 0 });
  }

  stop(): void {
    this.#stopped = true;
    this.#stop();
    for (const life of this.#lives.values()) life.stop();
    this.#lives.clear();
  }

  /** Ends the containers of a pod from outside, as the OOM killer does; they are restarted as the pod's restart policy says. */
  kill(namespace: string, name: string, exitCode: number, reason: string): void {
    const uid = this.#access.find('pods', namespace, name)?.metadata.uid ?? '';
    const life = this.#lives.get(uid);
    if (life === undefined) throw new Error(`pod ${namespace}/${name} does not run: there is nothing to kill`);
    life.exit(exitCode, reason);
  }

  #see(change: Change): void {
    const pod = change.object as unknown as Stored<Pod>;
    const { uid } = pod.metadata;
    const life = this.#lives.get(uid);
    if (change.type === 'DELETED') {
      life?.stop();
      this.#lives.delete(uid);
    } else if (pod.metadata.deletionTimestamp !== undefined) {
      life?.terminate(pod.metadata.deletionGracePeriodSeconds ?? 0);
    } else if (pod.spec?.['nodeName'] === undefined) {
      if (change.type === 'ADDED')
        this.#server.clock.setTimer(() => this.#schedule(pod), this.#options.latencies.schedule);
    } else if (
      life === undefined &&
      change.before?.['status'] !== change.object['status'] &&
      pod.status?.phase === 'Pending'
    ) {
      this.#begin(pod);
    }
  }

  #schedule({ metadata: { namespace = '', name, uid } }: Stored<Pod>): void {
    const pod = this.#access.find<Pod>('pods', namespace, name);
    if (this.#stopped || pod?.metadata.uid !== uid || pod.metadata.deletionTimestamp !== undefined) return;
    const { nodeName } = this.#options;
    this.#access.edit<Pod>('pods', namespace, name, 'main', (object) => {
      object.spec = { ...object.spec, nodeName };
    });
    this.#schedulerEvents.write(
      pod,
      'Normal',
      'Scheduled',
      `Successfully assigned ${namespace}/${name} to ${nodeName}`,
    );
    const scheduled = this.#access.find<Pod>('pods', namespace, name);
    if (scheduled !== undefined) this.#begin(scheduled);
  }

  #begin(pod: Stored<Pod>): void {
    if (this.#lives.has(pod.metadata.uid)) return;
    this.#address++;
    const life = new PodLife({
      access: this.#access,
      events: this.#events,
      clock: this.#server.clock,
      runtime: this.#options.runtime,
      latencies: this.#options.latencies,
      isBroken: this.#options.isBroken,
      podIp: `10.244.${Math.floor(this.#address / 250)}.${(this.#address % 250) + 1}`,
      pod,
    });
    this.#lives.set(pod.metadata.uid, life);
    life.begin();
  }
}
