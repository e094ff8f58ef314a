// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { checkResource } from './check-resource.ts';
import type { FlinkBlueGreenDeploymentSpec } from './flink-blue-green-deployment.ts';
import type { FlinkDeploymentSpec } from './flink-deployment.ts';
import { BLUE_GREEN_RULES } from './rules/blue-green.ts';

const CHILD: FlinkDeploymentSpec = {
  image: 'registry.example/fraud:44',
  flinkVersion: 'v1_20',
  serviceAccount: 'flink',
  flinkConfiguration: {
    'execution.checkpointing': { dir: 's3://b/cp', 'savepoint-dir': 's3://b/sp', interval: '1 min' },
    'high-availability': { type: 'kubernetes', storageDir: 's3://b/ha' },
  },
  jobManager: { resources: { requests: { memory: '2Gi', cpu: '1' } } },
  taskManager: { resources: { requests: { memory: '4Gi', cpu: '2' } } },
  job: { jarURI: 'local:///opt/flink/usrlib/fraud.jar', parallelism: 4, upgradeMode: 'savepoint' },
};

function codes(spec: unknown, name = 'fraud', status?: object): string[] {
  const metadata = { name, namespace: 'n', uid: 'u' };
  const kind = 'FlinkBlueGreenDeployment';
  const resource = { apiVersion: 'flink.apache.org/v1beta1', kind, metadata, spec, ...(status && { status }) };
  return checkResource(resource, { operatorDefaults: {} }).map(({ code, path, severity }) =>
    severity === 'error' ? `${code} at ${path}` : `${severity}: ${code} at ${path}`,
  );
}

function child(changes: object, more: object = {}): FlinkBlueGreenDeploymentSpec {
  return { template: { spec: { ...CHILD, ...changes } }, ...more };
}

const job = (changes: object): FlinkBlueGreenDeploymentSpec => child({ job: { ...CHILD.job, ...changes } });
const LONG = 'a'.repeat(39);
const GRACE = 'kubernetes.operator.bluegreen.abort.grace-period';

const cases: [code: string, what: string, found: string[], expected: string[]][] = [
  ['blue-green.name', 'long enough', codes(child({}), LONG), []],
  ['blue-green.name', 'too long', codes(child({}), `${LONG}a`), ['blue-green.name at metadata.name']],
  ['blue-green.name', 'capitals', codes(child({}), 'Fraud'), ['blue-green.name at metadata.name']],
  ['blue-green.template-missing', 'no spec', codes({}), ['blue-green.template-missing at spec.template']],
  [
    'blue-green.template-missing',
    'empty',
    codes({ template: {} }),
    ['blue-green.template-missing at spec.template.spec'],
  ],
  [
    'blue-green.job-missing',
    'a session',
    codes(child({ job: undefined })),
    ['blue-green.job-missing at spec.template.spec.job'],
  ],
  [
    'blue-green.suspended-at-creation',
    'new',
    codes(job({ state: 'suspended' })),
    ['warning: blue-green.suspended-at-creation at spec.template.spec.job.state'],
  ],
  [
    'blue-green.suspended-at-creation',
    'running before',
    codes(job({ state: 'suspended' }), 'fraud', { lastReconciledSpec: JSON.stringify({ spec: child({}) }) }),
    [],
  ],
  [
    'blue-green.savepoint-directory',
    'last-state',
    codes(
      child({
        flinkConfiguration: {
          'execution.checkpointing.dir': 's3://b/cp',
          'high-availability': { type: 'kubernetes', storageDir: 's3://b/ha' },
        },
        job: { ...CHILD.job, upgradeMode: 'last-state' },
      }),
    ),
    ['blue-green.savepoint-directory at spec.template.spec.flinkConfiguration.execution.checkpointing.savepoint-dir'],
  ],
  [
    'blue-green.unknown-key',
    'misspelt',
    codes(child({}, { configuration: { 'kubernetes.operator.bluegreen.abort.graceperiod': '1 min' } })),
    ['warning: blue-green.unknown-key at spec.configuration.kubernetes.operator.bluegreen.abort.graceperiod'],
  ],
  [
    'blue-green.unreadable-duration',
    'ISO',
    codes(child({}, { configuration: { [GRACE]: 'PT5M' } })),
    [`blue-green.unreadable-duration at spec.configuration.${GRACE}`],
  ],
  [
    'blue-green.unreadable-duration',
    'no unit that exists',
    codes(child({}, { configuration: { [GRACE]: '5 weeks' } })),
    [`blue-green.unreadable-duration at spec.configuration.${GRACE}`],
  ],
  ['blue-green.unreadable-duration', 'right', codes(child({}, { configuration: { [GRACE]: '5 min' } })), []],
  [
    'blue-green.metadata-ignored',
    'labels',
    codes({ template: { metadata: { labels: { a: 'b' } }, spec: CHILD } }),
    ['warning: blue-green.metadata-ignored at spec.template.metadata'],
  ],
  [
    'blue-green.ingress-scheme',
    'https',
    codes(child({ ingress: { template: 'https://{{name}}.example' } })),
    ['warning: blue-green.ingress-scheme at spec.template.spec.ingress.template'],
  ],
  ['V-08', 'no template', codes(child({}, { ingress: {} })), ['V-08 at spec.ingress.template']],
  ['V-09', 'no port', codes(child({}, { ingress: { template: 'a.example:x/' } })), ['V-09 at spec.ingress.template']],
  [
    'cluster.ingress-host',
    'capitals',
    codes(child({}, { ingress: { template: 'A.example' } })),
    ['cluster.ingress-host at spec.ingress.template'],
  ],
  [
    'metadata.label-not-allowed',
    'blanks',
    codes(child({}, { ingress: { template: 'a.example', labels: { a: 'b c' } } })),
    ['metadata.label-not-allowed at spec.ingress.labels.a'],
  ],
];

