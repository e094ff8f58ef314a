// SPDX-License-Identifier: Apache-2.0
// In which way a stopped job is started again.

import type { UpgradeModeName } from '../api/flink-deployment.ts';
import { job, reconciliation } from './draft-status.ts';
import { haOnBothSides, recorded, type Scope } from './scope.ts';

/**
 * The mode on record is how the job was stopped, and so how it can be restored; only "drop the state" may overrule it. An attempt at
 * this very generation has settled that already: its mode may be that of `initialSavepointPath`.
 */
export function restoreMode(scope: Scope): UpgradeModeName {
  const mode = recorded(scope).spec.job?.upgradeMode ?? 'stateless';
  const attempted =
    reconciliation(scope.status).state === 'UPGRADING' && scope.status.observedGeneration === scope.generation;
  if (!dropsState(scope) && attemptHasRun(scope)) return 'last-state';
  if (attempted) return mode;
  if (dropsState(scope)) return 'stateless';
  // Cancelled by somebody: Flink has deleted its HA metadata, and the path was read together with the state of the job.
  return job(scope.status).state === 'CANCELED' ? 'savepoint' : mode;
}

/**
 * An attempt whose outcome was lost has run, and its cluster is gone again: it alone can have written the HA metadata that are there,
 * because those of earlier lives are deleted before every attempt.
 */
export function attemptHasRun(scope: Scope): boolean {
  const { status } = scope.input.resource;
  const { ha } = scope.observed;
  return (
    status?.reconciliationStatus?.state === 'UPGRADING' &&
    status.jobStatus?.state === 'RECONCILING' &&
    status.jobManagerDeploymentStatus === 'MISSING' &&
    recorded(scope).spec.job?.state === 'suspended' &&
    recorded(scope).spec.flinkVersion === scope.spec.flinkVersion &&
    haOnBothSides(scope) &&
    ha.known &&
    ha.value.available
  );
}

/** Whether the spec in charge wants no state kept. */
export function dropsState(scope: Scope): boolean {
  return (scope.spec.job?.upgradeMode ?? 'stateless') === 'stateless';
}
