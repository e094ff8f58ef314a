#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// The `flinkwright` command. It only knows which commands there are; what one needs is loaded when it is called, so that `--help` is quick.

import { createRequire } from 'node:module';
import process from 'node:process';
import { Command, CommanderError } from 'commander';
import type { DemoFlags } from './demo/command.ts';
import { speedOf } from './demo/speed.ts';
import { UsageError } from './usage-error.ts';

const { version } = createRequire(import.meta.url)('flinkwright/package.json') as { version: string };

/** What a shell expects of a command that was called wrongly. */
const USAGE = 2;

const program = new Command('flinkwright')
  .description('Apache Flink on Kubernetes: see what Flinkwright does')
  .version(version)
  .showHelpAfterError('(flinkwright --help lists what there is)')
  .exitOverride();

program
  .command('demo')
  .description('the life of a Flink job from TypeScript to its deletion, in this process or on a real cluster')
  .option('--kubeconfig <file>', 'run on the cluster of this kubeconfig instead of in this process')
  .option('--namespace <name>', 'namespace that the demo makes and removes again')
  .option('--speed <n>', "seconds of the job's life told in one second; 0: without any pause", speedOf)
  .option('--image <image>', 'image of Flink 1.20 to run on a real cluster (default: flink:1.20)')
  .exitOverride()
  .action(async (flags: DemoFlags) => {
    const { demo } = await import('./demo/command.ts');
    process.exitCode = await demo(flags, process);
  });

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  else if (error instanceof UsageError) {
    process.stderr.write(`error: ${error.message}\n`);
    process.exitCode = USAGE;
  } else throw error;
}
