// SPDX-License-Identifier: Apache-2.0
// `status.jobManagerDeploymentStatus` from what was seen of the Deployment, its pods and the REST API. READY means that REST
// answered; everything short of that is told apart by Kubernetes.

import type { JobManagerDeploymentStatus } from '../api/flink-deployment.ts';
import { isSet, readOption } from '../flink/configuration.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { job } from './draft-status.ts';
import { setError } from './error-status.ts';
import type { JobManagerDeployment } from './observation.ts';
import { isTerminal } from './predicates.ts';
import { emit, find, recorded, type Scope } from './scope.ts';

/** Sets the JobManager's status, and what follows from it for the job's. */
export function observeJobManager(scope: Scope): void {
  const { status, observed } = scope;
  const deployment = observed.deployment?.ours === true ? observed.deployment : undefined;
  if (deployment === undefined) {
    jobManagerIsGone(scope);
    return;
  }
  // What is left of an ended job may go; the job has ended all the same.
  if (isGoing(deployment) && isTerminal(status)) return;
  // Only a deploy action leaves MISSING: until then it is not certain that everything besides the Deployment was created.
  if (status.jobManagerDeploymentStatus === 'MISSING') return;
  const next = readiness(scope, deployment);
  if (next === 'ERROR') return;
  const { state } = job(status);
  if (next !== 'READY' && (state === 'RUNNING' || state === 'CANCELLING')) {
    find(
      scope,
      'JobManagerUnreachable',
      `the JobManager of ${scope.at.namespace}/${scope.at.name} does not answer; the state of the job is not known`,
    );
    job(status).state = 'RECONCILING';
  }
  status.jobManagerDeploymentStatus = next;
}

function readiness(scope: Scope, deployment: JobManagerDeployment): JobManagerDeploymentStatus {
  const { jobs } = scope.observed;
  const before = scope.status.jobManagerDeploymentStatus;
  if (isGoing(deployment)) return 'DEPLOYING';
  if (deployment.available > 0) {
    if (jobs.known)
      return restReadyDelayIsOver(scope, deployment) || before === 'READY' ? 'READY' : 'DEPLOYED_NOT_READY';
    if (jobs.why.code === 'not-asked') return before ?? 'DEPLOYING';
    // A single lost answer is no news; only what lasts as long as the client would have waited is.
    if (
      before === 'READY' &&
      scope.now - (jobs.since ?? scope.now) <
        readOption(scope.operatorConfiguration(), operatorOptions.flinkClientTimeout)
    )
      return 'READY';
    return jobs.why.code === 'not-ready' ? 'DEPLOYED_NOT_READY' : 'DEPLOYING';
  }
  const trouble =
    deployment.failedCreate === undefined
      ? scope.observed.pods.find((pod) => pod.deletedAt === undefined && pod.trouble !== undefined)?.trouble
      : { reason: 'FailedCreate', message: deployment.failedCreate };
  return trouble === undefined ? 'DEPLOYING' : jobManagerFails(scope, trouble);
}

function isGoing(deployment: JobManagerDeployment): boolean {
  return deployment.deleting || deployment.wanted === 0;
}

/** The delay guards against asking too early; here REST is asked itself, so it only counts where somebody has set it. */
function restReadyDelayIsOver(scope: Scope, deployment: JobManagerDeployment): boolean {
  const configuration = scope.operatorConfiguration();
  if (!isSet(configuration, operatorOptions.observerRestReadyDelay)) return true;
  return (
    scope.now >=
    (deployment.availableChangedAt ?? scope.now) + readOption(configuration, operatorOptions.observerRestReadyDelay)
  );
}

function jobManagerFails(scope: Scope, trouble: { reason: string; message: string }): 'ERROR' {
  const { status } = scope;
  const message = `${trouble.reason}: ${trouble.message}`;
  find(scope, 'JobManagerFailed', `the JobManager of ${scope.at.namespace}/${scope.at.name} cannot start: ${message}`);
  if (!isTerminal(status)) job(status).state = 'RECONCILING';
  if (status.jobManagerDeploymentStatus !== 'ERROR') {
    setError(scope, { type: 'deploymentFailed', message, reason: trouble.reason });
    emit(scope, { type: 'Warning', reason: trouble.reason, component: 'JobManagerDeployment', message });
  }
  status.jobManagerDeploymentStatus = 'ERROR';
  return 'ERROR';
}

function jobManagerIsGone(scope: Scope): void {
  const { status } = scope;
  const before = status.jobManagerDeploymentStatus;
  const wanted = recorded(scope).spec.job?.state !== 'suspended';
  status.jobManagerDeploymentStatus = 'MISSING';
  // Nobody misses the JobManager of an ended job; after a while it is removed by ourselves.
  if (isTerminal(status)) return;
  job(status).state = 'RECONCILING';
  // Gone as it should be: suspended, or about to be.
  if (!wanted || scope.spec.job?.state === 'suspended') return;
  if (before === 'MISSING' || before === 'ERROR') return;
  const message = `the JobManager Deployment ${scope.at.namespace}/${scope.at.name} does not exist`;
  find(scope, 'JobManagerMissing', message);
  setError(scope, { type: 'missingJobManager', message });
  emit(scope, { type: 'Warning', reason: 'Missing', component: 'JobManagerDeployment', message });
}
