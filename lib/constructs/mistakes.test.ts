// SPDX-License-Identifier: Apache-2.0
// What users get wrong, and what they are told: each row is one mistake in otherwise good props, and must be the only thing reported.

import { Chart, Duration, Testing } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { formatFindings } from '../api/finding.ts';
import { UpgradeMode } from '../manifests/enums.ts';
import { Job } from '../manifests/job.ts';
import { PropsError } from '../manifests/props-error.ts';
import { FlinkApplication } from './flink-application.ts';
import { errorOf, good } from './test-support/error-of.ts';

const { job, state } = good;
const main = (fields: object): object => ({ spec: { containers: [{ name: 'flink-main-container', ...fields }] } });

const rows: [mistake: string, props: object, code: string, path: string, says: RegExp][] = [
  // shape
  ['no version', { flinkVersion: undefined }, 'props.missing', 'flinkVersion', /give `flinkVersion`/],
  ['an unknown version', { flinkVersion: '1.20' }, 'props.invalid', 'flinkVersion', /did you mean 'v1_20'/],
  ['no job', { job: undefined }, 'props.missing', 'job', /give `job`/],
  ['a misspelt prop', { imgae: 'x' }, 'props.unknown', 'imgae', /did you mean 'image'/],
  [
    'a misspelt nested prop',
    { job: { ...job, paralellism: 2 } },
    'props.unknown',
    'job.paralellism',
    /did you mean 'parallelism'/,
  ],
  ['a prop by its wire name', { job: { ...job, jarURI: 'x' } }, 'props.unknown', 'job.jarURI', /jar/],
  ['a prop from nowhere', { zzz: 1 }, 'props.unknown', 'zzz', /remove it/],
  [
    'a number as text',
    { job: { ...job, parallelism: '2' } },
    'props.invalid',
    'job.parallelism',
    /'2' is not a whole number/,
  ],
  ['no parallelism at all', { job: { ...job, parallelism: 0 } }, 'props.invalid', 'job.parallelism', /from 1 to/],
  ['arguments as one text', { job: { ...job, args: '--env prod' } }, 'props.invalid', 'job.args', /a list/],
  ['an argument that is a number', { job: { ...job, args: ['--n', 5] } }, 'props.invalid', 'job.args[1]', /quote it/],
  [
    'an unknown upgrade mode',
    { upgradeMode: 'laststate' },
    'props.invalid',
    'upgradeMode',
    /did you mean 'last-state'/,
  ],
  ['an unknown job state', { jobState: 'stopped' }, 'props.invalid', 'jobState', /'running', 'suspended'/],
  [
    'an unknown pull policy',
    { imagePullPolicy: 'always' },
    'props.invalid',
    'imagePullPolicy',
    /did you mean 'Always'/,
  ],
  [
    'a name that is too long',
    { metadata: { name: 'a'.repeat(50) } },
    'props.invalid',
    'metadata.name',
    /45 characters[^]*shorten it by 5/,
  ],
  ['a name with capitals', { metadata: { name: 'Fraud' } }, 'props.invalid', 'metadata.name', /lower-case/],
  ['memory without a unit', { taskManager: { memory: 2048 } }, 'props.invalid', 'taskManager.memory', /'2048m'/],
  [
    'memory with a fraction',
    { jobManager: { memory: '1.5g' } },
    'props.invalid',
    'jobManager.memory',
    /cannot be read/,
  ],
  [
    'a duration in no unit of Flink',
    { state: { ...state, checkpointInterval: '1 minute and a half' } },
    'props.invalid',
    'state.checkpointInterval',
    /Duration.minutes\(1\)/,
  ],
  [
    'a duration of nothing',
    { state: { ...state, checkpointInterval: Duration.minutes(0) } },
    'props.invalid',
    'state.checkpointInterval',
    /is nothing/,
  ],
  ['cores as text', { jobManager: { cpu: '500m' } }, 'props.invalid', 'jobManager.cpu', /0.5/],
  [
    'a state directory without a scheme',
    { state: { directory: '/data' } },
    'props.invalid',
    'state.directory',
    /scheme/,
  ],
  ['a variable that is a number', { env: { N: 1 } }, 'props.invalid', "env['N']", /quote it/],
  ['null in the configuration', { config: { a: { b: null } } }, 'props.invalid', "config['a.b']", /leave the key out/],
  ['one key twice', { config: { 'a.b': 1, a: { b: 2 } } }, 'props.twice', "config['a.b']", /remove one/],
  ['a configuration that is a text', { config: 'a: b' }, 'props.invalid', 'config', /an object/],
  // combinations that would be ignored or cannot be carried out
  [
    'two sources of parallelism',
    { taskManager: { replicas: 3, slots: 2 } },
    'props.ignored',
    'job.parallelism',
    /make it 6/,
  ],
  [
    'high availability without storage',
    { state: undefined, highAvailability: true },
    'props.missing',
    'highAvailability.storageDir',
    /give `state`/,
  ],
  [
    'a redeployment from nowhere',
    { job: { ...job, redeployNonce: 1 } },
    'props.missing',
    'job.restoreFrom',
    /redeployNonce/,
  ],
  [
    'increments on the heap',
    { state: { ...state, incremental: true } },
    'props.ignored',
    'state.incremental',
    /rocksdb/,
  ],
  ['forst in Flink 1', { state: { ...state, backend: 'forst' } }, 'props.invalid', 'state.backend', /2.0/],
  [
    'S3 options elsewhere',
    { state: { directory: 'gs://acme/job', s3: { endpoint: 'http://x' } } },
    'props.ignored',
    'state.s3',
    /s3:\/\//,
  ],
  [
    'a volume beside the state',
    { state: { ...state, volume: { claimName: 'a', mountPath: '/data' } } },
    'props.ignored',
    'state.volume',
    /hold nothing/,
  ],
  [
    'an option of Flink for the operator',
    { operatorConfig: { 'restart-strategy.type': 'none' } },
    'props.invalid',
    "operatorConfig['restart-strategy.type']",
    /`config`/,
  ],
  [
    'an operator option without its prefix',
    { operatorConfig: { 'periodic.savepoint.interval': '1 h' } },
    'props.invalid',
    "operatorConfig['periodic.savepoint.interval']",
    /kubernetes.operator.periodic/,
  ],
  [
    'a key that the operator sets',
    { config: { 'parallelism.default': 3 } },
    'props.ignored',
    "config['parallelism.default']",
    /`job.parallelism`/,
  ],
  ["Flink's own label", { podLabels: { component: 'x' } }, 'props.ignored', "podLabels['component']", /another label/],
  [
    'an image in the pod template',
    { podTemplate: main({ image: 'x' }) },
    'props.ignored',
    'podTemplate.spec.containers[0].image',
    /set image\./,
  ],
  [
    'memory in the pod template',
    { taskManager: { podTemplate: main({ resources: { limits: { memory: '1Gi' } } }) } },
    'props.ignored',
    'taskManager.podTemplate.spec.containers[0].resources.limits.memory',
    /set taskManager\.memory/,
  ],
  [
    'a service account in the pod template',
    { podTemplate: { spec: { serviceAccountName: 'x' } } },
    'props.ignored',
    'podTemplate.spec.serviceAccountName',
    /set serviceAccount/,
  ],
  // what the API's own rules find, in terms of props
  [
    'a label that no object can have',
    { metadata: { labels: { team: 'a b' } } },
    'metadata.label-not-allowed',
    'metadata.labels.team',
    /63 letters|letter/,
  ],
  [
    'an upgrade mode without state',
    { state: undefined, upgradeMode: UpgradeMode.LAST_STATE, highAvailability: false },
    'V-11',
    'state',
    /StateStore/,
  ],
  ['parallelism nowhere', { job: Job.jar('local:///x.jar') }, 'V-17', 'job.parallelism', /1 or more/],
  [
    'standby without high availability',
    { upgradeMode: UpgradeMode.SAVEPOINT, jobManager: { replicas: 2 } },
    'V-22',
    'jobManager.replicas',
    /highAvailability/,
  ],
  ['too little memory', { taskManager: { memory: '100m' } }, 'V-23', 'taskManager.memory', /memory/],
  [
    'an unknown log file',
    { logConfiguration: { 'log4j.properties': 'x' } },
    'V-10',
    'logConfiguration.log4j.properties',
    /log4j-console/,
  ],
  [
    'a wrong type in the escape hatch',
    { spec: { restartNonce: 'now' } },
    'schema.wrong-type',
    'spec.restartNonce',
    /number/,
  ],
];

