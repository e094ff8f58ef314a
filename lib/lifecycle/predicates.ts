// SPDX-License-Identifier: Apache-2.0
// The words in which the rules are written: small tests on a status, nothing else.

import type { FlinkDeploymentSpec, FlinkDeploymentStatus, JobStatusName } from '../api/flink-deployment.ts';
import { readRecordedSpec, type RecordedSpec } from '../api/recorded-spec.ts';

/** A restore path that cannot exist: makes Flink fail rather than start empty when HA data vanish. */
export const LAST_STATE_MARKER = 'KUBERNETES_OPERATOR_LAST_STATE';

const TERMINAL: readonly JobStatusName[] = ['FINISHED', 'CANCELED', 'FAILED'];

/** Globally terminal: Flink will never run this job again by itself. */
export function isTerminalState(state: JobStatusName | undefined): boolean {
  return state !== undefined && TERMINAL.includes(state);
}

export function jobState(status: FlinkDeploymentStatus): JobStatusName | undefined {
  return status.jobStatus?.state;
}

export function isTerminal(status: FlinkDeploymentStatus): boolean {
  return isTerminalState(jobState(status));
}

export function isRunning(status: FlinkDeploymentStatus): boolean {
  return jobState(status) === 'RUNNING';
}

/** The job can be asked to end: its state is known, it has not ended, and its JobManager answers. */
export function isCancellable(status: FlinkDeploymentStatus): boolean {
  const state = jobState(status);
  return (
    state !== undefined &&
    state !== 'RECONCILING' &&
    !isTerminalState(state) &&
    status.jobManagerDeploymentStatus === 'READY'
  );
}

export function isBeforeFirstDeployment(status: FlinkDeploymentStatus): boolean {
  return status.reconciliationStatus?.lastReconciledSpec === undefined;
}

/** The record that was read last: one decision asks for the same one a dozen times, and reading would be most of its work. */
let read: { readonly text: string; readonly recorded: RecordedSpec } | undefined;

/** The spec last deployed or being deployed, not to be written to; undefined before the first deployment. */
export function lastReconciled(status: FlinkDeploymentStatus): RecordedSpec | undefined {
  const text = status.reconciliationStatus?.lastReconciledSpec;
  if (text === undefined) return undefined;
  if (read?.text !== text) read = { text, recorded: readRecordedSpec(text) };
  return read.recorded;
}

/** The spec whose job runs: after a rollback the stable one, else the last reconciled one. */
export function deployedSpec(status: FlinkDeploymentStatus): FlinkDeploymentSpec | undefined {
  const reconciliation = status.reconciliationStatus;
  if (reconciliation?.state === 'ROLLED_BACK' && reconciliation.lastStableSpec !== undefined)
    return readRecordedSpec(reconciliation.lastStableSpec).spec;
  return lastReconciled(status)?.spec;
}
