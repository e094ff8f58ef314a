// SPDX-License-Identifier: Apache-2.0
// Runs the `flinkwright …` lines of a shell block in this process. Other commands (kubectl, npm) are for the reader.

import type { Ran } from './run-program.ts';

/** @param files the named blocks of the page, which the commands may name */
export async function runCommands(text: string, files: ReadonlyMap<string, string>): Promise<Ran> {
  const commands = text
    .replaceAll(/\\\n\s*/gu, '')
    .split('\n')
    .filter((line) => /^(npx )?flinkwright /u.test(line));
  if (commands.length > 0) throw new Error(`not yet: ${[...files.keys()].join()}`);
  return { printed: '', failed: false, synthesised: [] };
}
