// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FINDING_CODES } from './finding-codes.ts';

const CATALOGUE = new URL('codes/', import.meta.url);

const files = readdirSync(CATALOGUE).filter((file) => file !== 'code-info.ts');
const areas = files.map((file) => readFileSync(new URL(file, CATALOGUE), 'utf8'));

/** Everything in the library and the operator that can make a finding. */
function sources(directory: URL): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return sources(new URL(`${entry.name}/`, directory));
    const isSource = entry.name.endsWith('.ts') && !/\.test(-d)?\.ts$/.test(entry.name);
    return isSource ? [readFileSync(new URL(entry.name, directory), 'utf8')] : [];
  });
}

describe('the catalogue of codes', () => {
  // that no code is missing is the type checker's: a finding with another one does not compile

  it('has no code that nothing finds', () => {
    const text = [...sources(new URL('../', import.meta.url)), ...sources(new URL('../../cli/', import.meta.url))]
      .filter((source) => !areas.includes(source))
      .join('\n');
    expect(Object.keys(FINDING_CODES).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });

  it('has the codes of all areas, each once', async () => {
    const modules = await Promise.all(files.map((file) => import(new URL(file, CATALOGUE).href) as Promise<object>));
    const codes = modules.flatMap((module) => Object.values(module).flatMap((table: object) => Object.keys(table)));
    expect([...codes].sort()).toEqual(Object.keys(FINDING_CODES).sort());
  });

  it.each(Object.entries(FINDING_CODES))('%s says what happens and what to do', (code, { title, why, fix }) => {
    expect(code).toMatch(/^([VA]-\d+|[a-z0-9-]+(\.[a-z0-9-]+)?)$/);
    expect(title).toMatch(/^.{10,}[^.]$/);
    for (const text of [why, fix]) {
      expect(text).toMatch(/^(?=[A-Z]|\w+\.).{12,}\.$/s);
    }
  });
});
