// SPDX-License-Identifier: Apache-2.0
// `status.jobStatus` from the JobManager's list of jobs: exactly the job with the recorded id, never another one.

import { JOB_NOT_FOUND } from '../api/java-error.ts';
import { readOption } from '../flink/configuration.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { job } from './draft-status.ts';
import { setError } from './error-status.ts';
import type { JobSeen } from './observation.ts';
import { isTerminalState, LAST_STATE_MARKER } from './predicates.ts';
import { markStable, markSuspended } from './record.ts';
import { emit, find, recorded, type Scope } from './scope.ts';

/** Flink's word for a checkpoint that lives in the JobManager's memory only. */
const NOT_ADDRESSABLE = '<checkpoint-not-externally-addressable>';

/** Sets what is known of the job. */
export function observeJob(scope: Scope): void {
  const { jobs } = scope.observed;
  if (!jobs.known || recorded(scope).spec.job?.state === 'suspended') return;
  const seen = jobs.value.find(({ id }) => id === job(scope.status).jobId);
  if (seen === undefined) jobIsNotListed(scope);
  else jobIsListed(scope, seen);
}

function jobIsListed(scope: Scope, seen: JobSeen): void {
  const { status } = scope;
  const record = job(status);
  const before = record.state;
  // That a job has ended is only taken in together with where it left its state: an upgrade must never start from an older one.
  if (isTerminalState(seen.state) && seen.state !== before && !scope.observed.checkpoints.known) return;
  record.jobName = seen.name;
  record.startTime = String(seen.startTime);
  // A job that is only being set up is known no better than one that was just submitted; saying so would cost a write.
  const next = seen.state === 'INITIALIZING' && before === 'RECONCILING' ? before : seen.state;
  record.state = next;
  if (next !== before) {
    record.updateTime = String(scope.now);
    if (next === 'CANCELED' || (before === 'CANCELLING' && isTerminalState(next))) markSuspended(status);
    if (next === 'FAILED') jobFailed(scope);
    if (next !== 'CREATED')
      emit(scope, {
        type: 'Normal',
        reason: 'JobStatusChanged',
        component: 'Job',
        message:
          before === undefined ? `Job status changed to ${next}` : `Job status changed from ${before} to ${next}`,
      });
  }
  if (
    status.reconciliationStatus?.state === 'DEPLOYED' &&
    (next === 'RUNNING' || (next === 'FINISHED' && recorded(scope).spec.job?.state === 'running'))
  ) {
    if (status.reconciliationStatus.lastStableSpec !== status.reconciliationStatus.lastReconciledSpec)
      find(scope, 'JobIsStable', `job ${seen.id} is ${next}`);
    markStable(status);
  }
  if (isTerminalState(next)) lastStateOfEndedJob(scope, next !== before);
}

/**
 * Where the state of an ended job lies; an upgrade starts from there. A job that left nothing had not even taken over what it was
 * started from, so that is still its last state; only a job that was started empty has none.
 */
function lastStateOfEndedJob(scope: Scope, justEnded: boolean): void {
  const { checkpoints } = scope.observed;
  if (!checkpoints.known) return;
  const record = job(scope.status);
  const latest = checkpoints.value.latest;
  if (latest?.path === NOT_ADDRESSABLE) lastStateInMemory(scope);
  else if (latest !== undefined) record.upgradeSavepointPath = latest.path;
  else if (justEnded && recorded(scope).spec.job?.upgradeMode === 'stateless') delete record.upgradeSavepointPath;
}

/** The state is as good as lost, and an older path must not be taken for it: the marker makes every operator refuse to start from here. */
function lastStateInMemory(scope: Scope): void {
  const before = scope.status.error;
  const message = `the last checkpoint of job ${job(scope.status).jobId ?? '-'} lies in the memory of its JobManager only. Set execution.checkpointing.dir. Manual restore required.`;
  job(scope.status).upgradeSavepointPath = LAST_STATE_MARKER;
  find(scope, 'LastStateUnknown', message);
  setError(scope, { type: 'upgradeFailure', message, reason: 'CheckpointNotFound' });
  if (scope.status.error === before) return;
  emit(scope, { type: 'Warning', reason: 'CheckpointNotFound', component: 'JobManagerDeployment', message });
}

function jobFailed(scope: Scope): void {
  const { failure } = scope.observed;
  const cause = failure.known ? failure.value : undefined;
  const message =
    cause === undefined ? 'the job failed; its cause could not be read' : `${cause.type}: ${cause.message}`;
  find(scope, 'JobFailed', message);
  setError(scope, { type: 'jobFailure', message });
  emit(scope, { type: 'Warning', reason: 'Error', component: 'Job', message });
}

function jobIsNotListed(scope: Scope): void {
  const { status } = scope;
  const record = job(status);
  // A JobManager that was restarted after its job had ended knows nothing of the job any more.
  if (isTerminalState(record.state)) return;
  if (listIsNotYetBelieved(scope)) {
    find(scope, 'WaitingForJob', `the JobManager does not list job ${record.jobId ?? '-'} yet`);
    if (record.state === 'RUNNING') record.state = 'RECONCILING';
    return;
  }
  const message = `job ${record.jobId ?? '-'} is not known to its JobManager`;
  find(scope, 'JobNotFound', message);
  if (status.error !== JOB_NOT_FOUND) emit(scope, { type: 'Warning', reason: 'Missing', component: 'Job', message });
  if (status.reconciliationStatus?.state === 'UPGRADING') status.reconciliationStatus.state = 'DEPLOYED';
  record.state = 'RECONCILING';
  status.error = JOB_NOT_FOUND;
}

/** A JobManager answers before its `main()` has submitted the job: that its list lacks the job is only believed some time after. */
export function listIsNotYetBelieved(scope: Scope): boolean {
  const since = Math.max(
    scope.observed.deployment?.availableChangedAt ?? 0,
    scope.status.reconciliationStatus?.reconciliationTimestamp ?? 0,
  );
  return scope.now < since + readOption(scope.operatorConfiguration(), operatorOptions.observerRestReadyDelay);
}
