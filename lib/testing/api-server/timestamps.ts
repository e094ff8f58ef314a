// SPDX-License-Identifier: Apache-2.0
// Kubernetes writes times in whole seconds, UTC, and Leases in microseconds.

/** `2026-01-01T00:00:00Z`; the fraction is dropped, not rounded. */
export function timestamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
