// SPDX-License-Identifier: Apache-2.0
// Carrying out a changed spec: what is running is stopped in the way that keeps its state, then restored or left suspended.

import type { UpgradeModeName } from '../api/flink-deployment.ts';
import { readOption } from '../flink/configuration.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { actionFailed } from './action-failed.ts';
import { cancelAndFollow, cancelAndForget } from './cancel-job.ts';
import { job, reconciliation } from './draft-status.ts';
import { setError } from './error-status.ts';
import { listIsNotYetBelieved } from './observe-job.ts';
import { pollInterval } from './poll.ts';
import { isTerminal, isTerminalState } from './predicates.ts';
import { forgetEarlierLife, recordAttempt, recordDeployed, recordNotStopped, recordStopping } from './record.ts';
import { removeCluster } from './remove-cluster.ts';
import { restore } from './restore.ts';
import { emit, find, recorded, type Scope } from './scope.ts';
import { diffSpec } from './spec-diff.ts';
import { stopWithSavepoint } from './stop-with-savepoint.ts';
import { act, END, NEXT, wait, type Step } from './step.ts';
import { planUpgrade, type UpgradePlan } from './upgrade-plan.ts';
import { upgradeCase } from './upgrade-case.ts';

/** Next step of carrying out the spec in charge; `next` when it has to wait and other work may go on meanwhile. */
export function carryOutChange(scope: Scope): Step {
  const current = recorded(scope).spec.job?.state ?? 'running';
  const desired = scope.spec.job?.state ?? 'running';
  if (asksForRedeploy(scope)) return redeployFromSavepoint(scope);
  if (current === 'running') return stop(scope, desired);
  if (desired === 'running') return restore(scope, restoreMode(scope));
  return staySuspended(scope);
}

/**
 * The mode on record is how the job was stopped, and so how it can be restored; only "drop the state" may overrule it. An attempt at
 * this very generation has settled that already: its mode may be that of `initialSavepointPath`.
 */
function restoreMode(scope: Scope): UpgradeModeName {
  const mode = recorded(scope).spec.job?.upgradeMode ?? 'stateless';
  const attempted =
    reconciliation(scope.status).state === 'UPGRADING' && scope.status.observedGeneration === scope.generation;
  if (attempted) return mode;
  if (dropsState(scope)) return 'stateless';
  // Cancelled by somebody: Flink has deleted its HA metadata, and the path was read together with the state of the job.
  return job(scope.status).state === 'CANCELED' ? 'savepoint' : mode;
}

function dropsState(scope: Scope): boolean {
  return (scope.spec.job?.upgradeMode ?? 'stateless') === 'stateless';
}

function stop(scope: Scope, desired: 'running' | 'suspended'): Step {
  const { outcome } = scope.observed;
  if (outcome?.action.do === 'cancel' && !outcome.action.missingIsFine && !isTerminal(scope.status))
    return cancelAndFollow(scope);
  if (endedUnread(scope) && !dropsState(scope)) return waitForLastState(scope);
  if (isExpected(scope) && !dropsState(scope)) return waitForJob(scope);
  const plan = savepointUnderway(scope) ?? planUpgrade(upgradeCase(scope));
  scope.because.push(plan.because);
  return desired === 'running' ? stopForUpgrade(scope, plan) : stopForSuspension(scope, plan);
}

/** A savepoint that was asked for ends the job, whatever the spec says by now: it is followed to its end, and is the last state. */
function savepointUnderway(scope: Scope): UpgradePlan | undefined {
  const { stop: seen } = scope.observed;
  if (!seen.known || seen.value.state === 'never-asked' || dropsState(scope)) return undefined;
  return {
    stop: 'savepoint',
    restore: 'savepoint',
    because: { code: 'SavepointUpgrade', message: 'the job is being stopped with a savepoint' },
  };
}