describe('a blue/green deployment', () => {
  it.each(cases)('%s: %s', (_, __, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('is tried with every rule', () => {
    expect([...new Set(cases.map(([code]) => code))]).toEqual(BLUE_GREEN_RULES.map(({ code }) => code));
  });

  it('has the mistakes of its template where they stand, each once', () => {
    const spec = child({ flinkVersion: undefined, imagePullPolicy: 'Maybe', nonsense: 1, job: { parallelism: 'x' } });
    expect(codes(spec)).toEqual([
      'schema.wrong-type at spec.template.spec.job.parallelism',
      'schema.unknown-field at spec.template.spec.nonsense',
      'V-02 at spec.template.spec.flinkVersion',
      'image-pull-policy at spec.template.spec.imagePullPolicy',
      'jar-missing at spec.template.spec.job.jarURI',
    ]);
  });

  it('speaks of the template in its sentences', () => {
    const resource = {
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkBlueGreenDeployment',
      metadata: { name: 'fraud' },
      spec: child({ flinkVersion: undefined }),
    };
    const [found] = checkResource(resource);
    expect(found?.remedy).toBe(
      'Set spec.template.spec.flinkVersion to the minor version of the Flink in spec.template.spec.image.',
    );
  });

  it('keeps its own malformed members apart from the template', () => {
    expect(codes({ template: 5, configuration: { a: 1 } })).toEqual([
      'schema.wrong-type at spec.template',
      'schema.wrong-type at spec.configuration.a',
    ]);
  });
});

describe('a name that the API server makes', () => {
  const found = (metadata: object): string[] =>
    checkResource({
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkBlueGreenDeployment',
      metadata,
      spec: child({}),
    })
      .filter(({ severity }) => severity === 'error')
      .map(({ code, path }) => `${code} at ${path}`);

  it.each([
    [{ generateName: 'fraud-' }, []],
    [{ generateName: 'a'.repeat(34) }, []],
    [{ generateName: 'a'.repeat(35) }, ['blue-green.name at metadata.generateName']],
    [{ generateName: 'Fraud-' }, ['blue-green.name at metadata.generateName']],
    [{ generateName: null }, ['blue-green.name at metadata.name']],
  ])('%j', (metadata, expected) => {
    expect(found(metadata)).toEqual(expected);
  });
});
