// SPDX-License-Identifier: Apache-2.0
// Sentences that many scenarios are made of.

import assert from 'node:assert/strict';
import type { FlinkDeploymentStatus } from '../../lib/api/flink-deployment.ts';
import type { Checkpoint } from '../../operator/flink/checkpoints.ts';
import { application, type ApplicationOptions } from './application.ts';
import type { StoredApplication, World } from './world.ts';

/** Applies the application and waits until it is stable. */
export async function deploy(world: World, options: ApplicationOptions): Promise<void> {
  await world.apply(application(world, options));
  await stable(world);
}

/** Waits until the present spec is deployed and proved stable. */
export async function stable(world: World, limitSeconds?: number): Promise<void> {
  await world.until(
    'the present spec is STABLE and the job RUNNING',
    async () => {
      const found = await world.application();
      return (
        found?.status?.lifecycleState === 'STABLE' &&
        found.status.observedGeneration === found.metadata.generation &&
        found.status.jobStatus?.state === 'RUNNING'
      );
    },
    limitSeconds,
  );
}

/** Waits until a lifecycle state is shown for the present spec. */
export async function lifecycle(world: World, state: string): Promise<void> {
  await world.until(`lifecycleState is ${state}`, async () => {
    const found = await world.application();
    return found?.status?.lifecycleState === state && found.status.observedGeneration === found.metadata.generation;
  });
}

/** The resource, which must be there. */
export async function resource(world: World): Promise<StoredApplication> {
  const found = await world.application();
  assert.ok(found, 'the FlinkDeployment is there');
  return found;
}

export async function statusOf(world: World): Promise<FlinkDeploymentStatus> {
  return (await resource(world)).status ?? {};
}

/** The id of the job on record. */
export async function jobId(world: World): Promise<string> {
  return (await statusOf(world)).jobStatus?.jobId ?? '';
}

/** Waits until the job that runs now has completed so many checkpoints. */
export async function checkpoints(world: World, count: number): Promise<void> {
  const id = await jobId(world);
  await world.until(`${String(count)} checkpoints are completed`, async () => {
    try {
      const statistics = await world.ask((flink) => flink.checkpoints(id));
      return statistics !== 'not-enabled' && statistics.counts.completed >= count;
    } catch {
      return false;
    }
  });
}

/** What Flink says the present job was restored from. */
export async function restored(world: World): Promise<Checkpoint | undefined> {
  const id = await jobId(world);
  const statistics = await world.ask((flink) => flink.checkpoints(id));
  return statistics === 'not-enabled' ? undefined : statistics.latest.restored;
}

/** The job runs, alone, and has never failed: the example job fails when its state has lost or repeated a number. */
export async function runsWithoutFailure(world: World): Promise<void> {
  const id = await jobId(world);
  const jobs = await world.ask((flink) => flink.jobsOverview());
  assert.deepEqual(
    jobs.map((job) => `${job.id} ${job.effectiveState}`),
    [`${id} RUNNING`],
    'exactly the job on record runs',
  );
  const { entries } = await world.ask((flink) => flink.exceptions(id));
  assert.deepEqual(entries, [], 'the job has not failed');
}

/** Waits until nothing is left of the application. */
export async function nothingLeft(world: World): Promise<void> {
  await world.until('the FlinkDeployment is gone', async () => (await world.application()) === undefined);
  let left: string[] = [];
  await world
    .until('nothing is left', async () => (left = await world.leftovers()).length === 0, 60)
    .catch((error: unknown) => {
      throw new Error(`left behind: ${left.join(', ')}`, { cause: error });
    });
}