describe('a mistake in props', () => {
  it.each(rows)('%s', (_, mistake, code, path, says) => {
    const { findings, message } = errorOf({ ...good, ...mistake });
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map((found) => [found.code, found.path])).toEqual([[code, path]]);
    expect(formatFindings('', errors)).toMatch(says);
    expect(message).toContain('FlinkApplication test/app');
    expect(findings[0]?.remedy).not.toBe('');
  });

  it('does not hide another: all are told at once', () => {
    const together = errorOf({
      flinkVersion: 'v1_20',
      imgae: 'x',
      job: { jar: 'local:///x.jar', args: 'x', parallelism: 2 },
      jobManager: { cpu: '1' },
      podLabels: { app: 'x' },
      config: { 'execution.target': 'remote' },
      jobState: 'stopped',
    });
    expect(together.findings.map(({ path }) => path).sort()).toEqual([
      "config['execution.target']",
      'imgae',
      'job.args',
      'jobManager.cpu',
      'jobState',
      "podLabels['app']",
    ]);
    expect(together.message).toMatchInlineSnapshot(`
      "FlinkApplication test/app: 6 errors
        error props.unknown at imgae: is not known here and would be ignored
          to do: did you mean 'image'?
        error props.invalid at job.args: 'x' is not a list
          allowed: a list
          to do: put it in [ ]
        error props.invalid at jobManager.cpu: '1' is not a number above 0
          allowed: a number above 0
          to do: write it without quotes: 1
        error props.invalid at jobState: 'stopped' is not known
          allowed: 'running', 'suspended'
          to do: give one of these
        error props.ignored at config['execution.target']: would be ignored: the operator sets it itself
          to do: remove it and use \`mode\`
        error props.ignored at podLabels['app']: Flink sets this itself; what stands here has no effect.
          to do: Remove it, and use another label."
    `);
  });

  it.each([[undefined], [null], ['x'], [[]]])('props that are %j are a finding, not a crash', (props) => {
    const chart = new Chart(Testing.app(), 'test');
    expect(() => new FlinkApplication(chart, 'app', props as never)).toThrow(PropsError);
  });
});
