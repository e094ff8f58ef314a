// SPDX-License-Identifier: Apache-2.0
// What the choice of an upgrade depends on, as plain values, and how they are gathered from a scope.

import type { JobManagerDeploymentStatus, JobStatusName, UpgradeModeName } from '../api/flink-deployment.ts';
import { readOption } from '../flink/configuration.ts';
import { isHaActive } from '../flink/high-availability.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { flinkOptions } from '../flink/options.ts';
import { job } from './draft-status.ts';
import { known, type CheckpointsSeen, type JobManagerDeployment, type Observed } from './observation.ts';
import { deployedSpec, isCancellable } from './predicates.ts';
import { haOnBothSides, recorded, type Scope } from './scope.ts';

/** Everything the choice depends on. */
export interface UpgradeCase {
  readonly mode: UpgradeModeName;
  /** The mode that is on record: how the running job was started. */
  readonly recordedMode: UpgradeModeName;
  readonly jobState: JobStatusName | undefined;
  /** Epoch milliseconds. */
  readonly jobStart?: number;
  readonly jobManager: JobManagerDeploymentStatus;
  readonly cancellable: boolean;
  /** Where the last state lies according to the status; undefined: there is none. */
  readonly lastSavepoint?: string;
  /** The Flink version changes. */
  readonly versionChanges: boolean;
  /** HA is on in the deployed configuration, so its metadata may hold a newer state than the status names. */
  readonly haDeployed: boolean;
  /** HA is on in the deployed and in the new configuration, so its metadata can carry the state over. */
  readonly haOnBothSides: boolean;
  readonly haMetadata: Observed<boolean>;
  /** No JobManager of the deployed spec was ever available, and one may still become so. */
  readonly neverStarted: boolean;
  readonly savepointDirectory: boolean;
  /** `kubernetes.operator.job.upgrade.last-state-fallback.enabled` */
  readonly fallbackEnabled: boolean;
  /** `kubernetes.operator.job.upgrade.last-state.job-cancel.enabled` */
  readonly cancelEnabled: boolean;
  /** `kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age`, milliseconds. */
  readonly maxCheckpointAge?: number;
  readonly checkpoints: Observed<CheckpointsSeen>;
  readonly now: number;
}

/** The case of the spec in charge. */
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
    jobManager: isGoing(observed.deployment) ? 'MISSING' : (status.jobManagerDeploymentStatus ?? 'MISSING'),
    cancellable: isCancellable(status),
    ...(lastSavepoint === undefined ? {} : { lastSavepoint }),
    versionChanges: deployedSpec(status)?.flinkVersion !== scope.spec.flinkVersion,
    haDeployed: isHaActive(observe),
    haOnBothSides: haOnBothSides(scope),
    haMetadata: observed.ha.known ? known(observed.ha.value.available) : observed.ha,
    neverStarted: mayStartYet(observed.deployment),
    savepointDirectory: readOption(observe, flinkOptions.executionCheckpointingSavepointDir) !== undefined,
    fallbackEnabled: readOption(deploy, operatorOptions.jobUpgradeLastStateFallbackEnabled),
    cancelEnabled: readOption(observe, operatorOptions.jobUpgradeLastStateJobCancelEnabled),
    ...(maxCheckpointAge === undefined ? {} : { maxCheckpointAge }),
    checkpoints: observed.checkpoints,
    now: scope.now,
  };
}

function mayStartYet(deployment: JobManagerDeployment | undefined): boolean {
  return deployment?.ours === true && deployment.neverAvailable && !isGoing(deployment);
}

/** On its way out, or kept from running: nothing of it will come back by itself. */
function isGoing(deployment: JobManagerDeployment | undefined): boolean {
  return deployment?.ours === true && (deployment.deleting || deployment.wanted === 0);
}
