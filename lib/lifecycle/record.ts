// SPDX-License-Identifier: Apache-2.0
// Writing into the status which spec is being deployed, was deployed, or proved stable. Another operator, or this one after a
// crash, goes on from these records alone.

import type { FlinkDeploymentSpec, FlinkDeploymentStatus, JobState, UpgradeModeName } from '../api/flink-deployment.ts';
import { readRecordedSpec, sameRecordedSpec, writeRecordedSpec, type RecordedSpec } from '../api/recorded-spec.ts';
import { readOption } from '../flink/configuration.ts';
import { flinkOptions } from '../flink/options.ts';
import { job, reconciliation } from './draft-status.ts';
import { lastReconciled } from './predicates.ts';
import type { Scope } from './scope.ts';

const API_VERSION = 'flink.apache.org/v1beta1';

/** Records that the spec in charge is about to be deployed, with the way its state is restored; the same attempt only once. */
export function recordAttempt(scope: Scope, mode: UpgradeModeName): void {
  const before = scope.status.reconciliationStatus?.lastReconciledSpec;
  const text = specText(scope, 'suspended', mode, false);
  const already =
    before !== undefined &&
    reconciliation(scope.status).state === 'UPGRADING' &&
    scope.status.observedGeneration === scope.generation &&
    sameRecordedSpec(before, text) &&
    readRecordedSpec(before).metadata !== undefined;
  if (already) return;
  write(scope, 'UPGRADING', text);
  delete scope.status.error;
  taskManagerInfo(scope, 'suspended');
}

/** Records that the spec in charge is carried out: deployed, or suspended as it asks for. */
export function recordDeployed(scope: Scope, mode: UpgradeModeName): void {
  const target = scope.spec.job?.state ?? 'running';
  write(scope, 'DEPLOYED', specText(scope, target, mode, true));
  delete scope.status.error;
  taskManagerInfo(scope, target);
  if (target === 'suspended') markStable(scope.status);
}

/**
 * Records that the job is being stopped: the old spec stays, with the way it will be restored. Whatever the spec says by the time the
 * job has ended, who finds this record knows that the job did not end by itself and has to go on from the state it left. The same stop
 * is recorded only once.
 */
export function recordStopping(scope: Scope, mode: UpgradeModeName): void {
  const before = lastReconciled(scope.status)?.spec.job?.upgradeMode;
  if (reconciliation(scope.status).state === 'UPGRADING' && before === mode) return;
  forgetEarlierLife(scope);
  patchRecorded(scope.status, (recorded) => ({
    spec: { ...recorded.spec, job: { ...recorded.spec.job, upgradeMode: mode } },
    metadata: { ...recorded.metadata, firstDeployment: false },
  }));
  reconciliation(scope.status).state = 'UPGRADING';
  reconciliation(scope.status).reconciliationTimestamp = scope.now;
}

/**
 * A job that was started with empty state has no path to go back to, though one of an earlier life may still be on record. To be
 * called before the way in which the job was started is overwritten.
 */
export function forgetEarlierLife(scope: Scope): void {
  if (lastReconciled(scope.status)?.spec.job?.upgradeMode === 'stateless')
    delete job(scope.status).upgradeSavepointPath;
}

/** The stop did not come to pass and the job goes on as it was. */
export function recordNotStopped(scope: Scope): void {
  reconciliation(scope.status).state = 'DEPLOYED';
  reconciliation(scope.status).reconciliationTimestamp = scope.now;
}

/** Records that the job has stopped, whoever stopped it. */
export function markSuspended(status: FlinkDeploymentStatus): void {
  patchRecorded(status, (recorded) => ({
    spec: { ...recorded.spec, job: { ...recorded.spec.job, state: 'suspended' } },
    metadata: { ...recorded.metadata, firstDeployment: false },
  }));
}

/** The spec recorded last has proved itself: it is what a rollback goes back to. */
export function markStable(status: FlinkDeploymentStatus): void {
  const record = reconciliation(status);
  if (record.lastReconciledSpec !== undefined) record.lastStableSpec = record.lastReconciledSpec;
}

/** The spec has changed only in what needs no deployment: it is acknowledged, the record stays. */
export function acknowledge(scope: Scope): void {
  scope.status.observedGeneration = scope.generation;
}

/** The first deployment did not come to pass: forget it, so that the next attempt starts from the spec of that moment. */
export function forgetFirstDeployment(status: FlinkDeploymentStatus): void {
  const record = reconciliation(status);
  delete record.lastReconciledSpec;
  record.state = 'UPGRADING';
}

function write(scope: Scope, state: 'UPGRADING' | 'DEPLOYED', text: string): void {
  const record = reconciliation(scope.status);
  record.state = state;
  record.lastReconciledSpec = text;
  record.reconciliationTimestamp = scope.now;
  scope.status.observedGeneration = scope.generation;
}

function specText(scope: Scope, target: JobState, mode: UpgradeModeName, deployed: boolean): string {
  const previous = lastReconciled(scope.status);
  const first = previous === undefined || (deployed && previous.metadata?.firstDeployment === true);
  const spec: FlinkDeploymentSpec = { ...scope.spec };
  if (scope.spec.job !== undefined) {
    const { savepointTriggerNonce, checkpointTriggerNonce, ...rest } = scope.spec.job;
    // A nonce that changes together with the spec must still fire after the upgrade, so what is recorded is the one handled last.
    const handled =
      previous === undefined ? { savepointTriggerNonce, checkpointTriggerNonce } : (previous.spec.job ?? {});
    spec.job = { ...rest, state: target, upgradeMode: mode };
    if (handled.savepointTriggerNonce !== undefined) spec.job.savepointTriggerNonce = handled.savepointTriggerNonce;
    if (handled.checkpointTriggerNonce !== undefined) spec.job.checkpointTriggerNonce = handled.checkpointTriggerNonce;
  }
  return writeRecordedSpec(spec, { apiVersion: API_VERSION, firstDeployment: first });
}

function patchRecorded(status: FlinkDeploymentStatus, change: (recorded: RecordedSpec) => RecordedSpec): void {
  const before = lastReconciled(status);
  if (before === undefined) return;
  const after = change(before);
  const metadata = { apiVersion: API_VERSION, firstDeployment: false, ...after.metadata };
  reconciliation(status).lastReconciledSpec = writeRecordedSpec(after.spec, metadata);
}

/** What the scale subresource shows: a plan, not a count. */
function taskManagerInfo(scope: Scope, target: JobState): void {
  if (scope.spec.job === undefined) return;
  if (target === 'suspended') {
    scope.status.taskManager = { labelSelector: '', replicas: 0 };
    return;
  }
  const configuration = scope.deployConfiguration();
  const slots = readOption(configuration, flinkOptions.taskmanagerNumberOfTaskSlots);
  scope.status.taskManager = {
    labelSelector: `component=taskmanager,app=${scope.at.name}`,
    replicas: Math.ceil(readOption(configuration, flinkOptions.parallelismDefault) / slots),
  };
}
