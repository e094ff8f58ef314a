// SPDX-License-Identifier: Apache-2.0
// What a simulated container is told by, and may tell to, the kubelet that runs it. The shape is the in-memory Kubernetes' own; this is
// the part of it that Flink needs.

import type { Pod } from '../../kubernetes/objects.ts';

/** The kubelet's side of one container. */
export interface ContainerContext {
  /** The container has become ready. */
  ready(): void;
  /** The process ended by itself. */
  exit(code: number, reason?: string): void;
  /** Aborts when the container is stopped from outside; nothing of it may happen afterwards. */
  readonly signal: AbortSignal;
}
