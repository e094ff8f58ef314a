// SPDX-License-Identifier: Apache-2.0
// A new restartNonce restarts the job with its state though nothing else has changed.

import assert from 'node:assert/strict';
import { checkpoints, deploy, restored, runsWithoutFailure, stable, statusOf } from './steps.ts';
import type { Scenario } from './world.ts';

export const restartNonce: Scenario = {
  name: 'restart-nonce',
  title: 'A new restartNonce restarts the job with its state',
  async run(world) {
    await deploy(world, { upgradeMode: 'savepoint' });
    await checkpoints(world, 1);
    await world.patchSpec({ restartNonce: 1 });
    await stable(world);
    assert.equal((await restored(world))?.externalPath, (await statusOf(world)).jobStatus?.upgradeSavepointPath);
    await runsWithoutFailure(world);
  },
};
