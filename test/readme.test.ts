// SPDX-License-Identifier: Apache-2.0
// What the README shows is what is tested: its programs are files of examples/, its commands exist. With README=write it is brought up to date.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { App, Chart } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { formatText } from '../cli/check/format-text.ts';
import { plain } from '../cli/paint.ts';
import { checkFiles } from '../lib/check/check-files.ts';
import { FlinkApplication, FlinkVersion, Job, UpgradeMode } from '../lib/index.ts';

const root = join(import.meta.dirname, '..');
const path = join(root, 'README.md');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
  scripts: Record<string, string>;
};

/** Names under which a user of the package imports what an example imports by its path. */
const PACKAGE: Readonly<Record<string, string>> = {
  '../../lib/index.ts': 'flinkwright',
  '../../lib/testing/index.ts': 'flinkwright/testing',
  '../../operator/index.ts': 'flinkwright/operator',
};

/** An example as a user would write it. */
function program(file: string): string {
  const source = readFileSync(join(root, file), 'utf8').replace(/^(\/\/.*\n)+\n/u, '');
  return source.replaceAll(/from '(\.\.\/\.\.\/[^']+)'/gu, (whole, from: string) =>
    PACKAGE[from] === undefined ? whole : `from '${PACKAGE[from]}'`,
  );
}

/** What somebody sees who makes a few mistakes. */
function mistake(): string {
  const chart = new Chart(new App(), 'clicks', { namespace: 'streaming' });
  try {
    new FlinkApplication(chart, 'clicks', {
      flinkVersion: FlinkVersion.V1_20,
      job: Job.jar('local:///opt/flink/usrlib/clicks.jar', { parallelism: 0 }),
      upgradeMode: UpgradeMode.LAST_STATE,
      taskManager: { memory: '4 gigabytes' },
    });
  } catch (error) {
    return `${(error as Error).message}\n`;
  }
  throw new Error('the mistakes were not found');
}

/** What `flinkwright check` prints for an example. */
function checked(file: string): string {
  const text = readFileSync(join(root, file), 'utf8');
  return formatText(checkFiles([{ name: posix.basename(file), text }]), 1, plain);
}

function block(what: string): string {
  if (what === 'the mistake') return mistake();
  return what.startsWith('check ') ? checked(what.slice('check '.length)) : program(what);
}

/** The README with each marked block as it should be. */
function upToDate(text: string): string {
  return text.replaceAll(
    /(<!-- ((?:check )?examples\/\S+|the mistake) -->\n\n```\w+\n)[^]*?(```\n)/gu,
    (_, head: string, what: string, tail: string) => head + block(what) + tail,
  );
}

if (process.env['README'] === 'write') writeFileSync(path, upToDate(readFileSync(path, 'utf8')));
const readme = readFileSync(path, 'utf8');

describe('the README', () => {
  it('shows the examples as they are (README=write npx vitest run test/readme.test.ts)', () => {
    expect(readme).toBe(upToDate(readme));
    expect(readme.match(/```ts\n/gu)).toHaveLength(3);
  });

  it('has no program that is not an example', () => {
    const marked = readme.match(/<!-- examples\/\S+ -->\n\n```ts\n/gu) ?? [];
    expect(marked).toHaveLength(readme.split('```ts\n').length - 1);
  });

  it.each([...readme.matchAll(/npm run ([\w:]+)/gu)].map(([, script = '']) => script))(
    'names npm run %s, which exists',
    (script) => {
      expect(manifest.scripts).toHaveProperty([script]);
    },
  );

  it.each([
    ...new Set(
      readme.match(/(?<=[`(])(lib|operator|cli|examples|test|crds|imports|bench|scripts)(\/[\w./-]+)?(?=[`)])/gu),
    ),
  ])('names %s, which exists', (file) => {
    expect(existsSync(join(root, file))).toBe(true);
  });

  it('names the package that npm pack makes', () => {
    expect(readme).toContain(`flinkwright-${manifest.version}.tgz`);
  });
});
