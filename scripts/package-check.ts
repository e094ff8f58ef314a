// SPDX-License-Identifier: Apache-2.0
// Looks at the package as those see it who install it: packs what `npm run build` has made, has the metadata judged, holds the sizes to
// their budgets, and installs the tarball into projects that import, require and type-check it. It builds nothing.
//
//   node scripts/package-check.ts [--strict]     --strict: every compiler of the matrix; an entry point that is missing is an error
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { entryPoints } from './entry-points.ts';
import { Checks, run, type Check } from './package/checks.ts';
import { compilers, CONSUMERS, writeConsumers, type Compiler } from './package/matrix.ts';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');
const consumers = join(root, 'test/consumers');
const template = join(root, 'node_modules/cdk8s-cli/templates/typescript-app');
const { values: options } = parseArgs({ options: { strict: { type: 'boolean', default: false } } });

/** Bytes and milliseconds that must not be exceeded. */
const budget = { bundle: 1.5e6, tarball: 3e6, importMs: 150 };

const checks = new Checks();

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

/** The output of a program that has to fail, once it has. */
async function failure(command: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    await run(command, args, cwd);
  } catch (error) {
    return (error as { stderr?: string }).stderr ?? String(error);
  }
  throw new Error('it did not fail');
}

const all = entryPoints(root).filter(({ name }) => name !== 'bin');
const present = all.filter(({ files }) => files.every((file) => existsSync(join(root, file))));
for (const { name } of all.filter((entry) => !present.includes(entry))) {
  if (options.strict) checks.fail(`entry point ${name}`, 'not built');
  else console.log(`skip  entry point ${name}: not built`);
}
const importName = (name: string): string => `flinkwright${name.slice(1)}`;
const dual = present.filter(({ commonJs }) => commonJs);
const esmOnly = present.filter(({ commonJs }) => !commonJs);
const forConstructs = present.filter(({ name }) => name === '.' || name === './cdk8s');

const work = mkdtempSync(join(tmpdir(), 'flinkwright-package-'));
const project = join(work, 'consumers');
const fresh = join(work, 'fresh');
const bare = join(work, 'bare');

async function install(folder: string, ...packages: string[]): Promise<string> {
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--no-package-lock'];
  return lastLine(await run('npm', ['install', ...flags, ...packages], folder));
}

/** Metadata, sizes, types: what can be told from the tarball alone. */
function metadata(tarball: string, entryCount: number): Check[] {
  const attw = async (entries: typeof all, ...more: string[]): Promise<string> => {
    const names = entries.map(({ name }) => name);
    const form = ['--no-emoji', '--no-color', '--format', 'ascii'];
    await run(join(bin, 'attw'), [tarball, ...form, ...more, '--entrypoints', ...names], root);
    return names.join(' ');
  };
  const bundle = join(root, 'dist/operator/operator.mjs');
  return [
    ['tarball', () => `${withinBudget(statSync(tarball).size, budget.tarball)}, ${entryCount} files`],
    [
      'no tests in the tarball',
      async () => {
        const files = (await run('tar', ['-tzf', tarball], root)).split('\n');
        const stray = files.filter((path) =>
          /\.test(-d)?\.|\/(fixtures|golden|test|test-support|conformance)\//.test(path),
        );
        if (stray.length > 0) throw new Error(stray.join('\n'));
        return '';
      },
    ],
    ...(existsSync(bundle) || options.strict
      ? [['bundle', () => withinBudget(statSync(bundle).size, budget.bundle)] as const]
      : []),
    // It has no notion of a part that is still to be written.
    ...(present.length === all.length || options.strict
      ? [
          [
            'publint',
            async () =>
              lastLine(await run(join(bin, 'publint'), ['run', tarball, '--strict', '--level', 'warning'], root)),
          ] as const,
        ]
      : []),
    ...(dual.length > 0 ? [['types, ESM and CommonJS', () => attw(dual)] as const] : []),
    ...(esmOnly.length > 0 ? [['types, ESM only', () => attw(esmOnly, '--profile', 'esm-only')] as const] : []),
    ['API report', () => run(process.execPath, [join(root, 'scripts/api-report.ts'), '--check'], root)],
  ];
}

/** Compilers and ways to find modules: a few of them, or all. */
function compiled(): Check[] {
  const { old, middle, template: pinned, six, seven } = compilers(root);
  const tsc = (compiler: Compiler, folder: string): Check => [
    `${folder}, TypeScript ${compiler.version}`,
    () => run(process.execPath, [compiler.tsc, '-p', folder], project),
  ];
  if (!options.strict) return [six, seven].flatMap((one) => [tsc(one, 'nodenext-cjs'), tsc(one, 'nodenext-esm')]);
  return [old, middle, pinned, six, seven].flatMap((one) => CONSUMERS.map(({ name }) => tsc(one, name)));
}

/** What `cdk8s init typescript-app` makes, with our application in it, compiled, run and synthesised as its scripts do. */
function freshProject(): Check[] {
  const { old, middle, template: pinned, six, seven } = compilers(root);
  const others = options.strict ? [old, middle, six, seven] : [];
  const local = (compiler: Compiler): string => join(project, compiler.tsc);
  return [
    [
      `cdk8s template, TypeScript ${pinned.version}`,
      async () => {
        await run(process.execPath, [local(pinned), '--build'], fresh);
        return '';
      },
    ],
    ...others.map((compiler): Check => [
      `cdk8s template, TypeScript ${compiler.version}`,
      () => {
        const tsc = compiler.alias === undefined ? compiler.tsc : local(compiler);
        return run(process.execPath, [tsc, '-p', '.', '--noEmit'], fresh);
      },
    ]),
  ];
}

