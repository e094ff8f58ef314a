// SPDX-License-Identifier: Apache-2.0
// A job that fails for good: the status says why, nothing restarts it, and a corrected spec goes on from its last checkpoint.

import assert from 'node:assert/strict';
import { application } from './application.ts';
import { restored, runsWithoutFailure, stable, statusOf } from './steps.ts';
import type { Scenario } from './world.ts';

export const jobFailed: Scenario = {
  name: 'job-failed',
  title: 'A job that has failed for good is explained, and a corrected one goes on from its last checkpoint',
  endsByItself: true,
  async run(world) {
    await world.apply(application(world, { upgradeMode: 'savepoint', args: ['--rate', '1000', '--fail-at', '8000'] }));
    await world.until(
      'the job is FAILED',
      async () => (await world.application())?.status?.jobStatus?.state === 'FAILED',
    );
    await world.pause(10);
    const failed = await statusOf(world);
    assert.equal(failed.jobStatus?.state, 'FAILED');
    assert.equal(failed.lifecycleState, 'FAILED');
    assert.match(failed.error ?? '', /Recovery is suppressed/);
    const last = failed.jobStatus.upgradeSavepointPath;
    assert.match(last ?? '', /chk-\d+$/);
    await world.patchSpec({ job: { args: ['--rate', '1000'] } });
    await stable(world);
    assert.equal((await restored(world))?.externalPath, last);
    assert.equal((await statusOf(world)).error, undefined, 'the error is over');
    await runsWithoutFailure(world);
  },
};
