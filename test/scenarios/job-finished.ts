// SPDX-License-Identifier: Apache-2.0
// A bounded job that comes to its end: it is not started again, its end is shown, and deleting it leaves nothing.

import assert from 'node:assert/strict';
import { application } from './application.ts';
import { jobId, nothingLeft, statusOf } from './steps.ts';
import type { Scenario } from './world.ts';

export const jobFinished: Scenario = {
  name: 'job-finished',
  title: 'A job that has finished is not started again',
  endsByItself: true,
  async run(world) {
    await world.apply(
      application(world, {
        upgradeMode: 'savepoint',
        args: ['--rate', '1000', '--max', '8000'],
        highAvailability: true,
      }),
    );
    await world.until(
      'the job is FINISHED',
      async () => (await world.application())?.status?.jobStatus?.state === 'FINISHED',
    );
    const id = await jobId(world);
    await world.pause(15);
    const { jobStatus, lifecycleState, error } = await statusOf(world);
    assert.deepEqual(
      { state: jobStatus?.state, jobId: jobStatus?.jobId, lifecycleState, error },
      { state: 'FINISHED', jobId: id, lifecycleState: 'STABLE', error: undefined },
    );
    await world.delete();
    await nothingLeft(world);
  },
};
