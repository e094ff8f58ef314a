// SPDX-License-Identifier: Apache-2.0
// In which way a stopped job is started again.

import type { UpgradeModeName } from '../api/flink-deployment.ts';
import { job, reconciliation } from './draft-status.ts';
import { recorded, type Scope } from './scope.ts';

/**
 * The mode on record is how the job was stopped, and so how it can be restored; only "drop the state" may overrule it. An attempt at
 * this very generation has settled that already: its mode may be that of `initialSavepointPath`.
 */
export function restoreMode(scope: Scope): UpgradeModeName {
  const mode = recorded(scope).spec.job?.upgradeMode ?? 'stateless';
  const attempted =
    reconciliation(scope.status).state === 'UPGRADING' && scope.status.observedGeneration === scope.generation;
  if (attempted) return mode;
  if (dropsState(scope)) return 'stateless';
  // Cancelled by somebody: Flink has deleted its HA metadata, and the path was read together with the state of the job.
  return job(scope.status).state === 'CANCELED' ? 'savepoint' : mode;
}

/** Whether the spec in charge wants no state kept. */
export function dropsState(scope: Scope): boolean {
  return (scope.spec.job?.upgradeMode ?? 'stateless') === 'stateless';
}
