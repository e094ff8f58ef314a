// SPDX-License-Identifier: Apache-2.0
// From "stopped" to "deployed": the old cluster goes, what the new job starts from is settled and written down, then the cluster
// is created. Every step can be repeated after a crash; none is taken before the one before it is seen to be done.

import type { UpgradeModeName } from '../api/flink-deployment.ts';
import { readOption } from '../flink/configuration.ts';
import { isHaActive } from '../flink/high-availability.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { flinkOptions } from '../flink/options.ts';
import type { Deploy } from './action.ts';
import { job, reconciliation } from './draft-status.ts';
import { setError } from './error-status.ts';
import { lastReconciled, LAST_STATE_MARKER } from './predicates.ts';
import { recordAttempt, recordDeployed } from './record.ts';
import { removeCluster } from './remove-cluster.ts';
import { emit, find, recorded, withSpec, type Scope } from './scope.ts';
import { act, RETRY, wait, type Step } from './step.ts';
import { actionFailed } from './action-failed.ts';

/** Next step of starting the spec in charge from the state that `mode` names. */
export function restore(scope: Scope, mode: UpgradeModeName): Step {
  const requireHa = mode === 'last-state';
  // From the first step on it is an upgrade for everybody to see, and not the suspension that it goes out from.
  recordAttempt(scope, mode);
  const removal = removeCluster(scope, requireHa ? 'keep' : 'delete');
  if (removal.step !== 'next') return removal;
  const foreign = foreignDeployment(scope);
  if (foreign !== undefined) return foreign;
  scope.status.jobManagerDeploymentStatus = 'MISSING';

  const start = requireHa
    ? fromHaMetadata(scope, job(scope.status).upgradeSavepointPath)
    : { savepoint: savepointFor(scope, mode) };
  if ('step' in start) return start;
  if (start.savepoint === LAST_STATE_MARKER && !requireHa) return lastStateIsGone(scope);

  const record = job(scope.status);
  record.jobId = jobIdFor(scope, requireHa);
  record.state = 'RECONCILING';
  // What an earlier life of the job has left must never be taken for the state of this one.
  if (start.savepoint === undefined) delete record.upgradeSavepointPath;
  else record.upgradeSavepointPath = start.savepoint;
  delete scope.status.clusterInfo?.['ClusterHealthInfo'];
  find(scope, 'Starting', `job ${record.jobId} starts ${startOf(start.savepoint)}`);
  emit(scope, {
    type: 'Normal',
    reason: 'Submit',
    component: 'JobManagerDeployment',
    message: `Starting deployment of job ${record.jobId}`,
  });
  return act(deployment(scope, start.savepoint, requireHa));
}

function startOf(savepoint: string | undefined): string {
  if (savepoint === undefined) return 'with empty state';
  return savepoint === LAST_STATE_MARKER ? 'from its HA metadata' : `from ${savepoint}`;
}

/** The deploy action for the spec in charge. */
export function deployment(scope: Scope, savepoint: string | undefined, requireHa: boolean): Deploy {
  return {
    do: 'deploy',
    spec: scope.spec,
    jobId: job(scope.status).jobId ?? scope.input.freshJobId,
    ...(savepoint === undefined ? {} : { savepointPath: savepoint }),
    requireHaMetadata: requireHa,
    generation: scope.generation,
  };
}

/** The Deployment of the recorded attempt is there already: the process that made it died before it could say so. */
export function completeAttempt(scope: Scope): Step | undefined {
  const { deployment: found } = scope.observed;
  const { status } = scope;
  const attempt = lastReconciled(status);
  if (attempt?.spec.job?.state !== 'suspended' || reconciliation(status).state !== 'UPGRADING') return undefined;
  if (
    status.jobManagerDeploymentStatus !== 'MISSING' ||
    found === undefined ||
    !found.ours ||
    found.deleting ||
    found.wanted === 0
  )
    return undefined;
  if (found.generation !== String(status.observedGeneration ?? -1)) return undefined;
  // A newer spec is waiting and this one never started: nothing is lost by starting over with the newer one.
  if (scope.generation !== status.observedGeneration && found.neverAvailable) return undefined;
  const mode = attempt.spec.job.upgradeMode ?? 'stateless';
  const spec = { ...attempt.spec, job: { ...attempt.spec.job, state: 'running' as const } };
  const target = withSpec(scope, spec, status.observedGeneration ?? scope.generation);
  find(
    scope,
    'ClusterCreatedInPart',
    `the Deployment of generation ${found.generation ?? '-'} exists; what else belongs to it is completed`,
  );
  const requireHa = mode === 'last-state';
  const savepoint = requireHa ? job(status).upgradeSavepointPath : savepointFor(target, mode);
  return act({ ...deployment(target, savepoint, requireHa), requireHaMetadata: false });
}

