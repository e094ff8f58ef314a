// SPDX-License-Identifier: Apache-2.0
// The spec changes again while an upgrade is under way: the newest one is what runs in the end, from the state of the first job.

import assert from 'node:assert/strict';
import { checkpoints, deploy, restored, runsWithoutFailure, stable, statusOf } from './steps.ts';
import type { Scenario } from './world.ts';

export const changedDuringUpgrade: Scenario = {
  name: 'changed-during-upgrade',
  title: 'A spec that changes in the middle of an upgrade is carried out after it, with the state',
  async run(world) {
    await deploy(world, { upgradeMode: 'savepoint' });
    await checkpoints(world, 1);
    await world.patchSpec({ job: { parallelism: 1 } });
    await world.until('the upgrade is under way', async () => {
      const { reconciliationStatus } = await statusOf(world);
      return reconciliationStatus?.state === 'UPGRADING';
    });
    await world.patchSpec({ flinkConfiguration: { 'execution.checkpointing.interval': '2 s' } });
    await stable(world);
    const { spec } = JSON.parse((await statusOf(world)).reconciliationStatus?.lastStableSpec ?? '{}') as {
      spec: { flinkConfiguration: Record<string, string>; job: { parallelism: number } };
    };
    assert.equal(spec.flinkConfiguration['execution.checkpointing.interval'], '2 s');
    assert.equal(spec.job.parallelism, 1);
    assert.equal((await restored(world))?.externalPath, (await statusOf(world)).jobStatus?.upgradeSavepointPath);
    await runsWithoutFailure(world);
  },
};
