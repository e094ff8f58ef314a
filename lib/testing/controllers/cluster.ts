// SPDX-License-Identifier: Apache-2.0
// Everything that runs in a cluster besides the API server: the controllers that Flinkwright's objects meet, a node, and what a network would
// need to know. Jobs, StatefulSets and autoscalers are stored but not run.

import type { Pod, Service, Stored } from '../../kubernetes/objects.ts';
import type { InMemoryApiServer } from '../api-server/server.ts';
import type { ContainerRuntime } from './container-runtime.ts';
import { IdleRuntime } from './container-runtime.ts';
import { DeploymentController } from './deployment-controller.ts';
import { GarbageCollector } from './garbage-collector.ts';
import { Kubelet } from './kubelet.ts';
import { DEFAULT_LATENCIES } from './latencies.ts';
import type { ClusterLatencies } from './latencies.ts';
import { NamespaceController } from './namespace-controller.ts';
import { isReady } from './pod-conditions.ts';
import { ReplicaSetController } from './replica-set-controller.ts';

/** What runs in the cluster, and how fast. */
export interface ClusterOptions {
  /** What runs in the pods; default: containers that do nothing and are ready at once. */
  readonly runtime?: ContainerRuntime;
  /** Milliseconds; what is left out has its default. */
  readonly latencies?: Partial<ClusterLatencies>;
  /** Images that cannot be pulled; may be changed later through {@link Cluster.brokenImages}. */
  readonly brokenImages?: Iterable<string>;
  /** Default `node-1`. */
  readonly nodeName?: string;
}

/** The controllers and the node of an {@link InMemoryApiServer}. Runs from its construction until {@link stop}. */
export class Cluster {
  /** Images that cannot be pulled, to be changed at any time. */
  readonly brokenImages: Set<string>;
  readonly #server: InMemoryApiServer;
  readonly #kubelet: Kubelet;
  readonly #parts: readonly { stop(): void }[];

  constructor(server: InMemoryApiServer, options: ClusterOptions = {}) {
    const latencies = { ...DEFAULT_LATENCIES, ...options.latencies };
    const nodeName = options.nodeName ?? 'node-1';
    this.#server = server;
    this.brokenImages = new Set(options.brokenImages);
    server.apply({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: nodeName },
      status: {
        conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady' }],
        addresses: [{ type: 'InternalIP', address: '10.0.0.1' }],
        allocatable: { cpu: '1000', memory: '4000Gi', pods: '10000' },
      },
    } as never);
    this.#kubelet = new Kubelet(server, {
      runtime: options.runtime ?? new IdleRuntime(server.clock),
      latencies,
      isBroken: (image) => this.brokenImages.has(image),
      nodeName,
    });
    this.#parts = [
      new DeploymentController(server, latencies.controller),
      new ReplicaSetController(server, latencies.controller),
      this.#kubelet,
      new GarbageCollector(server, latencies.garbageCollection),
      new NamespaceController(server, latencies.controller),
    ];
  }

  /** The pods that answer behind a Service: ready, not about to go, and selected by it. Empty when there is no such Service. */
  serviceIsReachable(namespace: string, service: string): Stored<Pod>[] {
    const selector = this.#server.get<Service>('services', namespace, service)?.spec?.selector;
    if (selector === undefined) return [];
    const wanted = Object.entries(selector);
    return this.#server
      .list<Pod>('pods', namespace)
      .filter(
        (pod) =>
          isReady(pod) &&
          pod.metadata.deletionTimestamp === undefined &&
          wanted.every(([key, value]) => pod.metadata.labels?.[key] === value),
      );
  }

  /** Ends a pod's containers from outside; by default as the OOM killer does. */
  killPod(namespace: string, name: string, exitCode = 137, reason = 'OOMKilled'): void {
    this.#kubelet.kill(namespace, name, exitCode, reason);
  }

  /** Stops everything: no timer is left, and pods get no further. */
  stop(): void {
    for (const part of this.#parts) part.stop();
  }
}
