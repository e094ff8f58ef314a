// SPDX-License-Identifier: Apache-2.0
// Runs a program of a page in this process and keeps what it would have left behind: what it prints, what it is ended by, what it
// synthesises. `app.synth()` writes no files here, and `it(...)` of vitest runs at once.

import { format } from 'node:util';
import { runInThisContext } from 'node:vm';
import * as cdk8s from 'cdk8s';
import * as constructs from 'constructs';
import * as vitest from 'vitest';
import { parseAllDocuments } from 'yaml';
import * as flinkwright from '../../lib/index.ts';
import * as schemas from '../../lib/api/schemas.ts';
import { asCommonJs } from './type-check.ts';

export interface Ran {
  /** What stood on the terminal, the message of an error that ended the program included. */
  readonly printed: string;
  readonly failed: boolean;
  readonly synthesised: readonly Manifest[];
}

export interface Manifest {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: { readonly namespace?: string; readonly name?: string };
}

type Module = Readonly<Record<string, unknown>>;

/** @param files the other programs of the page by their names, for imports like `./clicks.ts` */
export async function runProgram(text: string, files: ReadonlyMap<string, string>): Promise<Ran> {
  const printed: string[] = [];
  const synthesised: Manifest[] = [];
  const tests: (() => unknown)[] = [];
  const print = (...values: unknown[]): void => void printed.push(`${format(...values)}\n`);

  class App extends cdk8s.App {
    override synth(): void {
      synthesised.push(...parseAllDocuments(this.synthYaml()).map((document) => document.toJS() as Manifest));
    }
  }
  const modules = new Map<string, Module>([
    ['cdk8s', { ...cdk8s, App }],
    ['constructs', constructs],
    ['flinkwright', flinkwright],
    ['flinkwright/cdk8s', flinkwright],
    ['flinkwright/schemas', schemas],
    ['vitest', { ...vitest, it: (_: string, test: () => unknown) => tests.push(test) }],
  ]);

  async function load(code: string): Promise<Module> {
    const body = asCommonJs(code);
    for (const [, name = ''] of body.matchAll(/require\("([^"]+)"\)/gu))
      if (!modules.has(name)) modules.set(name, await importModule(name));
    const exports: Record<string, unknown> = {};
    const run = runInThisContext(`(async (require, exports) => {${body}\n})`) as (
      ...globals: unknown[]
    ) => Promise<void>;
    await run((name: string) => modules.get(name), exports);
    return exports;
  }

  async function importModule(name: string): Promise<Module> {
    const file = files.get(name.replace('./', ''));
    if (file !== undefined) return load(file);
    if (name === 'flinkwright/operator') return import('../../operator/index.ts');
    if (name === 'flinkwright/testing') return import('../../lib/testing/index.ts');
    return (await import(name)) as Module;
  }

  // The library's own warnings go to the same place as what the program prints.
  const terminal = (['log', 'info', 'warn', 'error'] as const).map((method) =>
    // eslint-disable-next-line no-restricted-globals -- the terminal of the reader is what is recorded here
    vitest.vi.spyOn(console, method).mockImplementation(print),
  );
  try {
    await load(text);
    for (const test of tests) await test();
  } catch (error) {
    printed.push(`${error instanceof Error ? error.message : String(error)}\n`);
    return { printed: printed.join(''), failed: true, synthesised };
  } finally {
    for (const method of terminal) method.mockRestore();
  }
  return { printed: printed.join(''), failed: false, synthesised };
}
