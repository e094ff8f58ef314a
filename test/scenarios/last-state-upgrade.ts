// SPDX-License-Identifier: Apache-2.0
// A changed spec of an application with upgradeMode last-state and Kubernetes HA: the cluster goes, the same job recovers from its newest
// checkpoint in the new one.

import assert from 'node:assert/strict';
import { checkpoints, deploy, jobId, restored, runsWithoutFailure, stable } from './steps.ts';
import type { Scenario } from './world.ts';

export const lastStateUpgrade: Scenario = {
  name: 'last-state-upgrade',
  title: 'A last-state upgrade restores the same job from its latest checkpoint',
  storages: ['volume', 's3'],
  async run(world) {
    await deploy(world, { upgradeMode: 'last-state', highAvailability: true });
    await checkpoints(world, 2);
    const before = await jobId(world);
    const seen = await world.ask((flink) => flink.checkpoints(before));
    assert.ok(seen !== 'not-enabled');
    await world.patchSpec({ job: { parallelism: 1 } });
    await stable(world);
    assert.equal(await jobId(world), before, 'the same job runs');
    const from = await restored(world);
    assert.equal(from?.isSavepoint, false, 'it was restored from a checkpoint');
    assert.ok((from?.id ?? 0) >= (seen.latest.completed?.id ?? Infinity), 'no older than the newest that was seen');
    await checkpoints(world, 1);
    await runsWithoutFailure(world);
  },
};
