// SPDX-License-Identifier: Apache-2.0
// What the pages of docs/ show is what happens: programs compile and run, resources are clean, commands print what is printed, links lead
// somewhere. With DOCS=write the output blocks are brought up to date.

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Construct } from 'constructs';
import { describe, expect, it } from 'vitest';
import * as library from '../lib/index.ts';
import { examine } from './docs/examine.ts';
import { brokenLinks, unreachable } from './docs/links.ts';
import { nameOf, parsePage, withBlocks } from './docs/page.ts';
import type { Page } from './docs/page.ts';
import { typeErrors } from './docs/type-check.ts';

const root = join(import.meta.dirname, '..');
const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts;

const pages = new Map(
  globSync('**/*.md', { cwd: join(root, 'docs') })
    .sort()
    .map((file) => [file, parsePage(file, readFileSync(join(root, 'docs', file), 'utf8'))]),
);

/** The programs of a page by a path beside the page; what has no name of its own is called after its line. */
function programs({ file, blocks }: Page): [string, string][] {
  return blocks
    .filter(({ language, output }) => language === 'ts' && output === undefined)
    .map((block) => [posix.join(file.replace('.md', ''), nameOf(block) ?? `line-${block.line}.ts`), block.text]);
}

function isConstruct(name: string): boolean {
  const exported: unknown = library[name as keyof typeof library];
  return typeof exported === 'function' && exported.prototype instanceof Construct;
}

const written = [...pages.values()].filter(({ file, blocks }) => !file.startsWith('reference/') && blocks.length > 0);

describe('the pages', () => {
  it('have programs that compile', { timeout: 60_000 }, () => {
    // One that does not compile, to see that it would be told of. (One run of the compiler for all: it takes seconds.)
    const bad: [string, string] = ['bad.ts', "import { FlinkJob } from 'flinkwright';\nFlinkJob;\n"];
    const errors = typeErrors(new Map([...written.flatMap(programs), bad]));
    expect(Object.fromEntries(errors)).toEqual({
      'bad.ts': [expect.stringContaining("line 1: Module '\"flinkwright\"' has no exported member 'FlinkJob'")],
    });
  });

  it.each(written.map(({ file }) => file))(
    '%s shows what happens (DOCS=write npx vitest run test/docs.test.ts)',
    async (file) => {
      const page = pages.get(file)!;
      const { problems, outputs } = await examine(page);
      expect(problems.join('\n')).toBe('');
      const upToDate = withBlocks(page, outputs);
      if (process.env['DOCS'] === 'write') writeFileSync(join(root, 'docs', file), upToDate);
      else expect(page.text).toBe(upToDate);
    },
  );

  it('have links that lead somewhere', () => {
    const broken = [...pages.values()].flatMap((page) =>
      brokenLinks(page, posix.join('docs', posix.dirname(page.file)), root, pages),
    );
    expect(broken.join('\n')).toBe('');
  });

  it('can all be reached from docs/README.md', () => {
    expect(unreachable(pages, 'README.md')).toEqual([]);
  });

  it('have one for each construct', () => {
    const constructs = Object.keys(library).filter((name) => /^Flink[A-Z]/u.test(name) && isConstruct(name));
    const missing = constructs.filter(
      (name) => pages.get('README.md')?.text.includes(`[${name}](constructs/`) !== true,
    );
    expect(missing).toEqual([]);
  });

  it('name scripts that exist', () => {
    const named = [...pages.values()].flatMap(({ text }) => [...text.matchAll(/npm run ([\w:]+)/gu)]);
    expect(named.map(([, script = '']) => script).filter((script) => scripts[script] === undefined)).toEqual([]);
  });
});

describe('a page that is wrong', () => {
  const FENCE = '```';
  const bad = (body: string): Page => parsePage('bad.md', body.replaceAll("'''", FENCE));

  it.each([
    ["'''ts\nconsole.log(1);\n'''\n", 'docs/bad.md:1: prints what the page does not show:\n1\n'],
    [
      "'''ts\nthrow new Error('no');\n'''\n\n<!-- output -->\n\n'''text\n'''\n",
      'docs/bad.md:1: fails: mark its output',
    ],
    ["'''ts\n'''\n\n<!-- output: fails -->\n\n'''text\n'''\n", 'docs/bad.md:1: is said to fail and does not'],
    ["text\n\n'''yaml\na: 1\na: 2\n'''\n", 'docs/bad.md:3: Map keys must be unique'],
    [
      "'''yaml\napiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata: { name: a }\nspec: { imag: a }\n'''\n",
      'docs/bad.md:1: prints what the page does not show:\nFlinkDeployment a: ',
    ],
    [
      "'''ts\nimport { App } from 'cdk8s';\nnew App().synth();\n'''\n\n<!-- output: Pod/a -->\n\n'''yaml\n'''\n",
      'docs/bad.md:1: there is no Pod/a among what was synthesised',
    ],
  ])('%j is told of', async (body, problem) => {
    const { problems } = await examine(bad(body));
    expect(problems.join('\n')).toContain(problem);
  });

  it('is brought up to date', async () => {
    const page = bad("'''ts\nconsole.log(1);\n'''\n\n<!-- output -->\n\n'''text\nold\n'''\n");
    const { outputs } = await examine(page);
    expect(withBlocks(page, outputs)).toBe(page.text.replace('old', '1'));
  });

  it('has links and headings that are checked', () => {
    const page = bad('# A `b.c` (d)\n\n[a](#a-bc-d) [b](#nowhere) [c](nowhere.md) [d](https://example.com/x)\n');
    expect(brokenLinks(page, 'docs', root, new Map([[page.file, page]]))).toEqual([
      'docs/bad.md:3: #nowhere: there is no heading #nowhere in docs/bad.md',
      'docs/bad.md:3: nowhere.md: there is no docs/nowhere.md',
    ]);
  });
});
