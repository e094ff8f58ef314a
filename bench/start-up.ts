// SPDX-License-Identifier: Apache-2.0
// How long people wait before anything of theirs happens: loading the library beyond cdk8s, as ES module and as CommonJS, and the command's
// help. Of what `npm run build` has made. `node bench/start-up.ts [--rounds 9]`

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inTurns } from './support/child-cost.ts';
import { median, spread, table } from './support/figures.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } });
const root = fileURLToPath(new URL('../', import.meta.url));
const library = { esm: 'dist/esm/lib/index.mjs', cjs: 'dist/cjs/lib/index.js', command: 'dist/esm/cli/main.js' };
for (const file of Object.values(library)) {
  if (!existsSync(`${root}${file}`)) throw new Error(`there is no ${file}: run \`npm run build\` first`);
}

const module = (code: string): string[] => ['--input-type=module', '-e', code];
const programs = {
  nothing: ['-e', '0'],
  cdk8s: module("await import('cdk8s')"),
  esm: module(`await import('cdk8s'); await import('./${library.esm}')`),
  cjs: ['-e', `require('cdk8s'); require('./${library.cjs}')`],
  help: [library.command, '--help'],
};
const costs = inTurns(Object.values(programs), root, Number(values.rounds));
const processor = Object.fromEntries(
  Object.keys(programs).map((name, index) => [name, (costs[index] ?? []).map((cost) => cost.processor)]),
) as Record<keyof typeof programs, number[]>;
const wall = (name: keyof typeof programs): number[] =>
  (costs[Object.keys(programs).indexOf(name)] ?? []).map((cost) => cost.wall);
const beyond = (name: 'esm' | 'cjs'): string =>
  `${(median(processor[name]) - median(processor.cdk8s)).toFixed(0)} (best ${(Math.min(...processor[name]) - Math.min(...processor.cdk8s)).toFixed(0)})`;

table('Start, milliseconds of processor time', [
  ['what', 'target', 'figure', 'on the clock'],
  ['Node.js alone', '', spread(processor.nothing, 0), spread(wall('nothing'), 0)],
  ['import of cdk8s', '', spread(processor.cdk8s, 0), spread(wall('cdk8s'), 0)],
  ['import of the library beyond cdk8s, ES module', '≤ 150', beyond('esm'), ''],
  ['import of the library beyond cdk8s, CommonJS', '≤ 150', beyond('cjs'), ''],
  ['flinkwright --help', '< 150', spread(processor.help, 0), spread(wall('help'), 0)],
]);
