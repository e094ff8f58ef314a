// SPDX-License-Identifier: Apache-2.0
// Cancelling a job: without waiting when its state is dropped anyway, followed to the end when the last checkpoint is needed.

import { readOption } from '../flink/configuration.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { job } from './draft-status.ts';
import { setError } from './error-status.ts';
import { pollInterval } from './poll.ts';
import { isCancellable, isTerminal } from './predicates.ts';
import { emit, find, type Scope } from './scope.ts';
import { act, NEXT, wait, type Step } from './step.ts';

/** Asks the job to end and goes on whatever the answer is. A JobManager that is being removed or not up is not asked: that takes long. */
export function cancelAndForget(scope: Scope): Step {
  const { outcome, deployment } = scope.observed;
  const jobId = job(scope.status).jobId;
  const asked = outcome?.action.do === 'cancel' || job(scope.status).state === 'CANCELLING';
  const deaf =
    deployment?.ours !== true || deployment.deleting || deployment.wanted === 0 || deployment.available === 0;
  if (asked || deaf || jobId === undefined || !isCancellable(scope.status)) return NEXT;
  emit(scope, {
    type: 'Normal',
    reason: 'Suspended',
    component: 'JobManagerDeployment',
    message: 'Suspending the job',
  });
  return act({ do: 'cancel', jobId, missingIsFine: true });
}

/** Asks the job to end; the caller has recorded the intent. The observations that follow see it end. */
export function cancelAndFollow(scope: Scope): Step {
  const { outcome } = scope.observed;
  const record = job(scope.status);
  if (outcome?.action.do === 'cancel') {
    if (outcome.result.ok) {
      if (!isTerminal(scope.status)) {
        record.state = 'CANCELLING';
        record.updateTime = String(scope.now);
      }
      return wait(pollInterval(0, progressCheck(scope)));
    }
    const message = `cancelling job ${record.jobId ?? '-'} for an upgrade failed: ${outcome.result.failure.message}`;
    find(scope, 'CancelFailed', message);
    setError(scope, { type: 'upgradeFailure', message, reason: 'CleanupFailed' });
    emit(scope, { type: 'Warning', reason: 'CleanupFailed', component: 'JobManagerDeployment', message });
    return wait(readOption(scope.operatorConfiguration(), operatorOptions.reconcileInterval));
  }
  emit(scope, {
    type: 'Normal',
    reason: 'Suspended',
    component: 'JobManagerDeployment',
    message: 'Cancelling the job',
  });
  return act({ do: 'cancel', jobId: record.jobId ?? '', missingIsFine: false });
}

function progressCheck(scope: Scope): number {
  return readOption(scope.operatorConfiguration(), operatorOptions.observerProgressCheckInterval);
}
