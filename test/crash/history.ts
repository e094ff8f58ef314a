// SPDX-License-Identifier: Apache-2.0
// A random life: whatever users, nodes and networks may do to an application, in an order and at moments that a seed decides. In the end the
// job must run, never have run twice at once, and never have lost state.

import assert from 'node:assert/strict';
import { SeededRandom } from '../../lib/testing/index.ts';
import type { WriteFate } from '../../lib/testing/index.ts';
import { EmbeddedWorld } from '../scenarios/embedded-world.ts';
import { deploy, stable, statusOf } from '../scenarios/steps.ts';

/** One thing that happens. */
interface Move {
  readonly name: string;
  make(world: EmbeddedWorld, random: SeededRandom): Promise<void>;
}

const FATES: readonly WriteFate[] = ['kill-before', 'kill-after', 'lose-answer'];

const MOVES: readonly Move[] = [
  { name: 'parallelism 1', make: (world) => world.patchSpec({ job: { parallelism: 1 } }) },
  { name: 'parallelism 2', make: (world) => world.patchSpec({ job: { parallelism: 2 } }) },
  { name: 'savepoint mode', make: (world) => world.patchSpec({ job: { upgradeMode: 'savepoint' } }) },
  { name: 'last-state mode', make: (world) => world.patchSpec({ job: { upgradeMode: 'last-state' } }) },
  { name: 'suspend', make: (world) => world.patchSpec({ job: { state: 'suspended' } }) },
  { name: 'resume', make: (world) => world.patchSpec({ job: { state: 'running' } }) },
  {
    name: 'restart',
    make: (world, random) => world.patchSpec({ restartNonce: Math.floor(random.next() * 1e6) }),
  },
  { name: 'JobManager pod lost', make: (world) => world.killJobManagerPod().catch(() => undefined) },
  { name: 'JobManager Deployment deleted', make: (world) => world.deleteJobManagerDeployment().catch(() => undefined) },
  { name: 'savepoints refused', make: (world) => world.refuseSavepoints(true) },
  { name: 'savepoints possible', make: (world) => world.refuseSavepoints(false) },
  { name: 'operator killed', make: (world) => world.killOperator() },
  { name: 'operator started', make: (world) => world.startOperator() },
  {
    name: 'tasks fail',
    make: (world) => {
      if (world.cluster.flink.job(world.flinkCluster)?.isExecuting === true)
        world.cluster.flink.failJob(world.flinkCluster);
      return Promise.resolve();
    },
  },
];

/** Most moves of one life. */
const LONGEST = 8;

/** How a life ended: the job runs, or its last state is not known and nobody may guess. */
export type Ending = 'runs' | 'needs help';

/** Lives one life. @throws Error with the seed and what happened. */
export async function liveHistory(seed: number): Promise<Ending> {
  const random = new SeededRandom(seed);
  // One write in about forty is disturbed, as long as the moves last.
  let disturbing = true;
  const world = new EmbeddedWorld({
    seed,
    quickStart: true,
    judge: () => (disturbing && random.next() < 0.025 ? pick(FATES, random) : 'pass'),
  });
  const happened: string[] = [];
  try {
    await world.begin();
    await deploy(world, { upgradeMode: pick(['savepoint', 'last-state'] as const, random), highAvailability: true });
    const moves = 1 + Math.floor(random.next() * LONGEST);
    for (let count = 0; count < moves; count++) {
      // Most things happen while another is still under way.
      await world.pause(random.next() < 0.5 ? random.next() * 3 : random.next() * 20);
      const move = pick(MOVES, random);
      happened.push(`${(world.virtualClock.monotonic() / 1000).toFixed(2)} s ${move.name}`);
      await move.make(world, random);
    }
    disturbing = false;
    await world.startOperator();
    await world.refuseSavepoints(false);
    await world.patchSpec({ job: { state: 'running' } });
    const end = await endOf(world);
    // That a ReplicaSet which has lost its Deployment makes one more pod is Kubernetes' doing; two jobs at once must not come of it.
    assert.deepEqual(world.wrongRuns(false), []);
    return end;
  } catch (error) {
    throw new Error(
      `seed ${String(seed)}: ${error instanceof Error ? error.message : String(error)}\n  ${happened.join('\n  ')}`,
      { cause: error },
    );
  } finally {
    world.end();
  }
}

function pick<T>(values: readonly T[], random: SeededRandom): T {
  return values[Math.floor(random.next() * values.length)] as T;
}

/**
 * A JobManager that is lost between the end of its job and the moment when anybody asks takes the place of the last state with it. Then the
 * operator has to say so, and to start nothing.
 */
const HONEST = /Manual restore required|HA metadata is not available|Job Not Found/;

async function endOf(world: EmbeddedWorld): Promise<Ending> {
  try {
    await stable(world, 900);
    await world.pause(30);
    await stable(world, 10);
    return 'runs';
  } catch (error) {
    const { error: said } = await statusOf(world);
    const runs = world.cluster.flink.job(world.flinkCluster)?.isExecuting === true;
    if (!runs && said !== undefined && HONEST.test(said)) return 'needs help';
    throw error;
  }
}
