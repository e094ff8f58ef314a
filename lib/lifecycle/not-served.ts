// SPDX-License-Identifier: Apache-2.0
// What this operator does not carry out yet, said aloud: nothing of a spec is ignored in silence. A resource as a whole that it does
// not serve it must not touch, because another operator may be running it.

import { readOption, type ConfigOption } from '../flink/configuration.ts';
import { autoscalerOptions } from '../flink/autoscaler-options.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { reconciliation } from './draft-status.ts';
import { isBeforeFirstDeployment } from './predicates.ts';
import { recorded, type Scope } from './scope.ts';

/** Why a resource is left alone; undefined when it is served. */
export function resourceNotServed(scope: Scope): string | undefined {
  const spec = isBeforeFirstDeployment(scope.status) ? scope.spec : recorded(scope).spec;
  if (spec.mode === 'standalone') return 'spec.mode is standalone';
  if (spec.job === undefined) return 'spec.job is missing, which makes it a session cluster';
  const state = reconciliation(scope.status).state;
  return state === 'ROLLING_BACK' || state === 'ROLLED_BACK'
    ? `status.reconciliationStatus.state is ${state}`
    : undefined;
}

/** Options that ask for something when they are on. */
const SWITCHES: readonly ConfigOption<boolean>[] = [
  operatorOptions.deploymentRollbackEnabled,
  operatorOptions.clusterHealthCheckEnabled,
  autoscalerOptions.enabled,
];

/** Options that ask for something when they say when. */
const SCHEDULES: readonly ConfigOption<string>[] = [
  operatorOptions.periodicSavepointInterval,
  operatorOptions.periodicCheckpointInterval,
];

/** Parts of a served spec that have no effect yet. */
export function partsNotServed(scope: Scope): string[] {
  const configuration = scope.deployConfiguration();
  const options = [
    ...SWITCHES.filter((option) => readOption(configuration, option)),
    ...SCHEDULES.filter((option) => readOption(configuration, option) !== ''),
  ].map(({ key }) => key);
  const before = isBeforeFirstDeployment(scope.status) ? undefined : recorded(scope).spec.job;
  const nonces = (['savepointTriggerNonce', 'checkpointTriggerNonce'] as const)
    // What is there from the start triggers nothing with any operator.
    .filter(
      (nonce) =>
        before !== undefined && scope.spec.job?.[nonce] !== undefined && scope.spec.job[nonce] !== before[nonce],
    )
    .map((nonce) => `spec.job.${nonce}`);
  return [...options, ...nonces];
}
