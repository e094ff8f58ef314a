// SPDX-License-Identifier: Apache-2.0
// Suspending with a savepoint and resuming from it.

import assert from 'node:assert/strict';
import { DEPLOYMENT } from '../../operator/kubernetes/resource-kind.ts';
import { checkpoints, deploy, lifecycle, restored, runsWithoutFailure, stable, statusOf } from './steps.ts';
import type { Scenario } from './world.ts';

export const suspendResumeSavepoint: Scenario = {
  name: 'suspend-resume-savepoint',
  title: 'A job that is suspended with a savepoint resumes from it',
  operator: 'pod',
  async run(world) {
    await deploy(world, { upgradeMode: 'savepoint' });
    await checkpoints(world, 1);
    await world.patchSpec({ job: { state: 'suspended' } });
    await lifecycle(world, 'SUSPENDED');
    const { jobStatus } = await statusOf(world);
    assert.equal(jobStatus?.state, 'FINISHED');
    const path = jobStatus.upgradeSavepointPath;
    assert.match(path ?? '', /savepoint-/);
    await world.pause(5);
    assert.equal((await statusOf(world)).lifecycleState, 'SUSPENDED', 'it stays suspended');
    await world.patchSpec({ job: { state: 'running' } });
    await stable(world);
    assert.equal((await restored(world))?.externalPath, path);
    assert.equal((await world.list(DEPLOYMENT)).filter(({ metadata }) => metadata.name === 'app').length, 1);
    await runsWithoutFailure(world);
  },
};
