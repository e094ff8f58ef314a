// SPDX-License-Identifier: Apache-2.0
// The rules of the house do hold: each row is a line of code that one folder may contain and another may not. The rest of the lint
// configuration is not tried here.
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { houseRules } from '../eslint.layers.ts';

const linter = new Linter({ configType: 'flat', cwd: '/repository' });
const config: Linter.Config[] = [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, ...houseRules];

/** Rules that the line breaks when it stands in that file. */
function broken(file: string, code: string): (string | null)[] {
  return linter.verify(code, config, `/repository/${file}`).map(({ ruleId }) => ruleId);
}

describe('imports point one way', () => {
  it.each([
    ['lib/api/a.ts', '../../operator/main.ts'],
    ['lib/api/a.ts', '../lifecycle/decide.ts'],
    ['lib/flink/a.ts', '../check/check-files.ts'],
    ['lib/check/a.ts', '../constructs/a.ts'],
    ['lib/check/a.ts', '../../cli/paint.ts'],
    ['lib/flink/deep/a.ts', '../../manifests/a.ts'],
    ['lib/flink/a.ts', '../../lib/constructs/a.ts'],
    ['lib/kubernetes/a.ts', '../testing/a.ts'],
    ['lib/lifecycle/a.ts', '../constructs/a.ts'],
    ['lib/manifests/operator/a.ts', '../../../operator/main.ts'],
    ['lib/manifests/a.ts', 'cdk8s'],
    ['lib/constructs/a.ts', '../testing/a.ts'],
    ['lib/constructs/a.ts', '../../cli/main.ts'],
    ['lib/testing/a.ts', '../../operator/main.ts'],
    ['lib/index.ts', './testing/index.ts'],
    ['lib/runtime/clock.ts', 'undici'],
    ['lib/api/a.ts', 'node:timers/promises'],
    ['operator/controllers/a/b.ts', '../../../cli/main.ts'],
    ['operator/controllers/a.ts', '../../lib/constructs/a.ts'],
    ['operator/controllers/a.ts', '../../lib/testing/a.ts'],
    ['operator/main.ts', '../lib/testing/a.ts'],
    ['operator/a.ts', 'constructs'],
    ['cli/a.ts', 'pino'],
  ])('%s does not import %s', (file, from) => {
    expect(broken(file, `import { a } from '${from}';`)).toEqual(['no-restricted-imports']);
  });

  it.each([
    ['lib/lifecycle/a.ts', '../api/a.ts'],
    ['lib/lifecycle/a.ts', '../manifests/a.ts'],
    ['lib/check/a.ts', '../manifests/a.ts'],
    ['cli/a.ts', '../lib/check/a.ts'],
    ['lib/manifests/a.ts', './operator/install.ts'],
    ['lib/manifests/operator/a.ts', '../testing/a.ts'],
    ['lib/constructs/a.ts', 'cdk8s'],
    ['lib/constructs/a.ts', '../manifests/a.ts'],
    ['lib/testing/a.ts', '../lifecycle/a.ts'],
    ['lib/runtime/system-transport.ts', 'undici'],
    ['operator/flink/a.ts', 'undici'],
    ['operator/controllers/a.test.ts', '../../lib/testing/a.ts'],
    ['lib/lifecycle/a.test.ts', '../testing/a.ts'],
    ['lib/manifests/a.test.ts', 'cdk8s'],
    ['cli/a.ts', '../operator/index.ts'],
    ['cli/a.ts', '../lib/testing/index.ts'],
  ])('%s imports %s', (file, from) => {
    expect(broken(file, `import { a } from '${from}';`)).toEqual([]);
  });
});

describe('the world is a parameter', () => {
  const world = [
    ['Date.now();', 'no-restricted-properties'],
    ['new Date();', 'no-restricted-syntax'],
    ['Date();', 'no-restricted-syntax'],
    ['setTimeout(run, 1);', 'no-restricted-globals'],
    ['setInterval(run, 1);', 'no-restricted-globals'],
    ['setImmediate(run);', 'no-restricted-globals'],
    ['performance.now();', 'no-restricted-globals'],
    ['Math.random();', 'no-restricted-properties'],
    ['crypto.randomUUID();', 'no-restricted-properties'],
    ["process.env['HOME'];", 'no-restricted-properties'],
    ["fetch('http://a');", 'no-restricted-globals'],
    ['console.log(1);', 'no-restricted-globals'],
  ];

  it.each(world)('%s', (code, rule) => {
    for (const file of ['lib/api/a.ts', 'lib/testing/a.ts', 'operator/kubernetes/a.ts'])
      expect(broken(file, code)).toEqual([rule]);
    for (const file of [
      'operator/main.ts',
      'cli/a.ts',
      'scripts/a.ts',
      'bench/a.ts',
      'test/e2e/a.ts',
      'lib/runtime/system-clock.ts',
    ]) {
      expect(broken(file, code)).toEqual([]);
    }
  });

  it('a date that is given is no clock', () => {
    expect(broken('lib/api/a.ts', 'new Date(0);')).toEqual([]);
  });
});

it('the library stays fit for CommonJS, and the operator for its bundle', () => {
  expect(broken('lib/api/a.ts', 'import.meta.url;')).toEqual(['no-restricted-syntax']);
  expect(broken('operator/a.ts', 'import.meta.url;')).toEqual(['no-restricted-syntax']);
  expect(broken('lib/api/a.ts', "import a from './a.json' with { type: 'json' };")).toEqual(['no-restricted-syntax']);
  expect(broken('lib/api/a.ts', "import { z } from 'zod';")).toEqual(['no-restricted-syntax']);
  expect(broken('lib/api/a.ts', "import * as z from 'zod';")).toEqual([]);
});
