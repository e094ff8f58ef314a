// SPDX-License-Identifier: Apache-2.0
// What has to be asked before a decision can be made. Asking costs requests, so only what some rule will look at is asked.

import type { Finding } from '../api/finding.ts';
import { readOption } from '../flink/configuration.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { job, reconciliation } from './draft-status.ts';
import type { Input } from './decision.ts';
import { haMayExist } from './remove-cluster.ts';
import { isBeforeFirstDeployment, isTerminal } from './predicates.ts';
import { openScope, recorded, type Scope } from './scope.ts';
import { diffSpec } from './spec-diff.ts';
import { stopTriggerId } from './stop-trigger.ts';
import { asIfDeployed, unreadableRecord } from './unreadable-record.ts';
import { readable, withoutUnreadableValues } from './validation.ts';

export interface Questions {
  /** The JobManager's list of jobs; what to ask about the listed job depends on the answer. */
  readonly jobs: boolean;
  /** How the stop-with-savepoint of this trigger id stands, before anything else is asked. */
  readonly stop?: { readonly jobId: string; readonly triggerId: string };
  readonly ha: boolean;
  /** Ask for the checkpoints even of a running job. */
  readonly checkpoints: boolean;
}

export const NO_QUESTIONS: Questions = { jobs: false, ha: false, checkpoints: false };

/** Questions for the next decision. `input.observed` needs only what Kubernetes' caches hold; `errors` as for `decide`. */
export function questions(input: Input, errors: readonly Finding[]): Questions {
  const deleting = input.resource.metadata?.deletionTimestamp !== undefined;
  if (unreadableRecord(input.resource.status) === undefined)
    return withoutUnreadableValues(errors, (found) => questionsOf(input, found));
  return deleting ? questions(asIfDeployed(input), errors) : NO_QUESTIONS;
}

function questionsOf(input: Input, errors: readonly Finding[]): Questions {
  const scope = readable(openScope(input), errors);
  const { status } = scope;
  const deleting = input.resource.metadata?.deletionTimestamp !== undefined;
  if (scope.spec.job === undefined || scope.spec.mode === 'standalone') return NO_QUESTIONS;
  if (isBeforeFirstDeployment(status)) return { ...NO_QUESTIONS, ha: haMayExist(scope) };
  const record = recorded(scope);
  const upgrading = reconciliation(status).state === 'UPGRADING';
  const changed = upgrading || diffSpec(record.spec, scope.spec, scope.spec.mode ?? 'native').class !== 'IGNORE';
  const reachable = jobManagerCanAnswer(scope);
  const follow = reachable && record.spec.job?.state !== 'suspended';
  const ha = haMayExist(scope) && (deleting || changed || !reachable || isTerminal(status));
  const stop = follow && isStopping(scope, deleting) ? stopQuestion(scope) : undefined;
  const old =
    readOption(scope.deployConfiguration(), operatorOptions.jobUpgradeLastStateMaxAllowedCheckpointAge) !== undefined;
  return { jobs: follow, ...(stop === undefined ? {} : { stop }), ha, checkpoints: changed && old };
}

function jobManagerCanAnswer(scope: Scope): boolean {
  const { deployment } = scope.observed;
  return deployment?.ours === true && !deployment.deleting && deployment.wanted > 0 && deployment.available > 0;
}

/** Whether a stop is on record, and so may have been asked for: by this process or by one that died. */
function isStopping(scope: Scope, deleting: boolean): boolean {
  if (isTerminal(scope.status) || scope.status.jobManagerDeploymentStatus !== 'READY') return false;
  if (deleting)
    return (
      scope.status.lifecycleState === 'DELETING' &&
      readOption(scope.observeConfiguration(), operatorOptions.jobSavepointOnDeletion)
    );
  return reconciliation(scope.status).state === 'UPGRADING' && recorded(scope).spec.job?.upgradeMode === 'savepoint';
}

function stopQuestion(scope: Scope): { jobId: string; triggerId: string } | undefined {
  const jobId = job(scope.status).jobId;
  return jobId === undefined
    ? undefined
    : { jobId, triggerId: stopTriggerId(scope.input.resource, scope.input.resource.status ?? {}) };
}
