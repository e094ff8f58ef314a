// SPDX-License-Identifier: Apache-2.0
// Writes down what the package promises: the declarations of everything that its entry points export, with what those mention, and without
// comments. A change of the API is then a change of a file that is reviewed.
//
//   node scripts/api-report.ts [--check]     --check: compare api/flinkwright.api.md with what it would be, and write nothing
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import * as prettier from 'prettier';
import * as ts from 'typescript';
import { entryPoints } from './entry-points.ts';

const root = join(import.meta.dirname, '..');
const report = join(root, 'api/flinkwright.api.md');
const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

/** The names of each source that an entry point is built from: two names of one source are told together. */
const entries = new Map<string, string[]>();
for (const { name, source } of entryPoints(root)) {
  if (name !== 'bin') entries.set(source, [...(entries.get(source) ?? []), `flinkwright${name.slice(1)}`]);
}

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
  config: { compilerOptions: object };
};
const { options: compilerOptions } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);

/** The declarations of our own files, without comments, by path. */
function declarations(): Map<string, string> {
  const program = ts.createProgram(
    [...entries.keys()].map((source) => join(root, source)),
    {
      ...compilerOptions,
      noEmit: false,
      emitDeclarationOnly: true,
      removeComments: true,
      declarationMap: false,
      outDir: root,
    },
  );
  const texts = new Map<string, string>();
  program.emit(undefined, (path, text) => texts.set(path, text), undefined, true);
  return texts;
}

const texts = declarations();
const host = ts.createCompilerHost(compilerOptions);
const declarationOf = (path: string): string => path.replace(/\.ts$/, '.d.ts');
const disk = ts.createCompilerHost(compilerOptions);
host.fileExists = (path) => texts.has(path) || (!isOwnSource(path) && disk.fileExists(path));
host.readFile = (path) => texts.get(path) ?? disk.readFile(path);
host.getSourceFile = (path, ...more) => {
  const text = texts.get(path);
  return text === undefined
    ? disk.getSourceFile(path, ...more)
    : ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
};

/** A source must not be found where its declaration is wanted. */
function isOwnSource(path: string): boolean {
  return !path.endsWith('.d.ts') && texts.has(declarationOf(path));
}

const program = ts.createProgram(
  [...entries.keys()].map((source) => declarationOf(join(root, source))),
  { ...compilerOptions, isolatedDeclarations: false, declaration: false },
  host,
);
const checker = program.getTypeChecker();

/** The symbol itself, if it is an import or an export of another. */
function resolved(symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

/** The statements at the top of our own files that declare a symbol. */
function statements(symbol: ts.Symbol): ts.Statement[] {
  const found = (symbol.declarations ?? []).flatMap((declaration) => {
    let node: ts.Node = declaration;
    if (ts.isSourceFile(node)) return [];
    while (!ts.isSourceFile(node.parent)) node = node.parent;
    return texts.has(node.parent.fileName) ? [node as ts.Statement] : [];
  });
  return [...new Set(found)];
}

function mentioned(node: ts.Node, found: Set<ts.Symbol>): void {
  if (ts.isIdentifier(node)) {
    const symbol = checker.getSymbolAtLocation(node);
    if (symbol !== undefined) found.add(resolved(symbol));
  }
  node.forEachChild((child) => {
    mentioned(child, found);
  });
}

function text(statement: ts.Statement): string {
  return statement
    .getText()
    .replace(/^export /, '')
    .replace(/^(?:declare|default) /, '');
}

const told = new Map<ts.Statement, string>();
const parts: string[] = [
  '# The API of flinkwright',
  'Made by `npm run api`. Everything that the entry points export, in the order of the alphabet, and below it what that mentions.',
];
const hidden = new Map<ts.Statement, string>();

for (const [source, names] of entries) {
  const title = names.map((name) => `\`${name}\``).join(', ');
  const file = program.getSourceFile(declarationOf(join(root, source)));
  const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  if (module === undefined) throw new Error(`${source}: no exports`);
  const exported = checker.getExportsOfModule(module).sort((a, b) => (a.name < b.name ? -1 : 1));
  const lines: string[] = [];
  const queue: ts.Statement[] = [];
  for (const symbol of exported) {
    const own = statements(resolved(symbol));
    const target = resolved(symbol);
    if (own.length === 0) lines.push(`// ${symbol.name}: declared elsewhere`);
    if (target.name !== symbol.name) lines.push(`// ${symbol.name} is ${target.name}`);
    for (const statement of own) {
      const before = told.get(statement);
      if (before !== undefined) {
        lines.push(`// ${symbol.name}: see ${before}`);
        continue;
      }
      told.set(statement, title);
      lines.push(`export ${text(statement)}`);
      queue.push(statement);
    }
  }
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const symbols = new Set<ts.Symbol>();
    mentioned(next, symbols);
    for (const statement of [...symbols].flatMap(statements)) {
      if (told.has(statement) || hidden.has(statement)) continue;
      hidden.set(statement, text(statement));
      queue.push(statement);
    }
  }
  parts.push(`## ${title}`, '```ts', lines.join('\n'), '```');
}
const below = [...hidden]
  .filter(([statement]) => !told.has(statement))
  .map(([statement, declared]) => ({
    path: relative(root, statement.getSourceFile().fileName),
    start: statement.pos,
    declared,
  }))
  .sort((a, b) => (a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1));
parts.push('## Mentioned, not exported', '```ts', below.map(({ declared }) => declared).join('\n'), '```');

const configuration = (await prettier.resolveConfig(report)) ?? {};
const expected = await prettier.format(`${parts.join('\n\n')}\n`, { ...configuration, parser: 'markdown' });
if (options.check) {
  let present = '';
  try {
    present = readFileSync(report, 'utf8');
  } catch {
    // told below
  }
  const [was, is] = [present, expected].map((whole) => new Set(whole.split('\n')));
  if (present === expected) console.log(`${told.size} exports`);
  else {
    const changed = [
      ...[...(was ?? [])].filter((line) => is?.has(line) !== true).map((line) => `- ${line}`),
      ...[...(is ?? [])].filter((line) => was?.has(line) !== true).map((line) => `+ ${line}`),
    ];
    console.error(
      `api/flinkwright.api.md is not what is exported; run \`npm run api\` and review it.\n${changed.slice(0, 40).join('\n')}`,
    );
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, expected);
  console.log(`${relative(root, report)}: ${told.size} exports`);
}
