// SPDX-License-Identifier: Apache-2.0
// Builds what is published: dist/esm and dist/cjs by two runs of tsc, facades where package.json names an .mjs, then the operator's
// bundle. It does not bundle the library: one file in, one file out, so that stack traces and declarations read like the source.
//
//   node scripts/build.ts [--library] [--strict]
//     --library  without the operator's bundle
//     --strict   an entry point of package.json that has no source is an error, not a warning
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { buildOperator } from './build-operator.ts';
import { entryPoints } from './entry-points.ts';
import { makeRequiresLate } from './lazy-requires.ts';

const root = join(import.meta.dirname, '..');
const { values: options } = parseArgs({ options: { library: { type: 'boolean' }, strict: { type: 'boolean' } } });

function compile(project: string): Promise<boolean> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [compiler, '-p', project], { cwd: root, stdio: 'inherit' });
    child.on('close', (code) => {
      resolve(code === 0);
    });
  });
}

/** The compiler leaves a first line `#!` alone, but not the permission to run the file. */
function makeExecutable(file: string): void {
  if (!readFileSync(file, 'utf8').startsWith('#!/usr/bin/env node\n')) {
    throw new Error(`${file}: a command must begin with #!/usr/bin/env node`);
  }
  chmodSync(file, 0o755);
}

const started = performance.now();
for (const format of ['esm', 'cjs']) rmSync(join(root, 'dist', format), { recursive: true, force: true });
const compiled = await Promise.all([compile('tsconfig.esm.json'), compile('tsconfig.cjs.json')]);
let failed = compiled.includes(false);
mkdirSync(join(root, 'dist/cjs'), { recursive: true });
writeFileSync(join(root, 'dist/cjs/package.json'), '{ "type": "commonjs" }\n');
makeRequiresLate(join(root, 'dist/cjs'));

/**
 * An ES module that is the CommonJS build under its names. There is then one copy of the constructs whoever loads them, and a missing cdk8s is
 * told by our own code: in a graph of ES modules Node would end before any of it runs.
 */
function writeFacade(module: string): void {
  const commonJs = module.replace('dist/esm/', 'dist/cjs/').replace(/\.mjs$/, '.js');
  const names = Object.keys(createRequire(import.meta.url)(join(root, commonJs)) as object).sort();
  const from = relative(dirname(module), commonJs);
  writeFileSync(join(root, module), `export {\n${names.map((name) => `  ${name},\n`).join('')}} from '${from}';\n`);
}

for (const { name, source, files } of entryPoints(root)) {
  if (!failed) for (const file of files) if (file.endsWith('.mjs') && !existsSync(join(root, file))) writeFacade(file);
  if (!existsSync(join(root, source))) {
    console.error(`${options.strict ? 'error' : 'warning'}: ${name}: ${source} has not been written yet`);
    failed ||= options.strict === true;
    continue;
  }
  for (const file of files.filter((path) => !existsSync(join(root, path)))) {
    console.error(`error: ${name}: package.json promises ${file}, but the build does not make it`);
    failed = true;
  }
  if (name === 'bin' && files.every((path) => existsSync(join(root, path)))) {
    for (const file of files) makeExecutable(join(root, file));
  }
}

console.log(`library: ${((performance.now() - started) / 1000).toFixed(1)} s`);
if (!options.library) {
  if (existsSync(join(root, 'operator/main.ts'))) await buildOperator();
  else {
    console.error(`${options.strict ? 'error' : 'warning'}: operator/main.ts has not been written yet`);
    failed ||= options.strict === true;
  }
}
process.exitCode = failed ? 1 : 0;
