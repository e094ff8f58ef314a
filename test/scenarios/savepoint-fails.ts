// SPDX-License-Identifier: Apache-2.0
// The savepoint of an upgrade cannot be written: the job goes on, the status says why, and the upgrade comes to its end once it can.

import assert from 'node:assert/strict';
import { checkpoints, deploy, jobId, restored, runsWithoutFailure, stable, statusOf } from './steps.ts';
import type { Scenario } from './world.ts';

export const savepointFails: Scenario = {
  name: 'savepoint-fails',
  title: 'An upgrade whose savepoint fails leaves the job running and is tried again',
  async run(world) {
    await deploy(world, { upgradeMode: 'savepoint' });
    await checkpoints(world, 1);
    const before = await jobId(world);
    await world.refuseSavepoints(true);
    await world.patchSpec({ job: { parallelism: 1 } });
    await world.until('the failure is reported', async () => /savepoint/i.test((await statusOf(world)).error ?? ''));
    await world.until('the job runs', async () => {
      const [job] = await world.ask((flink) => flink.jobsOverview());
      return job?.id === before && job.effectiveState === 'RUNNING';
    });
    await world.refuseSavepoints(false);
    await stable(world);
    assert.equal((await statusOf(world)).error, undefined, 'the error is over');
    assert.equal((await restored(world))?.externalPath, (await statusOf(world)).jobStatus?.upgradeSavepointPath);
    await runsWithoutFailure(world);
  },
};
