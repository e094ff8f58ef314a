// SPDX-License-Identifier: Apache-2.0
// `flinkwright check`: from files to findings and an exit code. 0: nothing, or nothing but warnings and hints; 1: errors.

import { checkFiles } from '../../lib/check/check-files.ts';
import { readInput } from '../input-files.ts';
import { readOperatorConfig } from '../operator-config.ts';
import { paintFor } from '../paint.ts';
import type { Surroundings } from '../surroundings.ts';
import { formatGithub } from './format-github.ts';
import { formatText } from './format-text.ts';

/** What can be said on the command line. */
export interface CheckFlags {
  readonly output: 'text' | 'json' | 'github';
  readonly strict?: boolean;
  readonly operatorConfig?: string;
}

/** Runs the command and returns its exit code. */
export async function check(names: readonly string[], flags: CheckFlags, surroundings: Surroundings): Promise<number> {
  const { stdout, stderr, env } = surroundings;
  const operatorConfiguration =
    flags.operatorConfig === undefined ? undefined : await readOperatorConfig(flags.operatorConfig);
  const files = await readInput(names, surroundings);
  const report = checkFiles(files, operatorConfiguration === undefined ? {} : { operatorConfiguration });
  const { findings, resources } = report;
  const isEmpty = resources === 0 && findings.length === 0;
  if (flags.output === 'json') stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  else if (flags.output === 'github') stdout.write(formatGithub(findings));
  else if (!isEmpty) stdout.write(formatText(report, files.length, paintFor(stdout, env)));
  if (isEmpty) {
    stderr.write(`nothing to check: no resource of flink.apache.org in ${names.join(', ')}\n`);
  }
  const fails = findings.some(
    ({ severity }) => severity === 'error' || (flags.strict === true && severity === 'warning'),
  );
  return fails ? 1 : 0;
}
