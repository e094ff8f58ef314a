// SPDX-License-Identifier: Apache-2.0
// Times as Kubernetes writes them: UTC, in whole seconds. Leases and newer events have microseconds; these are not made here.

/** `2026-01-01T00:00:00Z`; the fraction is dropped, not rounded. */
export function timestamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
