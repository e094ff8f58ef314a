// SPDX-License-Identifier: Apache-2.0
// What is done while the spec asks for nothing new: a lost JobManager comes back, a failed job starts again if it may, the idle
// JobManager of an ended job goes. A list, in the order in which it is tried; the first that acts ends the decision.

import { readOption } from '../flink/configuration.ts';
import { isHaActive } from '../flink/high-availability.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { job } from './draft-status.ts';
import { deployedSpec, isTerminal } from './predicates.ts';
import { recordAttempt } from './record.ts';
import { jobManagersInTheWay, removeCluster } from './remove-cluster.ts';
import { recover } from './restore.ts';
import { emit, find, recorded, withSpec, type Scope } from './scope.ts';
import { NEXT, wait, type Step } from './step.ts';
import { removeRestarted } from './suspend.ts';
import { upgradeCase } from './upgrade-case.ts';
import { planUpgrade } from './upgrade-plan.ts';

type Phase = (scope: Scope) => Step;

const FinishScalingToZero: Phase = (scope) => {
  const { deployment } = scope.observed;
  if (!wantsRunning(scope) || deployment?.ours !== true) return NEXT;
  if (!deployment.deleting && (deployment.wanted > 0 || !canRecover(scope))) return NEXT;
  find(
    scope,
    'ScaledToZero',
    'the JobManager was being stopped for a change that is no longer wanted; its removal is finished, then it is recovered',
  );
  return removeCluster(scope, 'keep');
};

const RestartFailedJob: Phase = (scope) => {
  if (
    job(scope.status).state !== 'FAILED' ||
    !readOption(scope.observeConfiguration(), operatorOptions.jobRestartFailed)
  )
    return NEXT;
  const plan = planUpgrade(upgradeCase(scope));
  scope.because.push(plan.because);
  if (plan.stop !== 'nothing' && plan.stop !== 'remove') return NEXT;
  find(
    scope,
    'RestartFailedJob',
    'the job failed and kubernetes.operator.job.restart.failed is true: it starts again from its last state',
  );
  emit(scope, { type: 'Warning', reason: 'RestartFailedJob', component: 'Job', message: 'Restarting the failed job' });
  job(scope.status).state = 'FINISHED';
  recordAttempt(scope, plan.restore);
  return wait(0);
};

const RecoverJobManager: Phase = (scope) => {
  if (scope.status.jobManagerDeploymentStatus !== 'MISSING' || !wantsRunning(scope) || isTerminal(scope.status))
    return NEXT;
  const spec = deployedSpec(scope.status);
  if (spec === undefined) return NEXT;
  if (!canRecover(scope)) {
    find(
      scope,
      'CannotRecover',
      'the JobManager is lost and is not started again: without HA the state of the job would be lost, or kubernetes.operator.jm-deployment-recovery.enabled is false',
    );
    return NEXT;
  }
  if (scope.observed.deployment === undefined && jobManagersInTheWay(scope)) {
    find(
      scope,
      'OldClusterIsRemoved',
      'the JobManager has lost its Deployment and is still ending: a second one would run the job twice',
    );
    return wait(readOption(scope.operatorConfiguration(), operatorOptions.observerProgressCheckInterval));
  }
  return recover(scope, withSpec(scope, spec, scope.status.observedGeneration ?? scope.generation));
};

const ShutdownAfterTtl: Phase = (scope) => {
  if (!isTerminal(scope.status) || scope.status.jobManagerDeploymentStatus === 'MISSING') return NEXT;
  if (!ttlIsOver(scope)) return NEXT;
  find(
    scope,
    'ShutdownTtlExpired',
    `the job ended (${job(scope.status).state ?? '-'}) longer ago than kubernetes.operator.jm-deployment.shutdown-ttl`,
  );
  const removal = removeCluster(scope, 'keep');
  if (removal.step === 'next') scope.status.jobManagerDeploymentStatus = 'MISSING';
  return removal;
};

const PHASES: readonly Phase[] = [
  removeRestarted,
  FinishScalingToZero,
  RestartFailedJob,
  RecoverJobManager,
  ShutdownAfterTtl,
];

/** First of the phases that has something to do. */
export function otherChanges(scope: Scope): Step {
  for (const phase of PHASES) {
    const step = phase(scope);
    if (step.step !== 'next') return step;
  }
  return NEXT;
}

function ttlIsOver(scope: Scope): boolean {
  const ttl = readOption(scope.observeConfiguration(), operatorOptions.jmDeploymentShutdownTtl);
  const ended = Number(job(scope.status).updateTime ?? scope.now);
  return ended + ttl < scope.now;
}

/** A JobManager without HA comes back only if its state may be lost. */
function canRecover(scope: Scope): boolean {
  const configuration = scope.observeConfiguration();
  if (!readOption(configuration, operatorOptions.jmDeploymentRecoveryEnabled)) return false;
  return (scope.spec.job?.upgradeMode ?? 'stateless') === 'stateless' || isHaActive(configuration);
}

function wantsRunning(scope: Scope): boolean {
  return recorded(scope).spec.job?.state !== 'suspended';
}
