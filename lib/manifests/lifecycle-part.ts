// SPDX-License-Identifier: Apache-2.0
// What the props about how an operator looks after a job ask of its cluster: `kubernetes.operator.*`.

import { operatorOptions } from '../flink/operator-options.ts';
import type { ClusterDraft } from './cluster/cluster-draft.ts';
import type { FlinkClusterProps } from './cluster/cluster-props.ts';
import { known } from './cluster/option-name.ts';
import type { OptionName } from './cluster/option-name.ts';
import { SAVEPOINT_DIRECTORY } from './cluster/state-part.ts';
import { finding } from './finding.ts';
import type { LifecycleProps, Periodic } from './lifecycle-props.ts';
import { durationText } from './quantities.ts';
import type { DurationValue } from './quantities.ts';

const OPTIONS = {
  periodicSavepoint: known(operatorOptions.periodicSavepointInterval),
  periodicCheckpoint: known(operatorOptions.periodicCheckpointInterval),
  checkpointType: known(operatorOptions.checkpointType),
  format: known(operatorOptions.savepointFormatType),
  maxCount: known(operatorOptions.savepointHistoryMaxCount),
  maxAge: known(operatorOptions.savepointHistoryMaxAge),
  cleanup: known(operatorOptions.savepointCleanupEnabled),
  onDeletion: known(operatorOptions.jobSavepointOnDeletion),
  rollback: known(operatorOptions.deploymentRollbackEnabled),
  readinessTimeout: known(operatorOptions.deploymentReadinessTimeout),
  maxCheckpointAge: known(operatorOptions.jobUpgradeLastStateMaxAllowedCheckpointAge),
  lastStateFallback: known(operatorOptions.jobUpgradeLastStateFallbackEnabled),
  cancelJob: known(operatorOptions.jobUpgradeLastStateJobCancelEnabled),
  ignorePendingSavepoint: known(operatorOptions.jobUpgradeIgnorePendingSavepoint),
  inPlaceScaling: known(operatorOptions.jobUpgradeInplaceScalingEnabled),
  restartFailed: known(operatorOptions.jobRestartFailed),
  healthCheck: known(operatorOptions.clusterHealthCheckEnabled),
  maxRestarts: known(operatorOptions.clusterHealthCheckRestartsThreshold),
  restartWindow: known(operatorOptions.clusterHealthCheckRestartsWindow),
  checkpointProgress: known(operatorOptions.clusterHealthCheckCheckpointProgressEnabled),
  checkpointWindow: known(operatorOptions.clusterHealthCheckCheckpointProgressWindow),
} as const satisfies Readonly<Record<string, OptionName>>;

/** Adds what they ask for. */
export function addLifecycle(props: LifecycleProps & Pick<FlinkClusterProps, 'state'>, cluster: ClusterDraft): void {
  const { savepoints, checkpoints, rollback, upgrade, restartFailed, healthCheck } = props;
  if (savepoints !== undefined) addSavepoints(savepoints, cluster);
  if (savepoints?.directory !== undefined && props.state?.savepointDirectory !== undefined)
    cluster.findings.push(
      finding(
        'props.twice',
        'savepoints.directory',
        'and `state.savepointDirectory` say where savepoints go, and only one can count',
        'remove one of the two',
      ),
    );
  if (checkpoints !== undefined) {
    addPeriodic(OPTIONS.periodicCheckpoint, checkpoints, 'checkpoints', cluster);
    cluster.set(OPTIONS.checkpointType, checkpoints.type?.toUpperCase(), 'checkpoints.type');
  }
  if (rollback !== undefined) {
    cluster.set(OPTIONS.rollback, rollback !== false, 'rollback');
    if (typeof rollback === 'object')
      cluster.set(OPTIONS.readinessTimeout, text(rollback.readinessTimeout), 'rollback.readinessTimeout');
  }
  if (upgrade !== undefined) addUpgrade(upgrade, cluster);
  cluster.set(OPTIONS.restartFailed, restartFailed, 'restartFailed');
  if (healthCheck !== undefined) addHealthCheck(healthCheck, cluster);
}

function addSavepoints(savepoints: NonNullable<LifecycleProps['savepoints']>, cluster: ClusterDraft): void {
  const { directory, format, history, cleanup, onDeletion } = savepoints;
  cluster.set(SAVEPOINT_DIRECTORY, directory, 'savepoints.directory');
  addPeriodic(OPTIONS.periodicSavepoint, savepoints, 'savepoints', cluster);
  cluster.set(OPTIONS.format, format?.toUpperCase(), 'savepoints.format');
  cluster.set(OPTIONS.maxCount, history?.maxCount, 'savepoints.history.maxCount');
  cluster.set(OPTIONS.maxAge, text(history?.maxAge), 'savepoints.history.maxAge');
  cluster.set(OPTIONS.cleanup, cleanup, 'savepoints.cleanup');
  cluster.set(OPTIONS.onDeletion, onDeletion, 'savepoints.onDeletion');
}

function addUpgrade(upgrade: NonNullable<LifecycleProps['upgrade']>, cluster: ClusterDraft): void {
  const { maxCheckpointAge, lastStateFallback, cancelJob, waitForSavepoint, inPlaceScaling } = upgrade;
  const ignore = waitForSavepoint === undefined ? undefined : !waitForSavepoint;
  cluster.set(OPTIONS.maxCheckpointAge, text(maxCheckpointAge), 'upgrade.maxCheckpointAge');
  cluster.set(OPTIONS.lastStateFallback, lastStateFallback, 'upgrade.lastStateFallback');
  cluster.set(OPTIONS.cancelJob, cancelJob, 'upgrade.cancelJob');
  cluster.set(OPTIONS.ignorePendingSavepoint, ignore, 'upgrade.waitForSavepoint');
  cluster.set(OPTIONS.inPlaceScaling, inPlaceScaling, 'upgrade.inPlaceScaling');
}

function addHealthCheck(healthCheck: NonNullable<LifecycleProps['healthCheck']>, cluster: ClusterDraft): void {
  cluster.set(OPTIONS.healthCheck, healthCheck !== false, 'healthCheck');
  if (typeof healthCheck !== 'object') return;
  const { maxRestarts, restartWindow, checkpointWindow } = healthCheck;
  cluster.set(OPTIONS.maxRestarts, maxRestarts, 'healthCheck.maxRestarts');
  cluster.set(OPTIONS.restartWindow, text(restartWindow), 'healthCheck.restartWindow');
  if (checkpointWindow === undefined) return;
  cluster.set(OPTIONS.checkpointProgress, true, 'healthCheck.checkpointWindow');
  cluster.set(OPTIONS.checkpointWindow, text(checkpointWindow), 'healthCheck.checkpointWindow');
}

function addPeriodic(option: OptionName, { interval, schedule }: Periodic, path: string, cluster: ClusterDraft): void {
  if (schedule === undefined) cluster.set(option, text(interval), `${path}.interval`);
  else cluster.set(option, schedule, `${path}.schedule`);
}

function text(duration: DurationValue | undefined): string | undefined {
  return duration === undefined ? undefined : durationText(duration);
}
