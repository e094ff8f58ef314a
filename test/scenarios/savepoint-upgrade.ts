// SPDX-License-Identifier: Apache-2.0
// A changed spec of an application with upgradeMode savepoint: the job stops with a savepoint and starts from exactly that one.

import assert from 'node:assert/strict';
import { checkpoints, deploy, restored, runsWithoutFailure, stable, statusOf } from './steps.ts';
import type { Scenario } from './world.ts';

export const savepointUpgrade: Scenario = {
  name: 'savepoint-upgrade',
  title: 'A savepoint upgrade restores the job from exactly the savepoint that it was stopped with',
  versions: ['1.20', '2.0'],
  operator: 'pod',
  async run(world) {
    await deploy(world, { upgradeMode: 'savepoint' });
    await checkpoints(world, 1);
    await world.patchSpec({ job: { parallelism: 1 } });
    await stable(world);
    const { jobStatus } = await statusOf(world);
    const from = await restored(world);
    assert.ok(from?.isSavepoint === true, 'it was restored from a savepoint');
    assert.equal(from.externalPath, jobStatus?.upgradeSavepointPath);
    await checkpoints(world, 1);
    await runsWithoutFailure(world);
  },
};
