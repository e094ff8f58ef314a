// SPDX-License-Identifier: Apache-2.0
// What one run of a Node.js program costs: processor time as the process itself counts it, and time on the clock. On a shared machine only the
// first can be compared.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** Milliseconds. */
export interface ChildCost {
  readonly processor: number;
  readonly wall: number;
}

const MARK = 'processor-time:';

/** Runs `node ...args` to its end. Throws with its output if it fails. */
export function childCost(args: readonly string[], cwd: string): ChildCost {
  const folder = mkdtempSync(join(tmpdir(), 'flinkwright-bench-'));
  try {
    const hook = join(folder, 'hook.cjs');
    writeFileSync(
      hook,
      `process.on('exit', () => { const { user, system } = process.cpuUsage(); require('node:fs').writeSync(2, '\\n${MARK}' + (user + system) / 1000); });\n`,
    );
    const began = performance.now();
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--require', hook, ...args], {
      cwd,
      encoding: 'utf8',
    });
    const wall = performance.now() - began;
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stdout}${stderr}`);
    return { processor: Number(stderr.slice(stderr.lastIndexOf(MARK) + MARK.length)), wall };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The costs of several programs, taken in turns so that a busy moment hits all. */
export function inTurns(programs: readonly (readonly string[])[], cwd: string, rounds: number): ChildCost[][] {
  const costs: ChildCost[][] = programs.map(() => []);
  for (let round = 0; round < rounds; round++) {
    programs.forEach((args, index) => costs[index]?.push(childCost(args, cwd)));
  }
  return costs;
}
