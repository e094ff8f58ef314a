// SPDX-License-Identifier: Apache-2.0
// A zod schema as the structural OpenAPI schema that a CustomResourceDefinition may hold. Only what the API server accepts, and only
// what the Java operator's own definitions say: no bounds, defaults, formats or required lists, so that either operator can work with
// either set. It throws for anything that it cannot express.

import * as z from 'zod';
import { DESCRIPTIONS } from './descriptions.ts';

/** A node of a structural schema, members in alphabetical order. */
export interface StructuralSchema {
  additionalProperties?: StructuralSchema;
  anyOf?: { type: string }[];
  description?: string;
  enum?: string[];
  items?: StructuralSchema;
  properties?: Record<string, StructuralSchema>;
  type?: string;
  'x-kubernetes-int-or-string'?: true;
  'x-kubernetes-preserve-unknown-fields'?: true;
}

/** Marks in `.meta()` of a schema that decide how its node is written; none of them reaches the definition. */
export const SCHEMA_MARKS = {
  /** Any JSON value is stored as it is. */
  anyType: 'x-flinkwright-any-type',
  /** An object whose members are stored as they are; keeps a large foreign schema out of the definition. */
  opaque: 'x-flinkwright-opaque',
  /** Kubernetes' own mark for a number or a text. */
  intOrString: 'x-kubernetes-int-or-string',
  /** The name of the type under which descriptions of the members are found. */
  type: 'x-flinkwright-type',
} as const;

type Node = Readonly<Record<string, unknown>>;

/** The structural schema of what `schema` takes as input. Throws if there is none. */
export function structuralSchema(schema: z.ZodType): StructuralSchema {
  const json = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io: 'input',
    reused: 'inline',
    cycles: 'throw',
    unrepresentable: 'throw',
  });
  const name = json[SCHEMA_MARKS.type as keyof typeof json];
  const own = typeof name === 'string' ? DESCRIPTIONS[name]?.[''] : undefined;
  return described(structural(json, ''), own);
}

function described(schema: StructuralSchema, description: string | undefined): StructuralSchema {
  if (description === undefined) return schema;
  const { additionalProperties, anyOf, ...others } = schema;
  return {
    ...(additionalProperties === undefined ? {} : { additionalProperties }),
    ...(anyOf === undefined ? {} : { anyOf }),
    description,
    ...others,
  };
}

function structural(node: Node, path: string): StructuralSchema {
  if (node[SCHEMA_MARKS.anyType] === true) return { 'x-kubernetes-preserve-unknown-fields': true };
  if (node[SCHEMA_MARKS.opaque] === true) return { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  if (node[SCHEMA_MARKS.intOrString] === true) {
    return { anyOf: [{ type: 'integer' }, { type: 'string' }], 'x-kubernetes-int-or-string': true };
  }
  switch (node['type']) {
    case 'object':
      return objectNode(node, path);
    case 'array':
      return { items: structural(node['items'] as Node, `${path}[]`), type: 'array' };
    case 'string':
      return Array.isArray(node['enum'])
        ? { enum: [...(node['enum'] as string[])].sort(), type: 'string' }
        : { type: 'string' };
    case 'integer':
    case 'number':
    case 'boolean':
      return { type: node['type'] };
    default:
      throw new Error(
        `The schema at ${path || 'the root'} cannot be written into a CustomResourceDefinition: ${JSON.stringify(node)}. ` +
          `Use one type, or mark the schema with one of ${Object.values(SCHEMA_MARKS).join(', ')}.`,
      );
  }
}

function objectNode(node: Node, path: string): StructuralSchema {
  const members = node['properties'] as Record<string, Node> | undefined;
  const values = node['additionalProperties'];
  if (members === undefined) return { additionalProperties: structural(values as Node, `${path}.*`), type: 'object' };
  const isLoose = typeof values === 'object' && values !== null;
  const preserved = isLoose ? { 'x-kubernetes-preserve-unknown-fields': true as const } : {};
  const names = Object.keys(members).sort();
  if (names.length === 0) return { type: 'object', ...preserved };
  const descriptions = DESCRIPTIONS[String(node[SCHEMA_MARKS.type])] ?? {};
  const properties = names.map((name) => {
    const member = structural(members[name] ?? {}, path === '' ? name : `${path}.${name}`);
    return [name, described(member, descriptions[name])] as const;
  });
  return { properties: Object.fromEntries(properties), type: 'object', ...preserved };
}
