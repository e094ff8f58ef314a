// SPDX-License-Identifier: Apache-2.0
// How much longer a small project takes to type-check with our constructs than with bare ApiObjects of cdk8s. Against the declarations that
// `npm run build` has made. `node bench/type-check.ts [--rounds 5]`

import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inTurns } from './support/child-cost.ts';
import { median, spread, table } from './support/figures.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const root = fileURLToPath(new URL('../', import.meta.url));
if (!existsSync(join(root, 'dist/esm/lib/index.d.ts')))
  throw new Error('there are no declarations: run `npm run build` first');

const PLAIN = `
import { ApiObject, App, Chart } from 'cdk8s';
const chart = new Chart(new App(), 'chart', { namespace: 'streaming' });
new ApiObject(chart, 'fraud', { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', spec: { flinkVersion: 'v1_20' } });
`;
const OURS = `
import { App, Chart, Duration, Size } from 'cdk8s';
import { FlinkApplication, FlinkVersion, Job, StateStore, UpgradeMode } from 'flinkwright';
const chart = new Chart(new App(), 'chart', { namespace: 'streaming' });
new FlinkApplication(chart, 'fraud', {
  flinkVersion: FlinkVersion.V1_20,
  job: Job.jar('local:///opt/flink/usrlib/fraud.jar', { parallelism: 4 }),
  upgradeMode: UpgradeMode.SAVEPOINT,
  state: StateStore.s3('s3://acme-flink/fraud', { checkpointInterval: Duration.minutes(1) }),
  jobManager: { cpu: 1, memory: Size.gibibytes(2) },
  taskManager: { cpu: 2, memory: Size.gibibytes(4), slots: 2 },
  config: { 'restart-strategy.type': 'exponential-delay' },
});
`;

const project = mkdtempSync(join(tmpdir(), 'flinkwright-types-'));
try {
  mkdirSync(join(project, 'node_modules'));
  for (const name of ['cdk8s', 'constructs'])
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
  symlinkSync(root, join(project, 'node_modules/flinkwright'));
  writeFileSync(join(project, 'plain.ts'), PLAIN);
  writeFileSync(join(project, 'ours.ts'), OURS);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const check = (file: string, ...more: string[]): string[] => [tsc, ...options, ...more, file];
  const programs = [
    check('plain.ts'),
    check('ours.ts'),
    check('plain.ts', '--skipLibCheck'),
    check('ours.ts', '--skipLibCheck'),
  ];
  const [plain = [], ours = [], plainSkipping = [], oursSkipping = []] = inTurns(
    programs,
    project,
    Number(values.rounds),
  ).map((costs) => costs.map(({ processor }) => processor));
  const row = (what: string, of: number[], against: number[]): string[] => [
    what,
    '< 1000',
    (median(of) - median(against)).toFixed(0),
    (Math.min(...of) - Math.min(...against)).toFixed(0),
    spread(of, 0),
    spread(against, 0),
  ];
  table('Type check of a small project, milliseconds of processor time', [
    ['declarations', 'target', 'more than plain cdk8s', 'of the best', 'with our constructs', 'plain cdk8s'],
    row('checked', ours, plain),
    row('not checked (skipLibCheck)', oursSkipping, plainSkipping),
  ]);
} finally {
  rmSync(project, { recursive: true, force: true });
}
