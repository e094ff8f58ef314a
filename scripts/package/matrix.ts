// SPDX-License-Identifier: Apache-2.0
// Who compiles against our declarations: compilers old and new, and the ways in which they find modules. Every declaration is checked, ours
// and cdk8s's; what only one project in a hundred has is left out.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A release of TypeScript. */
export interface Compiler {
  readonly version: string;
  /** Name under which the consumers' project installs it; absent for those of this repository. */
  readonly alias?: string;
  /** Path of `tsc` from the project, or absolute. */
  readonly tsc: string;
}

function installed(version: string): Compiler {
  const alias = `typescript-${version}`;
  return { version, alias, tsc: `node_modules/${alias}/bin/tsc` };
}

/** The compilers of reference 08 §7.2; `template` is the one that the cdk8s template pins. */
export function compilers(root: string): Readonly<Record<'old' | 'middle' | 'template' | 'six' | 'seven', Compiler>> {
  return {
    old: installed('5.0.4'),
    middle: installed('5.7.3'),
    template: installed('5.9.3'),
    six: { version: '6', tsc: join(root, 'node_modules/typescript/bin/tsc') },
    seven: { version: '7', tsc: join(root, 'node_modules/tsc7/bin/tsc') },
  };
}

/** A project that finds modules in one way. */
export interface Consumer {
  readonly name: string;
  readonly type: 'commonjs' | 'module';
  readonly options: Readonly<Record<string, unknown>>;
}

const COMMON = { target: 'es2022', lib: ['es2022'], strict: true, types: [], noEmit: true, skipLibCheck: false };

/** All but the cdk8s template, which brings its own options. */
export const CONSUMERS: readonly Consumer[] = [
  { name: 'node16-cjs', type: 'commonjs', options: { module: 'node16', moduleResolution: 'node16' } },
  { name: 'nodenext-cjs', type: 'commonjs', options: { module: 'nodenext', moduleResolution: 'nodenext' } },
  {
    name: 'nodenext-esm',
    type: 'module',
    options: { module: 'nodenext', moduleResolution: 'nodenext', exactOptionalPropertyTypes: true },
  },
  { name: 'bundler', type: 'module', options: { module: 'esnext', moduleResolution: 'bundler' } },
];

/** Writes the projects of {@link CONSUMERS} below `project`, each with the application `main`. */
export function writeConsumers(project: string, main: string): void {
  for (const { name, type, options } of CONSUMERS) {
    const folder = join(project, name);
    mkdirSync(folder, { recursive: true });
    const configuration = { compilerOptions: { ...COMMON, ...options }, include: ['main.ts'] };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type }));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
    cpSync(main, join(folder, 'main.ts'));
  }
}
