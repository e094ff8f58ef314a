// SPDX-License-Identifier: Apache-2.0
// `npm run bench [-- NAME...] [-- --kubeconfig FILE]`: the benchmarks one after the other, those of a real cluster only when KUBECONFIG or
// --kubeconfig names one. Each prints tables; README.md in this folder keeps those of one run beside what is to be reached.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildOperator } from '../scripts/build-operator.ts';

const LOCAL = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

/** Those that look at what `npm run build` makes of the library. */
const OF_THE_PACKAGE = ['start-up', 'type-check'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kubeconfig: { type: 'string', default: process.env['KUBECONFIG'] ?? '' } },
});

function load(): string {
  return readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');
}

function run(file: string, env: Readonly<Record<string, string>> = {}, args: readonly string[] = []): void {
  console.log(`\n## ${file}, load ${load()}`);
  // what is kept is told only after a collection
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', fileURLToPath(new URL(file, import.meta.url)), ...args],
    {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    },
  );
  if (status !== 0) {
    console.error(`${file} failed`);
    process.exitCode = 1;
  }
}

console.log(`Node.js ${process.version}, ${String(availableParallelism())} processors`);
await buildOperator();
const local = positionals.length === 0 ? LOCAL : LOCAL.filter((name) => positionals.includes(name));
if (local.some((name) => OF_THE_PACKAGE.includes(name))) run('../scripts/build.ts', {}, ['--library']);
for (const name of local) run(`${name}.ts`);
if (values.kubeconfig !== '' && (positionals.length === 0 || positionals.includes('real')))
  run('real/run.ts', { KUBECONFIG: values.kubeconfig });
