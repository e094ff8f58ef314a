// SPDX-License-Identifier: Apache-2.0
// The decision for one FlinkDeployment with a job: what to write, what to do, why, and when to look again. A pure function of its
// input, so that the operator, a prediction before an apply, a simulation and a test all get the same answer.

import type { Finding } from '../api/finding.ts';
import { lifecycleState } from '../api/lifecycle-state.ts';
import { readOption } from '../flink/configuration.ts';
import { isSupported } from '../flink/flink-version.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { carryOutChange } from './change.ts';
import { cleanUp, FINALIZER } from './cleanup.ts';
import { setConditions } from './conditions.ts';
import type { Decision, Input } from './decision.ts';
import { job, reconciliation } from './draft-status.ts';
import { setError } from './error-status.ts';
import { nextLook, progressCheckInterval } from './next-look.ts';
import { partsNotServed, resourceNotServed } from './not-served.ts';
import { observe } from './observe.ts';
import { otherChanges } from './other-changes.ts';
import { isBeforeFirstDeployment } from './predicates.ts';
import { acknowledge, forgetFirstDeployment } from './record.ts';
import { removeCluster } from './remove-cluster.ts';
import { afterDeploy, completeAttempt, restore } from './restore.ts';
import { attemptHasRun, dropsState } from './restore-mode.ts';
import { emit, find, openScope, recorded, type Scope } from './scope.ts';
import { describeDiff, diffSpec, type SpecDiff } from './spec-diff.ts';
import { act, END, NEXT, RETRY, wait, type Step } from './step.ts';
import { asIfDeployed, unreadableRecord } from './unreadable-record.ts';
import { readable, reject, setInvalid, withoutUnreadableValues } from './validation.ts';

/** Decides. `errors` are the findings of validation that forbid the spec; they are passed in because they depend on nothing else here. */
export function decide(input: Input, errors: readonly Finding[]): Decision {
  const unreadable = unreadableRecord(input.resource.status);
  if (unreadable === undefined) return withoutUnreadableValues(errors, (found) => decideOn(input, found));
  return input.resource.metadata?.deletionTimestamp === undefined
    ? recordCannotBeRead(openScope(input), unreadable)
    : decide(asIfDeployed(input), errors);
}

function decideOn(input: Input, errors: readonly Finding[]): Decision {
  const scope = openScope(input);
  const metadata = input.resource.metadata ?? {};
  const notServed = resourceNotServed(scope);
  if (notServed !== undefined) return leftAlone(scope, notServed);
  if (metadata.deletionTimestamp !== undefined) return decideDeletion(readable(scope, errors));
  if (!(metadata.finalizers ?? []).includes(FINALIZER)) return undecided(scope, addFinalizer(scope));
  const version = scope.spec.flinkVersion;
  if (version === undefined || !isSupported(version)) return unsupported(scope);
  const served = errors.length === 0 ? scope : reject(scope, errors);
  if (served === undefined) return conclude(scope, END, true);
  warnOfPartsNotServed(served);
  observe(served, errors.length > 0 || pending(served, difference(served)));
  // The mistake stands above what was observed, below what fails now, and is not over because something was carried out meanwhile.
  setInvalid(served, errors);
  // What was observed counts at once: a job that somebody has cancelled is now suspended by the record.
  const step = afterDeploy(served) ?? reconcile(served, difference(served));
  if (served.status.error === undefined) setInvalid(served, errors);
  return conclude(served, step, errors.length > 0);
}

function addFinalizer(scope: Scope): Step {
  const { outcome } = scope.observed;
  find(scope, 'FinalizerMissing', 'the finalizer is added before anything else exists');
  if (outcome?.action.do !== 'add-finalizer' || outcome.result.ok) return act({ do: 'add-finalizer' });
  const message = `Adding the finalizer failed: ${outcome.result.failure.message}`;
  find(scope, 'ActionFailed', message);
  emit(scope, { type: 'Warning', reason: 'Error', component: 'Operator', message });
  return RETRY;
}

/** Nobody can tell what was deployed, so nothing is touched; an edit of the status wakes us up. */
function recordCannotBeRead(scope: Scope, why: string): Decision {
  find(scope, 'ValidationError', why);
  setError(scope, { type: 'validation', message: why });
  emit(scope, { type: 'Warning', reason: 'ValidationError', component: 'Operator', message: why, once: true });
  return conclude(scope, wait(readOption(scope.operatorConfiguration(), operatorOptions.reconcileInterval)), true);
}

function leftAlone(scope: Scope, what: string): Decision {
  const message = `FlinkDeployment ${scope.at.namespace}/${scope.at.name} is left alone: ${what}; this operator runs native application clusters`;
  find(scope, 'NotServed', message);
  emit(scope, { type: 'Warning', reason: 'NotServed', component: 'Operator', message, once: true });
  return undecided(scope, END);
}

/** Once for each generation: what of it has no effect yet. */
function warnOfPartsNotServed(scope: Scope): void {
  if (scope.status.observedGeneration === scope.generation) return;
  const parts = partsNotServed(scope);
  if (parts.length === 0) return;
  const message = `not carried out by this operator yet: ${parts.join(', ')}`;
  find(scope, 'NotServed', message);
  emit(scope, { type: 'Warning', reason: 'NotServed', component: 'Operator', message, once: true });
}

