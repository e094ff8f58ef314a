// SPDX-License-Identifier: Apache-2.0
// Runs the `flinkwright …` lines of a shell block in this process. Other commands (kubectl, npm) are for the reader.

import type { Ran } from './run-program.ts';

/** The commands that are run here. */
export function commandsOf(text: string): string[] {
  return text
    .replaceAll(/\\\n\s*/gu, '')
    .split('\n')
    .filter((line) => /^(npx )?flinkwright /u.test(line));
}

/** @param files the named blocks of the page, which the commands may name */
export async function runCommands(text: string, files: ReadonlyMap<string, string>): Promise<Ran> {
  throw new Error(`not yet: ${text} ${[...files.keys()].join()}`);
}
