// SPDX-License-Identifier: Apache-2.0
// Suspending by taking the cluster away and keeping its HA metadata, and resuming from them.

import assert from 'node:assert/strict';
import { DEPLOYMENT } from '../../operator/kubernetes/resource-kind.ts';
import { checkpoints, deploy, jobId, lifecycle, restored, runsWithoutFailure, stable } from './steps.ts';
import type { Scenario } from './world.ts';

export const suspendResumeLastState: Scenario = {
  name: 'suspend-resume-last-state',
  title: 'A job that is suspended by last-state resumes from its latest checkpoint',
  async run(world) {
    await deploy(world, { upgradeMode: 'last-state', highAvailability: true });
    await checkpoints(world, 1);
    const before = await jobId(world);
    await world.patchSpec({ job: { state: 'suspended' } });
    await lifecycle(world, 'SUSPENDED');
    assert.deepEqual(
      (await world.list(DEPLOYMENT)).filter(({ metadata }) => metadata.name === 'app'),
      [],
      'its cluster is gone',
    );
    await world.pause(5);
    await world.patchSpec({ job: { state: 'running' } });
    await stable(world);
    assert.equal(await jobId(world), before, 'the same job runs');
    assert.equal((await restored(world))?.isSavepoint, false, 'it was restored from a checkpoint');
    await runsWithoutFailure(world);
  },
};