/** The job is seen to have ended, but not where it left its state: until then nothing that is known of it is the last word. */
function endedUnread(scope: Scope): boolean {
  const { jobs } = scope.observed;
  if (!jobs.known || isTerminal(scope.status)) return false;
  const seen = jobs.value.find(({ id }) => id === job(scope.status).jobId);
  return isTerminalState(seen?.state);
}

/** A JobManager that has just come up and does not list the job yet is about to start it. */
function isExpected(scope: Scope): boolean {
  const { jobs } = scope.observed;
  const listed = jobs.known && jobs.value.some(({ id }) => id === job(scope.status).jobId);
  return jobs.known && !listed && listIsNotYetBelieved(scope);
}

function waitForJob(scope: Scope): Step {
  find(scope, 'WaitingForJob', 'the JobManager has just come up and does not list the job yet');
  return wait(pollInterval(0, readOption(scope.operatorConfiguration(), operatorOptions.observerRestReadyDelay)));
}

function waitForLastState(scope: Scope): Step {
  const { checkpoints } = scope.observed;
  const why = checkpoints.known ? 'not read yet' : checkpoints.why.message;
  find(scope, 'LastStateUnread', `the job has ended and where it left its state is not known: ${why}`);
  const progressCheck = readOption(scope.operatorConfiguration(), operatorOptions.observerProgressCheckInterval);
  return wait(pollInterval(checkpoints.known ? 0 : scope.now - (checkpoints.since ?? scope.now), progressCheck));
}

function stopForUpgrade(scope: Scope, plan: UpgradePlan): Step {
  switch (plan.stop) {
    case 'nothing':
      return attempt(scope, plan.restore);
    case 'drop': {
      const cancelled = cancelAndForget(scope);
      return cancelled.step === 'next' ? attempt(scope, plan.restore) : cancelled;
    }
    case 'savepoint': {
      const stopped = stopWithSavepoint(scope);
      return stopped.step === 'next' ? attempt(scope, plan.restore) : stopped;
    }
    case 'remove':
      emit(scope, {
        type: 'Normal',
        reason: 'Suspended',
        component: 'JobManagerDeployment',
        message: 'Suspending the job, keeping its HA metadata',
      });
      return attempt(scope, plan.restore);
    case 'never-started':
      return keepFromStarting(scope);
    case 'cancel':
      return cancelForState(scope, plan.restore);
    case 'wait':
    case 'refuse':
      return notNow(scope, plan);
  }
}

/**
 * The job is out of the way: from here on the record says that the new spec is being deployed, or, for a suspension, that what is left
 * of the old cluster is being removed.
 */
function attempt(scope: Scope, mode: UpgradeModeName): Step {
  job(scope.status).state = 'FINISHED';
  if (mode === 'last-state') forgetEarlierLife(scope);
  recordAttempt(scope, mode);
  return wait(0);
}

/**
 * A JobManager that has not started yet must not do so between now and its removal, or its checkpoints would be passed over. From then
 * on the job counts as failed, and what it was to start from is its last state.
 */
function keepFromStarting(scope: Scope): Step {
  const { outcome, deployment } = scope.observed;
  if (outcome?.action.do === 'scale-to-zero' && !outcome.result.ok)
    return actionFailed(scope, outcome.result.failure, 'Keeping the JobManager from starting');
  job(scope.status).state = 'FAILED';
  return act({ do: 'scale-to-zero', uid: deployment?.uid ?? '' });
}

function cancelForState(scope: Scope, mode: UpgradeModeName): Step {
  recordStopping(scope, mode);
  return cancelAndFollow(scope);
}

