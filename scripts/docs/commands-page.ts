// SPDX-License-Identifier: Apache-2.0
// The page of the command line: what each command says of itself with --help.

import { runCommandLine } from '../../cli/program.ts';
import { page } from './markdown.ts';
import type { GeneratedPage } from './markdown.ts';

export async function commandsPage(): Promise<GeneratedPage> {
  const all = await help();
  const names = [...all.matchAll(/^ {2}(?<name>[a-z-]+) \[?/gmu)].map((match) => match.groups?.['name'] ?? '');
  const commands = names.filter((name) => name !== 'help');
  const parts = await Promise.all(commands.map(async (name) => [`## ${name}`, block(await help(name))]));
  return page('commands.md', 'Commands', [
    'The command `flinkwright` comes with the package: `npx flinkwright --help` in a project that has it.',
    block(all),
    ...parts.flat(),
  ]);
}

async function help(...command: string[]): Promise<string> {
  let printed = '';
  const terminal = { write: (text: string): void => void (printed += text), columns: 100 };
  const nothing = (async function* () {})();
  await runCommandLine([...command, '--help'], { env: {}, stdin: nothing, stdout: terminal, stderr: terminal });
  return printed;
}

function block(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}
