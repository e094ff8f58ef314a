// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { customResourceDefinitions, definitionFileName, flinkDeploymentDefinition } from './crd.ts';
import type { CustomResourceDefinition } from './crd.ts';
import { definitionText } from './crd-text.ts';
import { structuralSchema } from './structural-schema.ts';
import type { StructuralSchema } from './structural-schema.ts';

interface Field {
  path: string;
  type: string;
  enum?: string[];
  extensions?: Record<string, unknown>;
  truncated?: boolean;
}

interface JavaDefinition {
  crdName: string;
  group: string;
  scope: string;
  names: unknown;
  version: { name: string; keys: string[] };
  subresources: unknown;
  additionalPrinterColumns: unknown;
  rootSchemaKeys: string[];
  rootProperties: string[];
  fields: Field[];
}

const java = JSON.parse(
  readFileSync(new URL('../../test/fixtures/crd-fields/flinkdeployment.json', import.meta.url), 'utf8'),
) as JavaDefinition;

/** Where our definition takes more than the Java operator's, and why. */
const SUPERSETS = {
  /** Java's holds the whole pod schema three times, some 9000 lines; here anything is stored and Kubernetes checks the pods. */
  opaque: ['spec.podTemplate', 'spec.jobManager.podTemplate', 'spec.taskManager.podTemplate'],
  /** Members that Java's does not have. */
  added: ['status.conditions[].lastUpdateTime'],
};

function fieldsOf(schema: StructuralSchema, path: string): Field[] {
  const { anyOf: _, properties, items, additionalProperties, type, enum: values, ...extensions } = schema;
  const intOrString = schema['x-kubernetes-int-or-string'] === true;
  const field: Field = {
    path,
    type: type ?? (intOrString ? 'int-or-string' : 'any'),
    ...(values === undefined ? {} : { enum: values }),
    ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
  };
  return [
    ...(path === '' ? [] : [field]),
    ...Object.entries(properties ?? {}).flatMap(([name, member]) =>
      fieldsOf(member, path === '' ? name : `${path}.${name}`),
    ),
    ...(items === undefined ? [] : fieldsOf(items, `${path}[]`)),
    ...(additionalProperties === undefined ? [] : fieldsOf(additionalProperties, `${path}.*`)),
  ];
}

function versionOf(crd: CustomResourceDefinition): CustomResourceDefinition['spec']['versions'][0] & object {
  const [version, ...others] = crd.spec.versions;
  expect(others).toEqual([]);
  return version as NonNullable<typeof version>;
}

describe('the definition of FlinkDeployment', () => {
  const crd = flinkDeploymentDefinition();
  const version = versionOf(crd);

  it('has the names, columns and subresources of the Java operator', () => {
    expect(crd.metadata.name).toBe(java.crdName);
    expect(crd.spec).toMatchObject({ group: java.group, scope: java.scope, names: java.names });
    expect(version.name).toBe(java.version.name);
    expect(Object.keys(version).sort()).toEqual(java.version.keys);
    expect(version.subresources).toEqual(java.subresources);
    expect(version.additionalPrinterColumns).toEqual(java.additionalPrinterColumns);
    expect(Object.keys(version.schema.openAPIV3Schema).sort()).toEqual(java.rootSchemaKeys);
    expect(Object.keys(version.schema.openAPIV3Schema.properties ?? {})).toEqual(java.rootProperties);
  });

  it('has every field of the Java operator with its type, and no other but declared ones', () => {
    const within = (path: string): boolean => SUPERSETS.opaque.some((opaque) => path.startsWith(`${opaque}.`));
    const expected = java.fields
      .filter(({ path }) => !within(path))
      .map((field) =>
        SUPERSETS.opaque.includes(field.path)
          ? { ...field, extensions: { 'x-kubernetes-preserve-unknown-fields': true } }
          : field,
      );
    const ours = fieldsOf(version.schema.openAPIV3Schema, '').filter(({ path }) => !SUPERSETS.added.includes(path));
    const byPath = (a: Field, b: Field): number => (a.path < b.path ? -1 : 1);
    expect(ours.sort(byPath)).toEqual(expected.sort(byPath));
  });

  it('declares no superset that is not there', () => {
    const paths = fieldsOf(version.schema.openAPIV3Schema, '').map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining([...SUPERSETS.opaque, ...SUPERSETS.added]));
    expect(java.fields.map(({ path }) => path)).not.toEqual(expect.arrayContaining(SUPERSETS.added));
  });
});

describe('crds/', () => {
  it.each(customResourceDefinitions().map((crd) => [definitionFileName(crd), crd] as const))(
    '%s is what the schemas say (else run scripts/generate-crds.ts)',
    (file, crd) => {
      expect(readFileSync(new URL(`../../crds/${file}`, import.meta.url), 'utf8')).toBe(definitionText(crd));
    },
  );
});

describe('structuralSchema', () => {
  it('drops what the API server or the Java operator would not have', () => {
    const schema = z.strictObject({
      a: z.int32().min(1).default(2),
      b: z.record(z.enum(['x']), z.boolean()).optional(),
    });
    expect(structuralSchema(schema)).toEqual({
      type: 'object',
      properties: { a: { type: 'integer' }, b: { type: 'object', additionalProperties: { type: 'boolean' } } },
    });
  });

  it('keeps the members of loose objects', () => {
    expect(structuralSchema(z.looseObject({ a: z.string() }))).toEqual({
      type: 'object',
      properties: { a: { type: 'string' } },
      'x-kubernetes-preserve-unknown-fields': true,
    });
  });

  it('names the place of what it cannot express', () => {
    expect(() => structuralSchema(z.object({ a: z.array(z.union([z.string(), z.boolean()])) }))).toThrow(
      /at a\[\] cannot/,
    );
  });
});
