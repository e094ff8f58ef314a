// SPDX-License-Identifier: Apache-2.0
// Validation of a custom resource against its schema, with the reasons and wordings of the real server. CEL rules
// (`x-kubernetes-validations`) are not evaluated: no Flink resource uses them.

import type { FieldError } from './api-error.ts';
import { equal, isObject } from '../../runtime/json.ts';
import type { Json } from '../../runtime/json.ts';
import type { StructuralSchema } from './structural-schema.ts';

/** Everything that is wrong with `value`; empty when it fits. */
export function validateSchema(value: Json, schema: StructuralSchema, path = ''): FieldError[] {
  const errors: FieldError[] = [];
  visit(value, schema, path, errors);
  return errors;
}

function visit(value: Json, schema: StructuralSchema, path: string, errors: FieldError[]): void {
  if (value === null) {
    if (schema.nullable === true || typesOf(schema).length === 0) return;
    errors.push(wrongType('null', schema, path));
    return;
  }
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
    errors.push(wrongType(typeName(value), schema, path));
    if (schema.anyOf !== undefined) errors.push(...noneOfTheTypes(value, schema.anyOf, path));
    errors.push(...outsideEnumeration(value, schema, path));
    return;
  }
  errors.push(...outsideEnumeration(value, schema, path));
  if (typeof value === 'string') visitString(value, schema, path, errors);
  if (typeof value === 'number') visitNumber(value, schema, path, errors);
  if (Array.isArray(value)) visitList(value, schema, path, errors);
  else if (isObject(value)) visitObject(value, schema, path, errors);
  visitCombinations(value, schema, path, errors);
}

/** Asked of a value of the wrong type as well. */
function outsideEnumeration(value: Json, schema: StructuralSchema, path: string): FieldError[] {
  if (schema.enum === undefined || schema.enum.some((allowed) => equal(allowed, value))) return [];
  const supported = schema.enum.map((allowed) => JSON.stringify(allowed)).join(', ');
  const message = `Unsupported value: ${JSON.stringify(value)}: supported values: ${supported}`;
  return [{ reason: 'FieldValueNotSupported', field: path, message }];
}

/** Only the first finding counts, as in the real server. */
function visitString(value: string, schema: StructuralSchema, path: string, errors: FieldError[]): void {
  const { maxLength, minLength, pattern } = schema;
  if (maxLength !== undefined && value.length > maxLength) {
    errors.push({
      reason: 'FieldValueTooLong',
      field: path,
      message: `Too long: may not be more than ${maxLength} bytes`,
    });
  } else if (minLength !== undefined && value.length < minLength) {
    errors.push(bad(path, JSON.stringify(value), `should be at least ${minLength} chars long`));
  } else if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) {
    errors.push(bad(path, JSON.stringify(value), `should match '${pattern}'`));
  }
}

function visitNumber(value: number, schema: StructuralSchema, path: string, errors: FieldError[]): void {
  const { minimum, maximum, multipleOf } = schema;
  if (minimum !== undefined && (value < minimum || (schema.exclusiveMinimum === true && value === minimum))) {
    errors.push(
      bad(path, String(value), `should be greater than ${schema.exclusiveMinimum ? '' : 'or equal to '}${minimum}`),
    );
  }
  if (maximum !== undefined && (value > maximum || (schema.exclusiveMaximum === true && value === maximum))) {
    errors.push(
      bad(path, String(value), `should be less than ${schema.exclusiveMaximum ? '' : 'or equal to '}${maximum}`),
    );
  }
  if (multipleOf !== undefined && value % multipleOf !== 0) {
    errors.push(bad(path, String(value), `should be a multiple of ${multipleOf}`));
  }
}

function visitList(value: Json[], schema: StructuralSchema, path: string, errors: FieldError[]): void {
  if (schema.maxItems !== undefined && value.length > schema.maxItems) {
    errors.push({
      reason: 'FieldValueTooMany',
      field: path,
      message: `Too many: ${value.length}: must have at most ${schema.maxItems} items`,
    });
  }
  if (schema.minItems !== undefined && value.length < schema.minItems) {
    errors.push(bad(path, String(value.length), `should have at least ${schema.minItems} items`));
  }
  if (schema['x-kubernetes-list-type'] === 'map' || schema['x-kubernetes-list-type'] === 'set')
    visitKeys(value, schema, path, errors);
  if (schema.items === undefined) return;
  for (const [index, item] of value.entries()) visit(item, schema.items, `${path}[${index}]`, errors);
}

