// SPDX-License-Identifier: Apache-2.0
// One attempt at one scenario on the real cluster: what it took, what it left behind, and whether the embedded world does the same.

import assert from 'node:assert/strict';
import { EmbeddedWorld } from '../scenarios/embedded-world.ts';
import { RealWorld } from '../scenarios/real-world.ts';
import type { OperatorLine } from '../scenarios/operator-control.ts';
import type { Trace } from '../scenarios/trace.ts';
import type { Run } from './plan.ts';

/** Longest time that one attempt may take, in milliseconds. */
const LIMIT_MS = 480_000;

export interface Attempt {
  readonly seconds: number;
  readonly error?: Error;
  readonly trace?: Trace;
  /** The operator's log. */
  readonly lines: readonly OperatorLine[];
}

export interface Surroundings {
  readonly kubeconfig: string;
  readonly image: string;
}

/** Tries. Never rejects. */
export async function attempt(run: Run, number: number, { kubeconfig, image }: Surroundings): Promise<Attempt> {
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  let world: RealWorld | undefined;
  let trace: Trace | undefined;
  try {
    const { flinkVersion, storage, operator, scenario } = run;
    world = await RealWorld.begin({
      kubeconfig,
      image,
      flinkVersion,
      storage,
      operator,
      ...(scenario.podSecurity === undefined ? {} : { podSecurity: scenario.podSecurity }),
      namespace: `e2e-${run.id.replace(/[^a-z0-9]+/g, '-')}-${String(number)}`,
    });
    await within(LIMIT_MS, scenario.run(world));
    await world.checkLineage();
    trace = await world.trace();
    assert.deepEqual(trace, await embeddedTrace(run), 'the real world (+) and the embedded one (-) agree');
    return { seconds: seconds(), trace, lines: world.lines };
  } catch (error) {
    trace ??= await world?.trace().catch(() => undefined);
    return {
      seconds: seconds(),
      error: error instanceof Error ? error : new Error(String(error)),
      ...(trace === undefined ? {} : { trace }),
      lines: world?.lines ?? [],
    };
  } finally {
    await world?.end().catch(() => undefined);
  }
}

async function embeddedTrace({ scenario, flinkVersion, storage }: Run): Promise<Trace> {
  const world = new EmbeddedWorld({ flinkVersion, storage, example: scenario.endsByItself === true });
  try {
    await world.begin();
    await scenario.run(world);
    return await world.trace();
  } finally {
    world.end();
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${String(ms / 1000)} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
