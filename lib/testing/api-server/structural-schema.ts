// SPDX-License-Identifier: Apache-2.0
// What a structural schema does to an object before it is validated: unknown fields are pruned, nulls that are not allowed vanish, and
// defaults are filled in. Validation itself stands in schema-validation.ts.

import { METADATA_FIELDS } from '../../kubernetes/metadata-fields.ts';
import { copy, isObject } from '../../runtime/json.ts';
import type { Json, JsonObject } from '../../runtime/json.ts';

/** The part of OpenAPI v3 that CustomResourceDefinitions may use and this server understands. */
export interface StructuralSchema {
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly default?: Json;
  readonly enum?: readonly Json[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, StructuralSchema>>;
  readonly additionalProperties?: boolean | StructuralSchema;
  readonly items?: StructuralSchema;
  readonly allOf?: readonly StructuralSchema[];
  readonly anyOf?: readonly StructuralSchema[];
  readonly oneOf?: readonly StructuralSchema[];
  readonly not?: StructuralSchema;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-map-type'?: string;
}

const RESOURCE_FIELDS = new Set(['apiVersion', 'kind', 'metadata']);

/** A pruned object and the paths of what was pruned, in the order of the document. */
export interface Pruned {
  value: JsonObject;
  unknown: string[];
}

/** `object` without what `schema` does not know. The object's own apiVersion, kind and metadata are always kept. */
export function prune(object: JsonObject, schema: StructuralSchema): Pruned {
  const unknown: string[] = [];
  const value = pruneValue(object, schema, '', unknown, true) as JsonObject;
  return { value, unknown };
}

function pruneValue(value: Json, schema: StructuralSchema, path: string, unknown: string[], isResource: boolean): Json {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined
      ? value
      : value.map((item, index) =>
          pruneValue(item, items, `${path}[${index}]`, unknown, items['x-kubernetes-embedded-resource'] === true),
        );
  }
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const memberPath = path === '' ? key : `${path}.${key}`;
    if (isResource && RESOURCE_FIELDS.has(key)) {
      result[key] = key === 'metadata' && path !== '' ? pruneMetadata(member, memberPath, unknown) : member;
      continue;
    }
    const inner = schemaOf(schema, key);
    if (inner !== undefined) {
      result[key] = pruneValue(member, inner, memberPath, unknown, inner['x-kubernetes-embedded-resource'] === true);
    } else if (schema['x-kubernetes-preserve-unknown-fields'] === true || schema.additionalProperties === true) {
      result[key] = member;
    } else {
      unknown.push(memberPath);
    }
  }
  return result;
}

function schemaOf(schema: StructuralSchema, key: string): StructuralSchema | undefined {
  const own =
    schema.properties !== undefined && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
  return own ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
}

function pruneMetadata(metadata: Json, path: string, unknown: string[]): Json {
  if (!isObject(metadata)) return metadata;
  return Object.fromEntries(
    Object.entries(metadata).filter(([key]) => {
      if (METADATA_FIELDS.has(key)) return true;
      unknown.push(`${path}.${key}`);
      return false;
    }),
  );
}

/** `object` with nulls that the schema does not allow left out and with the schema's defaults where nothing was said. */
export function applyDefaults(object: JsonObject, schema: StructuralSchema): JsonObject {
  return defaulted(object, schema) as JsonObject;
}

function defaulted(value: Json, schema: StructuralSchema): Json {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined ? value : value.map((item) => defaulted(item, items));
  }
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const inner = schemaOf(schema, key);
    if (member === null && inner !== undefined && inner.nullable !== true) continue;
    result[key] = inner === undefined ? member : defaulted(member, inner);
  }
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    if (inner.default !== undefined && result[key] === undefined) result[key] = defaulted(copy(inner.default), inner);
  }
  return result;
}