function visitKeys(value: Json[], schema: StructuralSchema, path: string, errors: FieldError[]): void {
  const keys = schema['x-kubernetes-list-map-keys'];
  const seen = new Set<string>();
  for (const [index, item] of value.entries()) {
    const identity = JSON.stringify(
      keys === undefined ? item : Object.fromEntries(keys.map((key) => [key, isObject(item) ? item[key] : undefined])),
    );
    if (seen.has(identity))
      errors.push({
        reason: 'FieldValueDuplicate',
        field: `${path}[${index}]`,
        message: `Duplicate value: ${identity}`,
      });
    seen.add(identity);
  }
}

function visitObject(
  value: { [key: string]: Json },
  schema: StructuralSchema,
  path: string,
  errors: FieldError[],
): void {
  if (schema['x-kubernetes-embedded-resource'] === true) {
    for (const name of ['apiVersion', 'kind']) if (value[name] === undefined) errors.push(required(join(path, name)));
  }
  for (const name of schema.required ?? []) if (value[name] === undefined) errors.push(required(join(path, name)));
  const count = Object.keys(value).length;
  if (schema.maxProperties !== undefined && count > schema.maxProperties) {
    errors.push({
      reason: 'FieldValueTooMany',
      field: path,
      message: `Too many: ${count}: must have at most ${schema.maxProperties} items`,
    });
  }
  if (schema.minProperties !== undefined && count < schema.minProperties) {
    errors.push(bad(path, String(count), `should have at least ${schema.minProperties} properties`));
  }
  const { properties = {}, additionalProperties } = schema;
  for (const [name, member] of Object.entries(value)) {
    const inner = Object.hasOwn(properties, name)
      ? properties[name]
      : typeof additionalProperties === 'object'
        ? additionalProperties
        : undefined;
    if (inner !== undefined) visit(member, inner, join(path, name), errors);
  }
}

function visitCombinations(value: Json, schema: StructuralSchema, path: string, errors: FieldError[]): void {
  const fits = (inner: StructuralSchema): boolean => validateSchema(value, inner, path).length === 0;
  for (const inner of schema.allOf ?? []) visit(value, inner, path, errors);
  if (schema.anyOf !== undefined && !schema.anyOf.some(fits)) {
    errors.push({
      reason: 'FieldValueInvalid',
      field: path,
      message: `Invalid value: ${show(value)}: ${path} in body must validate at least one schema (anyOf)`,
    });
  }
  if (schema.oneOf !== undefined && schema.oneOf.filter(fits).length !== 1) {
    errors.push({
      reason: 'FieldValueInvalid',
      field: path,
      message: `Invalid value: ${show(value)}: ${path} in body must validate one and only one schema (oneOf)`,
    });
  }
  if (schema.not !== undefined && fits(schema.not)) {
    errors.push({
      reason: 'FieldValueInvalid',
      field: path,
      message: `Invalid value: ${show(value)}: ${path} in body must not validate the schema (not)`,
    });
  }
}

function typesOf(schema: StructuralSchema): string[] {
  if (schema['x-kubernetes-int-or-string'] === true) return ['integer', 'string'];
  return schema.type === undefined ? [] : [schema.type];
}

function typeName(value: Json): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function isOfType(value: Json, type: string): boolean {
  return typeName(value) === type || (type === 'number' && typeof value === 'number');
}

function wrongType(found: string, schema: StructuralSchema, path: string): FieldError {
  return {
    reason: 'FieldValueTypeInvalid',
    field: path,
    message: `Invalid value: "${found}": ${path} in body must be of type ${typesOf(schema).join(',')}: "${found}"`,
  };
}

function bad(path: string, value: string, rule: string): FieldError {
  return { reason: 'FieldValueInvalid', field: path, message: `Invalid value: ${value}: ${path} in body ${rule}` };
}

/** The branches are tried even where the type is wrong; the real server forgets the path for one of the two findings. */
function noneOfTheTypes(value: Json, branches: readonly StructuralSchema[], path: string): FieldError[] {
  const message = `Invalid value: "": "${path}" must validate at least one schema (anyOf)`;
  const first = branches[0] ?? {};
  return [{ reason: 'FieldValueInvalid', field: '<nil>', message }, wrongType(typeName(value), first, path)];
}

function required(path: string): FieldError {
  return { reason: 'FieldValueRequired', field: path, message: 'Required value' };
}

function show(value: Json): string {
  return isObject(value) || Array.isArray(value) ? `"${typeName(value)}"` : JSON.stringify(value);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
