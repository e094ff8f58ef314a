// SPDX-License-Identifier: Apache-2.0
// `/scale`: a narrow view of a resource's replicas, the same for every kind that can be scaled.

import type { FieldError } from './api-error.ts';
import type { ResourceType, ScalePaths } from './resource-type.ts';
import { at, isObject, withValue } from '../../runtime/json.ts';
import type { JsonObject } from '../../runtime/json.ts';
import type { StoredObject } from './stored-object.ts';

function steps(path: string): string[] {
  return path.split('.').filter((step) => step !== '');
}

/** The `autoscaling/v1` Scale of an object. */
export function scaleOf(type: ResourceType, object: StoredObject): Record<string, unknown> {
  const paths = type.scale as ScalePaths;
  const replicas = at(object, steps(paths.spec));
  const selector = paths.selector === undefined ? undefined : at(object, steps(paths.selector));
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const text = typeof selector === 'string' ? selector : isObject(selector) ? selectorText(selector as JsonObject) : '';
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, ...(namespace === undefined ? {} : { namespace }), uid, resourceVersion, creationTimestamp },
    spec: typeof replicas === 'number' && replicas !== 0 ? { replicas } : {},
    status: { replicas: Number(at(object, steps(paths.status)) ?? 0), ...(text === '' ? {} : { selector: text }) },
  };
}

/** `object` with the replicas that a Scale asks for. */
export function withScale(type: ResourceType, object: StoredObject, scale: JsonObject): StoredObject {
  const replicas = at(scale, ['spec', 'replicas']);
  return withValue(
    object as unknown as JsonObject,
    steps((type.scale as ScalePaths).spec),
    typeof replicas === 'number' ? replicas : 0,
  ) as unknown as StoredObject;
}

const LARGEST_REPLICAS = 2 ** 31 - 1;

/** What is wrong with the members that a Scale is made of; empty for a resource that cannot be scaled. */
export function validateScale(
  { scale }: ResourceType,
  object: StoredObject,
  parts: readonly ('spec' | 'status')[] = ['spec', 'status'],
): FieldError[] {
  return scale === undefined ? [] : parts.flatMap((part) => replicasProblem(object, scale[part]));
}

function replicasProblem(object: StoredObject, path: string): FieldError[] {
  let value: unknown = object;
  let reached = '';
  for (const step of steps(path)) {
    if (!isObject(value)) return [notReadable(path, reached, value, 'map[string]interface {}')];
    value = value[step];
    reached += `.${step}`;
    if (value === undefined) return [];
  }
  if (!Number.isInteger(value)) return [notReadable(path, reached, value, 'int64')];
  const replicas = value as number;
  if (replicas < 0) return [invalidReplicas(path, replicas, 'should be a non-negative integer')];
  if (replicas <= LARGEST_REPLICAS) return [];
  return [invalidReplicas(path, replicas, `should be less than or equal to ${LARGEST_REPLICAS}`)];
}

function notReadable(path: string, at: string, value: unknown, expected: string): FieldError {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return invalidReplicas(
    path,
    0,
    `${at} accessor error: ${text} is of the type ${goType(value)}, expected ${expected}`,
  );
}

function goType(value: unknown): string {
  if (Array.isArray(value)) return '[]interface {}';
  if (isObject(value)) return 'map[string]interface {}';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

/** The path keeps the dot that it begins with in a definition. */
function invalidReplicas(path: string, replicas: number, why: string): FieldError {
  return { reason: 'FieldValueInvalid', field: path, message: `Invalid value: ${replicas}: ${why}` };
}

function selectorText(selector: JsonObject): string {
  const labels = selector['matchLabels'];
  return isObject(labels)
    ? Object.keys(labels)
        .sort()
        .map((key) => `${key}=${JSON.stringify(labels[key]).replaceAll('"', '')}`)
        .join(',')
    : '';
}
