// SPDX-License-Identifier: Apache-2.0
// Looks at the package as those see it who install it: packs what `npm run build` has made, has the metadata judged, holds the
// sizes to their budgets, and installs the tarball into projects that import, require and type-check it. It builds nothing.
//
//   node scripts/package-check.ts [--strict]     --strict: an entry point that is missing is an error
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { entryPoints } from './entry-points.ts';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');
const { values: options } = parseArgs({ options: { strict: { type: 'boolean' } } });

/** Bytes and milliseconds that must not be exceeded. */
const budget = { bundle: 1.5e6, tarball: 3e6, importMs: 250 };
/** The compiler that the cdk8s template pins; the newer ones are this repository's own. */
const templateTypeScript = '5.9.3';

const failures: string[] = [];

function fail(check: string, why: string): void {
  failures.push(check);
  console.error(`FAIL  ${check}\n${why.trim().replaceAll(/^/gm, '      ')}`);
}

/** Runs one check; what it returns is told, what it throws is a failure. */
function check(name: string, run: () => string): void {
  try {
    const said = run();
    console.log(`ok    ${name}${said === '' ? '' : `: ${said.replaceAll('\n', '\n      ')}`}`);
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as { stdout?: string; stderr?: string; message: string };
    fail(name, `${stdout}${stderr}` || message);
  }
}

function run(command: string, args: readonly string[], cwd: string = root): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? '';
}

function withinBudget(bytes: number, limit: number): string {
  const said = `${(bytes / 1e6).toFixed(2)} MB of ${(limit / 1e6).toFixed(1)} MB`;
  if (bytes > limit) throw new Error(`${said}: what made it grow?`);
  return said;
}

