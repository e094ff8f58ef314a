// SPDX-License-Identifier: Apache-2.0
// Writes lib/api/descriptions.ts: the docstrings of the API's types as data, so that what an editor shows is what `kubectl explain` says. With
// `--check` nothing is written; it fails if the file is out of date.

import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';
import prettier from 'prettier';

const SOURCES = [
  'lib/api/flink-deployment.ts',
  'lib/api/flink-session-job.ts',
  'lib/api/flink-state-snapshot.ts',
  'lib/api/flink-blue-green-deployment.ts',
  'lib/kubernetes/objects.ts',
];
/** Types of other files' concern are not API. */
const KUBERNETES_TYPES = ['ResourceRequirements', 'Condition'];
const TARGET = 'lib/api/descriptions.ts';

const root = new URL('../', import.meta.url);
const interfaces = new Map<string, ts.InterfaceDeclaration>();
for (const path of SOURCES) {
  const source = ts.createSourceFile(path, readFileSync(new URL(path, root), 'utf8'), ts.ScriptTarget.Latest, true);
  source.forEachChild((node) => {
    if (!ts.isInterfaceDeclaration(node)) return;
    if (!path.startsWith('lib/kubernetes/') || KUBERNETES_TYPES.includes(node.name.text))
      interfaces.set(node.name.text, node);
  });
}

/** The docstring as one line; empty if there is none. */
function docOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node);
  return (ts.getTextOfJSDocComment(doc?.comment) ?? '').replace(/\s+/g, ' ').trim();
}

function membersOf(declaration: ts.InterfaceDeclaration): [string, string][] {
  const inherited = (declaration.heritageClauses ?? [])
    .flatMap(({ types }) => types.map(({ expression }) => interfaces.get(expression.getText())))
    .flatMap((parent) => (parent === undefined ? [] : membersOf(parent)));
  const own = declaration.members
    .filter(ts.isPropertySignature)
    .map((member): [string, string] => [member.name.getText(), docOf(member)]);
  return [...inherited, ...own].filter(([, text]) => text !== '');
}

const table = Object.fromEntries(
  [...interfaces].map(([name, declaration]) => {
    const about = docOf(declaration);
    return [name, Object.fromEntries([...(about === '' ? [] : [['', about] as const]), ...membersOf(declaration)])];
  }),
);
const text = `// SPDX-License-Identifier: Apache-2.0
// What each field of the API means, by type and member ('' is the type itself): the docstrings of the types, as data for the definitions.
// Made by scripts/generate-descriptions.ts; change the docstrings, not this file.
/* eslint max-lines: "off" -- a generated table */

export const DESCRIPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(table)};
`;
const target = new URL(TARGET, root);
const options = await prettier.resolveConfig(target);
const formatted = await prettier.format(text, { ...options, parser: 'typescript' });
if (!process.argv.includes('--check')) writeFileSync(target, formatted);
else if (readFileSync(target, 'utf8') !== formatted)
  throw new Error(`${TARGET} is out of date: run node scripts/generate-descriptions.ts`);
