// SPDX-License-Identifier: Apache-2.0
// The operator is killed at every write of the status while it carries out an upgrade, and a new one goes on each time.

import assert from 'node:assert/strict';
import { checkpoints, deploy, restored, runsWithoutFailure, stable, statusOf } from './steps.ts';
import type { Scenario } from './world.ts';

export const operatorKilled: Scenario = {
  name: 'operator-killed',
  title: 'An upgrade comes to its end though the operator is killed at every write of the status',
  async run(world) {
    await deploy(world, { upgradeMode: 'savepoint' });
    await checkpoints(world, 1);
    const end = world.killOperatorAtStatusWrites();
    await world.patchSpec({ job: { parallelism: 1 } });
    await stable(world);
    assert.ok((await end()) >= 4, 'it was killed at every write of the upgrade');
    await world.pause(3);
    await stable(world);
    const from = await restored(world);
    assert.ok(from?.isSavepoint === true, 'it was restored from a savepoint');
    assert.equal(from.externalPath, (await statusOf(world)).jobStatus?.upgradeSavepointPath);
    await checkpoints(world, 1);
    await runsWithoutFailure(world);
  },
};
