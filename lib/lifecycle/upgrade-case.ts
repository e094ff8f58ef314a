// SPDX-License-Identifier: Apache-2.0
// Gathers from a scope what the choice of an upgrade depends on.

import { readOption } from '../flink/configuration.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { flinkOptions } from '../flink/options.ts';
import { job } from './draft-status.ts';
import { known } from './observation.ts';
import { deployedSpec, isCancellable } from './predicates.ts';
import { haOnBothSides, recorded, type Scope } from './scope.ts';
import type { UpgradeCase } from './upgrade-plan.ts';

export function upgradeCase(scope: Scope): UpgradeCase {
  const { status, observed } = scope;
  const observe = scope.observeConfiguration();
  const deploy = scope.deployConfiguration();
  const lastSavepoint = job(status).upgradeSavepointPath ?? job(status).savepointInfo?.lastSavepoint?.location;
  const maxCheckpointAge = readOption(deploy, operatorOptions.jobUpgradeLastStateMaxAllowedCheckpointAge);
  const start = job(status).startTime;
  return {
    mode: scope.spec.job?.upgradeMode ?? 'stateless',
    recordedMode: recorded(scope).spec.job?.upgradeMode ?? 'stateless',
    jobState: job(status).state,
    ...(start === undefined ? {} : { jobStart: Number(start) }),
    jobManager: status.jobManagerDeploymentStatus ?? 'MISSING',
    cancellable: isCancellable(status),
    ...(lastSavepoint === undefined ? {} : { lastSavepoint }),
    versionChanges: deployedSpec(status)?.flinkVersion !== scope.spec.flinkVersion,
    haOnBothSides: haOnBothSides(scope),
    haMetadata: observed.ha.known ? known(observed.ha.value.available) : observed.ha,
    neverStarted: observed.deployment?.ours === true && observed.deployment.neverAvailable,
    savepointDirectory: readOption(observe, flinkOptions.executionCheckpointingSavepointDir) !== undefined,
    fallbackEnabled: readOption(deploy, operatorOptions.jobUpgradeLastStateFallbackEnabled),
    cancelEnabled: readOption(observe, operatorOptions.jobUpgradeLastStateJobCancelEnabled),
    ...(maxCheckpointAge === undefined ? {} : { maxCheckpointAge }),
    checkpoints: observed.checkpoints,
    now: scope.now,
  };
}
