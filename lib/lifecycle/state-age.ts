// SPDX-License-Identifier: Apache-2.0
// How old the state may be that a running last-state job goes back to. Whoever sets a limit gets a savepoint beyond it.

import type { UpgradeCase } from './upgrade-case.ts';
import type { UpgradePlan } from './upgrade-plan.ts';

/** What to do instead of going back to the last checkpoint, or nothing when that is young enough. */
export function stateIsTooOld(c: UpgradeCase): UpgradePlan | undefined {
  if (c.maxCheckpointAge === undefined) return undefined;
  const oldest = c.now - c.maxCheckpointAge;
  if (c.jobStart !== undefined && c.jobStart > oldest) return undefined;
  if (!c.checkpoints.known) {
    const message = `the age of the last checkpoint is not known: ${c.checkpoints.why.message}`;
    return { stop: 'wait', others: true, because: { code: 'UpgradeHasToWait', message } };
  }
  const { latest, pendingSince } = c.checkpoints.value;
  if (latest !== undefined && latest.timestamp > oldest) return undefined;
  if (pendingSince !== undefined && pendingSince > oldest) {
    const message = 'a checkpoint is in progress and will be young enough';
    return { stop: 'wait', others: true, because: { code: 'CheckpointPending', message } };
  }
  const message =
    'the last checkpoint is older than kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age';
  return { stop: 'savepoint', restore: 'savepoint', because: { code: 'CheckpointTooOld', message } };
}
