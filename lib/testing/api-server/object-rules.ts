// SPDX-License-Identifier: Apache-2.0
// What an object becomes on its way into the store, and what may be wrong with it: pruning, defaults, validation, size.

import { ApiError, badRequest } from './api-error.ts';
import type { FieldError } from './api-error.ts';
import { applyBuiltInDefaults } from './built-in-defaults.ts';
import type { Allocator } from './built-in-defaults.ts';
import { validateBuiltIn } from './built-in-validation.ts';
import { copy, isObject } from '../../runtime/json.ts';
import type { Json, JsonObject } from '../../runtime/json.ts';
import { validateLabels } from './names.ts';
import type { RequestContext } from './request-context.ts';
import type { ResourceType } from './resource-type.ts';
import { validateScale } from './scale.ts';
import { validateSchema } from './schema-validation.ts';
import type { StoredObject } from './stored-object.ts';
import { applyDefaults, prune } from './structural-schema.ts';

/** Above this, etcd refuses a value. */
const MAX_OBJECT_BYTES = 1.5 * 1024 * 1024;

/** A copy in which a custom resource's unknown fields are gone and its defaults filled in. */
export function normalised(type: ResourceType, object: StoredObject, context: RequestContext): StoredObject {
  const schema = type.custom?.schema;
  if (schema === undefined) return copy(object);
  const pruned = prune(object as unknown as JsonObject, schema);
  if (pruned.unknown.length > 0 && context.fieldValidation !== 'Ignore') {
    const texts = pruned.unknown.sort().map((path) => `unknown field "${path}"`);
    if (context.fieldValidation === 'Strict') {
      const { kind, version } = type;
      throw badRequest(
        `${kind} in version "${version}" cannot be handled as a ${kind}: strict decoding error: ${texts.join(', ')}`,
      );
    }
    context.warnings.push(...texts);
  }
  return applyDefaults(pruned.value, schema) as unknown as StoredObject;
}

/** A built-in object with the server's defaults; what it was given once, it keeps. */
export function completed(
  type: ResourceType,
  object: StoredObject,
  allocate: Allocator,
  before?: StoredObject,
): StoredObject {
  if (type.custom !== undefined) return object;
  const own = copy(object) as unknown as JsonObject;
  if (before !== undefined) inheritAllocated(type, own, before);
  applyBuiltInDefaults(type, own, allocate);
  return own as unknown as StoredObject;
}

function inheritAllocated(type: ResourceType, object: JsonObject, before: StoredObject): void {
  if (type.kind !== 'Service' || type.group !== '') return;
  const spec = object['spec'];
  const was = before['spec'] as Json | undefined;
  if (!isObject(spec) || !isObject(was)) return;
  for (const field of ['clusterIP', 'clusterIPs']) {
    if (spec[field] === undefined && was[field] !== undefined) spec[field] = was[field];
  }
}

export function validate(type: ResourceType, object: StoredObject): FieldError[] {
  const errors = validateLabels(object.metadata.labels);
  if (type.custom === undefined) errors.push(...validateBuiltIn(type, object));
  else if (type.custom.schema !== undefined)
    errors.push(...validateSchema(object as never, type.custom.schema), ...validateScale(type, object));
  return errors;
}

/** The same for a write to `/status`, which looks at nothing else; the sentences of a schema then leave its name out of their paths. */
export function validateStatus(type: ResourceType, object: StoredObject): FieldError[] {
  const schema = type.custom?.schema?.properties?.['status'];
  if (schema === undefined) return validate(type, object);
  const status = object['status'] as Json | undefined;
  const found = status === undefined ? [] : validateSchema(status, schema);
  const errors = found.map((error) => ({ ...error, field: error.field === '' ? 'status' : `status.${error.field}` }));
  return [...validateLabels(object.metadata.labels), ...errors, ...validateScale(type, object, ['status'])];
}

/** @throws ApiError 500, without a reason, as etcd's refusal is passed on. */
export function checkSize(object: StoredObject): void {
  if (largestSize(object) <= MAX_OBJECT_BYTES || Buffer.byteLength(JSON.stringify(object)) <= MAX_OBJECT_BYTES) return;
  throw new ApiError(500, '', 'etcdserver: request is too large');
}

/** An upper bound that is cheap: most objects are far below the limit and need not be written out for it. */
function largestSize(value: unknown): number {
  if (typeof value === 'string') return value.length * 3;
  if (typeof value !== 'object' || value === null) return 8;
  let size = 2;
  for (const [key, member] of Object.entries(value)) size += key.length + 4 + largestSize(member);
  return size;
}
