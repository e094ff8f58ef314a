// SPDX-License-Identifier: Apache-2.0
// When to look again at what sends no events. Kubernetes tells by itself what changes; Flink has to be asked.

import { readOption } from '../flink/configuration.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { job, reconciliation } from './draft-status.ts';
import { pollInterval } from './poll.ts';
import { isTerminal } from './predicates.ts';
import type { Scope } from './scope.ts';

/** Milliseconds until the next look when there is nothing to be done. */
export function nextLook(scope: Scope): number {
  const { status } = scope;
  const configuration = scope.operatorConfiguration();
  const progressCheck = progressCheckInterval(scope);
  const interval = readOption(configuration, operatorOptions.reconcileInterval);
  const record = reconciliation(status);
  if (isTerminal(status) || record.lastReconciledSpec === undefined) return interval;
  const since = Math.max(record.reconciliationTimestamp ?? 0, scope.observed.deployment?.availableChangedAt ?? 0);
  const lasted = scope.now - since;
  switch (status.jobManagerDeploymentStatus) {
    case 'READY':
      return job(status).state === 'RUNNING' && isSeenRunning(scope) ? interval : pollInterval(lasted, progressCheck);
    case 'DEPLOYED_NOT_READY':
      return pollInterval(lasted, readOption(configuration, operatorOptions.observerRestReadyDelay));
    case 'DEPLOYING':
      return (scope.observed.deployment?.available ?? 0) > 0 ? pollInterval(lasted, progressCheck) : progressCheck;
    default:
      return interval;
  }
}

/** Nothing is in between: neither an answer that did not come, nor an end that could not be taken in yet. */
function isSeenRunning(scope: Scope): boolean {
  const { jobs } = scope.observed;
  return jobs.known && jobs.value.some(({ id, state }) => id === job(scope.status).jobId && state === 'RUNNING');
}

/** `kubernetes.operator.observer.progress-check.interval`, milliseconds. */
export function progressCheckInterval(scope: Scope): number {
  return readOption(scope.operatorConfiguration(), operatorOptions.observerProgressCheckInterval);
}
