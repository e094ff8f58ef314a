// SPDX-License-Identifier: Apache-2.0
// Bundles the operator into one file, dist/operator/operator.mjs, for the image: no node_modules there, quicker start, less
// memory. Beside it stand the source map and the licences of everything that went in.
//
//   node scripts/build-operator.ts
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Metafile, Plugin } from 'esbuild';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const out = join(root, 'dist/operator');
const rule = '-'.repeat(80);

/**
 * Of undici the operator uses the connections alone. The package's index also loads fetch, WebSocket, caches and mocks: 0.4 MB of
 * the bundle. This does what the index does for connections, with one difference: `request` has no global dispatcher to fall back
 * on. An import of anything else fails the build.
 */
const connectionsOfUndici: Plugin = {
  name: 'connections-of-undici',
  setup(bundler) {
    bundler.onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'connections-of-undici' }));
    bundler.onLoad({ filter: /.*/, namespace: 'connections-of-undici' }, () => ({
      resolveDir: root,
      contents: `
        import api from 'undici/lib/api/index.js';
        import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
        Object.assign(Dispatcher.prototype, api);
        export { default as Agent } from 'undici/lib/dispatcher/agent.js';
        export { default as Client } from 'undici/lib/dispatcher/client.js';
        export { default as Pool } from 'undici/lib/dispatcher/pool.js';
        export { default as buildConnector } from 'undici/lib/core/connect.js';
        export { default as errors } from 'undici/lib/core/errors.js';
        export function request(url, { dispatcher, ...options }) {
          const { origin, pathname, search } = new URL(url);
          return dispatcher.request({ method: options.body ? 'PUT' : 'GET', ...options, origin, path: pathname + search });
        }`,
    }));
  },
};

/** The other parser of undici, of which an environment variable makes the choice: 0.16 MB that nobody chooses here. */
const withoutOtherParser: Plugin = {
  name: 'without-other-parser',
  setup(bundler) {
    bundler.onResolve({ filter: /\/milo\/[\w-]+(\.js)?$/ }, ({ path }) => ({
      path,
      namespace: 'without-other-parser',
    }));
    bundler.onLoad({ filter: /.*/, namespace: 'without-other-parser' }, () => ({
      contents: "throw new Error('this bundle has no other HTTP parser: UNDICI_USE_MILO must not be set');",
    }));
  },
};

/** Folders of the packages that have a part in the bundle, e.g. `node_modules/undici`. */
function bundledPackages(metafile: Metafile): string[] {
  const folders = new Set<string>();
  for (const [path, { bytesInOutput }] of Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs),
  )) {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
    if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
  }
  return [...folders].sort();
}

/** Name, version, licence and the texts of licence and notice of one package. */
function licenceOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  if (typeof manifest['license'] !== 'string')
    throw new Error(`${folder}/package.json: no licence stated, so it may not be shipped`);
  const texts = readdirSync(join(root, folder))
    .filter((name) => /^(licen[cs]e|notice|copying)(\.|-|$)/i.test(name))
    .sort()
    .map((name) => readFileSync(join(root, folder, name), 'utf8').trim());
  return [`${String(manifest['name'])} ${String(manifest['version'])} (${manifest['license']})`, '', ...texts].join(
    '\n',
  );
}

/** Builds the bundle and prints its size. Returns its bytes. */
export async function buildOperator(): Promise<number> {
  const started = performance.now();
  rmSync(out, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['operator/main.ts'],
    outfile: 'dist/operator/operator.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    // `import 'zod'` and the like must mean the ESM build, or a package that is imported in both ways goes in twice.
    mainFields: ['module', 'main'],
    // CommonJS dependencies call require() for Node's own modules.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
    // Names stay, and lines stay short: a stack trace can be read without the source map. The image does not switch maps on, since
    // node then keeps them in memory from the start: 123 MB instead of 68 MB.
    minifySyntax: true,
    minifyWhitespace: true,
    lineLimit: 160,
    plugins: [connectionsOfUndici, withoutOtherParser],
    sourcemap: 'linked',
    legalComments: 'external',
    metafile: true,
    logLevel: 'warning',
  });
  const packages = bundledPackages(metafile);
  const licences = packages.map(licenceOf).join(`\n\n${rule}\n\n`);
  writeFileSync(
    join(out, 'THIRD-PARTY-LICENSES.txt'),
    `The operator's bundle contains these packages.\n\n${rule}\n\n${licences}\n`,
  );

  const bytes = statSync(join(out, 'operator.mjs')).size;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`operator.mjs: ${(bytes / 1e6).toFixed(2)} MB, ${String(packages.length)} packages, ${seconds} s`);
  return bytes;
}

if (process.argv[1] === import.meta.filename) {
  if (!existsSync(join(root, 'operator/main.ts'))) {
    console.error('operator/main.ts has not been written yet');
    process.exitCode = 1;
  } else await buildOperator();
}
