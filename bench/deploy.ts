// SPDX-License-Identifier: Apache-2.0
// What a step in the life of an application costs the API server and Flink: requests and writes of the operator, and how often it writes a
// status that says nothing new. On virtual time in this process, with several seeds.

import type { FlinkDeployment } from '../lib/api/flink-deployment.ts';
import type { Stored } from '../lib/kubernetes/objects.ts';
import { isWrite } from '../lib/testing/index.ts';
import { application } from '../test/scenarios/application.ts';
import { EmbeddedWorld } from '../test/scenarios/embedded-world.ts';
import { checkpoints, lifecycle, nothingLeft, stable } from '../test/scenarios/steps.ts';
import { spread, table } from './support/figures.ts';

const SEEDS = 10;
const MODES = ['stateless', 'savepoint', 'last-state'] as const;

interface Cost {
  readonly requests: number;
  readonly writes: number;
  readonly statusWrites: number;
  readonly statusChanges: number;
  readonly events: number;
  readonly flinkWrites: number;
}

const costs = new Map<string, Cost[]>();
let flinkWrites = 0;

async function measure(world: EmbeddedWorld, step: string, work: () => Promise<void>): Promise<void> {
  const { api } = world.cluster;
  const statusNow = (): string => JSON.stringify(api.list<FlinkDeployment>('flinkdeployments')[0]?.status ?? {});
  let [before, statusChanges] = [statusNow(), 0];
  const stopLooking = api.onChange(({ object, type }) => {
    if (object.kind !== 'FlinkDeployment' || type === 'DELETED') return;
    const status = JSON.stringify((object as unknown as Stored<FlinkDeployment>).status ?? {});
    if (status !== before) statusChanges++;
    before = status;
  });
  api.requests.length = 0;
  flinkWrites = 0;
  await work();
  // The last status and events of a step come after what it waited for.
  await world.pause(2);
  stopLooking();
  const own = api.requests.filter(({ client }) => client === 'operator');
  const writes = own.filter(({ method }) => isWrite(method)).map(({ path }) => path.split('?')[0] ?? '');
  const cost: Cost = {
    requests: own.length,
    writes: writes.length,
    statusWrites: writes.filter((path) => path.endsWith('/status')).length,
    statusChanges,
    events: writes.filter((path) => path.includes('/events')).length,
    flinkWrites,
  };
  costs.set(step, [...(costs.get(step) ?? []), cost]);
}

/** The stateless one is the basic example: nothing on a volume, no pod template. */
function described(world: EmbeddedWorld, upgradeMode: (typeof MODES)[number]): FlinkDeployment {
  const complete = application(world, { upgradeMode, highAvailability: upgradeMode === 'last-state' });
  if (upgradeMode !== 'stateless') return complete;
  const { podTemplate: _, ...spec } = complete.spec ?? {};
  return { ...complete, spec };
}

async function life(seed: number, upgradeMode: (typeof MODES)[number]): Promise<void> {
  const world = new EmbeddedWorld({
    seed,
    judge: ({ to }) => {
      if (to === 'flink') flinkWrites++;
      return 'pass';
    },
  });
  try {
    await world.begin();
    await measure(world, `deploy, ${upgradeMode}`, async () => {
      await world.apply(described(world, upgradeMode));
      await stable(world);
    });
    await checkpoints(world, 1);
    const change = async (spec: Readonly<Record<string, unknown>>, end: () => Promise<void>): Promise<void> => {
      await world.patchSpec(spec);
      await end();
    };
    await measure(world, `upgrade, ${upgradeMode}`, () => change({ restartNonce: 1 }, () => stable(world)));
    await checkpoints(world, 1);
    await measure(world, `suspend, ${upgradeMode}`, () =>
      change({ job: { state: 'suspended' } }, () => lifecycle(world, 'SUSPENDED')),
    );
    await measure(world, `resume, ${upgradeMode}`, () => change({ job: { state: 'running' } }, () => stable(world)));
    await measure(world, `delete, ${upgradeMode}`, async () => {
      await world.delete();
      await nothingLeft(world);
    });
  } finally {
    world.end();
  }
}

for (let seed = 1; seed <= SEEDS; seed++) for (const mode of MODES) await life(seed, mode);
const column = (of: readonly Cost[], key: keyof Cost): string =>
  spread(
    of.map((cost) => cost[key]),
    0,
  );
table('Requests of the operator for one step', [
  ['step', 'API requests', 'API writes', 'of them status', 'status changes', 'of them events', 'writes to Flink'],
  ...[...costs].map(([step, of]) => [
    step,
    ...(['requests', 'writes', 'statusWrites', 'statusChanges', 'events', 'flinkWrites'] as const).map((key) =>
      column(of, key),
    ),
  ]),
]);
