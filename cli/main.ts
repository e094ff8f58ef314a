#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// The `flinkwright` command. It only knows which commands there are; what one needs is loaded when it is called, so that `--help` is quick.

import { createRequire } from 'node:module';
import process from 'node:process';
import { Command, CommanderError, Option } from 'commander';
import type { CheckFlags } from './check/command.ts';
import type { CrdsFlags } from './crds/command.ts';
import type { DemoFlags } from './demo/command.ts';
import { speedOf } from './demo/speed.ts';
import { flinkVersionArgument } from './flink-version-argument.ts';
import type { MemoryFlags } from './memory/command.ts';
import type { OptionsFlags } from './options/command.ts';
import type { UpgradeCheckFlags } from './upgrade-check/command.ts';
import { UsageError } from './usage-error.ts';

const { version } = createRequire(import.meta.url)('flinkwright/package.json') as { version: string };

/** What a shell expects of a command that was called wrongly. */
const USAGE = 2;

const program = new Command('flinkwright')
  .description('Apache Flink on Kubernetes: check what you write, and see what Flinkwright does')
  .version(version)
  .showHelpAfterError('(flinkwright --help lists what there is)')
  .exitOverride()
  .addHelpText('after', '\nExit codes: 0 all is well, 1 it is not (errors were found), 2 called wrongly.');

/** A command that says with its own help what it can be given. */
function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .showHelpAfterError(`(flinkwright ${name.split(' ')[0] ?? ''} --help says what it can be given)`)
    .exitOverride();
}

function outputOption(formats: readonly string[], description: string): Option {
  return new Option('-o, --output <format>', description).choices(formats).default(formats[0]);
}

const FILES = 'files, directories (their *.yaml, *.yml and *.json), or - for standard input';
const VERSION = 'a Flink version: 1.20, v1_20, v1.20 or 1.20.3';
const OPERATOR_CONFIG =
  "the operator's own configuration: flink-conf.yaml, config.yaml, or the ConfigMap with one of them";

command('check', 'everything that is wrong with FlinkDeployments and their like, with file, line, reason and remedy')
  .argument('<files...>', FILES)
  .addOption(outputOption(['text', 'json', 'github'], 'text for people, JSON, or annotations of GitHub Actions'))
  .option('--strict', 'end with 1 for warnings as well')
  .option('--operator-config <file>', OPERATOR_CONFIG)
  .action(async (files: string[], flags: CheckFlags) => {
    const { check } = await import('./check/command.ts');
    process.exitCode = await check(files, flags, process);
  });

command('memory', 'where the memory of JobManagers and TaskManagers goes, to the byte')
  .argument('<files...>', FILES)
  .addOption(outputOption(['text', 'json'], 'text for people, or JSON with all parts in bytes'))
  .option('--operator-config <file>', OPERATOR_CONFIG)
  .action(async (files: string[], flags: MemoryFlags) => {
    const { memory } = await import('./memory/command.ts');
    process.exitCode = await memory(files, flags, process);
  });

command('options', 'the options of Flink and of the operator whose names contain the pattern')
  .argument('[pattern]', 'part of a name; several words in quotes, * for anything', '')
  .option('--flink <version>', `${VERSION} (default: the newest that is known)`, flinkVersionArgument)
  .addOption(outputOption(['text', 'json'], 'text for people, or JSON'))
  .action(async (pattern: string, flags: OptionsFlags) => {
    const { options } = await import('./options/command.ts');
    process.exitCode = options(pattern, flags, process);
  });

command('upgrade-check', 'what another Flink version would do to the configuration')
  .argument('<files...>', FILES)
  .requiredOption('--to <version>', VERSION, flinkVersionArgument)
  .option('--from <version>', 'the version of resources that do not name theirs', flinkVersionArgument)
  .addOption(outputOption(['text', 'json'], 'text for people, or JSON'))
  .action(async (files: string[], flags: UpgradeCheckFlags) => {
    const { upgradeCheck } = await import('./upgrade-check/command.ts');
    process.exitCode = await upgradeCheck(files, flags, process);
  });

command('crds', 'the custom resource definitions, for kubectl apply --server-side -f -')
  .option('--kind <kind...>', 'only these kinds')
  .addOption(outputOption(['yaml', 'json'], 'YAML documents, or one JSON list'))
  .action(async (flags: CrdsFlags) => {
    const { crds } = await import('./crds/command.ts');
    process.exitCode = crds(flags, process);
  });

command('demo', 'the life of a Flink job from TypeScript to its deletion, in this process or on a real cluster')
  .option('--kubeconfig <file>', 'run on the cluster of this kubeconfig instead of in this process')
  .option('--namespace <name>', 'namespace that the demo makes and removes again')
  .option('--speed <n>', "seconds of the job's life told in one second; 0: without any pause", speedOf)
  .option('--image <image>', 'image of Flink 1.20 to run on a real cluster (default: flink:1.20)')
  .action(async (flags: DemoFlags) => {
    const { demo } = await import('./demo/command.ts');
    process.exitCode = await demo(flags, process);
  });

// Who reads only the first lines (`| head`) has seen enough: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
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
