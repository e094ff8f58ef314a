// SPDX-License-Identifier: Apache-2.0
// How far a rolling update may exceed or fall below the wanted number of pods.

import type { Deployment } from '../../kubernetes/objects.ts';
import { at } from '../../runtime/json.ts';

export interface RollingLimits {
  readonly maxSurge: number;
  readonly maxUnavailable: number;
}

/** Percentages of the surge are rounded up, those of the unavailable down; both zero would stand still, so then one may be missing. */
export function rollingLimits(deployment: Deployment): RollingLimits {
  if (at(deployment, ['spec', 'strategy', 'type']) === 'Recreate') return { maxSurge: 0, maxUnavailable: 0 };
  const replicas = deployment.spec?.replicas ?? 1;
  const rolling = (name: string): unknown => at(deployment, ['spec', 'strategy', 'rollingUpdate', name]) ?? '25%';
  const maxSurge = amount(rolling('maxSurge'), replicas, Math.ceil);
  const maxUnavailable = amount(rolling('maxUnavailable'), replicas, Math.floor);
  return { maxSurge, maxUnavailable: Math.min(replicas, maxSurge === 0 && maxUnavailable === 0 ? 1 : maxUnavailable) };
}

function amount(value: unknown, replicas: number, round: (value: number) => number): number {
  if (typeof value === 'number') return value;
  const percent = /^(\d+)%$/.exec(String(value));
  return percent === null ? 0 : round((replicas * Number(percent[1])) / 100);
}
