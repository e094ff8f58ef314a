// SPDX-License-Identifier: Apache-2.0
// The status of a Deployment: counts, and the two conditions that everybody looks at. Pure; the order in which conditions stand is the real
// one's too.

import type { Condition, Deployment, Stored } from '../../kubernetes/objects.ts';
import { timestamp } from '../../kubernetes/timestamp.ts';
import { rollingLimits } from './rolling-limits.ts';
import type { ReplicaSet } from './replica-set-controller.ts';

type DeploymentStatus = NonNullable<Deployment['status']> & { updatedReplicas?: number; unavailableReplicas?: number };

/** Sets a condition: a new reason is an update, only a new status is a transition. A condition that says the same stays as it is. */
export function setCondition(
  conditions: readonly Condition[],
  next: { type: string; status: 'True' | 'False'; reason: string; message: string },
  nowMs: number,
): Condition[] {
  const current = conditions.find((condition) => condition.type === next.type);
  if (current?.status === next.status && current.reason === next.reason) return [...conditions];
  const now = timestamp(nowMs);
  const lastTransitionTime = current?.status === next.status ? (current.lastTransitionTime ?? now) : now;
  const { type, status, reason, message } = next;
  return [
    ...conditions.filter((condition) => condition.type !== type),
    { type, status, lastUpdateTime: now, lastTransitionTime, reason, message },
  ];
}

export interface StatusInput {
  readonly deployment: Stored<Deployment>;
  readonly sets: readonly Stored<ReplicaSet>[];
  /** The set of the current template, when there is one. */
  readonly current: Stored<ReplicaSet> | undefined;
  readonly nowMs: number;
}

/** The status that follows from the sets as they are. */
export function deploymentStatus({ deployment, sets, current, nowMs }: StatusInput): DeploymentStatus {
  const before = (deployment.status ?? {}) as DeploymentStatus;
  const sum = (count: (set: Stored<ReplicaSet>) => number | undefined): number =>
    sets.reduce((total, set) => total + (count(set) ?? 0), 0);
  const wanted = deployment.spec?.replicas ?? 1;
  const replicas = sum((set) => set.status?.replicas);
  const ready = sum((set) => set.status?.readyReplicas);
  const available = sum((set) => set.status?.availableReplicas);
  const updated = current?.status?.replicas ?? 0;
  const unavailable = Math.max(0, sum((set) => set.spec.replicas) - available);
  let conditions = setCondition(
    before.conditions ?? [],
    availability(available >= wanted - rollingLimits(deployment).maxUnavailable),
    nowMs,
  );
  const progressing = conditions.find((condition) => condition.type === 'Progressing');
  const name = current?.metadata.name ?? '';
  const finishedBefore = replicas === updated && progressing?.reason === 'NewReplicaSetAvailable';
  if (!finishedBefore && current !== undefined) {
    const complete = updated === wanted && replicas === wanted && available === wanted;
    const progressed =
      updated > (before.updatedReplicas ?? 0) ||
      replicas - updated < (before.replicas ?? 0) - (before.updatedReplicas ?? 0) ||
      ready > (before.readyReplicas ?? 0) ||
      available > (before.availableReplicas ?? 0);
    if (complete) {
      conditions = setCondition(
        conditions,
        progress('True', 'NewReplicaSetAvailable', `ReplicaSet "${name}" has successfully progressed.`),
        nowMs,
      );
    } else if (progressed) {
      // Progress restarts the deadline even when the condition already says so.
      conditions = touch(
        conditions,
        progress('True', 'ReplicaSetUpdated', `ReplicaSet "${name}" is progressing.`),
        nowMs,
      );
    } else if (isTimedOut(deployment, conditions, nowMs)) {
      conditions = setCondition(
        conditions,
        progress('False', 'ProgressDeadlineExceeded', `ReplicaSet "${name}" has timed out progressing.`),
        nowMs,
      );
    }
  }
  return {
    observedGeneration: deployment.metadata.generation ?? 1,
    ...(replicas > 0 ? { replicas } : {}),
    ...(updated > 0 ? { updatedReplicas: updated } : {}),
    ...(ready > 0 ? { readyReplicas: ready } : {}),
    ...(available > 0 ? { availableReplicas: available } : {}),
    ...(unavailable > 0 ? { unavailableReplicas: unavailable } : {}),
    conditions,
  };
}

/** Milliseconds until the progress deadline passes, or `undefined` when nothing is being waited for. */
export function untilDeadline(
  deployment: Deployment,
  conditions: readonly Condition[],
  nowMs: number,
): number | undefined {
  const progressing = conditions.find((condition) => condition.type === 'Progressing');
  const seconds = deployment.spec?.['progressDeadlineSeconds'];
  if (progressing === undefined || typeof seconds !== 'number') return undefined;
  if (progressing.reason === 'NewReplicaSetAvailable' || progressing.reason === 'ProgressDeadlineExceeded')
    return undefined;
  return Date.parse(progressing.lastUpdateTime ?? '') + seconds * 1000 - nowMs;
}

function isTimedOut(deployment: Deployment, conditions: readonly Condition[], nowMs: number): boolean {
  const left = untilDeadline(deployment, conditions, nowMs);
  return left !== undefined && left <= 0;
}

function availability(available: boolean): { type: string; status: 'True' | 'False'; reason: string; message: string } {
  return available
    ? {
        type: 'Available',
        status: 'True',
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      }
    : {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      };
}

function progress(
  status: 'True' | 'False',
  reason: string,
  message: string,
): { type: string; status: 'True' | 'False'; reason: string; message: string } {
  return { type: 'Progressing', status, reason, message };
}

function touch(
  conditions: readonly Condition[],
  next: { type: string; status: 'True' | 'False'; reason: string; message: string },
  nowMs: number,
): Condition[] {
  const current = conditions.find((condition) => condition.type === next.type);
  const now = timestamp(nowMs);
  const { type, status, reason, message } = next;
  const lastTransitionTime = current?.status === status ? (current.lastTransitionTime ?? now) : now;
  return [
    ...conditions.filter((condition) => condition.type !== type),
    { type, status, lastUpdateTime: now, lastTransitionTime, reason, message },
  ];
}
