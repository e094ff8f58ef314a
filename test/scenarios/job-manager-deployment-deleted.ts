// SPDX-License-Identifier: Apache-2.0
// Somebody deletes the JobManager's Deployment: with HA the operator creates it again and the job goes on from its newest checkpoint.

import assert from 'node:assert/strict';
import { checkpoints, deploy, jobId, restored, runsWithoutFailure, stable } from './steps.ts';
import type { Scenario } from './world.ts';

export const jobManagerDeploymentDeleted: Scenario = {
  name: 'job-manager-deployment-deleted',
  title: 'A JobManager Deployment that was deleted comes back, and the job with its state',
  async run(world) {
    await deploy(world, { upgradeMode: 'savepoint', highAvailability: true });
    await checkpoints(world, 2);
    const before = await jobId(world);
    await world.deleteJobManagerDeployment();
    await world.until(
      'the job is known not to run',
      async () => (await world.application())?.status?.jobStatus?.state !== 'RUNNING',
      60,
    );
    await stable(world);
    assert.equal(await jobId(world), before, 'the same job runs');
    assert.equal((await restored(world))?.isSavepoint, false, 'it was restored from a checkpoint');
    await runsWithoutFailure(world);
  },
};