function stopForSuspension(scope: Scope, plan: UpgradePlan): Step {
  find(scope, 'Suspending', 'job.state is suspended');
  switch (plan.stop) {
    case 'nothing': {
      // The JobManager of an ended job may stay for those who want to look at it; one that is not up is of no use and may still come up.
      if (scope.status.jobManagerDeploymentStatus === 'READY') return suspended(scope, plan.restore);
      const removal = removeCluster(scope, 'keep');
      return removal.step === 'next' ? clusterRemoved(scope, plan.restore) : removal;
    }
    case 'drop': {
      const cancelled = cancelAndForget(scope);
      if (cancelled.step !== 'next') return cancelled;
      const removal = removeCluster(scope, 'delete');
      return removal.step === 'next' ? clusterRemoved(scope, plan.restore) : removal;
    }
    case 'savepoint': {
      const stopped = stopWithSavepoint(scope);
      return stopped.step === 'next' ? suspended(scope, plan.restore) : stopped;
    }
    case 'remove': {
      if (scope.observed.deployment?.wanted !== 0 && scope.observed.deployment?.deleting === false)
        emit(scope, {
          type: 'Normal',
          reason: 'Suspended',
          component: 'JobManagerDeployment',
          message: 'Suspending the job, keeping its HA metadata',
        });
      const removal = removeCluster(scope, 'keep');
      return removal.step === 'next' ? clusterRemoved(scope, plan.restore) : removal;
    }
    case 'never-started':
      return keepFromStarting(scope);
    case 'cancel':
      return cancelForState(scope, plan.restore);
    case 'wait':
    case 'refuse':
      return notNow(scope, plan);
  }
}

function clusterRemoved(scope: Scope, mode: UpgradeModeName): Step {
  scope.status.jobManagerDeploymentStatus = 'MISSING';
  return suspended(scope, mode);
}

function suspended(scope: Scope, mode: UpgradeModeName): Step {
  job(scope.status).state = 'FINISHED';
  if (mode === 'last-state') forgetEarlierLife(scope);
  recordDeployed(scope, mode);
  find(scope, 'Suspended', `the job is suspended; it will be restored by ${mode}`);
  return END;
}

function notNow(scope: Scope, plan: UpgradePlan & { stop: 'wait' | 'refuse' }): Step {
  const progressCheck = readOption(scope.operatorConfiguration(), operatorOptions.observerProgressCheckInterval);
  if (plan.stop === 'wait')
    return plan.others
      ? NEXT
      : wait(pollInterval(scope.now - Number(job(scope.status).updateTime ?? 0), progressCheck));
  // The job is not being stopped any more, and what is said has to count: see lifecycle state FAILED.
  if (reconciliation(scope.status).state === 'UPGRADING') recordNotStopped(scope);
  setError(scope, { type: 'upgradeFailure', message: plan.because.message, reason: 'UpgradeFailed' });
  emit(scope, {
    type: 'Warning',
    reason: 'UpgradeFailed',
    component: 'JobManagerDeployment',
    message: plan.because.message,
  });
  return wait(readOption(scope.operatorConfiguration(), operatorOptions.reconcileInterval));
}

/**
 * Suspended and to stay so. What was on its way when the suspension came ends here: its cluster is removed, because nobody knows any
 * more that nothing of it will start.
 */
function staySuspended(scope: Scope): Step {
  if (reconciliation(scope.status).state !== 'UPGRADING') return END;
  find(scope, 'Suspending', 'job.state is suspended');
  const mode = restoreMode(scope);
  const removal = removeCluster(scope, mode === 'stateless' ? 'delete' : 'keep');
  return removal.step === 'next' ? clusterRemoved(scope, mode) : removal;
}

function asksForRedeploy(scope: Scope): boolean {
  return diffSpec(recorded(scope).spec, scope.spec, 'native').class === 'SAVEPOINT_REDEPLOY';
}

/** Drops the job's own state for the one at `initialSavepointPath`. */
function redeployFromSavepoint(scope: Scope): Step {
  const path = scope.spec.job?.initialSavepointPath;
  find(scope, 'SavepointRedeploy', `savepointRedeployNonce changed: the job starts from ${path ?? 'empty state'}`);
  const cancelled = cancelAndForget(scope);
  if (cancelled.step !== 'next') return cancelled;
  if (path === undefined) delete job(scope.status).upgradeSavepointPath;
  else job(scope.status).upgradeSavepointPath = path;
  return attempt(scope, 'savepoint');
}
