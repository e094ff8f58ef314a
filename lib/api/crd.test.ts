// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { customResourceDefinitions, definitionFileName } from './crd.ts';
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

function javaDefinition(crd: CustomResourceDefinition): JavaDefinition {
  const file = new URL(`../../test/fixtures/crd-fields/${crd.spec.names.singular}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as JavaDefinition;
}

const POD_TEMPLATES = ['spec.podTemplate', 'spec.jobManager.podTemplate', 'spec.taskManager.podTemplate'];

/** Where our definitions take more than the Java operator's, and why. Besides, all of ours have descriptions. */
const SUPERSETS: Readonly<Record<string, { opaque?: readonly string[]; added?: readonly string[] }>> = {
  FlinkDeployment: {
    /** Java's holds the whole pod schema three times, some 9000 lines; here anything is stored and Kubernetes checks the pods. */
    opaque: POD_TEMPLATES,
    /** Members that Java's does not have. */
    added: ['status.conditions[].lastUpdateTime'],
  },
  FlinkBlueGreenDeployment: { opaque: POD_TEMPLATES.map((path) => path.replace('spec', 'spec.template.spec')) },
};

function fieldsOf(schema: StructuralSchema, path: string): Field[] {
  const {
    anyOf: _,
    description: __,
    properties,
    items,
    additionalProperties,
    type,
    enum: values,
    ...extensions
  } = schema;
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

it('there are definitions of all four kinds', () => {
  expect(customResourceDefinitions().map(({ spec }) => spec.names.kind)).toEqual([
    'FlinkDeployment',
    'FlinkSessionJob',
    'FlinkStateSnapshot',
    'FlinkBlueGreenDeployment',
  ]);
});

describe.each(customResourceDefinitions().map((crd) => [crd.spec.names.kind, crd] as const))(
  'the definition of %s',
  (kind, crd) => {
    const java = javaDefinition(crd);
    const version = versionOf(crd);
    const { opaque = [], added = [] } = SUPERSETS[kind] ?? {};

    it('has the names, columns and subresources of the Java operator', () => {
      expect(crd.metadata.name).toBe(java.crdName);
      expect(crd.spec).toMatchObject({ group: java.group, scope: java.scope });
      expect(crd.spec.names).toEqual(java.names);
      expect(version.name).toBe(java.version.name);
      expect(Object.keys(version).sort()).toEqual(java.version.keys);
      expect(version.subresources).toEqual(java.subresources);
      expect(version.additionalPrinterColumns).toEqual(java.additionalPrinterColumns);
      const { description, ...root } = version.schema.openAPIV3Schema;
      expect(description).toMatch(/^An? .*\.$/);
      expect(Object.keys(root).sort()).toEqual(java.rootSchemaKeys);
      expect(Object.keys(root.properties ?? {})).toEqual(java.rootProperties);
    });

    it('has every field of the Java operator with its type, and no other but declared ones', () => {
      const within = (path: string): boolean => opaque.some((prefix) => path.startsWith(`${prefix}.`));
      const expected = java.fields
        .filter(({ path }) => !within(path))
        .map((field) =>
          opaque.includes(field.path)
            ? { ...field, extensions: { 'x-kubernetes-preserve-unknown-fields': true } }
            : field,
        );
      const ours = fieldsOf(version.schema.openAPIV3Schema, '').filter(({ path }) => !added.includes(path));
      const byPath = (a: Field, b: Field): number => (a.path < b.path ? -1 : 1);
      expect(ours.sort(byPath)).toEqual(expected.sort(byPath));
    });

    it('declares no superset that is not there', () => {
      const paths = fieldsOf(version.schema.openAPIV3Schema, '').map(({ path }) => path);
      expect(paths).toEqual(expect.arrayContaining([...opaque, ...added]));
      const javas = java.fields.map(({ path }) => path);
      expect(added.filter((path) => javas.includes(path))).toEqual([]);
    });

    it('describes every field that has a name of its own', () => {
      expect(undescribed(version.schema.openAPIV3Schema, '')).toEqual([]);
    });
  },
);

/** Kubernetes' own metadata in a template are its business. */
function undescribed(schema: StructuralSchema, path: string): string[] {
  if (path === 'spec.template.metadata' || path.endsWith('resources.claims[]')) return [];
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [...(/\S\.$/.test(member.description ?? '') ? [] : [at]), ...undescribed(member, at)];
  });
  return [...members, ...(schema.items === undefined ? [] : undescribed(schema.items, `${path}[]`))];
}

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
