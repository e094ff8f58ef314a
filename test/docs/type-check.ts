// SPDX-License-Identifier: Apache-2.0
// The programs of all pages as one TypeScript program, checked against the library's source as a strict project of a user would see it.

import { dirname, join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..', '..');

/** What a user imports, and where it is here. */
export const ENTRY_POINTS = {
  flinkwright: 'lib/index.ts',
  'flinkwright/cdk8s': 'lib/index.ts',
  'flinkwright/operator': 'operator/index.ts',
  'flinkwright/schemas': 'lib/api/schemas.ts',
  'flinkwright/testing': 'lib/testing/index.ts',
} as const;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
  pathsBasePath: root,
  paths: Object.fromEntries(Object.entries(ENTRY_POINTS).map(([name, file]) => [name, [`./${file}`]])),
};

/** Declarations that no program of a page needs, and whose reading takes half of the time. */
const HIDDEN = /\/node_modules\/(?:@types\/node|commander|pino|undici|undici-types|yaml|zod)(?:\/|$)/u;
const GLOBALS = 'declare const console: { log(...values: unknown[]): void };';

/** What the compiler says of each program, by its path below docs/; programs that it has nothing to say about are absent. */
export function typeErrors(programs: ReadonlyMap<string, string>): ReadonlyMap<string, string[]> {
  const sources = new Map([...programs].map(([file, text]) => [join(root, 'docs', file), text]));
  sources.set(join(root, 'docs', 'globals.d.ts'), GLOBALS);
  const host = ts.createCompilerHost(options);
  const { directoryExists, fileExists, getSourceFile, readFile } = host;
  const folders = new Set([...sources.keys()].map((file) => dirname(file)));
  host.directoryExists = (folder) =>
    folders.has(folder) || (!HIDDEN.test(folder) && directoryExists?.(folder) === true);
  host.fileExists = (file) => sources.has(file) || (!HIDDEN.test(file) && fileExists(file));
  host.readFile = (file) => sources.get(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = sources.get(file);
    return text === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  const errors = new Map<string, string[]>();
  for (const file of programs.keys()) {
    const source = program.getSourceFile(join(root, 'docs', file));
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    if (found.length > 0) errors.set(file, found.map(asText));
  }
  return errors;
}

function asText({ messageText, file, start = 0 }: ts.Diagnostic): string {
  const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
  return `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
}

/** A program as the body of an async function with `require` and `exports`. */
export function asCommonJs(text: string): string {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.CommonJS, esModuleInterop: true },
  });
  return outputText;
}