/** What follows from the outcome of a deploy action, for the spec that the action was about, whatever the spec says by now. */
export function afterDeploy(scope: Scope): Step | undefined {
  const { outcome } = scope.observed;
  if (outcome?.action.do !== 'deploy') return undefined;
  if (!outcome.result.ok) return actionFailed(scope, outcome.result.failure, 'Deploying the cluster');
  scope.status.jobManagerDeploymentStatus = 'DEPLOYING';
  job(scope.status).state = 'RECONCILING';
  delete scope.status.error;
  const { spec, generation } = outcome.action;
  // A recovery puts back what is on record already.
  if (reconciliation(scope.status).state === 'UPGRADING')
    recordDeployed(withSpec(scope, spec, generation), recorded(scope).spec.job?.upgradeMode ?? 'stateless');
  find(scope, 'Deployed', `generation ${String(generation)} is deployed as job ${outcome.action.jobId}`);
  return wait(readOption(scope.operatorConfiguration(), operatorOptions.observerProgressCheckInterval));
}

/** Where a job that restores from a savepoint or checkpoint starts. */
function savepointFor(scope: Scope, mode: UpgradeModeName): string | undefined {
  if (mode !== 'savepoint') return undefined;
  const record = job(scope.status);
  return record.upgradeSavepointPath ?? record.savepointInfo?.lastSavepoint?.location;
}

/** `startedFrom` is the state that the job was started from when it ran last. */
function fromHaMetadata(scope: Scope, startedFrom: string | undefined): { savepoint: string | undefined } | Step {
  const { ha } = scope.observed;
  if (!isHaActive(scope.deployConfiguration()))
    return refuse(
      scope,
      'HaMetadataMissing',
      'RestoreFailed',
      'HA metadata is not available to a configuration without high availability, and they hold the last state of the job. Switch it off only when the job runs again, or set upgradeMode to stateless.',
    );
  if (!ha.known) {
    find(scope, 'HaMetadataUnknown', `whether there is HA metadata to recover from is not known: ${ha.why.message}`);
    return wait(readOption(scope.operatorConfiguration(), operatorOptions.observerProgressCheckInterval));
  }
  if (!ha.value.available)
    return refuse(
      scope,
      'HaMetadataMissing',
      'RestoreFailed',
      'HA metadata is not available, so there is nothing to recover the job from. It starts as soon as the metadata are back.',
    );
  if (ha.value.checkpointed) return { savepoint: LAST_STATE_MARKER };
  // A job that was lost before it had taken over the state it was started from: Flink finds no checkpoint and starts from there again.
  return startedFrom === LAST_STATE_MARKER ? lastStateIsGone(scope) : { savepoint: startedFrom };
}

function lastStateIsGone(scope: Scope): Step {
  return refuse(
    scope,
    'LastStateUnknown',
    'UpgradeFailed',
    'the state to start from is not known: the job last ran from checkpoints in HA metadata, and these are gone. Manual restore required.',
  );
}

function refuse(scope: Scope, code: 'LastStateUnknown' | 'HaMetadataMissing', reason: string, message: string): Step {
  find(scope, code, message);
  setError(scope, { type: 'upgradeFailure', message, reason });
  emit(scope, { type: 'Warning', reason, component: 'JobManagerDeployment', message });
  return wait(readOption(scope.operatorConfiguration(), operatorOptions.reconcileInterval));
}

