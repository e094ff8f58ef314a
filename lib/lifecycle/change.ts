// SPDX-License-Identifier: Apache-2.0
// Carrying out a changed spec: what is running is stopped in the way that keeps its state, then restored or left suspended.

import { cancelAndFollow, cancelAndForget } from './cancel-job.ts';
import { job, reconciliation } from './draft-status.ts';
import { notYet } from './not-yet.ts';
import { isTerminal } from './predicates.ts';
import { restore } from './restore.ts';
import { dropsState, restoreMode } from './restore-mode.ts';
import { emit, find, recorded, type Scope } from './scope.ts';
import { diffSpec } from './spec-diff.ts';
import type { Step } from './step.ts';
import { stopWithSavepoint } from './stop-with-savepoint.ts';
import { attempt, cancelForState, keepFromStarting, notNow } from './stopping.ts';
import { stopForSuspension, staySuspended } from './suspend.ts';
import { upgradeCase } from './upgrade-case.ts';
import { planUpgrade, type UpgradePlan } from './upgrade-plan.ts';

/** Next step of carrying out the spec in charge; `next` when it has to wait and other work may go on meanwhile. */
export function carryOutChange(scope: Scope): Step {
  const current = recorded(scope).spec.job?.state ?? 'running';
  const desired = scope.spec.job?.state ?? 'running';
  if (asksForRedeploy(scope)) return redeployFromSavepoint(scope);
  if (current === 'running') return stop(scope, desired);
  if (desired === 'running') return restore(scope, restoreMode(scope));
  return staySuspended(scope);
}

function stop(scope: Scope, desired: 'running' | 'suspended'): Step {
  const { outcome } = scope.observed;
  if (outcome?.action.do === 'cancel' && !outcome.action.missingIsFine && !isTerminal(scope.status))
    return cancelAndFollow(scope);
  const underway = dropUnderway(scope) ?? savepointUnderway(scope);
  if (underway === undefined && !dropsState(scope)) {
    const hold = notYet(scope);
    if (hold !== undefined) return hold;
  }
  const plan = underway ?? planUpgrade(upgradeCase(scope));
  scope.because.push(plan.because);
  return desired === 'running' ? stopForUpgrade(scope, plan) : stopForSuspension(scope, plan);
}

/** A stateless suspension was begun: the state may be gone already, and what is left of the job is good for nothing else. */
function dropUnderway(scope: Scope): UpgradePlan | undefined {
  if (reconciliation(scope.status).state !== 'UPGRADING') return undefined;
  if (recorded(scope).spec.job?.upgradeMode !== 'stateless') return undefined;
  return {
    stop: 'drop',
    restore: 'stateless',
    because: { code: 'StatelessUpgrade', message: 'the job is being removed without its state' },
  };
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
