// SPDX-License-Identifier: Apache-2.0
// A spec that breaks a rule: the running job is left alone, and the status says what is wrong until it is corrected.

import assert from 'node:assert/strict';
import { checkpoints, deploy, jobId, runsWithoutFailure, stable, statusOf } from './steps.ts';
import type { Scenario } from './world.ts';

export const invalidSpec: Scenario = {
  name: 'invalid-spec',
  title: 'An invalid spec leaves the running job untouched and is explained in the status',
  operator: 'pod',
  async run(world) {
    await deploy(world, { upgradeMode: 'savepoint' });
    await checkpoints(world, 1);
    const before = await jobId(world);
    const started = (await world.ask((flink) => flink.jobsOverview()))[0]?.startTime;
    await world.patchSpec({ job: { parallelism: 0 }, taskManager: { resource: { memory: '512 lightyears' } } });
    await world.until('the mistake is reported', async () => (await statusOf(world)).error !== undefined, 30);
    await world.pause(10);
    assert.equal(await jobId(world), before, 'the same job runs');
    assert.equal((await world.ask((flink) => flink.jobsOverview()))[0]?.startTime, started, 'without interruption');
    await runsWithoutFailure(world);
    await world.patchSpec({ job: { parallelism: 2 }, taskManager: { resource: { memory: '1024m' } } });
    await world.until('the error is over', async () => (await statusOf(world)).error === undefined);
    await stable(world);
    assert.equal(await jobId(world), before, 'still the same job');
  },
};
