// SPDX-License-Identifier: Apache-2.0
// The few rules for built-in objects whose violation a program can cause by building them wrongly: types of string maps, a selector that
// does not select its own template, sizes. It is not the whole of Kubernetes' validation.

import { badRequest, qualifiedResource } from './api-error.ts';
import type { FieldError } from './api-error.ts';
import { at, isObject } from '../../runtime/json.ts';
import type { Json, JsonObject } from '../../runtime/json.ts';
import { labelSelectorTest } from './label-selector.ts';
import { apiVersionOf } from './resource-type.ts';
import type { ResourceType } from './resource-type.ts';
import type { DraftObject } from './stored-object.ts';

/** The total of a ConfigMap's or Secret's data. */
const MAX_DATA_BYTES = 1024 * 1024;

/**
 * Refuses what Go's decoder would refuse.
 *
 * @throws ApiError 400
 */
export function checkTypes(type: ResourceType, object: { [field: string]: unknown }): void {
  if (type.custom !== undefined) return;
  const maps: [string, unknown][] = [
    ['ObjectMeta.metadata.labels', at(object, ['metadata', 'labels'])],
    ['ObjectMeta.metadata.annotations', at(object, ['metadata', 'annotations'])],
  ];
  if (type.plural === 'configmaps' || type.plural === 'secrets') maps.push([`${type.kind}.data`, object['data']]);
  for (const [name, value] of maps) {
    if (!isObject(value)) continue;
    for (const entry of Object.values(value as JsonObject)) {
      if (typeof entry !== 'string' && entry !== null) throw cannotHandle(type, goType(entry), name, 'string');
    }
  }
  const replicas = at(object, ['spec', 'replicas']);
  if (type.group === 'apps' && replicas !== undefined && replicas !== null && typeof replicas !== 'number') {
    throw cannotHandle(type, goType(replicas as Json), `${type.kind}Spec.spec.replicas`, 'int32');
  }
}

function cannotHandle(type: ResourceType, found: string, where: string, wanted: string): Error {
  return badRequest(
    `${type.kind} in version "${type.version}" cannot be handled as a ${type.kind}: json: cannot unmarshal ${found} into Go struct field ${where} of type ${wanted}`,
  );
}

function goType(value: Json): string {
  if (typeof value === 'boolean') return 'bool';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** What is wrong with a built-in object; `apiVersion` and names are checked elsewhere. */
export function validateBuiltIn(type: ResourceType, object: { [field: string]: unknown }): FieldError[] {
  const errors: FieldError[] = [];
  if (type.group === 'apps') errors.push(...validateWorkload(object));
  const resource = qualifiedResource(type);
  if (resource === 'pods') errors.push(...validateContainers(at(object, ['spec', 'containers']), 'spec.containers'));
  if (resource === 'configmaps' || resource === 'secrets') {
    const bytes = Object.values((object['data'] ?? {}) as Record<string, string>).reduce(
      (sum, value) => sum + Buffer.byteLength(value),
      0,
    );
    if (bytes > MAX_DATA_BYTES) {
      errors.push({
        reason: 'FieldValueTooLong',
        field: resource === 'secrets' ? 'data' : '[]',
        message: `Too long: may not be more than ${MAX_DATA_BYTES} bytes`,
      });
    }
  }
  if (resource === 'services' && at(object, ['spec', 'type']) !== 'ExternalName') {
    const ports = at(object, ['spec', 'ports']);
    const headless = at(object, ['spec', 'clusterIP']) === 'None';
    if (!headless && (!Array.isArray(ports) || ports.length === 0))
      errors.push({ reason: 'FieldValueRequired', field: 'spec.ports', message: 'Required value' });
  }
  return errors;
}

function validateWorkload(object: { [field: string]: unknown }): FieldError[] {
  const errors: FieldError[] = [];
  const selector = at(object, ['spec', 'selector']);
  const labels = at(object, ['spec', 'template', 'metadata', 'labels']);
  const replicas = at(object, ['spec', 'replicas']);
  if (typeof replicas === 'number' && replicas < 0) {
    errors.push({
      reason: 'FieldValueInvalid',
      field: 'spec.replicas',
      message: `Invalid value: ${replicas}: must be greater than or equal to 0`,
    });
  }
  if (!isObject(selector))
    errors.push({ reason: 'FieldValueRequired', field: 'spec.selector', message: 'Required value' });
  if (!isObject(selector) || !labelSelectorTest(selector)(labels as Record<string, string> | undefined)) {
    errors.push({
      reason: 'FieldValueInvalid',
      field: 'spec.template.metadata.labels',
      message: `Invalid value: ${JSON.stringify(labels ?? null)}: \`selector\` does not match template \`labels\``,
    });
  }
  errors.push(
    ...validateContainers(at(object, ['spec', 'template', 'spec', 'containers']), 'spec.template.spec.containers'),
  );
  return errors;
}

function validateContainers(containers: unknown, field: string): FieldError[] {
  if (!Array.isArray(containers) || containers.length === 0)
    return [{ reason: 'FieldValueRequired', field, message: 'Required value' }];
  return containers.flatMap((container, index): FieldError[] => {
    const required = (name: string): FieldError => ({
      reason: 'FieldValueRequired',
      field: `${field}[${index}].${name}`,
      message: 'Required value',
    });
    return [
      ...(at(container, ['name']) ? [] : [required('name')]),
      ...(at(container, ['image']) ? [] : [required('image')]),
    ];
  });
}

/** Whether `object` says that it is of this type; custom resources must say so, others may leave it out. */
export function checkTypeMeta(type: ResourceType, object: DraftObject): void {
  const { apiVersion, kind } = object;
  if (type.custom !== undefined && (kind === undefined || apiVersion === undefined)) {
    const text = JSON.stringify(object);
    const missing = kind === undefined ? 'Kind' : 'apiVersion';
    throw badRequest(
      `the object provided is unrecognized (must be of type ${type.kind}): Object '${missing}' is missing in '${text}' (${text.length > 32 ? `${text.slice(0, 32)} ...` : text})`,
    );
  }
  if (apiVersion !== undefined && apiVersion !== apiVersionOf(type)) {
    throw badRequest(
      `the API version in the data (${apiVersion}) does not match the expected API version (${apiVersionOf(type)})`,
    );
  }
  if (kind !== undefined && kind !== type.kind) {
    throw badRequest(
      `${kind} in version "${type.version}" cannot be handled as a ${type.kind}: converting (${type.version}.${kind}) to (${type.group === '' ? 'core' : type.group.split('.')[0]}.${type.kind}): unknown conversion`,
    );
  }
}
