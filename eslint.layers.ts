// SPDX-License-Identifier: Apache-2.0
// The house's storeys as lint rules: which folder may import which, and which packages belong to which folder. Nothing here is
// about style. A path is judged by where it leads, so a folder of the same name deeper inside (lib/manifests/operator) is no hit.
import type { Linter } from 'eslint';

/** One entry of `patterns` of the rule no-restricted-imports. */
interface Pattern {
  readonly regex: string;
  readonly importNamePattern?: string;
  readonly message: string;
}

/** Folders of lib/, lowest first: `above` are the ones that a file of this layer must not import. */
const top = ['constructs', 'pulumi', 'migrate', 'testing'];
const layers: { folders: string[]; above: string[] }[] = [
  { folders: ['runtime', 'kubernetes', 'api', 'flink'], above: ['lifecycle', 'manifests', 'check', ...top] },
  { folders: ['lifecycle', 'manifests', 'check'], above: top },
  ...top.map((folder) => ({ folders: [folder], above: top.filter((other) => other !== folder) })),
];

const outside = ['operator', 'cli', 'test', 'bench', 'scripts', 'examples'];
/** How deep below lib/<layer> or operator/ a file may stand. */
const depths = [0, 1, 2, 3];

const cdk8s = { regex: '^(cdk8s|constructs)(/|$)', message: 'Only lib/constructs knows cdk8s.' };
const ofTheOperator = { regex: '^(pino|prom-client)(/|$)', message: 'Logs and metrics belong to operator/telemetry.' };
const ofTheCli = { regex: '^commander(/|$)', message: 'Only cli/ parses a command line.' };
const network = {
  regex: '^(undici|(node:)?(http|https|http2|net|tls|dgram|dns|child_process))(/|$)',
  message: 'The network enters as a Transport (lib/runtime/transport.ts).',
};
const time = {
  regex: '^(node:)?(timers|perf_hooks)(/|$)',
  message: 'Time enters as a Clock (lib/runtime/clock.ts).',
};
const surroundings = {
  regex: '^(node:)?process$',
  message: 'The environment is read in a composition root and handed down.',
};
const chance = {
  regex: '^(node:)?crypto$',
  importNamePattern: '^(randomUUID|randomBytes|randomInt|randomFill|randomFillSync|webcrypto)$',
  message: 'Randomness enters as a Random (lib/runtime/random.ts).',
};

/** Forbids what lies at `folders` below the root, or below lib/ when `under` says so, seen from `depth` folders below that place. */
function leads(depth: number, folders: string[], message: string): Pattern {
  return { regex: `^(\\.\\./){${String(depth)}}(${folders.join('|')})(/|$)`, message };
}

