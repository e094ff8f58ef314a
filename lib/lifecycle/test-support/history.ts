// SPDX-License-Identifier: Apache-2.0
// One history of a FlinkDeployment: what users, the network, nodes and the operator's own process do to it, one move after the other, and
// then as much quiet as it needs to settle.

import type { FlinkDeploymentSpec, JobSpec, UpgradeModeName } from '../../api/flink-deployment.ts';
import type { Decision } from '../decision.ts';
import { HA, spec } from './resource.ts';
import { TinyOperator, type Decided, type Fault, type Wake } from './tiny-operator.ts';
import { MOMENT, World } from './world.ts';

export type Move =
  | { readonly do: 'run'; readonly fault: Fault; readonly at: number }
  | { readonly do: 'wait'; readonly moments: number }
  | { readonly do: 'mode'; readonly mode: UpgradeModeName }
  | { readonly do: 'unreachable'; readonly moments: number }
  | { readonly do: Event };

export const EVENTS = [
  'restart',
  'suspend',
  'resume',
  'take back the last edit',
  'make the spec invalid',
  'make the spec valid',
  'change the version',
  'change HA',
  'redeploy from a savepoint',
  'delete',
  'kill the JobManager',
  'delete the Deployment',
  'fail the job',
  'restart the job',
  'finish the job',
  'cancel the job',
  'fail the next savepoint',
  'lose the image',
  'find the image',
] as const;
export type Event = (typeof EVENTS)[number];

export interface Beginning {
  readonly mode: UpgradeModeName;
  readonly ha: boolean;
  readonly options: Readonly<Record<string, string>>;
}

/** How a history ended. */
export interface Ending {
  readonly world: World;
  readonly decision: Decision | undefined;
  readonly decisions: number;
  readonly writes: number;
  /** What the operator decided while nothing happened any more, which should be nothing. */
  readonly restless: readonly string[];
}

/** Plays a history to its end. `onDecision` is told of every decision on the way. */
export function play(beginning: Beginning, moves: readonly Move[], onDecision?: (decided: Decided) => void): Ending {
  const config = { ...(beginning.ha ? HA : {}), ...beginning.options };
  const world = new World(spec({ job: { upgradeMode: beginning.mode }, config }));
  const user = new User(world);
  const operator = new TinyOperator(world);
  operator.onDecision = onDecision;
  for (const move of moves) {
    switch (move.do) {
      case 'run':
        operator.run(move.fault, move.at);
        break;
      case 'wait':
        for (let i = 0; i < move.moments; i++) world.tick();
        break;
      case 'mode':
        user.editJob({ upgradeMode: move.mode });
        break;
      case 'unreachable':
        world.flinkUnreachableUntil = world.now + move.moments * MOMENT;
        break;
      default:
        user.does(move.do);
    }
  }
  const restless = settle(world, operator);
  return { world, decision: operator.last, decisions: operator.decisions, writes: operator.writes, restless };
}

/** Longest time that anything takes, and a while in which nothing may happen. */
const SETTLES_WITHIN = 400;
const QUIET = 130;

/** Lets time pass; the operator is woken by events and by its own timers only, as in life. */
function settle(world: World, operator: TinyOperator): string[] {
  let wake: Wake = 0;
  const restless: string[] = [];
  let due = world.now;
  for (let moment = 0; moment < SETTLES_WITHIN + QUIET; moment++) {
    world.tick();
    const woken = world.takeEvents();
    if (!woken && (wake === 'event' || world.now < due)) continue;
    const { writes } = operator;
    wake = operator.run();
    due = wake === 'event' ? Infinity : world.now + wake;
    const decided = operator.last?.action?.do ?? (operator.writes > writes ? 'a status' : undefined);
    if (moment >= SETTLES_WITHIN && decided !== undefined) restless.push(decided);
    if (world.resource === undefined) break;
  }
  return restless;
}

class User {
  readonly #world: World;
  #before: FlinkDeploymentSpec | undefined;
  #nonce = 0;

  constructor(world: World) {
    this.#world = world;
  }

  edit(change: (before: FlinkDeploymentSpec) => FlinkDeploymentSpec): void {
    const before = this.#world.resource?.spec;
    this.#world.edit(change);
    if (before !== undefined && before !== this.#world.resource?.spec) this.#before = before;
  }

  editJob(change: JobSpec): void {
    this.edit((before) => ({ ...before, job: { ...before.job, ...change } }));
  }

  does(event: Event): void {
    const world = this.#world;
    const { flink } = world;
    const running = flink?.state === 'RUNNING';
    switch (event) {
      case 'restart':
        return this.edit((before) => ({ ...before, restartNonce: ++this.#nonce }));
      case 'suspend':
        return this.editJob({ state: 'suspended' });
      case 'resume':
        return this.editJob({ state: 'running' });
      case 'take back the last edit': {
        const before = this.#before;
        if (before !== undefined) this.edit(() => before);
        return;
      }
      case 'make the spec invalid':
        return this.editJob({ parallelism: 0 });
      case 'make the spec valid':
        return this.editJob({ parallelism: 2 });
      case 'change the version':
        return this.edit((before) => ({ ...before, flinkVersion: before.flinkVersion === 'v1_20' ? 'v2_0' : 'v1_20' }));
      case 'change HA':
        return this.edit((before) => ({ ...before, flinkConfiguration: toggled(before.flinkConfiguration ?? {}) }));
      case 'redeploy from a savepoint': {
        const path = [...world.storage.files.keys()].at(-1);
        if (path === undefined) return;
        return this.editJob({ initialSavepointPath: path, savepointRedeployNonce: ++this.#nonce });
      }
      case 'delete':
        return world.deleteResource();
      case 'kill the JobManager':
        return world.killPod();
      case 'delete the Deployment':
        if (world.cluster === undefined) return;
        // Nobody has seen yet that it was made, and without HA it leaves nothing behind that could be found.
        if (!world.cluster.ha && world.resource?.status?.reconciliationStatus?.state !== 'DEPLOYED') {
          world.witness.stateLost();
          world.cluster.rerun = true;
        }
        world.deleteCluster(world.cluster.uid, false);
        return;
      case 'fail the job':
        if (running) world.endJob(flink, 'FAILED');
        return;
      case 'restart the job':
        if (running) flink.state = 'RESTARTING';
        return;
      case 'finish the job':
        if (running) world.endJob(flink, 'FINISHED');
        return;
      case 'cancel the job':
        // A job that is still being set up loses its HA metadata when it is cancelled by hand; nobody could know that they were there.
        if (flink?.started !== undefined) flink.cancel(flink.config.jobId);
        return;
      case 'fail the next savepoint':
        if (flink !== undefined) flink.savepointFails = true;
        return;
      case 'lose the image':
        world.imagesExist = false;
        return;
      case 'find the image':
        world.imagesExist = true;
    }
  }
}

function toggled(config: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (!('high-availability.type' in config)) return { ...config, ...HA };
  return Object.fromEntries(Object.entries(config).filter(([key]) => !(key in HA)));
}
