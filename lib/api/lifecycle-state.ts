// SPDX-License-Identifier: Apache-2.0
// `status.lifecycleState`: one word for where a FlinkDeployment is, derived from the rest of its status and never stored as a fact of
// its own, except while the resource is being deleted.

import type { FlinkDeploymentStatus, LifecycleState } from './flink-deployment.ts';
import { FAILURE_MARKERS } from './java-error.ts';
import { readRecordedSpec, sameRecordedSpec, UnreadableRecordedSpec } from './recorded-spec.ts';

interface Row {
  readonly state: LifecycleState;
  readonly applies: (status: FlinkDeploymentStatus) => boolean;
}

/** Tried in order; the first row that applies is the state. */
const ROWS: readonly Row[] = [
  { state: 'DELETING', applies: ({ lifecycleState }) => lifecycleState === 'DELETING' },
  { state: 'DELETED', applies: ({ lifecycleState }) => lifecycleState === 'DELETED' },
  { state: 'CREATED', applies: (status) => recorded(status) === undefined && isEmpty(status.error) },
  { state: 'FAILED', applies: (status) => recorded(status) === undefined },
  { state: 'UPGRADING', applies: (status) => reconciliationState(status) === 'UPGRADING' },
  { state: 'ROLLING_BACK', applies: (status) => reconciliationState(status) === 'ROLLING_BACK' },
  { state: 'SUSPENDED', applies: jobIsSuspended },
  { state: 'FAILED', applies: ({ jobStatus }) => jobStatus?.state === 'FAILED' },
  { state: 'FAILED', applies: cannotBeRestored },
  { state: 'ROLLED_BACK', applies: (status) => reconciliationState(status) === 'ROLLED_BACK' },
  { state: 'STABLE', applies: recordIsStable },
];

/** Where the resource is. Stability is a matter of what the two recorded specs mean, not of how they are spelled. */
export function lifecycleState(status: FlinkDeploymentStatus): LifecycleState {
  return ROWS.find(({ applies }) => applies(status))?.state ?? 'DEPLOYED';
}

function recorded({ reconciliationStatus }: FlinkDeploymentStatus): string | undefined {
  return reconciliationStatus?.lastReconciledSpec ?? undefined;
}

/** A status that says nothing counts as the initial one. */
function reconciliationState({ reconciliationStatus }: FlinkDeploymentStatus): string {
  return reconciliationStatus?.state ?? 'UPGRADING';
}

function jobIsSuspended(status: FlinkDeploymentStatus): boolean {
  const text = recorded(status);
  if (text === undefined) return false;
  try {
    return readRecordedSpec(text).spec.job?.state === 'suspended';
  } catch (error) {
    if (error instanceof UnreadableRecordedSpec) return false;
    throw error;
  }
}

function cannotBeRestored({ jobManagerDeploymentStatus, error }: FlinkDeploymentStatus): boolean {
  const jobManager = jobManagerDeploymentStatus ?? 'MISSING';
  if (jobManager !== 'MISSING' && jobManager !== 'ERROR') return false;
  return Object.values(FAILURE_MARKERS).some((marker) => error?.includes(marker) === true);
}

function recordIsStable({ reconciliationStatus }: FlinkDeploymentStatus): boolean {
  return sameRecordedSpec(reconciliationStatus?.lastReconciledSpec, reconciliationStatus?.lastStableSpec);
}

function isEmpty(text: string | null | undefined): boolean {
  return text === undefined || text === null || text === '';
}
