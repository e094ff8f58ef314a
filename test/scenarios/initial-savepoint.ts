// SPDX-License-Identifier: Apache-2.0
// A new application that starts from the savepoint of another, deleted one.

import assert from 'node:assert/strict';
import { checkpoints, deploy, lifecycle, nothingLeft, restored, runsWithoutFailure, statusOf } from './steps.ts';
import type { Scenario } from './world.ts';

export const initialSavepoint: Scenario = {
  name: 'initial-savepoint',
  title: 'An application starts from its initialSavepointPath',
  async run(world) {
    await deploy(world, { upgradeMode: 'savepoint' });
    await checkpoints(world, 1);
    await world.patchSpec({ job: { state: 'suspended' } });
    await lifecycle(world, 'SUSPENDED');
    const path = (await statusOf(world)).jobStatus?.upgradeSavepointPath ?? '';
    await world.delete();
    await nothingLeft(world);
    await deploy(world, { upgradeMode: 'savepoint', initialSavepointPath: path });
    assert.equal((await restored(world))?.externalPath, path);
    await runsWithoutFailure(world);
  },
};
