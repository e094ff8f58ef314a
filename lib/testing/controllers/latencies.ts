// SPDX-License-Identifier: Apache-2.0
// How long the parts of a cluster take, in milliseconds on the clock. The defaults were measured on a real, lightly loaded cluster.

/** Milliseconds. */
export interface ClusterLatencies {
  /** From a change until a controller acts on it. */
  readonly controller: number;
  /** From a deletion until the garbage collector acts on it. */
  readonly garbageCollection: number;
  /** From a pod's creation until it has a node. */
  readonly schedule: number;
  /** From a pod's arrival on its node until its containers run. */
  readonly podStart: number;
  /** From the end of a pod's processes being asked for until they have ended. */
  readonly termination: number;
  /** Until the kubelet tries again to mount a volume; doubles up to {@link mountRetryLimit}. */
  readonly mountRetry: number;
  readonly mountRetryLimit: number;
  /** The back-off of image pulls and of restarts; doubles up to {@link backOffLimit}. */
  readonly backOff: number;
  readonly backOffLimit: number;
  /** How long a pull of an image that does not exist takes to fail. */
  readonly failedPull: number;
}

/** Those of a small, not very busy cluster. */
export const DEFAULT_LATENCIES: ClusterLatencies = {
  controller: 10,
  garbageCollection: 30,
  schedule: 10,
  podStart: 500,
  termination: 1000,
  mountRetry: 500,
  mountRetryLimit: 122_000,
  backOff: 10_000,
  backOffLimit: 300_000,
  failedPull: 300,
};