function imports(files: string[], patterns: Pattern[], ignores: string[] = []): Linter.Config {
  return { files, ignores, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const folderAt = (depth: number): string => '/*'.repeat(depth);
const tests = ['**/*.test.ts', '**/*.test-d.ts'];
const systemAdapters = ['lib/runtime/system-*.ts'];

/** One block for each layer and depth: two blocks that match one file would not add up, the later would replace the earlier. */
function ofLib(): Linter.Config[] {
  const blocks: Linter.Config[] = [];
  for (const { folders, above } of layers) {
    for (const depth of depths) {
      const files = folders.map((folder) => `lib/${folder}${folderAt(depth)}/*.ts`);
      const up = depth + 1;
      const outward = leads(
        up + 1,
        outside,
        'lib/ stands alone: it imports neither operator/ nor cli/ nor what tests them.',
      );
      const foreign = [ofTheOperator, ofTheCli, ...(folders.includes('constructs') ? [] : [cdk8s])];
      // The simulated servers of lib/testing also listen on real sockets.
      const world = [...(folders.includes('testing') ? [] : [network]), time, surroundings, chance];
      const upward = (names: string[]): Pattern[] => [
        leads(up, names, `lib/${folders.join(', lib/')} stand below these layers.`),
        leads(
          up + 1,
          names.map((name) => `lib/${name}`),
          `lib/${folders.join(', lib/')} stand below these layers.`,
        ),
      ];
      blocks.push(imports(files, [outward, ...foreign, ...world, ...upward(above)], [...tests, ...systemAdapters]));
      const forTests = above.filter((name) => name !== 'testing');
      blocks.push(
        imports(
          files.flatMap((file) => tests.map((test) => file.replace('/*.ts', test.slice(2)))),
          [
            leads(up + 1, ['operator', 'cli'], 'A test of lib/ needs neither operator/ nor cli/.'),
            // Units of cdk8s are accepted by their shape below lib/constructs: only a test can hold the real ones against that.
            ofTheOperator,
            ofTheCli,
            ...(forTests.length > 0 ? upward(forTests) : []),
          ],
        ),
      );
    }
  }
  blocks.push(
    imports(
      ['lib/*.ts'],
      [
        leads(1, outside, 'lib/ stands alone.'),
        { regex: '^\\./testing/', message: 'lib/testing is ESM only and has an entry point of its own.' },
        ofTheOperator,
        ofTheCli,
        network,
        time,
      ],
      tests,
    ),
  );
  return blocks;
}

function ofTheOperatorAndCli(): Linter.Config[] {
  const blocks: Linter.Config[] = [];
  for (const depth of depths) {
    const forbidden = [
      leads(depth + 1, ['cli', 'bench', 'scripts', 'examples'], 'operator/ is below cli/.'),
      leads(depth + 1, ['lib/constructs', 'lib/pulumi', 'lib/index'], 'The operator does not load the front ends.'),
      cdk8s,
      ofTheCli,
    ];
    const testing = leads(depth + 1, ['lib/testing', 'test'], 'Only tests use lib/testing.');
    const files = [`operator${folderAt(depth)}/*.ts`];
    blocks.push(imports(files, [...forbidden, testing, time, surroundings, chance], [...tests, 'operator/main.ts']));
    blocks.push(
      imports(
        tests.map((test) => `operator${folderAt(depth)}/${test.slice(3)}`),
        forbidden,
      ),
    );
  }
  blocks.push(
    imports(
      ['operator/main.ts'],
      [leads(1, ['cli', 'lib/constructs', 'lib/testing'], 'The operator loads no front end.'), cdk8s, ofTheCli],
    ),
  );
  blocks.push(imports(['cli/**/*.ts'], [ofTheOperator]));
  return blocks;
}

/** Everything that may not be read from thin air below the composition roots. */
const worldIsAParameter: Linter.RulesRecord = {
  'no-restricted-globals': [
    'error',
    ...['setTimeout', 'setInterval', 'setImmediate', 'performance'].map((name) => ({ name, message: 'Take a Clock.' })),
    { name: 'fetch', message: 'Take a Transport.' },
    { name: 'console', message: 'Return a value, or take a logger.' },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Take a Clock.' },
    { object: 'Math', property: 'random', message: 'Take a Random.' },
    { object: 'crypto', property: 'randomUUID', message: 'Take a Random.' },
    { object: 'crypto', property: 'getRandomValues', message: 'Take a Random.' },
    { object: 'AbortSignal', property: 'timeout', message: 'Take a Clock: this sets a timer.' },
    { object: 'process', property: 'env', message: 'The environment is read in a composition root and handed down.' },
    { object: 'process', property: 'argv', message: 'The command line is read in a composition root and handed down.' },
    { object: 'process', property: 'hrtime', message: 'Take a Clock.' },
    { object: 'process', property: 'exit', message: 'Only a composition root ends the process.' },
    { object: 'globalThis', property: 'setTimeout', message: 'Take a Clock.' },
    { object: 'globalThis', property: 'fetch', message: 'Take a Transport.' },
  ],
};

const noClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'new Date() reads the clock: take a Clock.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'Date() reads the clock: take a Clock.' },
];

/** A file beside the source is not beside the bundle. */
const alsoBundled = [
  { selector: 'MetaProperty', message: 'import.meta points elsewhere in the bundle of the operator.' },
];

/** `import { z }` takes every locale along: 0.5 MB of the bundle. */
const wholeZod = [
  {
    selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
    message: "Write import * as z from 'zod': only what is used is then bundled.",
  },
];

/** The library is also compiled to CommonJS, which has neither. */
const alsoCommonJs = [
  { selector: 'MetaProperty', message: 'import.meta does not exist in the CommonJS build.' },
  {
    selector: 'ImportDeclaration[source.value=/\\.json$/]',
    message: 'A JSON import does not survive the CommonJS build: generate a .ts file.',
  },
  { selector: 'Program > ExpressionStatement > AwaitExpression', message: 'CommonJS has no await at the top level.' },
];

/** Where the real world is let in, and what runs beside the product. */
const compositionRoots: string[] = [
  'operator/main.ts',
  'cli/**',
  'test/crash/one.ts',
  'test/support/fixed-seed.ts',
  'scripts/**',
  'bench/**',
  'test/e2e/**',
  'examples/**',
  'lib/runtime/system-*.ts',
  '*.config.ts',
  'eslint.layers.ts',
  '*.js',
];

/** The rules, as entries of a flat configuration. */
export const houseRules: Linter.Config[] = [
  ...ofLib(),
  ...ofTheOperatorAndCli(),
  { files: ['**/*.ts'], ignores: [...compositionRoots, ...tests], rules: worldIsAParameter },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/testing/**', ...compositionRoots, ...tests],
    rules: { 'no-restricted-syntax': ['error', ...noClock, ...wholeZod, ...alsoCommonJs] },
  },
  {
    files: ['operator/**/*.ts'],
    ignores: [...compositionRoots, ...tests],
    rules: { 'no-restricted-syntax': ['error', ...noClock, ...wholeZod, ...alsoBundled] },
  },
  {
    files: ['lib/testing/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', ...noClock, ...wholeZod] },
  },
  // Virtual time lets the real event loop turn, so that promises settle before the next timer fires.
  { files: ['lib/testing/virtual-clock.ts'], rules: { 'no-restricted-globals': 'off' } },
];