function versionOf(name: string): string {
  const manifest = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

const all = entryPoints(root).filter(({ name }) => name !== 'bin');
const present = all.filter(({ files }) => files.every((file) => existsSync(join(root, file))));
for (const { name } of all.filter((entry) => !present.includes(entry))) {
  if (options.strict) fail(`entry point ${name}`, 'not built');
  else console.log(`skip  entry point ${name}: not built`);
}
const importName = (name: string): string => `flinkwright${name.slice(1)}`;
const dual = present.filter(({ commonJs }) => commonJs);
const esmOnly = present.filter(({ commonJs }) => !commonJs);

const work = mkdtempSync(join(tmpdir(), 'flinkwright-package-'));
try {
  const packed = JSON.parse(run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', work])) as
    { filename: string; entryCount: number }[] | Record<string, { filename: string; entryCount: number }>;
  const [{ filename, entryCount } = { filename: '', entryCount: 0 }] = Object.values(packed);
  const tarball = join(work, filename);

  check('tarball', () => `${withinBudget(statSync(tarball).size, budget.tarball)}, ${String(entryCount)} files`);
  check('no tests in the tarball', () => {
    const stray = run('tar', ['-tzf', tarball])
      .split('\n')
      .filter((path) => /\.test(-d)?\.|\/(fixtures|golden|test|test-support|conformance)\//.test(path));
    if (stray.length > 0) throw new Error(stray.join('\n'));
    return '';
  });
  const bundle = join(root, 'dist/operator/operator.mjs');
  if (existsSync(bundle) || options.strict) check('bundle', () => withinBudget(statSync(bundle).size, budget.bundle));
  // It has no notion of a part that is still to be written.
  if (present.length === all.length || options.strict) {
    check('publint', () => lastLine(run(join(bin, 'publint'), ['run', tarball, '--strict', '--level', 'warning'])));
  } else console.log('skip  publint');
  const attw = (entries: typeof all, ...more: string[]): string => {
    const names = entries.map(({ name }) => name);
    run(join(bin, 'attw'), [
      tarball,
      '--no-emoji',
      '--no-color',
      '--format',
      'ascii',
      ...more,
      '--entrypoints',
      ...names,
    ]);
    return names.join(' ');
  };
  if (dual.length > 0) check('types, ESM and CommonJS', () => attw(dual));
  if (esmOnly.length > 0) check('types, ESM only', () => attw(esmOnly, '--profile', 'esm-only'));

  const project = join(work, 'consumers');
  cpSync(join(root, 'test/consumers'), project, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
  const peers = ['cdk8s', 'constructs'].map((name) => `${name}@${versionOf(name)}`);
  check('install', () => {
    const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--no-package-lock'];
    return (
      run('npm', ['install', ...flags, tarball, ...peers, `typescript@${templateTypeScript}`], project)
        .split('\n')
        .at(-1) ?? ''
    );
  });

  const types = (compiler: string, folder: string, ...more: string[]): string =>
    run(process.execPath, [compiler, '-p', folder, ...more], project);
  const ours = (name: string): string => join(root, 'node_modules', name, 'bin/tsc');
  if (present.length > 0) {
    check('import', () =>
      run(process.execPath, ['esm/app.ts', ...present.map(({ name }) => importName(name))], project),
    );
  }
  if (dual.length > 0) {
    check('require', () =>
      run(process.execPath, ['cjs/app.cjs', ...dual.map(({ name }) => importName(name))], project),
    );
  }
  if (present.some(({ name }) => name === '.')) {
    check(`cdk8s template, TypeScript ${templateTypeScript}`, () =>
      types('node_modules/typescript/bin/tsc', 'cdk8s-template'),
    );
    check('cdk8s template, TypeScript 6', () =>
      types(ours('typescript'), 'cdk8s-template', '--ignoreDeprecations', '6.0'),
    );
    for (const format of ['esm', 'cjs']) {
      for (const compiler of ['typescript', 'tsc7']) {
        check(`nodenext ${format}, ${compiler}`, () => types(ours(compiler), `nodenext/${format}`));
      }
    }
    check('declarations load neither zod nor the types of Node.js', () => {
      const files = types(ours('typescript'), 'nodenext/esm', '--listFilesOnly').split('\n');
      const foreign = files.filter((file) => /node_modules\/(zod|@types)\//.test(file));
      if (foreign.length > 0) throw new Error(foreign.join('\n'));
      return `${String(files.length)} files`;
    });
    check('the same manifests from ESM and from the compiled template', () => {
      const [esm, commonJs] = ['esm/main.ts', 'cdk8s-template/out/main.js'].map((app) =>
        run(process.execPath, [app], project),
      );
      if (esm === undefined || !/^kind: FlinkDeployment$/m.test(esm))
        throw new Error(`no FlinkDeployment:\n${esm ?? ''}`);
      if (esm !== commonJs) throw new Error(`ESM:\n${esm}\nCommonJS:\n${commonJs ?? ''}`);
      return `${String(esm.split('\n').length)} lines`;
    });
    check('import time beyond cdk8s', () => {
      const script =
        "await import('cdk8s'); const t = performance.now(); await import('flinkwright'); console.log(performance.now() - t)";
      const times = [1, 2, 3].map(() => Number(run(process.execPath, ['--input-type=module', '-e', script], project)));
      const said = `${Math.min(...times).toFixed(0)} ms of ${String(budget.importMs)} ms`;
      if (Math.min(...times) > budget.importMs) throw new Error(said);
      return said;
    });
  }
  // The front ends' packages are optional: without them everything but the constructs loads.
  const withoutCdk8s = present.filter(({ name }) => name !== '.' && name !== './cdk8s');
  check('install and import without cdk8s', () => {
    const bare = join(work, 'bare');
    mkdirSync(bare);
    writeFileSync(join(bare, 'package.json'), '{ "private": true, "type": "module" }\n');
    run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--no-package-lock', tarball], bare);
    if (existsSync(join(bare, 'node_modules/cdk8s')))
      throw new Error('npm has installed cdk8s, which is to be optional');
    cpSync(join(project, 'esm/app.ts'), join(bare, 'app.ts'));
    return run(process.execPath, ['app.ts', ...withoutCdk8s.map(({ name }) => importName(name))], bare);
  });
  const command = join(project, 'node_modules/.bin/flinkwright');
  if (existsSync(command) || options.strict) check('command', () => run(command, ['--version'], project));
} finally {
  rmSync(work, { recursive: true, force: true });
}

console.log(
  failures.length === 0
    ? 'The package is sound.'
    : `${String(failures.length)} of the checks failed: ${failures.join(', ')}`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
