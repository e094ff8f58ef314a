// SPDX-License-Identifier: Apache-2.0
// Where the links of the pages lead: files of the repository and headings in pages must exist; the outside world is not asked.

import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parsePage } from './page.ts';
import type { Page } from './page.ts';

/**
 * @param base folder of the page below the root of the repository: `docs/concepts`
 * @param pages by path below docs/
 */
export function brokenLinks(page: Page, base: string, root: string, pages: ReadonlyMap<string, Page>): string[] {
  return page.links.flatMap(({ target, line }) => {
    if (/^https?:/u.test(target)) return [];
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? `docs/${page.file}` : posix.join(base, path);
    const broken = (why: string): string[] => [`docs/${page.file}:${line}: ${target}: ${why}`];
    const known = pages.get(file.replace('docs/', ''));
    if (known === undefined && !existsSync(join(root, file))) return broken(`there is no ${file}`);
    if (anchor === undefined) return [];
    const other = known ?? parsePage(file, readFileSync(join(root, file), 'utf8'));
    return other.anchors.has(anchor) ? [] : broken(`there is no heading #${anchor} in ${file}`);
  });
}

/** Pages that no chain of links from the map reaches. */
export function unreachable(pages: ReadonlyMap<string, Page>, start: string): string[] {
  const reached = new Set<string>();
  const follow = (file: string): void => {
    const page = pages.get(file);
    if (page === undefined || reached.has(file)) return;
    reached.add(file);
    for (const { target } of page.links) follow(posix.join(posix.dirname(file), target.split('#')[0] ?? ''));
  };
  follow(start);
  return [...pages.keys()].filter((file) => !reached.has(file));
}
