// SPDX-License-Identifier: Apache-2.0
// An upgrade to an image that does not exist, then to one that does: the state of the job that ran before is not lost on the way.

import assert from 'node:assert/strict';
import { MISSING_IMAGE } from './application.ts';
import { checkpoints, deploy, restored, runsWithoutFailure, stable, statusOf } from './steps.ts';
import type { Scenario } from './world.ts';

export const brokenImage: Scenario = {
  name: 'broken-image',
  title: 'An upgrade to a broken image shows why, and goes on with the state once the image is corrected',
  async run(world) {
    await deploy(world, { upgradeMode: 'savepoint' });
    await checkpoints(world, 1);
    const { image } = (await world.application())?.spec ?? {};
    await world.patchSpec({ image: MISSING_IMAGE });
    await world.until('the broken image is reported', async () => {
      const status = await statusOf(world);
      return status.jobManagerDeploymentStatus === 'ERROR' && /ImagePull/.test(status.error ?? '');
    });
    const { jobStatus } = await statusOf(world);
    await world.patchSpec({ image });
    await stable(world);
    const status = await statusOf(world);
    assert.equal(status.error, undefined, 'the error is over');
    assert.equal((await restored(world))?.externalPath, jobStatus?.upgradeSavepointPath);
    await runsWithoutFailure(world);
  },
};
