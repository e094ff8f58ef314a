// SPDX-License-Identifier: Apache-2.0
// The half of a decision that only says what was seen. It never starts anything.

import { job, reconciliation } from './draft-status.ts';
import { JOB_NOT_FOUND } from '../api/java-error.ts';
import { isBeforeFirstDeployment, isTerminal, LAST_STATE_MARKER } from './predicates.ts';
import { observeClusterInfo } from './cluster-info.ts';
import { observeJob } from './observe-job.ts';
import { observeJobManager } from './observe-jobmanager.ts';
import { recorded, type Scope } from './scope.ts';

/** Brings the draft up to what was seen. `changePending`: the spec is still to be carried out. */
export function observe(scope: Scope, changePending: boolean): void {
  const { status } = scope;
  if (isBeforeFirstDeployment(status)) return;
  const state = reconciliation(status).state;
  if (state === 'ROLLING_BACK') return;
  // Between two clusters there is nothing to observe; a job that is on its way out is followed to its end.
  if (state === 'UPGRADING' && recorded(scope).spec.job?.state === 'suspended') return;
  observeJobManager(scope);
  if (status.jobManagerDeploymentStatus === 'READY') {
    observeJob(scope);
    observeClusterInfo(scope);
  }
  if (!changePending) clearError(scope);
}

/** An error is over once the JobManager is there, the job has not failed and the spec has proved itself. */
function clearError(scope: Scope): void {
  const { status } = scope;
  const record = reconciliation(status);
  const stable = record.lastReconciledSpec !== undefined && record.lastReconciledSpec === record.lastStableSpec;
  if (!stable || status.jobManagerDeploymentStatus === 'ERROR' || job(status).state === 'FAILED') return;
  if (isTerminal(status) && job(status).upgradeSavepointPath === LAST_STATE_MARKER) return;
  if (status.error === JOB_NOT_FOUND && job(status).state === 'RECONCILING') return;
  if (status.jobManagerDeploymentStatus === 'MISSING' && job(status).state === 'RECONCILING') return;
  delete status.error;
}
