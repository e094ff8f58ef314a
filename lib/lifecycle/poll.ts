// SPDX-License-Identifier: Apache-2.0
// How soon to look again at what sends no events, which is Flink. Kubernetes tells by itself.

/** The shortest time between two looks, in milliseconds. */
export const SHORTEST_POLL = 250;

/** The longer something lasts the less a moment matters: at most a two-hundredth of the time it has lasted, never above `longest`. */
export function pollInterval(lastedMs: number, longest: number): number {
  return Math.min(Math.max(SHORTEST_POLL, lastedMs / 200), Math.max(longest, 1));
}
