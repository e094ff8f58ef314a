// SPDX-License-Identifier: Apache-2.0
// `status.conditions`: `Running` as the Java operator writes it, and `Ready`, `Reconciling`, `Stalled` as the rest of the Kubernetes
// world expects them (kstatus, `kubectl wait`). The Java operator leaves the latter out when it takes over; nothing depends on them.

import type { LifecycleState } from '../api/flink-deployment.ts';
import type { Condition } from '../kubernetes/objects.ts';
import { timestamp } from '../kubernetes/timestamp.ts';
import { job } from './draft-status.ts';
import { isBeforeFirstDeployment } from './predicates.ts';
import type { Scope } from './scope.ts';

/** Lifecycle states that are an end without being ready. */
const SETTLED: readonly LifecycleState[] = ['SUSPENDED', 'ROLLED_BACK', 'FAILED'];

/** Sets the conditions from the rest of the draft; `generation` is the newest one of the resource. */
export function setConditions(scope: Scope, lifecycle: LifecycleState, rejected: boolean): void {
  const { status } = scope;
  const before = status.conditions ?? [];
  const generation = scope.input.resource.metadata?.generation ?? 0;
  const conditions: Condition[] = isBeforeFirstDeployment(status) ? [] : [running(scope)];
  const lost = scope.because.some(({ code }) => code === 'CannotRecover');
  const stalled = rejected || lost || lifecycle === 'FAILED' || status.jobManagerDeploymentStatus === 'ERROR';
  const caughtUp = status.observedGeneration === generation || rejected;
  // A stable spec says nothing of the moment: its JobManager may be lost, its job may be restarting.
  const up = status.jobStatus?.state === 'RUNNING' || status.jobStatus?.state === 'FINISHED';
  const ready = lifecycle === 'STABLE' && up && caughtUp && !rejected;
  const reason = lifecycle.charAt(0) + lifecycle.slice(1).toLowerCase();
  const why = rejected ? 'the spec is not valid; see status.error' : `lifecycle state is ${lifecycle}`;
  const own = (type: string, is: boolean): Condition => ({
    type,
    status: is ? 'True' : 'False',
    reason: rejected ? 'ValidationError' : reason,
    message: why,
    observedGeneration: generation,
  });
  conditions.push(
    own('Ready', ready),
    own('Reconciling', !stalled && !ready && !(SETTLED.includes(lifecycle) && caughtUp)),
    own('Stalled', stalled),
  );
  status.conditions = conditions.map((condition) => withTransition(condition, before, scope.now));
}

function running(scope: Scope): Condition {
  const state = job(scope.status).state;
  if (state === undefined)
    return { type: 'Running', status: 'False', reason: 'Unknown', message: 'Job status is not known' };
  return {
    type: 'Running',
    status: state === 'RUNNING' ? 'True' : 'False',
    reason: state.charAt(0) + state.slice(1).toLowerCase(),
    message: `Job status ${state}`,
  };
}

function withTransition(condition: Condition, before: readonly Condition[], now: number): Condition {
  const previous = before.find(({ type }) => type === condition.type);
  const kept = previous?.status === condition.status ? previous.lastTransitionTime : undefined;
  return { lastTransitionTime: kept ?? timestamp(now), ...condition };
}