/** Programs that have been compiled, or need not be. */
function executed(): Check[] {
  const names = (entries: typeof all): string[] => entries.map(({ name }) => importName(name));
  return [
    ['import', () => run(process.execPath, ['esm/app.ts', ...names(present)], project)],
    ['require', () => run(process.execPath, ['cjs/app.cjs', ...names(dual)], project)],
    [
      'the same manifests from ESM, from the compiled template and from cdk8s synth',
      async () => {
        const esm = await run(process.execPath, ['esm/main.ts'], project);
        const commonJs = await run(process.execPath, ['main.js'], fresh);
        await run(join(bin, 'cdk8s'), ['synth', '--check-upgrade=false', '--app', 'node main.js'], fresh);
        const synth = readFileSync(join(fresh, 'dist/consumer.k8s.yaml'), 'utf8').trim();
        if (!/^kind: FlinkDeployment$/m.test(esm)) throw new Error(`no FlinkDeployment:\n${esm}`);
        if (esm !== commonJs) throw new Error(`ESM:\n${esm}\nCommonJS:\n${commonJs}`);
        if (esm !== synth) throw new Error(`ESM:\n${esm}\ncdk8s synth:\n${synth}`);
        return `${esm.split('\n').length} lines`;
      },
    ],
    [
      'declarations load neither zod nor the types of Node.js',
      async () => {
        const { six } = compilers(root);
        const listed = await run(process.execPath, [six.tsc, '-p', 'nodenext-esm', '--listFilesOnly'], project);
        const files = listed.split('\n');
        const foreign = files.filter((file) => /node_modules\/(zod|@types)\//.test(file));
        if (foreign.length > 0) throw new Error(foreign.join('\n'));
        return `${files.length} files`;
      },
    ],
    ['command', () => run(join(project, 'node_modules/.bin/flinkwright'), ['--version'], project)],
  ];
}

/** The front ends' packages are optional: without them everything but the constructs loads, and the constructs say what is missing. */
function withoutPeers(): Check[] {
  const others = present.filter((entry) => !forConstructs.includes(entry)).map(({ name }) => importName(name));
  const missing = (name: string, flags: string[], code: string): Check => [
    `${name} names the packages that are missing, ${flags.length > 0 ? 'ESM' : 'CommonJS'}`,
    async () => {
      const said = await failure(process.execPath, [...flags, '-e', code], bare);
      const [message] = /^Error: .*npm install cdk8s constructs$/m.exec(said) ?? [];
      if (message === undefined) throw new Error(said);
      return message;
    },
  ];
  return [
    ['import without cdk8s', () => run(process.execPath, ['app.ts', ...others], bare)],
    ...forConstructs.flatMap(({ name }) => [
      missing(importName(name), ['--input-type=module'], `import '${importName(name)}'`),
      missing(importName(name), [], `require('${importName(name)}')`),
    ]),
  ];
}

const importTime: Check = [
  'import time beyond cdk8s',
  async () => {
    const script =
      "await import('cdk8s'); const t = performance.now(); await import('flinkwright'); console.log(performance.now() - t)";
    const times: number[] = [];
    for (let i = 0; i < 5; i++)
      times.push(Number(await run(process.execPath, ['--input-type=module', '-e', script], project)));
    const said = `${Math.min(...times).toFixed(0)} ms of ${budget.importMs} ms`;
    if (Math.min(...times) > budget.importMs) throw new Error(said);
    return said;
  },
];

try {
  const packed = JSON.parse(
    await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', work], root),
  ) as { filename: string; entryCount: number }[] | Record<string, { filename: string; entryCount: number }>;
  const [{ filename, entryCount } = { filename: '', entryCount: 0 }] = Object.values(packed);
  const tarball = join(work, filename);

  cpSync(consumers, project, { recursive: true });
  writeConsumers(project, join(consumers, 'matrix/main.ts'));
  mkdirSync(bare);
  cpSync(join(consumers, 'esm/app.ts'), join(bare, 'app.ts'));
  mkdirSync(fresh);
  for (const file of ['tsconfig.json', 'cdk8s.yaml']) cpSync(join(template, file), join(fresh, file));
  cpSync(join(consumers, 'cdk8s-template/main.ts'), join(fresh, 'main.ts'));
  writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
  writeFileSync(join(fresh, 'package.json'), '{ "private": true, "main": "main.js", "types": "main.ts" }\n');
  writeFileSync(join(bare, 'package.json'), '{ "private": true }\n');

  const peers = ['cdk8s', 'constructs'].map((name) => `${name}@${versionOf(name)}`);
  const { old, middle, template: pinned } = compilers(root);
  const releases = (options.strict ? [old, middle, pinned] : [pinned]).map(
    ({ alias, version }) => `${alias ?? ''}@npm:typescript@${version}`,
  );
  await checks.all([
    ['install', () => install(project, tarball, ...peers, ...releases)],
    ['install as in the template', () => install(fresh, tarball, ...peers, '@types/node@^14')],
    [
      'install without cdk8s',
      async () => {
        const said = await install(bare, tarball);
        if (existsSync(join(bare, 'node_modules/cdk8s')))
          throw new Error('npm has installed cdk8s, which is to be optional');
        return said;
      },
    ],
    ...metadata(tarball, entryCount),
  ]);
  await checks.all([...freshProject(), ...compiled(), ...withoutPeers()]);
  await checks.all(executed());
  await checks.check(...importTime);
} finally {
  rmSync(work, { recursive: true, force: true });
}

const { failures } = checks;
console.log(
  failures.length === 0 ? 'The package is sound.' : `${failures.length} of the checks failed: ${failures.join(', ')}`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
