// SPDX-License-Identifier: Apache-2.0
// Runs the scenarios on the real cluster that KUBECONFIG names: `npm run test:e2e -- [--only NAME,NAME] [--parallel 2] [--image flinkwright:dev]
// [--record]`. A scenario that fails is tried once more. `--record` writes the traces that `npm test` holds the embedded world against.

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { attempt } from './attempt.ts';
import { planOf, type Run } from './plan.ts';

interface Result {
  readonly name: string;
  readonly attempts: number;
  readonly seconds: number;
  readonly passed: boolean;
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    parallel: { type: 'string', default: '2' },
    image: { type: 'string', default: 'flinkwright:dev' },
    record: { type: 'boolean', default: false },
  },
});
const kubeconfig = process.env['KUBECONFIG'] ?? '';
if (kubeconfig === '') {
  console.error('KUBECONFIG must name the kubeconfig file of the cluster to test on');
  process.exit(2);
}
const only = values.only.split(',').filter((name) => name !== '');
const logs = join(tmpdir(), `flinkwright-e2e-${String(process.pid)}`);
mkdirSync(logs, { recursive: true });
const began = performance.now();

async function runScenario(run: Run): Promise<Result> {
  let seconds = 0;
  for (let number = 1; ; number++) {
    const result = await attempt(run, number, { kubeconfig, image: values.image });
    seconds += result.seconds;
    const passed = result.error === undefined;
    say(`${passed ? 'ok    ' : 'FAILED'} ${run.id} (${result.seconds.toFixed(0)} s)`);
    const log = join(logs, `${run.id.replaceAll(' ', '-')}-${String(number)}.log`);
    writeFileSync(log, result.lines.map((line) => JSON.stringify(line)).join('\n'));
    if (!passed)
      say(`${result.error?.stack ?? ''}\n  operator's log: ${log}\n  trace: ${JSON.stringify(result.trace)}`);
    if (values.record && result.trace !== undefined && run.id === run.scenario.name) record(run, result.trace);
    if (passed || number === 2) return { name: run.id, attempts: number, seconds, passed };
  }
}

function record({ scenario }: Run, trace: unknown): void {
  const file = new URL(`../scenarios/traces/${scenario.name}.json`, import.meta.url);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(trace, undefined, 2)}\n`);
}

/** Checks that are programs of their own, against this cluster. */
const CHECKS: Readonly<Record<string, string>> = {
  'conformance of the in-memory API server': 'conformance.ts',
  'dry run in a restricted namespace': 'restricted.ts',
};

function check(name: string, file: string): Promise<Result> {
  const started = performance.now();
  return new Promise((resolve) => {
    const script = fileURLToPath(new URL(file, import.meta.url));
    const child = spawn(process.execPath, [script], { stdio: 'inherit' });
    child.on('exit', (code) =>
      resolve({ name, attempts: 1, seconds: (performance.now() - started) / 1000, passed: code === 0 }),
    );
  });
}

function say(text: string): void {
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${text}`);
}

async function main(): Promise<void> {
  const results: Result[] = [];
  if (only.length === 0) for (const [name, file] of Object.entries(CHECKS)) results.push(await check(name, file));
  const queue = planOf(only);
  const work = async (): Promise<void> => {
    for (let run = queue.shift(); run !== undefined; run = queue.shift()) results.push(await runScenario(run));
  };
  await Promise.all(Array.from({ length: Number(values.parallel) }, work));
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log(`\n${'scenario'.padEnd(width)}  attempts  seconds  result`);
  for (const { name, attempts, seconds, passed } of results)
    console.log(
      `${name.padEnd(width)}  ${String(attempts).padStart(8)}  ${seconds.toFixed(0).padStart(7)}  ${passed ? 'passed' : 'FAILED'}`,
    );
  const passed = results.filter((result) => result.passed).length;
  const failed = results.length - passed;
  const report = process.env['TEST_REPORT'];
  if (report !== undefined)
    writeFileSync(
      report,
      JSON.stringify({ numTotalTests: results.length, numPassedTests: passed, numFailedTests: failed, results }),
    );
  say(`operators' logs: ${logs}`);
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  process.exitCode = failed === 0 && results.length > 0 ? 0 : 1;
}

// Operators that were started here must not outlive this.
process.once('SIGTERM', () => process.exit(143)).once('SIGINT', () => process.exit(130));
await main();
