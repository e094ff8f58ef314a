// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { checkResource } from './check-resource.ts';
import type { CheckContext } from './check-resource.ts';
import type { FlinkDeployment } from './flink-deployment.ts';
import type { FlinkSessionJobSpec } from './flink-session-job.ts';
import { SESSION_JOB_RULES } from './rules/session-job.ts';
import { writeRecord } from './recorded-spec.ts';
import { FLINK_SESSION_JOB_FIELDS } from './spec-fields.ts';

const SPEC: FlinkSessionJobSpec = {
  deploymentName: 'shared',
  job: { jarURI: 'https://artifacts.example/dedupe-1.4.jar', parallelism: 4, upgradeMode: 'stateless' },
};

const SESSION: FlinkDeployment = {
  metadata: { name: 'shared' },
  spec: { flinkVersion: 'v1_20', flinkConfiguration: { 'taskmanager.numberOfTaskSlots': 2 } },
};

const DIRECTORIES = { 'state.savepoints.dir': 's3://b/sp', 'state.checkpoints.dir': 's3://b/cp' };

function codes(spec: unknown, context: CheckContext = {}, recorded?: FlinkSessionJobSpec): string[] {
  const record = recorded && writeRecord(recorded, FLINK_SESSION_JOB_FIELDS, { firstDeployment: true });
  const status = record === undefined ? {} : { status: { reconciliationStatus: { lastReconciledSpec: record } } };
  const metadata = { name: 'dedupe', namespace: 'n', uid: 'u' };
  const resource = { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkSessionJob', metadata, spec, ...status };
  return checkResource(resource, context).map(({ code, path, severity }) =>
    severity === 'error' ? `${code} at ${path}` : `${severity}: ${code} at ${path}`,
  );
}

function job(changes: object): FlinkSessionJobSpec {
  return { ...SPEC, job: { ...SPEC.job, ...changes } };
}

function knowing(session: FlinkDeployment): CheckContext {
  return { deployment: (namespace, name) => (namespace === 'n' && name === 'shared' ? session : undefined) };
}

function fromJar(jarURI: string, context: CheckContext = { operatorConfiguration: {} }): string[] {
  return codes(job({ jarURI }), context);
}

const HTTP = { 'kubernetes.operator.user.artifacts.allowed-schemes': 'http;S3' };
const OPEN = { ...HTTP, 'kubernetes.operator.user.artifacts.disallow-restricted-hosts': 'false' };

const cases: [code: string, what: string, found: string[], expected: string[]][] = [
  ['V-42', 'missing', codes({ ...SPEC, deploymentName: undefined }), ['V-42 at spec.deploymentName']],
  ['V-42', 'no name of a cluster', codes({ ...SPEC, deploymentName: 'Shared' }), ['V-42 at spec.deploymentName']],
  ['V-43', 'missing', codes({ deploymentName: 'shared' }), ['V-43 at spec.job']],
  ['V-45', 'moved', codes(SPEC, {}, { ...SPEC, deploymentName: 'other' }), ['V-45 at spec.deploymentName']],
  ['V-45', 'not moved', codes(SPEC, {}, SPEC), []],
  ['V-46', 'a blank', fromJar('https://a.example/my job.jar'), ['V-46 at spec.job.jarURI']],
  ['V-47', 'a path', fromJar('/opt/job.jar'), ['V-47 at spec.job.jarURI']],
  ['V-48', 'http', fromJar('http://a.example/j.jar'), ['V-48 at spec.job.jarURI']],
  ['V-48', 'http to an unknown operator', fromJar('http://a.example/j.jar', {}), ['warning: V-48 at spec.job.jarURI']],
  ['V-48', 'http that is allowed', fromJar('HTTP://a.example/j.jar', { operatorConfiguration: HTTP }), []],
  ['V-48', 's3 that is allowed', fromJar('s3://bucket/j.jar', { operatorConfiguration: HTTP }), []],
  ['V-49', 'no host', fromJar('https:///j.jar'), ['V-49 at spec.job.jarURI']],
  ['V-49', 'no host of s3', fromJar('s3:///j.jar', { operatorConfiguration: HTTP }), []],
  [
    'V-50',
    'unresolved',
    fromJar('https://a.example/j.jar', { operatorConfiguration: {}, addressesOf: () => [] }),
    ['V-50 at spec.job.jarURI'],
  ],
  [
    'V-50',
    'nobody knows',
    fromJar('https://a.example/j.jar', { operatorConfiguration: {}, addressesOf: () => undefined }),
    [],
  ],
  ['V-51', 'loopback', fromJar('https://127.0.0.1/j.jar'), ['V-51 at spec.job.jarURI']],
  ['V-51', 'localhost', fromJar('https://localhost:8443/j.jar'), ['V-51 at spec.job.jarURI']],
  ['V-51', 'IPv6', fromJar('https://[fe80::1]/j.jar'), ['V-51 at spec.job.jarURI']],
  ['V-51', 'a public address', fromJar('https://198.18.10.1/j.jar'), []],
  [
    'V-51',
    'resolved',
    fromJar('https://a.example/j.jar', { operatorConfiguration: {}, addressesOf: () => ['10.1.2.3', '8.8.8.8'] }),
    ['V-51 at spec.job.jarURI'],
  ],
  ['V-51', 'allowed', fromJar('http://10.1.2.3/j.jar', { operatorConfiguration: OPEN }), []],
  [
    'V-52',
    'an application',
    codes(SPEC, knowing({ ...SESSION, spec: { ...SESSION.spec, job: {} } })),
    ['V-52 at spec.deploymentName'],
  ],
  ['V-53', 'another', codes(SPEC, knowing({ ...SESSION, metadata: { name: 'x' } })), ['V-53 at spec.deploymentName']],
  [
    'V-11',
    'no directories',
    codes(job({ upgradeMode: 'savepoint' }), knowing(SESSION)),
    [
      'V-11 at spec.flinkConfiguration.execution.checkpointing.dir',
      'V-12 at spec.flinkConfiguration.execution.checkpointing.savepoint-dir',
    ],
  ],
  ['V-11', 'nobody knows the session', codes(job({ upgradeMode: 'savepoint' })), []],
  [
    'V-12',
    'directories of the session',
    codes(
      job({ upgradeMode: 'savepoint' }),
      knowing({ ...SESSION, spec: { ...SESSION.spec, flinkConfiguration: DIRECTORIES } }),
    ),
    [],
  ],
  [
    'V-13',
    'a nonce',
    codes(job({ savepointTriggerNonce: 1 }), knowing(SESSION)),
    ['V-13 at spec.flinkConfiguration.execution.checkpointing.savepoint-dir'],
  ],
  [
    'V-14',
    'periodic savepoints of the session',
    codes(
      SPEC,
      knowing({
        ...SESSION,
        spec: {
          flinkVersion: 'v1_20',
          flinkConfiguration: { kubernetes: { operator: { 'periodic.savepoint.interval': '1 h' } } },
        },
      }),
    ),
    ['V-14 at spec.flinkConfiguration.execution.checkpointing.savepoint-dir'],
  ],
  [
    'V-15',
    'the age of checkpoints',
    codes(
      {
        ...SPEC,
        flinkConfiguration: { 'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age': '1 h' },
      },
      knowing(SESSION),
    ),
    ['V-15 at spec.flinkConfiguration.execution.checkpointing.savepoint-dir'],
  ],
  ['V-17', 'none', codes(job({ parallelism: undefined })), ['V-17 at spec.job.parallelism']],
  [
    'A-3',
    'out of range',
    codes(
      { ...SPEC, flinkConfiguration: { job: { autoscaler: { enabled: true, 'utilization.target': 3 } } } },
      knowing(SESSION),
    ),
    ['A-3 at spec.flinkConfiguration.job.autoscaler.utilization.target'],
  ],
  [
    'session-job.nothing-to-run',
    'no jar',
    codes(job({ jarURI: undefined })),
    ['session-job.nothing-to-run at spec.job.jarURI'],
  ],
  ['session-job.nothing-to-run', 'a class', codes(job({ jarURI: undefined, entryClass: 'a.B' })), []],
  [
    'session-job.configuration-not-shipped',
    'an old session',
    codes(
      { ...SPEC, flinkConfiguration: { 'state.savepoints.dir': 's3://b/c' } },
      knowing({ ...SESSION, spec: { ...SESSION.spec, flinkVersion: 'v1_16' } }),
    ),
    ['warning: session-job.configuration-not-shipped at spec.flinkConfiguration'],
  ],
  [
    'session-job.configuration-not-shipped',
    'options of the operator',
    codes(
      { ...SPEC, flinkConfiguration: { kubernetes: { operator: { 'savepoint.format.type': 'NATIVE' } } } },
      knowing({ ...SESSION, spec: { ...SESSION.spec, flinkVersion: 'v1_16' } }),
    ),
    [],
  ],
  [
    'V-34',
    'a redeployment from nothing',
    codes(job({ savepointRedeployNonce: 2 }), {}, job({ savepointRedeployNonce: 1 })),
    ['warning: V-34 at spec.job.initialSavepointPath'],
  ],
  [
    'job.no-checkpoints',
    'none in the session either',
    codes(
      job({ upgradeMode: 'savepoint' }),
      knowing({ ...SESSION, spec: { ...SESSION.spec, flinkConfiguration: DIRECTORIES } }),
    ),
    ['hint: job.no-checkpoints at spec.flinkConfiguration.execution.checkpointing.interval'],
  ],
  [
    'job.checkpoint-nonce-too-old',
    'an old session',
    codes(job({ checkpointTriggerNonce: 1 }), knowing({ ...SESSION, spec: { flinkVersion: 'v1_16' } })),
    ['warning: job.checkpoint-nonce-too-old at spec.job.checkpointTriggerNonce'],
  ],
  [
    'job.periodic-checkpoints-too-old',
    'an old session',
    codes(
      { ...SPEC, flinkConfiguration: { 'kubernetes.operator.periodic.checkpoint.interval': '1 h' } },
      knowing({ ...SESSION, spec: { flinkVersion: 'v1_16' } }),
    ),
    [
      'warning: job.periodic-checkpoints-too-old at spec.flinkConfiguration.kubernetes.operator.periodic.checkpoint.interval',
    ],
  ],
  [
    'job.period-not-readable',
    'five fields',
    codes({ ...SPEC, flinkConfiguration: { 'kubernetes.operator.periodic.savepoint.interval': '0 * * * *' } }),
    ['warning: job.period-not-readable at spec.flinkConfiguration.kubernetes.operator.periodic.savepoint.interval'],
  ],
  [
    'job.initial-savepoint-directory',
    'that of the session',
    codes(
      job({ initialSavepointPath: 's3://b/sp/' }),
      knowing({ ...SESSION, spec: { ...SESSION.spec, flinkConfiguration: DIRECTORIES } }),
    ),
    ['warning: job.initial-savepoint-directory at spec.job.initialSavepointPath'],
  ],
  [
    'job.initial-savepoint-alone',
    'another path',
    codes(job({ initialSavepointPath: 's3://b/2' }), {}, job({ initialSavepointPath: 's3://b/1' })),
    ['warning: job.initial-savepoint-alone at spec.job.initialSavepointPath'],
  ],
  [
    'job.scaling-loses-state',
    'stateless',
    codes({ ...SPEC, flinkConfiguration: { 'job.autoscaler.enabled': true } }, knowing(SESSION)),
    ['warning: job.scaling-loses-state at spec.job.upgradeMode'],
  ],
];

describe('a session job', () => {
  it.each(cases)('%s: %s', (code, __, found, expected) => {
    // what is merely doubtful has rows of its own
    expect(found.filter((line) => code.startsWith('job.') || !line.includes(': job.'))).toEqual(expected);
  });

  it('is tried with every rule', () => {
    const tried = new Set(cases.map(([code]) => code));
    const others = SESSION_JOB_RULES.map(({ code }) => code).filter((code) => !code.startsWith('A-'));
    expect(others.filter((code) => !tried.has(code))).toEqual([]);
  });

  it('that is right has nothing against it, alone or in its session', () => {
    expect(codes(SPEC)).toEqual([]);
    expect(codes(SPEC, knowing(SESSION))).toEqual([]);
  });

  it('is found wrong where its schema is', () => {
    expect(
      codes({ deploymentName: 5, job: { jarURI: 'https://a.example/j.jar', parallelism: '4', extra: 1 } }),
    ).toEqual([
      'schema.wrong-type at spec.job.parallelism',
      'schema.unknown-field at spec.job.extra',
      'schema.wrong-type at spec.deploymentName',
    ]);
  });

  it('with a record that nobody can read says so', () => {
    const resource = {
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkSessionJob',
      metadata: { name: 'a', uid: 'u' },
      spec: SPEC,
      status: { reconciliationStatus: { lastReconciledSpec: '{' } },
    };
    expect(checkResource(resource).map(({ code }) => code)).toEqual(['recorded-spec.unreadable']);
  });
});
