// SPDX-License-Identifier: Apache-2.0
// Questions about a pod that several controllers ask in the same way.

import type { Condition, Pod } from '../../kubernetes/objects.ts';

/** Neither finished nor about to go: a pod that counts. */
export function isActive(pod: Pod): boolean {
  return (
    pod.metadata?.deletionTimestamp === undefined && pod.status?.phase !== 'Succeeded' && pod.status?.phase !== 'Failed'
  );
}

export function isReady(pod: Pod): boolean {
  return (
    pod.status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') ?? false
  );
}

/** `conditions` with one set; its transition time is kept while its status is the same. */
export function withCondition(conditions: readonly Condition[], condition: Condition): Condition[] {
  const current = conditions.find((other) => other.type === condition.type);
  const kept: Condition =
    current?.status === condition.status && current.lastTransitionTime !== undefined
      ? { ...condition, lastTransitionTime: current.lastTransitionTime }
      : condition;
  return current === undefined
    ? [...conditions, kept]
    : conditions.map((other) => (other.type === condition.type ? kept : other));
}
