// SPDX-License-Identifier: Apache-2.0
// The four things a change of a spec can mean for a running cluster, and their order. What follows from each is the lifecycle's
// business, not this file's.

/**
 * - `IGNORE`: nothing restarts.
 * - `SCALE`: may be done in place; otherwise it is an upgrade.
 * - `UPGRADE`: suspend as the upgrade mode says, then deploy again.
 * - `SAVEPOINT_REDEPLOY`: the running state is given up, the job starts from `job.initialSavepointPath`.
 */
export type ChangeClass = 'IGNORE' | 'SCALE' | 'UPGRADE' | 'SAVEPOINT_REDEPLOY';

/** From harmless to severe; a change as a whole has the most severe class of its fields. */
export const CHANGE_CLASSES: readonly ChangeClass[] = ['IGNORE', 'SCALE', 'UPGRADE', 'SAVEPOINT_REDEPLOY'];

/** The more severe of two classes. */
export function moreSevere(a: ChangeClass, b: ChangeClass): ChangeClass {
  return CHANGE_CLASSES.indexOf(a) >= CHANGE_CLASSES.indexOf(b) ? a : b;
}
