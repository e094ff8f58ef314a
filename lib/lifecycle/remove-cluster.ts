// SPDX-License-Identifier: Apache-2.0
// Taking a cluster away, one step a decision, until nothing of it can run any more. "Gone" is only said when Kubernetes shows
// neither the Deployment nor a JobManager pod, because a job that starts again before that would run twice.

import { readRecordedSpec } from '../api/recorded-spec.ts';
import { readOption } from '../flink/configuration.ts';
import { isHaActive } from '../flink/high-availability.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { effectiveConfiguration } from '../manifests/effective-configuration.ts';
import { actionFailed } from './action-failed.ts';
import type { Action } from './action.ts';
import { isTerminal } from './predicates.ts';
import { find, type Scope } from './scope.ts';
import { act, NEXT, wait, type Step } from './step.ts';

/** How long a JobManager pod may take to end before its Deployment is deleted all the same, in milliseconds. */
const LONGEST_GRACE = 60_000;

const REMOVALS: readonly Action['do'][] = ['scale-to-zero', 'delete-cluster', 'delete-ha-data'];

/** Next step towards no cluster; `next` when it is gone. A step that failed is tried again by the retry schedule. */
export function removeCluster(scope: Scope, haData: 'keep' | 'delete'): Step {
  const { deployment, pods, outcome } = scope.observed;
  const configuration = scope.operatorConfiguration();
  const propagation = readOption(configuration, operatorOptions.resourceDeletionPropagation);
  const progressCheck = readOption(configuration, operatorOptions.observerProgressCheckInterval);
  if (outcome?.result.ok === false && REMOVALS.includes(outcome.action.do))
    return actionFailed(scope, outcome.result.failure, 'Removing the cluster');
  if (deployment !== undefined && !deployment.ours) {
    // Nothing of ours is left, and what belongs to somebody else is not ours to remove; that goes for HA data of this name as well.
    return deployment.deleting ? wait(progressCheck) : NEXT;
  }
  if (deployment !== undefined && !deployment.deleting) {
    // A JobManager that outlives its TaskManagers could fail the job for good and with that throw its HA metadata away.
    const graceful = propagation === 'Foreground' && (haData === 'keep' || !isTerminal(scope.status));
    find(
      scope,
      'OldClusterIsRemoved',
      `the cluster of ${scope.at.namespace}/${scope.at.name} is removed, its HA data are ${haData === 'keep' ? 'kept' : 'deleted'}`,
    );
    if (graceful && deployment.wanted > 0) return act({ do: 'scale-to-zero', uid: deployment.uid });
    const longest = Math.min(LONGEST_GRACE, readOption(configuration, operatorOptions.resourceCleanupTimeout) / 2);
    const ending = pods.filter((pod) => pod.deletedAt === undefined || scope.now - pod.deletedAt < longest);
    if (graceful && ending.length > 0) return wait(progressCheck);
    return act({ do: 'delete-cluster', uid: deployment.uid, propagation });
  }
  if (deployment !== undefined || jobManagersInTheWay(scope)) {
    find(
      scope,
      'OldClusterIsRemoved',
      `the JobManager of ${scope.at.namespace}/${scope.at.name} is still being removed`,
    );
    return wait(progressCheck);
  }
  return haData === 'delete' ? removeHaData(scope, progressCheck) : NEXT;
}

function removeHaData(scope: Scope, progressCheck: number): Step {
  if (!haMayExist(scope)) return NEXT;
  const { ha } = scope.observed;
  if (!ha.known) {
    find(scope, 'HaMetadataUnknown', `HA data cannot be removed yet: ${ha.why.message}`);
    return wait(progressCheck);
  }
  if (!ha.value.present) return NEXT;
  find(scope, 'HaDataAreRemoved', 'the next job does not start from the HA data of the one before, so they go');
  return act({ do: 'delete-ha-data' });
}

/**
 * Whether a JobManager may still run although its Deployment is gone. A pod that has been ending for longer than
 * `kubernetes.operator.resource.cleanup.timeout` is taken for one that a lost node can no longer take back.
 */
export function jobManagersInTheWay(scope: Scope): boolean {
  const configuration = scope.operatorConfiguration();
  if (readOption(configuration, operatorOptions.resourceDeletionPropagation) === 'Orphan') return false;
  const longest = readOption(configuration, operatorOptions.resourceCleanupTimeout);
  return scope.observed.pods.some((pod) => pod.deletedAt === undefined || scope.now - pod.deletedAt < longest);
}

/**
 * Whether this cluster can have written HA data: HA is on in what runs, in what is to run, or in what ran before, because once the
 * next deployment is on record it takes the place of what still runs. At the end nothing may be left, so there it is always asked.
 */
export function haMayExist(scope: Scope): boolean {
  if (scope.input.resource.metadata?.deletionTimestamp !== undefined) return true;
  if (isHaActive(scope.deployConfiguration()) || isHaActive(scope.observeConfiguration())) return true;
  const stable = scope.status.reconciliationStatus?.lastStableSpec;
  return (
    stable !== undefined &&
    isHaActive(effectiveConfiguration(readRecordedSpec(stable).spec, scope.at, scope.input.base))
  );
}
