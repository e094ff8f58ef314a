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
  it('have programs that compile', () => {
    const errors = typeErrors(new Map(written.flatMap(programs)));
    expect(Object.fromEntries(errors)).toEqual({});
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
