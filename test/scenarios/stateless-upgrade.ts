// SPDX-License-Identifier: Apache-2.0
// A changed spec of a stateless application: the job is cancelled and starts again with empty state.

import assert from 'node:assert/strict';
import { checkpoints, deploy, jobId, restored, runsWithoutFailure, stable } from './steps.ts';
import type { Scenario } from './world.ts';

export const statelessUpgrade: Scenario = {
  name: 'stateless-upgrade',
  title: 'A stateless upgrade starts the job again with empty state',
  versions: ['1.20', '2.0'],
  losesState: true,
  async run(world) {
    await deploy(world, { upgradeMode: 'stateless' });
    await checkpoints(world, 1);
    const before = await jobId(world);
    await world.patchSpec({ job: { parallelism: 1 } });
    await stable(world);
    assert.notEqual(await jobId(world), before, 'another job runs');
    assert.equal(await restored(world), undefined, 'it was restored from nothing');
    await runsWithoutFailure(world);
  },
};
