// SPDX-License-Identifier: Apache-2.0
// Writes docs/reference/: tables of what stands in the code (findings, reasons, options, props, fields). With `--check` nothing is written;
// it fails if the pages are not what the code gives.

import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { changesPage } from './docs/changes-page.ts';
import { commandsPage } from './docs/commands-page.ts';
import { findingsPage } from './docs/findings-page.ts';
import { flinkOptionPages } from './docs/flink-option-pages.ts';
import type { GeneratedPage } from './docs/markdown.ts';
import { operatorOptionPages } from './docs/operator-option-pages.ts';
import { propsPages } from './docs/props-pages.ts';
import { reasonsPage } from './docs/reasons-page.ts';
import { resourcePages } from './docs/resource-pages.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'reference');

const pages: readonly GeneratedPage[] = [
  await findingsPage(),
  await commandsPage(),
  changesPage(),
  reasonsPage(),
  ...propsPages(),
  ...resourcePages(),
  ...operatorOptionPages(),
  ...flinkOptionPages(),
];

const stale = globSync('**/*.md', { cwd: folder }).filter((file) => !pages.some((page) => page.file === file));
const changed = pages.filter(({ file, text }) => read(file) !== text);

if (process.argv.includes('--check')) {
  const outdated = [...stale, ...changed.map(({ file }) => file)];
  if (outdated.length > 0) throw new Error(`docs/reference is out of date, run npm run docs: ${outdated.join(', ')}`);
} else {
  for (const file of stale) rmSync(join(folder, file));
  for (const { file, text } of changed) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    return undefined;
  }
}
