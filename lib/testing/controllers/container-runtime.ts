// SPDX-License-Identifier: Apache-2.0
// What runs in a pod. The kubelet calls it when a container has started and tells it when to end; a simulated Flink is one, an idle
// process another.

import type { Clock } from '../../runtime/clock.ts';
import { sleep } from '../../runtime/clock.ts';
import type { Pod, Stored } from '../../kubernetes/objects.ts';

/** What a container's process may do. After {@link signal} has aborted, or after `exit`, every call is ignored. */
export interface ContainerContext {
  /** Merges into the pod's status, e.g. a `podIP` of its own. */
  setStatus(patch: Record<string, unknown>): void;
  /** The probes succeed from now on: the container is started and ready. */
  ready(): void;
  /** The readiness probe fails from now on. */
  unready(): void;
  /** The process ends by itself. `reason` is what the kubelet shows; default `Completed` for 0, `Error` otherwise. */
  exit(code: number, reason?: string): void;
  /** Aborts when the container must end: the pod is deleted, killed or evicted. */
  readonly signal: AbortSignal;
  /** 0 at the first start. */
  readonly restartCount: number;
}

/** Something that runs pods. All containers of a pod start and end together. */
export interface ContainerRuntime {
  /** Called each time the containers of `pod` start; `pod` is a copy. Must not throw. */
  start(pod: Stored<Pod>, context: ContainerContext): void;
}

/** Containers that do nothing but become ready after `readyAfterMs`. */
export class IdleRuntime implements ContainerRuntime {
  readonly #clock: Clock;
  readonly #readyAfterMs: number;

  constructor(clock: Clock, readyAfterMs = 0) {
    this.#clock = clock;
    this.#readyAfterMs = readyAfterMs;
  }

  start(_pod: Stored<Pod>, context: ContainerContext): void {
    sleep(this.#clock, this.#readyAfterMs, context.signal).then(
      () => context.ready(),
      // Ended before it was ready.
      () => undefined,
    );
  }
}
