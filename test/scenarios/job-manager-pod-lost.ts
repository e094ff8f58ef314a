// SPDX-License-Identifier: Apache-2.0
// The JobManager's pod is lost with its node: Kubernetes starts another, and with HA the job goes on from its newest checkpoint.

import assert from 'node:assert/strict';
import { checkpoints, deploy, jobId, restored, runsWithoutFailure, stable } from './steps.ts';
import type { Scenario } from './world.ts';

export const jobManagerPodLost: Scenario = {
  name: 'job-manager-pod-lost',
  title: 'A job whose JobManager pod is lost recovers from its latest checkpoint',
  async run(world) {
    await deploy(world, { upgradeMode: 'last-state', highAvailability: true });
    await checkpoints(world, 2);
    const before = await jobId(world);
    await world.killJobManagerPod();
    await world.until(
      'the job is known not to run',
      async () => (await world.application())?.status?.jobStatus?.state !== 'RUNNING',
      60,
    );
    await stable(world);
    assert.equal(await jobId(world), before, 'the same job runs');
    assert.equal((await restored(world))?.isSavepoint, false, 'it was restored from a checkpoint');
    await checkpoints(world, 1);
    await runsWithoutFailure(world);
  },
};
