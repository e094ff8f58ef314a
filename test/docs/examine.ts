// SPDX-License-Identifier: Apache-2.0
// Carries out one page: runs its programs and commands, checks its resources, and tells what is wrong with it and what its output blocks
// should show. A program, command or resource that has something to say is followed by a block that shows it; nothing is left unsaid.

import { parseAllDocuments } from 'yaml';
import { checkResource } from '../../lib/api/check-resource.ts';
import { formatFindings } from '../../lib/api/finding.ts';
import type { Severity } from '../../lib/api/finding.ts';
import { excerpt, listing } from './excerpt.ts';
import { nameOf } from './page.ts';
import type { Block, Page } from './page.ts';
import { runProgram } from './run-program.ts';
import type { Manifest, Ran } from './run-program.ts';
import { commandsOf, runCommands } from './run-commands.ts';

export interface Examined {
  /** What is wrong with the page, with the line. */
  readonly problems: string[];
  /** What the output blocks should be. */
  readonly outputs: Map<Block, string>;
}

const SILENT: Ran = { printed: '', failed: false, synthesised: [] };

export async function examine(page: Page): Promise<Examined> {
  const problems: string[] = [];
  const outputs = new Map<Block, string>();
  const files = new Map<string, string>();
  for (const block of page.blocks) {
    const name = nameOf(block);
    if (name !== undefined) files.set(name, block.text);
  }
  const blocks = page.blocks.filter((block) => block.output !== undefined || isCarriedOut(block));
  for (const [index, block] of blocks.entries()) {
    const problem = (text: string): void => void problems.push(`docs/${page.file}:${block.line}: ${text}`);
    if (block.output !== undefined) continue;
    const ran = await carryOut(block, files);
    for (const text of ran.problems) problem(text);
    const after = blocks.slice(index + 1);
    const other = after.findIndex(({ output }) => output === undefined);
    const shown = other === -1 ? after : after.slice(0, other);
    for (const output of shown) {
      const what = output.output ?? '';
      try {
        if (what === 'objects') outputs.set(output, listing(ran.synthesised));
        else outputs.set(output, /^[A-Z]/u.test(what) ? excerpt(ran.synthesised, what) : ran.printed);
      } catch (error) {
        problem((error as Error).message);
      }
    }
    const whole = shown.find(({ output }) => output === '' || output === 'fails');
    if (ran.printed !== '' && whole === undefined) problem(`prints what the page does not show:\n${ran.printed}`);
    if (ran.failed !== (whole?.output === 'fails'))
      problem(ran.failed ? 'fails: mark its output with <!-- output: fails -->' : 'is said to fail and does not');
  }
  return { problems, outputs };
}

/** Others are for the reader: kubectl, npm, parts of files. */
function isCarriedOut({ language, text }: Block): boolean {
  return language === 'ts' || language === 'yaml' || (language === 'sh' && commandsOf(text).length > 0);
}

type CarriedOut = Ran & { readonly problems: readonly string[] };

async function carryOut({ language, text }: Block, files: ReadonlyMap<string, string>): Promise<CarriedOut> {
  if (language === 'ts') {
    const ran = await runProgram(text, files);
    const found = ran.synthesised
      .map((manifest) => findings(manifest, ['error', 'warning']))
      .filter((each) => each !== '');
    return { ...ran, problems: found.map((each) => `what it synthesises is not clean:\n${each}`) };
  }
  if (language === 'sh') return { ...(await runCommands(text, files)), problems: [] };
  if (language !== 'yaml') return { ...SILENT, problems: [] };
  const documents = parseAllDocuments(text);
  const wrong = documents.flatMap(({ errors }) => errors.map(({ message }) => message));
  const printed = documents
    .map((document) => findings(document.toJS() as Manifest, ['error', 'warning', 'hint']))
    .filter((each) => each !== '')
    .join('\n');
  return { ...SILENT, printed: printed === '' ? '' : `${printed}\n`, problems: wrong };
}

/** What is found in a resource; the empty text if there is nothing. */
function findings(manifest: Manifest, severities: readonly Severity[]): string {
  const found = checkResource(manifest).filter(({ severity }) => severities.includes(severity));
  return found.length === 0 ? '' : formatFindings(`${manifest.kind} ${manifest.metadata?.name}`, found);
}
