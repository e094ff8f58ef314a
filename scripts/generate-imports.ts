// SPDX-License-Identifier: Apache-2.0
// Regenerates `imports/`: raw L1 classes that `cdk8s import` makes of our CRDs, for those who want them. Works without a network. With
// `--check` nothing is written; it fails if `imports/` is not what the CRDs give.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const crds = readdirSync(join(root, 'crds'))
  .filter((file) => /\.ya?ml$/.test(file))
  .sort();

const work = mkdtempSync(join(tmpdir(), 'flinkwright-imports-'));
try {
  // one module for all kinds; without the separators only the last CRD of a file would be seen
  const bundle = join(work, 'crds.yaml');
  writeFileSync(bundle, crds.map((file) => readFileSync(join(root, 'crds', file), 'utf8')).join('\n---\n'));
  const cli = join(root, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');
  const args = [
    'import',
    `flink:=${bundle}`,
    '--language',
    'typescript',
    '--output',
    join(work, 'out'),
    '--no-save',
    '--check-upgrade=false',
  ];
  execFileSync(process.execPath, [cli, ...args], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
  for (const file of readdirSync(join(work, 'out'))) {
    const generated = `// SPDX-License-Identifier: Apache-2.0\n${readFileSync(join(work, 'out', file), 'utf8').trimEnd()}\n`;
    const target = join(root, 'imports', file);
    if (!process.argv.includes('--check')) writeFileSync(target, generated);
    else if (readFileSync(target, 'utf8') !== generated)
      throw new Error(`imports/${file} is out of date: run node scripts/generate-imports.ts`);
  }
} finally {
  rmSync(work, { recursive: true });
}