/** What is still to be carried out; undefined before the first deployment. */
function difference(scope: Scope): SpecDiff | undefined {
  if (isBeforeFirstDeployment(scope.status)) return undefined;
  return diffSpec(recorded(scope).spec, scope.spec, scope.spec.mode ?? 'native');
}

function pending(scope: Scope, diff: SpecDiff | undefined): boolean {
  return diff === undefined || diff.class !== 'IGNORE' || reconciliation(scope.status).state === 'UPGRADING';
}

function reconcile(scope: Scope, diff: SpecDiff | undefined): Step {
  if (diff === undefined) return deployFirst(scope);
  const completed = completeAttempt(scope);
  if (completed !== undefined) return completed;
  if (
    reconciliation(scope.status).state === 'UPGRADING' &&
    recorded(scope).metadata?.firstDeployment === true &&
    recorded(scope).spec.job?.state === 'suspended' &&
    scope.status.observedGeneration !== scope.generation &&
    !(attemptHasRun(scope) && !dropsState(scope))
  ) {
    find(scope, 'FirstDeploymentFailed', 'the first deployment is made afresh from the spec of now');
    forgetFirstDeployment(scope.status);
    return deployFirst(scope);
  }
  if (pending(scope, diff)) {
    if (diff.class !== 'IGNORE' && reconciliation(scope.status).state !== 'UPGRADING')
      emit(scope, {
        type: 'Normal',
        reason: 'SpecChanged',
        component: 'JobManagerDeployment',
        message: describeDiff(diff),
        key: `SpecChange: ${String(scope.generation)}`,
        once: true,
      });
    const changed = carryOutChange(scope);
    if (changed.step !== 'next') return changed;
  } else {
    if (scope.status.observedGeneration !== scope.generation) find(scope, 'SpecAcknowledged', describeDiff(diff));
    acknowledge(scope);
  }
  const other = otherChanges(scope);
  if (other.step !== 'next') return other;
  // What an upgrade waits for is mostly Flink's to give, and Flink sends no events.
  return pending(scope, diff) ? wait(Math.min(nextLook(scope), progressCheckInterval(scope))) : END;
}

function deployFirst(scope: Scope): Step {
  if (scope.spec.job?.state === 'suspended') {
    // An attempt that was taken back may have left something that could start yet.
    const removal = scope.observed.deployment?.ours === true ? removeCluster(scope, 'delete') : NEXT;
    if (removal.step !== 'next') return removal;
    delete scope.status.error;
    find(scope, 'CreatedSuspended', 'job.state is suspended and nothing was deployed yet');
    return wait(readOption(scope.operatorConfiguration(), operatorOptions.reconcileInterval));
  }
  const path = scope.spec.job?.initialSavepointPath;
  find(
    scope,
    'FirstDeployment',
    path === undefined
      ? 'nothing was deployed yet: the job starts with empty state'
      : `nothing was deployed yet: the job starts from ${path}`,
  );
  if (path === undefined) delete job(scope.status).upgradeSavepointPath;
  else job(scope.status).upgradeSavepointPath = path;
  return restore(scope, path === undefined ? 'stateless' : 'savepoint');
}

function decideDeletion(scope: Scope): Decision {
  const step = cleanUp(scope);
  return conclude(scope, step, false, 'DELETING');
}

function unsupported(scope: Scope): Decision {
  const message = `spec.flinkVersion is ${scope.spec.flinkVersion ?? 'missing'}; v1_15 or later is supported`;
  find(scope, 'UnsupportedFlinkVersion', message);
  emit(scope, { type: 'Warning', reason: 'UnsupportedFlinkVersion', component: 'Operator', message, once: true });
  return undecided(scope, END);
}

/** A decision that leaves the status as it is stored. */
function undecided(scope: Scope, step: Step): Decision {
  return {
    status: scope.input.resource.status ?? {},
    events: scope.events,
    because: scope.because,
    ...(step.step === 'act' ? { action: step.action } : {}),
    ...(step.step === 'retry' ? { retry: true } : {}),
  };
}

function conclude(scope: Scope, step: Step, rejected: boolean, lifecycle = lifecycleState(scope.status)): Decision {
  const { status } = scope;
  status.lifecycleState = lifecycle;
  if (lifecycle !== 'DELETING') setConditions(scope, lifecycle, rejected);
  if (scope.because.length === 0)
    find(
      scope,
      'NothingToDo',
      `job ${job(status).jobId ?? '-'} is ${job(status).state ?? 'not known'}, lifecycle ${lifecycle}`,
    );
  const decision = { status, events: scope.events, because: scope.because };
  switch (step.step) {
    case 'act':
      return { ...decision, action: step.action };
    case 'retry':
      return { ...decision, retry: true };
    case 'wait':
      return { ...decision, requeueAfter: step.ms };
    case 'end':
    case 'next': {
      if (rejected && isBeforeFirstDeployment(status)) return decision;
      return { ...decision, requeueAfter: nextLook(scope) };
    }
  }
}
