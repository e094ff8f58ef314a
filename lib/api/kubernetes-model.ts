// SPDX-License-Identifier: Apache-2.0
// The canonical form of what Kubernetes itself defines inside our specs (pod templates, resource requirements, TLS entries), as the
// Java operator's model classes keep it: nulls and empty lists and maps gone, members sorted, quantities as text. It knows maps and
// quantities by the names of their members and nothing else of the pod schema; quantities are not normalised.

import { javaJsonNumber } from './java-json.ts';
import type { KubernetesModel } from './spec-fields.ts';
import { isObject } from '../runtime/json.ts';

/** Members with free keys: they keep their order, and are dropped when empty (an empty object such as `emptyDir: {}` is kept). */
const MAPS: ReadonlySet<string> = new Set([
  'annotations',
  'labels',
  'matchLabels',
  'nodeSelector',
  'limits',
  'requests',
  'overhead',
  'allocatedResources',
  'volumeAttributes',
]);

/** Maps from a name to a quantity. */
const QUANTITY_MAPS: ReadonlySet<string> = new Set(['limits', 'requests', 'overhead', 'allocatedResources']);

/** Members that are one quantity: `emptyDir.sizeLimit`, `resourceFieldRef.divisor`. */
const QUANTITIES: ReadonlySet<string> = new Set(['sizeLimit', 'divisor']);

/** Names that stand before all others in every model object. */
const LEADING = ['apiVersion', 'kind', 'metadata'];

/** The members of a pod template that the model knows; a pasted Pod's other ones (`apiVersion`, `kind`, `status`) come last. */
const TEMPLATE_MEMBERS = ['metadata', 'spec'];

export interface ModelOptions {
  /** Drop the members of a pod template other than `metadata` and `spec`: they mean nothing and are no difference. */
  readonly withoutForeignMembers?: boolean;
}

/** Whether a value reached by the member `name` (whose parent was reached by `parent`) is a quantity. */
export function isQuantity(name: string, parent: string): boolean {
  return QUANTITY_MAPS.has(parent) || QUANTITIES.has(name);
}

/** The canonical tree of one model object. */
export function canonicalModel(value: unknown, model: KubernetesModel, options: ModelOptions = {}): unknown {
  if (!isObject(value)) return value;
  if (model !== 'PodTemplateSpec') return canonicalObject(value);
  const known = Object.fromEntries(TEMPLATE_MEMBERS.filter((name) => name in value).map((name) => [name, value[name]]));
  const foreign = Object.entries(value).filter(([name, member]) => !TEMPLATE_MEMBERS.includes(name) && member !== null);
  return {
    ...canonicalObject(known),
    ...(options.withoutForeignMembers === true ? {} : Object.fromEntries(foreign)),
  };
}

function canonicalObject(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(value)
      .sort(byModelOrder)
      .map((name) => [name, canonicalMember(value[name], name)] as const)
      .filter(([, member]) => member !== undefined),
  );
}

function canonicalMember(value: unknown, name: string): unknown {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(canonicalElement);
  if (!isObject(value)) return QUANTITIES.has(name) ? quantityText(value) : value;
  if (!MAPS.has(name)) return canonicalObject(value);
  const entries = Object.entries(value).filter(([, member]) => member !== null);
  if (entries.length === 0) return undefined;
  return QUANTITY_MAPS.has(name)
    ? Object.fromEntries(entries.map(([key, member]) => [key, quantityText(member)]))
    : Object.fromEntries(entries);
}

function canonicalElement(value: unknown): unknown {
  return isObject(value) ? canonicalObject(value) : value;
}

function quantityText(value: unknown): unknown {
  return typeof value === 'number' ? javaJsonNumber(value) : value;
}

function byModelOrder(a: string, b: string): number {
  const rank = (name: string): number => (LEADING.includes(name) ? LEADING.indexOf(name) : LEADING.length);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
