// SPDX-License-Identifier: Apache-2.0
// A suspension: the job is stopped in the way that keeps its state, and what could start it again by itself is removed.

import type { UpgradeModeName } from '../api/flink-deployment.ts';
import { cancelAndForget } from './cancel-job.ts';
import { job, reconciliation } from './draft-status.ts';
import { isTerminal } from './predicates.ts';
import { forgetEarlierLife, recordDeployed, recordStopping } from './record.ts';
import { removeCluster } from './remove-cluster.ts';
import { restoreMode } from './restore-mode.ts';
import { emit, find, recorded, type Scope } from './scope.ts';
import { END, NEXT, type Step } from './step.ts';
import { stopWithSavepoint } from './stop-with-savepoint.ts';
import { cancelForState, keepFromStarting, notNow } from './stopping.ts';
import type { UpgradePlan } from './upgrade-plan.ts';

/** Next step of suspending a job that runs, or should. */
export function stopForSuspension(scope: Scope, plan: UpgradePlan): Step {
  find(scope, 'Suspending', 'job.state is suspended');
  switch (plan.stop) {
    case 'nothing':
      // The JobManager of an ended job may stay for those who want to look at it; one that is not up may still come up and start it.
      return scope.status.jobManagerDeploymentStatus === 'READY'
        ? suspended(scope, plan.restore)
        : remove(scope, plan.restore, 'keep');
    case 'drop': {
      // Half-way the state is gone, whatever the spec says by then.
      recordStopping(scope, 'stateless');
      const cancelled = cancelAndForget(scope);
      return cancelled.step === 'next' ? remove(scope, plan.restore, 'delete') : cancelled;
    }
    case 'savepoint': {
      const stopped = stopWithSavepoint(scope);
      return stopped.step === 'next' ? suspended(scope, plan.restore) : stopped;
    }
    case 'remove':
      if (scope.observed.deployment?.wanted !== 0 && scope.observed.deployment?.deleting === false)
        emit(scope, {
          type: 'Normal',
          reason: 'Suspended',
          component: 'JobManagerDeployment',
          message: 'Suspending the job, keeping its HA metadata',
        });
      return remove(scope, plan.restore, 'keep');
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
 * Suspended and to stay so. What was on its way when the suspension came ends here: its cluster is removed, because nobody knows any
 * more that nothing of it will start.
 */
export function staySuspended(scope: Scope): Step {
  if (reconciliation(scope.status).state !== 'UPGRADING') {
    const removal = removeRestarted(scope);
    return removal.step === 'next' ? END : removal;
  }
  find(scope, 'Suspending', 'job.state is suspended');
  const mode = restoreMode(scope);
  return remove(scope, mode, mode === 'stateless' ? 'delete' : 'keep');
}

/**
 * A JobManager that stayed after its job had ended runs the job once more when it is restarted, because without HA it remembers nothing.
 * For a suspended job it is removed instead.
 */
export function removeRestarted(scope: Scope): Step {
  const { status } = scope;
  const { deployment } = scope.observed;
  if (deployment?.ours !== true || recorded(scope).spec.job?.state !== 'suspended' || !isTerminal(status)) return NEXT;
  const since = reconciliation(status).reconciliationTimestamp ?? 0;
  const asItWas = deployment.available > 0 && (deployment.availableChangedAt ?? 0) <= since;
  if (asItWas && !deployment.deleting && deployment.wanted > 0) return NEXT;
  find(scope, 'SuspendedJobManagerRestarts', 'the JobManager of a suspended job restarts and would run the job again');
  const removal = removeCluster(scope, 'keep');
  if (removal.step === 'next') status.jobManagerDeploymentStatus = 'MISSING';
  return removal;
}

function remove(scope: Scope, mode: UpgradeModeName, haData: 'keep' | 'delete'): Step {
  const removal = removeCluster(scope, haData);
  if (removal.step !== 'next') return removal;
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
