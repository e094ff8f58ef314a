// SPDX-License-Identifier: Apache-2.0
// Stopping a job with a savepoint: ask once, follow it, and take the path only from Flink's own answer.

import { actionFailed } from './action-failed.ts';
import { readOption } from '../flink/configuration.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { flinkOptions } from '../flink/options.ts';
import { job, reconciliation } from './draft-status.ts';
import { setError } from './error-status.ts';
import { pollInterval } from './poll.ts';
import { recordNotStopped, recordStopping } from './record.ts';
import { emit, find, recorded, type Scope } from './scope.ts';
import { stopTriggerId } from './stop-trigger.ts';
import { act, NEXT, wait, type Step } from './step.ts';

/** Next step of the stop; `next` when the job has stopped and the path is in the status. */
export function stopWithSavepoint(scope: Scope): Step {
  const { stop, outcome } = scope.observed;
  const deleting = scope.input.resource.metadata?.deletionTimestamp !== undefined;
  const intended = deleting
    ? scope.input.resource.status?.lifecycleState === 'DELETING'
    : reconciliation(scope.status).state === 'UPGRADING' && recorded(scope).spec.job?.upgradeMode === 'savepoint';
  if (!intended && !deleting) recordStopping(scope, 'savepoint');
  const triggerId = stopTriggerId(scope.input.resource, scope.status);
  const jobId = job(scope.status).jobId ?? '';
  if (outcome?.action.do === 'stop-with-savepoint' && !outcome.result.ok && outcome.result.failure.kind === 'refused')
    return failed(scope, triggerId, outcome.result.failure.message);
  if (!intended) return ask(scope, jobId, triggerId);
  if (!stop.known) {
    find(scope, 'SavepointPending', `how the savepoint of job ${jobId} stands is not known: ${stop.why.message}`);
    return wait(pollInterval(0, progressCheck(scope)));
  }
  switch (stop.value.state) {
    case 'never-asked':
      if (outcome?.action.do === 'stop-with-savepoint' && !outcome.result.ok)
        return actionFailed(scope, outcome.result.failure, 'Stopping the job with a savepoint');
      return ask(scope, jobId, triggerId);
    case 'in-progress': {
      const lasted = scope.now - stop.value.since;
      const longest = readOption(scope.observeConfiguration(), flinkOptions.executionCheckpointingTimeout);
      if (lasted > longest) return late(scope, triggerId, longest);
      find(scope, 'SavepointPending', `the savepoint ${triggerId} of job ${jobId} is being taken`);
      return wait(pollInterval(lasted, progressCheck(scope)));
    }
    case 'completed':
      find(scope, 'SavepointTaken', `job ${jobId} stopped with savepoint ${stop.value.location}`);
      job(scope.status).upgradeSavepointPath = stop.value.location;
      job(scope.status).state = 'FINISHED';
      return NEXT;
    case 'failed':
      return failed(scope, triggerId, `${stop.value.cause.type}: ${stop.value.cause.message}`);
  }
}

function ask(scope: Scope, jobId: string, triggerId: string): Step {
  const configuration = scope.observeConfiguration();
  const directory = readOption(configuration, flinkOptions.executionCheckpointingSavepointDir);
  emit(scope, {
    type: 'Normal',
    reason: 'Suspended',
    component: 'JobManagerDeployment',
    message: 'Suspending the job with a savepoint',
  });
  return act({
    do: 'stop-with-savepoint',
    jobId,
    triggerId,
    ...(directory === undefined ? {} : { directory }),
    drain: readOption(configuration, operatorOptions.jobDrainOnSavepointDeletion),
    formatType: readOption(configuration, operatorOptions.savepointFormatType) === 'NATIVE' ? 'NATIVE' : 'CANONICAL',
  });
}

function failed(scope: Scope, triggerId: string, why: string): Step {
  const message = `stopping job ${job(scope.status).jobId ?? '-'} with savepoint ${triggerId} failed: ${why.replace(/\.+$/, '')}. The job goes on; the stop is tried again.`;
  find(scope, 'SavepointFailed', message);
  if (scope.input.resource.metadata?.deletionTimestamp === undefined) recordNotStopped(scope);
  else reconciliation(scope.status).reconciliationTimestamp = scope.now;
  setError(scope, { type: 'upgradeFailure', message, reason: 'SavepointError' });
  emit(scope, { type: 'Warning', reason: 'SavepointError', component: 'JobManagerDeployment', message });
  return wait(readOption(scope.operatorConfiguration(), operatorOptions.reconcileInterval));
}

/** Flink may still be at it, and a second stop beside the first would break the job: it is only said, and followed on. */
function late(scope: Scope, triggerId: string, longest: number): Step {
  const message = `savepoint ${triggerId} of job ${job(scope.status).jobId ?? '-'} did not complete within execution.checkpointing.timeout (${String(longest / 1000)} s) and is still waited for`;
  find(scope, 'SavepointPending', message);
  setError(scope, { type: 'upgradeFailure', message, reason: 'SavepointError' });
  emit(scope, { type: 'Warning', reason: 'SavepointError', component: 'JobManagerDeployment', message, once: true });
  return wait(progressCheck(scope));
}

function progressCheck(scope: Scope): number {
  return readOption(scope.operatorConfiguration(), operatorOptions.observerProgressCheckInterval);
}
