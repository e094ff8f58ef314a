// SPDX-License-Identifier: Apache-2.0
// How the state of a pod's containers looks in its status.

import type { Condition, Container, ContainerStatus } from '../../kubernetes/objects.ts';
import { withCondition } from './pod-conditions.ts';

export interface Terminated {
  readonly exitCode: number;
  readonly reason: string;
  readonly startedAt: string;
  readonly finishedAt: string;
}

/** All containers of a pod share one state. */
export type ContainersState =
  | { readonly kind: 'waiting'; readonly reason: string; readonly message?: string }
  | { readonly kind: 'running'; readonly startedAt: string; readonly started: boolean; readonly ready: boolean }
  | { readonly kind: 'terminated'; readonly terminated: Terminated };

export function containerStatuses(
  containers: readonly Container[],
  state: ContainersState,
  last: Terminated | undefined,
  restartCount: number,
): ContainerStatus[] {
  const shown = stateOf(state);
  const before = state.kind === 'terminated' ? undefined : last;
  return containers.map((container) => ({
    name: container.name,
    state: shown,
    lastState: before === undefined ? {} : { terminated: { ...before } },
    ready: state.kind === 'running' && state.ready,
    started: state.kind === 'running' && state.started,
    restartCount,
    image: container.image ?? '',
    imageID: '',
  }));
}

function stateOf(state: ContainersState): Record<string, unknown> {
  if (state.kind === 'waiting')
    return { waiting: { reason: state.reason, ...(state.message === undefined ? {} : { message: state.message }) } };
  if (state.kind === 'running') return { running: { startedAt: state.startedAt } };
  return { terminated: { ...state.terminated } };
}

export function podConditions(
  before: readonly Condition[],
  state: ContainersState,
  containers: readonly Container[],
  phase: string | undefined,
  now: string,
): Condition[] {
  const ready = state.kind === 'running' && state.ready;
  const done = phase === 'Succeeded' || phase === 'Failed';
  const names = containers.map((container) => container.name).join(' ');
  const why = done
    ? { reason: phase === 'Succeeded' ? 'PodCompleted' : 'PodFailed' }
    : { reason: 'ContainersNotReady', message: `containers with unready status: [${names}]` };
  const readiness = ready ? { status: 'True' } : { status: 'False', ...why };
  const sandbox = state.kind === 'waiting' && state.reason === 'ContainerCreating' ? 'False' : done ? 'False' : 'True';
  const wanted: Condition[] = [
    { type: 'PodReadyToStartContainers', status: sandbox, lastTransitionTime: now },
    { type: 'Initialized', status: 'True', lastTransitionTime: now },
    { type: 'Ready', ...readiness, lastTransitionTime: now },
    { type: 'ContainersReady', ...readiness, lastTransitionTime: now },
    { type: 'PodScheduled', status: 'True', lastTransitionTime: now },
  ];
  return wanted.reduce<Condition[]>((conditions, condition) => withCondition(conditions, condition), [...before]);
}
