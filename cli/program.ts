// SPDX-License-Identifier: Apache-2.0
// The command line as a function: which commands and flags there are, and the exit code. What a command needs is loaded when it is called, so
// that `--help` is quick. The process is main.ts's business; tests and the documentation run this.

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
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

const { version } = createRequire(import.meta.url)('flinkwright/package.json') as { version: string };

/** What a shell expects of a command that was called wrongly. */
const USAGE = 2;

const FILES = 'files, directories (their *.yaml, *.yml and *.json), or - for standard input';
const VERSION = 'a Flink version: 1.20, v1_20, v1.20 or 1.20.3';
const OPERATOR_CONFIG =
  "the operator's own configuration: flink-conf.yaml, config.yaml, or the ConfigMap with one of them";

function outputOption(formats: readonly string[], description: string): Option {
  return new Option('-o, --output <format>', description).choices(formats).default(formats[0]);
}

/**
 * Runs a command line.
 *
 * @param args what follows the name of the program
 * @returns the exit code: 0 all is well, 1 it is not, 2 called wrongly
 */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let result = 0;
  const program = new Command('flinkwright')
    .description('Apache Flink on Kubernetes: check what you write, and see what Flinkwright does')
    .version(version)
    .showHelpAfterError('(flinkwright --help lists what there is)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void surroundings.stdout.write(text),
      writeErr: (text) => void surroundings.stderr.write(text),
    })
    .addHelpText('after', '\nExit codes: 0 all is well, 1 it is not (errors were found), 2 called wrongly.');

  /** A command that says with its own help what it can be given. */
  function command(name: string, description: string): Command {
    return program
      .command(name)
      .description(description)
      .showHelpAfterError(`(flinkwright ${name.split(' ')[0] ?? ''} --help says what it can be given)`)
      .exitOverride();
  }

  command('check', 'everything that is wrong with FlinkDeployments and their like, with file, line, reason and remedy')
    .argument('<files...>', FILES)
    .addOption(outputOption(['text', 'json', 'github'], 'text for people, JSON, or annotations of GitHub Actions'))
    .option('--strict', 'end with 1 for warnings as well')
    .option('--operator-config <file>', OPERATOR_CONFIG)
    .action(async (files: string[], flags: CheckFlags) => {
      const { check } = await import('./check/command.ts');
      result = await check(files, flags, surroundings);
    });

  command('memory', 'where the memory of JobManagers and TaskManagers goes, to the byte')
    .argument('<files...>', FILES)
    .addOption(outputOption(['text', 'json'], 'text for people, or JSON with all parts in bytes'))
    .option('--operator-config <file>', OPERATOR_CONFIG)
    .action(async (files: string[], flags: MemoryFlags) => {
      const { memory } = await import('./memory/command.ts');
      result = await memory(files, flags, surroundings);
    });

  command('options', 'the options of Flink and of the operator whose names contain the pattern')
    .argument('[pattern]', 'part of a name; several words in quotes, * for anything', '')
    .option('--flink <version>', `${VERSION} (default: the newest that is known)`, flinkVersionArgument)
    .addOption(outputOption(['text', 'json'], 'text for people, or JSON'))
    .action(async (pattern: string, flags: OptionsFlags) => {
      const { options } = await import('./options/command.ts');
      result = options(pattern, flags, surroundings);
    });

  command('upgrade-check', 'what another Flink version would do to the configuration')
    .argument('<files...>', FILES)
    .requiredOption('--to <version>', VERSION, flinkVersionArgument)
    .option('--from <version>', 'the version of resources that do not name theirs', flinkVersionArgument)
    .addOption(outputOption(['text', 'json'], 'text for people, or JSON'))
    .action(async (files: string[], flags: UpgradeCheckFlags) => {
      const { upgradeCheck } = await import('./upgrade-check/command.ts');
      result = await upgradeCheck(files, flags, surroundings);
    });

  command('crds', 'the custom resource definitions, for kubectl apply --server-side -f -')
    .option('--kind <kind...>', 'only these kinds')
    .addOption(outputOption(['yaml', 'json'], 'YAML documents, or one JSON list'))
    .action(async (flags: CrdsFlags) => {
      const { crds } = await import('./crds/command.ts');
      result = crds(flags, surroundings);
    });

  command('demo', 'the life of a Flink job from TypeScript to its deletion, in this process or on a real cluster')
    .option('--kubeconfig <file>', 'run on the cluster of this kubeconfig instead of in this process')
    .option('--namespace <name>', 'namespace that the demo makes and removes again')
    .option('--speed <n>', "seconds of the job's life told in one second; 0: without any pause", speedOf)
    .option('--image <image>', 'image of Flink 1.20 to run on a real cluster (default: flink:1.20)')
    .action(async (flags: DemoFlags) => {
      const { demo } = await import('./demo/command.ts');
      // It is there to be watched and interrupted, so it takes the real process.
      result = await demo(flags, process);
    });

  try {
    await program.parseAsync(args, { from: 'user' });
    return result;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
    if (!(error instanceof UsageError)) throw error;
    surroundings.stderr.write(`error: ${error.message}\n`);
    return USAGE;
  }
}
