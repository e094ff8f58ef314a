// SPDX-License-Identifier: Apache-2.0
// The entry points of the package as package.json states them, each with the source that it is built from. package.json is the
// only place where they are written; this reads them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `import`, `require` or a shell reaches by a name. */
export interface EntryPoint {
  /** `.`, `./operator`, ... or `bin`. */
  readonly name: string;
  /** Path of the TypeScript source, from the root of the repository. */
  readonly source: string;
  /** Built files that package.json promises, from the root of the repository. */
  readonly files: readonly string[];
  /** Whether `require` gets a CommonJS build of it. */
  readonly commonJs: boolean;
}

type Target = string | { readonly [condition: string]: Target };

function leaves(target: Target): string[] {
  return typeof target === 'string' ? [target] : Object.values(target).flatMap(leaves);
}

/** All entry points that are built, in the order of package.json; data (`./crds/*`, `./package.json`) is not built. */
export function entryPoints(root: string): EntryPoint[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, Target>;
    bin: Record<string, string>;
  };
  const targets: [string, string[]][] = Object.entries(manifest.exports).map(([name, target]) => [
    name,
    leaves(target),
  ]);
  targets.push(['bin', Object.values(manifest.bin)]);
  return targets.flatMap(([name, paths]) => {
    const files = paths.map((path) => path.replace(/^\.\//, ''));
    const built = files.find((path) => /^dist\/esm\/.*\.m?js$/.test(path));
    if (built === undefined) return [];
    const source = built.replace('dist/esm/', '').replace(/\.m?js$/, '.ts');
    return [{ name, source, files, commonJs: files.some((path) => path.startsWith('dist/cjs/')) }];
  });
}
