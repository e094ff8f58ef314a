// SPDX-License-Identifier: Apache-2.0
// Steps of a stop that an upgrade and a suspension have in common.

import type { UpgradeModeName } from '../api/flink-deployment.ts';
import { readOption } from '../flink/configuration.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { actionFailed } from './action-failed.ts';
import { cancelAndFollow } from './cancel-job.ts';
import { job, reconciliation } from './draft-status.ts';
import { setError } from './error-status.ts';
import { progressCheckInterval } from './next-look.ts';
import { pollInterval } from './poll.ts';
import { forgetEarlierLife, recordAttempt, recordNotStopped, recordStopping } from './record.ts';
import { emit, type Scope } from './scope.ts';
import { act, NEXT, wait, type Step } from './step.ts';
import type { UpgradePlan } from './upgrade-plan.ts';

/** The job is out of the way: from here on the record says that the new spec is being deployed. */
export function attempt(scope: Scope, mode: UpgradeModeName): Step {
  job(scope.status).state = 'FINISHED';
  if (mode === 'last-state') forgetEarlierLife(scope);
  recordAttempt(scope, mode);
  return wait(0);
}

/** Cancels the job for its last checkpoint. The record says so first. */
export function cancelForState(scope: Scope, mode: UpgradeModeName): Step {
  recordStopping(scope, mode);
  return cancelAndFollow(scope);
}

/**
 * A JobManager that has not started yet must not do so between now and its removal, or its checkpoints would be passed over. From then
 * on the job counts as failed, and what it was to start from is its last state.
 */
export function keepFromStarting(scope: Scope): Step {
  const { outcome, deployment } = scope.observed;
  if (outcome?.action.do === 'scale-to-zero' && !outcome.result.ok)
    return actionFailed(scope, outcome.result.failure, 'Keeping the JobManager from starting');
  // On record before it is done: whatever the spec says afterwards, the job was kept from starting and has to be started again. Not as
  // stateless, though it may have been started so: that would say that its state is being dropped, and it may start yet after all.
  recordStopping(scope, 'savepoint');
  job(scope.status).state = 'FAILED';
  return act({ do: 'scale-to-zero', uid: deployment?.uid ?? '' });
}

/** The job cannot be stopped with its state now, or not without help. */
export function notNow(scope: Scope, plan: UpgradePlan & { stop: 'wait' | 'refuse' }): Step {
  const { message } = plan.because;
  if (plan.stop === 'wait') {
    const since = Number(job(scope.status).updateTime ?? 0);
    return plan.others ? NEXT : wait(pollInterval(scope.now - since, progressCheckInterval(scope)));
  }
  // The job is not being stopped any more, and what is said has to count: see lifecycle state FAILED.
  if (reconciliation(scope.status).state === 'UPGRADING') recordNotStopped(scope);
  setError(scope, { type: 'upgradeFailure', message, reason: 'UpgradeFailed' });
  emit(scope, { type: 'Warning', reason: 'UpgradeFailed', component: 'JobManagerDeployment', message });
  return wait(readOption(scope.operatorConfiguration(), operatorOptions.reconcileInterval));
}
