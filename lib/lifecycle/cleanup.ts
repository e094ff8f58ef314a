// SPDX-License-Identifier: Apache-2.0
// Deleting a resource: its job ends, its cluster and HA data go, and only then is the finalizer taken away.

import { readOption } from '../flink/configuration.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { cancelAndForget } from './cancel-job.ts';
import { job } from './draft-status.ts';
import { actionFailed } from './action-failed.ts';
import { isBeforeFirstDeployment, isRunning, isTerminal } from './predicates.ts';
import { observe } from './observe.ts';
import { removeCluster } from './remove-cluster.ts';
import { emit, find, recorded, type Scope } from './scope.ts';
import { stopWithSavepoint } from './stop-with-savepoint.ts';
import { act, END, NEXT, wait, type Step } from './step.ts';

export const FINALIZER = 'flinkdeployments.flink.apache.org/finalizer';

/** Next step of the deletion; `end` when there is nothing left to do. */
export function cleanUp(scope: Scope): Step {
  const { status } = scope;
  if (!(scope.input.resource.metadata?.finalizers ?? []).includes(FINALIZER)) return END;
  if (scope.input.resource.status?.lifecycleState !== 'DELETING')
    emit(scope, { type: 'Normal', reason: 'Cleanup', component: 'Operator', message: 'Cleaning up FlinkDeployment' });
  status.lifecycleState = 'DELETING';
  find(scope, 'Deleting', 'the resource is being deleted');
  const { outcome } = scope.observed;
  if (outcome?.result.ok === false && outcome.action.do === 'remove-finalizer')
    return actionFailed(scope, outcome.result.failure, 'Removing the finalizer');
  if (!isBeforeFirstDeployment(status)) {
    const ended = endJob(scope);
    if (ended.step !== 'next') return ended;
  }
  const removal = removeCluster(scope, 'delete');
  if (removal.step !== 'next') return removal;
  find(scope, 'Deleted', 'nothing of the cluster is left');
  return act({ do: 'remove-finalizer' });
}

function endJob(scope: Scope): Step {
  const { status } = scope;
  if (!readOption(scope.observeConfiguration(), operatorOptions.jobSavepointOnDeletion))
    return isTerminal(status) ? NEXT : cancelAndForget(scope);
  observe(scope, true);
  if (isTerminal(status) || recorded(scope).spec.job?.state === 'suspended') return NEXT;
  return isRunning(status) ? stopWithSavepoint(scope) : waitForRunningJob(scope);
}

/** Without its savepoint the job is not given up: whoever does not need one says so. */
function waitForRunningJob(scope: Scope): Step {
  const { status } = scope;
  const message = `kubernetes.operator.job.savepoint-on-deletion is true, but the job does not run (job ${job(status).state ?? '-'}, JobManager ${status.jobManagerDeploymentStatus ?? '-'}), so no savepoint can be taken. Set the option to false to delete the resource without one.`;
  find(scope, 'SavepointOnDeletionPending', message);
  emit(scope, { type: 'Warning', reason: 'CleanupFailed', component: 'Operator', message, once: true });
  return wait(readOption(scope.operatorConfiguration(), operatorOptions.observerProgressCheckInterval));
}
