// SPDX-License-Identifier: Apache-2.0
// Runs the `flinkwright …` lines of a shell block in this process. Other commands (kubectl, npm) are for the reader. A command finds the
// files of its page by their names.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommandLine } from '../../cli/program.ts';
import type { Ran } from './run-program.ts';

/** The commands that are run here, without what is said to the shell about their output. */
export function commandsOf(text: string): string[] {
  return text
    .replaceAll(/\\\n\s*/gu, '')
    .split('\n')
    .filter((line) => /^(?:npx |cat \S+ \| )?flinkwright /u.test(line))
    .map((line) => line.replace(/^npx /u, '').replace(/ #.*$/u, ''));
}

/** @param files the named blocks of the page, which the commands may name */
export async function runCommands(text: string, files: ReadonlyMap<string, string>): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'flinkwright-docs-'));
  let printed = '';
  let failed = false;
  const terminal = { write: (written: string): void => void (printed += written.replaceAll(`${folder}/`, '')) };
  try {
    for (const [name, content] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    for (const command of commandsOf(text)) {
      const { piped, rest = '' } = /^(?:cat (?<piped>\S+) \| )?flinkwright (?<rest>.*)$/u.exec(command)?.groups ?? {};
      const words = rest.split(/\s+(?=(?:[^']*'[^']*')*[^']*$)/u).map((word) => word.replaceAll("'", ''));
      const code = await runCommandLine(
        words.map((word) => (files.has(word) ? join(folder, word) : word)),
        { env: {}, stdin: stdinOf(files.get(piped ?? '')), stdout: terminal, stderr: terminal },
      );
      failed ||= code !== 0;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { printed, failed, synthesised: [] };
}

async function* stdinOf(text = ''): AsyncGenerator<string> {
  yield text;
}
