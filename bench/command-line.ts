// SPDX-License-Identifier: Apache-2.0
// How long the `flinkwright` command takes, beside a Node.js that does nothing: its help, and the check of one manifest and of a folder of
// them. Taken from the built package (`npm run build`), as users have it. `node bench/command-line.ts [--runs 15]`.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { spread, table } from './support/figures.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' } } });
const path = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url));
const built = path('dist/esm/cli/main.js');
if (!existsSync(built)) throw new Error('there is no built package: run `npm run build` first');

const folder = path('test/fixtures/manifests');
const commands: Readonly<Record<string, readonly string[]>> = {
  'node -e 0': ['-e', '0'],
  'flinkwright --help': [built, '--help'],
  'flinkwright check, one manifest': [built, 'check', `${folder}/anchors.yaml`],
  'flinkwright check, a folder of 104': [built, 'check', folder],
};
const times: Record<string, number[]> = {};
// In turns, so that a busy moment of the machine meets all of them.
for (let run = 0; run < Number(values.runs); run++) {
  for (const [name, args] of Object.entries(commands)) {
    const started = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    (times[name] ??= []).push(performance.now() - started);
  }
}
table('The command line, milliseconds', [
  ['command', 'median (spread)'],
  ...Object.entries(times).map(([name, taken]): [string, string] => [name, spread(taken, 0)]),
]);
