// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkResource } from './check-resource.ts';

const SPEC = { savepoint: { alreadyExists: true, path: 's3://b/sp-1' } };

function findings(metadata: unknown, more: object = {}): string[] {
  const resource = {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkStateSnapshot',
    metadata,
    spec: SPEC,
    ...more,
  };
  return checkResource(resource).map(({ code, path, severity }) =>
    severity === 'error' ? `${code} at ${path}` : `${severity}: ${code} at ${path}`,
  );
}

describe('what stands round a spec', () => {
  it.each<[string, unknown, string[]]>([
    [
      'right',
      { name: 'a.b-c', namespace: 'n', labels: { 'a.b/c': 'D_e', f: '' }, annotations: { 'X.y/z': 'any text' } },
      [],
    ],
    ['no name', {}, ['metadata.name-not-allowed at metadata.name']],
    ['nulls', { name: 'a', labels: null, annotations: { a: null }, namespace: null }, []],
    ['a name with capitals', { name: 'Big' }, ['metadata.name-not-allowed at metadata.name']],
    ['a name that is a number', { name: 5 }, ['schema.wrong-type at metadata.name']],
    ['a namespace with dots', { name: 'a', namespace: 'a.b' }, ['metadata.name-not-allowed at metadata.namespace']],
    ['a label with blanks', { name: 'a', labels: { a: 'x y' } }, ['metadata.label-not-allowed at metadata.labels.a']],
    [
      'a label of 64',
      { name: 'a', labels: { a: 'x'.repeat(64) } },
      ['metadata.label-not-allowed at metadata.labels.a'],
    ],
    ['a label of 63', { name: 'a', labels: { a: 'x'.repeat(63) } }, []],
    ['a label that is a number', { name: 'a', labels: { a: 1 } }, ['schema.wrong-type at metadata.labels.a']],
    [
      'a label with two slashes',
      { name: 'a', labels: { 'b/c/d': '' } },
      ['metadata.label-not-allowed at metadata.labels.b/c/d'],
    ],
    [
      'a label with a prefix in capitals',
      { name: 'a', labels: { 'B.c/d': '' } },
      ['metadata.label-not-allowed at metadata.labels.B.c/d'],
    ],
    ['labels as a list', { name: 'a', labels: ['a'] }, ['schema.wrong-type at metadata.labels']],
    [
      'an annotation that is true',
      { name: 'a', annotations: { a: true } },
      ['schema.wrong-type at metadata.annotations.a'],
    ],
    [
      'an annotation with blanks',
      { name: 'a', annotations: { 'a b': '' } },
      ['metadata.annotation-not-allowed at metadata.annotations.a b'],
    ],
    [
      'annotations that are too large',
      { name: 'a', annotations: { a: 'x'.repeat(262_144) } },
      ['metadata.annotation-not-allowed at metadata.annotations'],
    ],
    ['an unknown field', { name: 'a', label: {} }, ['schema.unknown-field at metadata.label']],
    ['a generated name', { generateName: 'a-' }, ['hint: metadata.generated-name at metadata.generateName']],
    [
      'a generated name with capitals',
      { generateName: 'A-' },
      ['metadata.name-not-allowed at metadata.generateName', 'hint: metadata.generated-name at metadata.generateName'],
    ],
    ['no metadata at all', undefined, ['metadata.name-not-allowed at metadata.name']],
    ['metadata as a text', 'x', ['schema.wrong-type at metadata']],
  ])('%s', (_, metadata, expected) => {
    expect(findings(metadata)).toEqual(expected);
  });

  it('has no other members than those of an object', () => {
    expect(findings({ name: 'a' }, { specs: {} })).toEqual(['schema.unknown-field at specs']);
  });

  it('has a status only as it comes from the API server', () => {
    expect(findings({ name: 'a' }, { status: { state: 'COMPLETED' } })).toEqual([
      'hint: metadata.status-ignored at status',
    ]);
    expect(findings({ name: 'a', uid: 'u' }, { status: { state: 'COMPLETED' } })).toEqual([]);
    expect(findings({ name: 'a' }, { status: null })).toEqual([]);
  });

  it('suggests names that are allowed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        const [found] = checkResource({
          apiVersion: 'flink.apache.org/v1beta1',
          kind: 'FlinkStateSnapshot',
          metadata: { name: 'a', labels: { [name]: '' } },
          spec: SPEC,
        }).filter(({ code }) => code === 'metadata.label-not-allowed');
        const suggested = /to (\S+)\.$/.exec(found?.remedy ?? ' to a.')?.[1] ?? '';
        expect(findings({ name: 'a', labels: { [suggested]: '' } })).toEqual([]);
      }),
    );
  });
});

describe('a FlinkDeployment', () => {
  const named = (metadata: object): string[] =>
    checkResource({ apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', metadata, spec: {} })
      .filter(({ path }) => path.startsWith('metadata'))
      .map(({ code, path }) => `${code} at ${path}`);

  it('says where a generated name must end', () => {
    const hint = 'metadata.generated-name at metadata.generateName';
    expect(named({ generateName: 'a'.repeat(40) })).toEqual([hint]);
    expect(named({ generateName: 'a'.repeat(41) })).toEqual([hint, 'V-01 at metadata.generateName']);
    expect(named({ generateName: '1-' })).toEqual([hint, 'V-01 at metadata.generateName']);
    expect(named({})).toEqual(['V-01 at metadata.name']);
    expect(named({ name: 5 })).toEqual(['schema.wrong-type at metadata.name']);
  });

  it('that is a canary is not looked into', () => {
    expect(named({ name: 'c', labels: { 'flink.apache.org/canary': 'True' } })).toEqual([]);
    const canary = { name: 'c', labels: { 'flink.apache.org/canary': 'true' } };
    expect(
      checkResource({ apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', metadata: canary }),
    ).toEqual([]);
  });

  it('is not compared with a status that will be dropped', () => {
    const session = '{"spec":{"image":"a"},"resource_metadata":{"firstDeployment":false}}';
    const resource = (metadata: object): object => ({
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkDeployment',
      metadata,
      spec: { job: {} },
      status: { reconciliationStatus: { lastReconciledSpec: session } },
    });
    const codes = (metadata: object): string[] => checkResource(resource(metadata)).map(({ code }) => code);
    expect(codes({ name: 'a', uid: 'u' })).toContain('V-30');
    expect(codes({ name: 'a' })).not.toContain('V-30');
  });
});

describe('checkResource', () => {
  it('has nothing to say about what is not of this API', () => {
    for (const other of [null, undefined, 5, [], {}, { apiVersion: 'v1', kind: 'Pod' }, { kind: 'FlinkDeployment' }])
      expect(checkResource(other)).toEqual([]);
    expect(checkResource({ apiVersion: 'flink.apache.org/v1beta1', kind: 'toString' })).toEqual([]);
  });

  it('never throws', () => {
    const kinds = ['FlinkDeployment', 'FlinkSessionJob', 'FlinkStateSnapshot', 'FlinkBlueGreenDeployment'];
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.anything(),
        fc.anything(),
        fc.anything(),
        (kind, metadata, spec, status) => {
          const resource = { apiVersion: 'flink.apache.org/v1beta1', kind, metadata, spec, status };
          expect(Array.isArray(checkResource(resource))).toBe(true);
        },
      ),
    );
  });
});
