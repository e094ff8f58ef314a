// SPDX-License-Identifier: Apache-2.0
// When two values of a spec's field mean the same: configuration by its flat text, quantities by their amount, maps in any order,
// pod templates without what the model does not know. Absent and empty differ, except where a default says otherwise.

import { flattenConfiguration } from '../flink/configuration.ts';
import { resourceMemoryBytes } from '../flink/memory-size.ts';
import { sameQuantity } from '../flink/quantity.ts';
import { ValueError } from '../flink/value-error.ts';
import { canonicalModel, isQuantity } from './kubernetes-model.ts';
import type { FieldShape, FieldTable, KubernetesModel } from './spec-fields.ts';
import { isObject } from '../runtime/json.ts';

/** Whether two objects agree in every field of the table; both must have their defaults written out. */
export function sameMembers(a: object, b: object, fields: FieldTable): boolean {
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  return Object.entries(fields).every(([name, field]) => sameField(left[name], right[name], field.shape));
}

/** Whether two values of a field of this shape mean the same. */
export function sameField(a: unknown, b: unknown, shape: FieldShape): boolean {
  const left = a ?? undefined;
  const right = b ?? undefined;
  if (left === undefined || right === undefined) return left === right;
  switch (shape.kind) {
    case 'object':
      return isObject(left) && isObject(right) ? sameMembers(left, right, shape.fields) : left === right;
    case 'configuration':
      return sameConfiguration(left, right);
    case 'kubernetes':
      return sameModel(left, right, shape.model, shape.list === true);
    default:
      return sameTree(left, right, (one, other) => one === other);
  }
}

function sameConfiguration(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return sameTree(a, b, (one, other) => one === other);
  const left = flattenConfiguration(a);
  const right = flattenConfiguration(b);
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => left[key] === right[key]);
}

function sameModel(a: unknown, b: unknown, model: KubernetesModel, list: boolean): boolean {
  const canonical = (value: unknown): unknown =>
    list && Array.isArray(value)
      ? value.map((element) => canonicalModel(element, model))
      : canonicalModel(value, model, { withoutForeignMembers: true });
  // Flink's own memory syntax is understood in `resources` only; a pod template goes to Kubernetes as it is.
  const flinkMemory = model === 'ResourceRequirements';
  return sameTree(canonical(a), canonical(b), (one, other, name, parent) => {
    if (one === other) return true;
    if (typeof one !== 'string' || typeof other !== 'string' || !isQuantity(name, parent)) return false;
    return flinkMemory && name === 'memory' ? sameMemory(one, other) : sameQuantity(one, other);
  });
}

/** By parsed bytes, because the parsed bytes are what is deployed; `2g`, `2G` and `2Gi` are one and the same. */
function sameMemory(a: string, b: string): boolean {
  try {
    return resourceMemoryBytes(a) === resourceMemoryBytes(b);
  } catch (error) {
    if (error instanceof ValueError) return sameQuantity(a, b);
    throw error;
  }
}

type LeafComparison = (a: unknown, b: unknown, name: string, parent: string) => boolean;

function sameTree(a: unknown, b: unknown, leaf: LeafComparison, name = '', parent = ''): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((element, index) => sameTree(element, b[index], leaf, name, parent));
  }
  if (isObject(a) && isObject(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every(
      (member) => member in a && member in b && sameTree(a[member], b[member], leaf, member, name),
    );
  }
  return leaf(a, b, name, parent);
}
