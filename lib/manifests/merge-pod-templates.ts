// SPDX-License-Identifier: Apache-2.0
// Lays a component's pod template over the common one, the way the Java operator does it, oddities included: specs in the field are
// written to give the right result under these very rules. It knows nothing of pods beyond the canonical form of their fields.

import { canonicalModel } from '../api/kubernetes-model.ts';
import type { PodTemplateSpec } from '../kubernetes/objects.ts';
import { isObject } from '../runtime/json.ts';

/** How arrays meet. */
export interface MergeOptions {
  /**
   * Elements that all have a `name` are matched by it instead of by their position
   * (`kubernetes.operator.pod-template.merge-arrays-by-name`).
   */
  readonly arraysByName: boolean;
}

/**
 * The template `common` with `specific` laid over it; the one that exists if the other is absent.
 *
 * Objects are merged, scalars of `specific` win. Arrays are merged position by position (or by name); where both have a scalar at a
 * position, such as in `args`, `common` wins. Nulls and empty lists and maps count as absent, so `specific` cannot remove anything. Members
 * of a pasted Pod that a template does not have (`apiVersion`, `kind`, `status`) are left out.
 */
export function mergePodTemplates(
  common: PodTemplateSpec | undefined | null,
  specific: PodTemplateSpec | undefined | null,
  options: MergeOptions,
): PodTemplateSpec | undefined {
  const [base, over] = [common, specific].map((template) =>
    isObject(template) ? canonicalTemplate(template) : undefined,
  );
  if (base === undefined || over === undefined) return base ?? over;
  return mergeObjects(base, over, options);
}

function canonicalTemplate(template: Record<string, unknown>): Record<string, unknown> {
  return canonicalModel(template, 'PodTemplateSpec', { withoutForeignMembers: true }) as Record<string, unknown>;
}

function merge(base: unknown, over: unknown, options: MergeOptions): unknown {
  if (base === undefined) return over;
  if (isObject(base)) return isObject(over) ? mergeObjects(base, over, options) : base;
  if (Array.isArray(base)) return Array.isArray(over) ? mergeArrays(base, over, options) : over;
  return over;
}

function mergeObjects(
  base: Record<string, unknown>,
  over: Record<string, unknown>,
  options: MergeOptions,
): Record<string, unknown> {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(over)) merged.set(key, merge(merged.get(key), value, options));
  return Object.fromEntries(merged);
}

function mergeArrays(base: unknown[], over: unknown[], options: MergeOptions): unknown[] {
  if (options.arraysByName && isNamed(base) && isNamed(over)) return mergeByName(base, over, options);
  return [
    ...base.map((element, i) => (i < over.length && !isScalar(element) ? merge(element, over[i], options) : element)),
    ...over.slice(base.length),
  ];
}

interface Named extends Record<string, unknown> {
  name: unknown;
}

function mergeByName(base: readonly Named[], over: readonly Named[], options: MergeOptions): unknown[] {
  const merged = new Map<unknown, unknown>(base.map((element) => [element.name, element]));
  // A name that stands twice in one array: the last one counts.
  const last = new Map(over.map((element) => [element.name, element]));
  for (const [name, element] of last) merged.set(name, merge(merged.get(name), element, options));
  return [...merged.values()];
}

function isNamed(elements: readonly unknown[]): elements is Named[] {
  return elements.every((element) => isObject(element) && 'name' in element);
}

function isScalar(value: unknown): boolean {
  return !isObject(value) && !Array.isArray(value);
}
