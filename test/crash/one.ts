// SPDX-License-Identifier: Apache-2.0
// One crash alone, as a failing test names it: `node test/crash/one.ts SCENARIO WRITE MODE`; or a random life: `... history SEED`.

import process from 'node:process';
import { SCENARIOS } from '../scenarios/all.ts';
import { disturbed, MODES, undisturbed } from './harness.ts';
import { liveHistory } from './history.ts';

const [name, number, wanted] = process.argv.slice(2);
if (name === 'history') console.log(await liveHistory(Number(number)));
else await crash();

async function crash(): Promise<void> {
  const scenario = SCENARIOS.find((candidate) => candidate.name === name);
  const mode = MODES.find((candidate) => candidate === wanted);
  if (scenario === undefined) throw new Error(`no such scenario: ${SCENARIOS.map((each) => each.name).join(', ')}`);
  const expected = await undisturbed(scenario);
  console.log(expected.writes.map((write, index) => `${String(index + 1).padStart(3)} ${write}`).join('\n'));
  if (number !== undefined && mode !== undefined) {
    await disturbed(scenario, expected, Number(number), mode);
    console.log(`${mode} at write ${number}: the end is the same`);
  }
}
