// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { checkResource } from './check-resource.ts';
import type { CheckContext } from './check-resource.ts';
import type { FlinkDeployment } from './flink-deployment.ts';
import { STATE_SNAPSHOT_RULES } from './rules/state-snapshot.ts';

const OF = { jobReference: { kind: 'FlinkDeployment', name: 'ledger' } };
const THERE = { savepoint: { alreadyExists: true, path: 's3://b/sp-1', disposeOnDelete: false } };

function codes(spec: unknown, context: CheckContext = {}, state?: string): string[] {
  const resource = {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkStateSnapshot',
    metadata: { name: 'a', namespace: 'n', uid: 'u' },
    spec,
    ...(state === undefined ? {} : { status: { state } }),
  };
  return checkResource(resource, context).map(({ code, path, severity }) =>
    severity === 'error' ? `${code} at ${path}` : `${severity}: ${code} at ${path}`,
  );
}

function of(spec: NonNullable<FlinkDeployment['spec']>): CheckContext {
  return { deployment: (_, name) => (name === 'ledger' ? { spec } : undefined), operatorDefaults: {} };
}

const absent: CheckContext = { exists: () => false };
const application = of({ flinkVersion: 'v1_20', job: {} });
const old = of({ flinkVersion: 'v1_16', job: {} });
const withDirectory = of({ job: {}, flinkConfiguration: { 'state.savepoints.dir': 's3://b/sp' } });

const cases: [code: string, what: string, found: string[], expected: string[]][] = [
  ['V-60', 'neither', codes(OF), ['V-60 at spec']],
  ['V-60', 'both', codes({ ...OF, savepoint: {}, checkpoint: {} }), ['V-60 at spec']],
  [
    'V-60',
    'null is none',
    codes({ ...OF, savepoint: null, checkpoint: {} }),
    ['hint: schema.null-value at spec.savepoint'],
  ],
  ['V-61', 'no reference', codes({ savepoint: {} }), ['V-61 at spec.jobReference']],
  ['V-61', 'it exists already', codes(THERE), []],
  ['V-62', 'no kind', codes({ savepoint: {}, jobReference: { name: 'a' } }), ['V-62 at spec.jobReference.kind']],
  [
    'V-62',
    'no name',
    codes({ savepoint: {}, jobReference: { kind: 'FlinkSessionJob' } }),
    ['V-62 at spec.jobReference.name'],
  ],
  ['V-62', 'not there', codes({ ...OF, savepoint: {} }, absent), ['V-62 at spec.jobReference']],
  [
    'V-62',
    'not there while pending',
    codes({ ...OF, savepoint: {} }, absent, 'TRIGGER_PENDING'),
    ['V-62 at spec.jobReference'],
  ],
  ['V-62', 'not there any more', codes({ ...OF, savepoint: {} }, absent, 'COMPLETED'), []],
  ['V-62', 'nobody knows', codes({ ...OF, savepoint: {} }), []],
  ['V-62', 'not needed', codes({ ...THERE, ...OF }, absent), []],
  [
    'snapshot.target-without-job',
    'a session',
    codes({ ...OF, checkpoint: {} }, of({ flinkVersion: 'v1_20' })),
    ['snapshot.target-without-job at spec.jobReference'],
  ],
  [
    'snapshot.checkpoint-too-old',
    '1.16',
    codes({ ...OF, checkpoint: {} }, old),
    ['snapshot.checkpoint-too-old at spec.checkpoint'],
  ],
  ['snapshot.checkpoint-too-old', '1.20', codes({ ...OF, checkpoint: {} }, application), []],
  [
    'snapshot.format-unknown',
    'to be taken',
    codes({ ...OF, savepoint: { formatType: 'UNKNOWN' } }),
    ['snapshot.format-unknown at spec.savepoint.formatType'],
  ],
  ['snapshot.format-unknown', 'there already', codes({ savepoint: { ...THERE.savepoint, formatType: 'UNKNOWN' } }), []],
  [
    'snapshot.nowhere-to-write',
    'no directory',
    codes({ ...OF, savepoint: {} }, application),
    ['snapshot.nowhere-to-write at spec.savepoint.path'],
  ],
  ['snapshot.nowhere-to-write', 'one of its own', codes({ ...OF, savepoint: { path: 's3://b' } }, application), []],
  ['snapshot.nowhere-to-write', 'one of the job', codes({ ...OF, savepoint: {} }, withDirectory), []],
  [
    'snapshot.exists-nowhere',
    'no path',
    codes({ savepoint: { alreadyExists: true } }),
    ['warning: snapshot.exists-nowhere at spec.savepoint.path'],
  ],
  [
    'snapshot.disposes-of-foreign',
    'by default',
    codes({ ...OF, savepoint: { alreadyExists: true, path: 's3://b/sp-1' } }),
    ['hint: snapshot.disposes-of-foreign at spec.savepoint.disposeOnDelete'],
  ],
  [
    'snapshot.disposes-of-foreign',
    'no job to do it',
    codes({ savepoint: { alreadyExists: true, path: 's3://b/sp-1' } }),
    [],
  ],
  [
    'snapshot.backoff-below-never',
    '-2',
    codes({ ...THERE, backoffLimit: -2 }),
    ['warning: snapshot.backoff-below-never at spec.backoffLimit'],
  ],
  ['snapshot.backoff-below-never', '-1', codes({ ...THERE, backoffLimit: -1 }), []],
];

describe('a snapshot', () => {
  it.each(cases)('%s: %s', (_, __, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('is tried with every rule', () => {
    expect([...new Set(cases.map(([code]) => code))]).toEqual(STATE_SNAPSHOT_RULES.map(({ code }) => code));
  });

  it('is found wrong where its schema is', () => {
    expect(
      codes({ jobReference: { kind: 'Deployment', name: 1 }, savepoint: { path: [] }, checkpoint: { a: 1 } }),
    ).toEqual([
      'schema.not-allowed at spec.jobReference.kind',
      'schema.wrong-type at spec.jobReference.name',
      'schema.wrong-type at spec.savepoint.path',
      'schema.unknown-field at spec.checkpoint.a',
      'V-60 at spec',
    ]);
  });
});