/**
 * A job id is new for every deployment but one that recovers from HA metadata, which are kept under the id. An attempt that was
 * written down and may have been carried out keeps its id, so that a cluster found later is the one that the status names.
 */
function jobIdFor(scope: Scope, requireHa: boolean): string {
  const configured = readOption(scope.deployConfiguration(), flinkOptions.internalPipelineJobId);
  if (configured !== undefined) return configured;
  const record = job(scope.status);
  if (record.jobId === undefined) return scope.input.freshJobId;
  return requireHa || isPendingAttempt(scope) ? record.jobId : scope.input.freshJobId;
}

function isPendingAttempt(scope: Scope): boolean {
  const stored = scope.input.resource.status;
  return (
    stored?.reconciliationStatus?.state === 'UPGRADING' &&
    stored.jobStatus?.state === 'RECONCILING' &&
    stored.jobManagerDeploymentStatus === 'MISSING' &&
    stored.observedGeneration === scope.generation
  );
}

function foreignDeployment(scope: Scope): Step | undefined {
  const { deployment: found } = scope.observed;
  if (found === undefined || found.ours) return undefined;
  const where = `${scope.at.namespace}/${scope.at.name}`;
  const message = `a Deployment ${where} exists that does not belong to FlinkDeployment ${where}. Delete or rename one of the two.`;
  find(scope, 'ForeignDeployment', message);
  setError(scope, { type: 'reconciliation', message });
  emit(scope, { type: 'Warning', reason: 'Error', component: 'JobManagerDeployment', message });
  return RETRY;
}

/** The lost cluster of the deployed spec is created again, as it was: the records stay as they are. */
export function recover(scope: Scope, deployed: Scope): Step {
  const foreign = foreignDeployment(scope);
  if (foreign !== undefined) return foreign;
  const { deployment: found, ha } = scope.observed;
  // Made again by an operator that does not mark what it recovers: there is nothing left to do, and nothing to compare it with.
  if (found !== undefined && found.generation === undefined) return recoveredElsewhere(scope);
  const stateless = (scope.spec.job?.upgradeMode ?? 'stateless') === 'stateless';
  // An interrupted suspension of a stateless job has deleted its HA data: there is nothing that could be lost by doing without.
  const nothingToLose = stateless && ha.known && !ha.value.available;
  const requireHa = isHaActive(scope.observeConfiguration()) && !nothingToLose;
  const mode = recorded(scope).spec.job?.upgradeMode ?? 'stateless';
  const start =
    requireHa && found === undefined
      ? fromHaMetadata(deployed, mode === 'stateless' ? undefined : job(scope.status).upgradeSavepointPath)
      : { savepoint: requireHa ? job(scope.status).upgradeSavepointPath : savepointFor(deployed, mode) };
  if ('step' in start) return start;
  job(scope.status).state = 'RECONCILING';
  if (start.savepoint !== undefined) job(scope.status).upgradeSavepointPath = start.savepoint;
  const action = {
    ...deployment(deployed, start.savepoint, requireHa && found === undefined),
    // One that was made before the process died is completed as what it is, whatever was acknowledged since.
    generation: Number(found?.generation ?? scope.status.observedGeneration ?? scope.generation),
  };
  find(scope, 'RecoverDeployment', 'the JobManager is lost: its Deployment is created again');
  emit(scope, {
    type: 'Warning',
    reason: 'RecoverDeployment',
    component: 'Job',
    message: 'Recovering the lost JobManager Deployment',
  });
  emit(scope, {
    type: 'Normal',
    reason: 'Submit',
    component: 'JobManagerDeployment',
    message: `Starting deployment of job ${action.jobId}`,
  });
  return act(action);
}

function recoveredElsewhere(scope: Scope): Step {
  find(scope, 'RecoverDeployment', 'the lost JobManager Deployment was created again by another operator');
  scope.status.jobManagerDeploymentStatus = 'DEPLOYING';
  job(scope.status).state = 'RECONCILING';
  return wait(readOption(scope.operatorConfiguration(), operatorOptions.observerProgressCheckInterval));
}
