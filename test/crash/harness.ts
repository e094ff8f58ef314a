// SPDX-License-Identifier: Apache-2.0
// Crash at every write: runs a scenario once undisturbed and counts what its operator writes, to Kubernetes and to Flink, then once more for
// each write and each mode of failure. Whatever happens, the end must be the same. New scenarios and new modes are all that ever needs adding.

import assert from 'node:assert/strict';
import type { ProcessWrite, WriteFate } from '../../lib/testing/index.ts';
import { EmbeddedWorld } from '../scenarios/embedded-world.ts';
import type { Scenario } from '../scenarios/world.ts';
import { endOf, type End } from './end.ts';

/** What may happen to a write. */
export type Mode = Exclude<WriteFate, 'pass'>;
export const MODES: readonly Mode[] = ['kill-before', 'kill-after', 'lose-answer'];

/** The undisturbed run. */
export interface Undisturbed {
  /** `METHOD path` of each write, in order. Events are left out: nothing depends on them. */
  readonly writes: readonly string[];
  /** How many of them the first deployment takes. */
  readonly deployment: number;
  readonly end: End;
}

/** Runs a scenario as it is. */
export async function undisturbed(scenario: Scenario): Promise<Undisturbed> {
  const writes: string[] = [];
  let deployment = 0;
  const end = await run(scenario, (write, world) => {
    writes.push(describe(write));
    if (!world.recorder.wasStable) deployment++;
    return 'pass';
  });
  return { writes, deployment, end };
}

/** Runs a scenario with one write disturbed, and holds its end against the undisturbed one. @throws Error that says how to run it alone. */
export async function disturbed(scenario: Scenario, expected: Undisturbed, number: number, mode: Mode): Promise<void> {
  let count = 0;
  let found: string | undefined;
  const wanted = expected.writes[number - 1] ?? '-';
  try {
    const end = await run(scenario, (write) => {
      count++;
      if (count !== number) return 'pass';
      found = describe(write);
      return mode;
    });
    // Up to there nothing differs: the seed is the same.
    assert.equal(withoutIds(found ?? '-'), withoutIds(wanted), 'runs are repeatable');
    assert.deepEqual(end, expected.end, 'the end is the same as without the disturbance');
  } catch (error) {
    throw new Error(
      `${scenario.name}: ${mode} at write ${String(number)} of ${String(expected.writes.length)}, ${wanted}\n` +
        `alone: node test/crash/one.ts ${scenario.name} ${String(number)} ${mode}\n${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

async function run(scenario: Scenario, judge: (write: ProcessWrite, world: EmbeddedWorld) => WriteFate): Promise<End> {
  const world: EmbeddedWorld = new EmbeddedWorld({
    quickStart: true,
    example: scenario.endsByItself === true,
    judge: (write) => (isEvent(write) ? 'pass' : judge(write, world)),
  });
  try {
    await world.begin();
    await scenario.run(world);
    // What was cut short may still have something to catch up on.
    await world.pause(10);
    await world.checkLineage(scenario.losesState === true);
    return await endOf(world);
  } finally {
    world.end();
  }
}

function isEvent({ to, path }: ProcessWrite): boolean {
  return to === 'kubernetes' && /\/events(\/|$)/.test(path);
}

function describe({ to, method, path }: ProcessWrite): string {
  return `${to === 'flink' ? 'Flink' : 'Kubernetes'} ${method} ${path}`;
}

function withoutIds(text: string): string {
  return text.replace(/[0-9a-f]{32}/g, 'ID');
}
