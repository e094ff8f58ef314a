// SPDX-License-Identifier: Apache-2.0
// The two changes that an apply makes to an object: what was said is merged in, what is no longer said is taken out.

import { copy, equal, isObject } from '../../runtime/json.ts';
import type { Json, JsonObject } from '../../runtime/json.ts';
import { elementsOf, pathOf } from './field-set.ts';
import type { FieldPath } from './field-set.ts';
import { inner, isAtomicMap, itemElement, itemPosition, listKind, rootPosition } from './list-kinds.ts';
import type { ListKind, Position } from './list-kinds.ts';
import type { ResourceType } from './resource-type.ts';

/** `live` with everything that `wanted` says; lists of named items are merged item by item. */
export function mergeApplied(type: ResourceType, live: JsonObject, wanted: JsonObject): JsonObject {
  return mergeObject(live, wanted, rootPosition(type));
}

function mergeObject(live: JsonObject, wanted: JsonObject, position: Position): JsonObject {
  const result = { ...live };
  for (const [name, value] of Object.entries(wanted))
    result[name] = mergeValue(result[name], value, inner(position, name));
  return result;
}

function mergeValue(live: Json | undefined, wanted: Json, position: Position): Json {
  if (isObject(wanted) && isObject(live) && !isAtomicMap(position)) return mergeObject(live, wanted, position);
  if (!Array.isArray(wanted) || !Array.isArray(live)) return copy(wanted);
  const kind = listKind(position, [...wanted, ...live]);
  if (kind.kind === 'atomic') return copy(wanted);
  const result = [...live];
  for (const item of wanted) {
    const index = indexOf(result, kind, itemElement(kind, item));
    if (index < 0) result.push(copy(item));
    else if (isObject(item) && isObject(result[index]))
      result[index] = mergeObject(result[index], item, itemPosition(position));
  }
  return result;
}

function indexOf(list: readonly Json[], kind: ListKind, element: string): number {
  return list.findIndex((item) => itemElement(kind, item) === element);
}

/** `object` without the fields at `paths`, and without what is empty because of that, unless `kept` has it. */
export function removeFields(
  type: ResourceType,
  object: JsonObject,
  paths: Iterable<FieldPath>,
  kept: JsonObject,
): JsonObject {
  // Shallow ones first: with an item of a list, all that is in it goes, also what nobody owned.
  const sorted = [...paths].map(elementsOf).sort((a, b) => a.length - b.length);
  const items = new Set<FieldPath>();
  let result = object;
  for (const path of sorted) {
    if (path.some((_, length) => items.has(pathOf(path.slice(0, length))))) continue;
    if (path.at(-1)?.startsWith('k:') === true) items.add(pathOf(path));
    result = (removeAt(result, path, rootPosition(type), kept) ?? {}) as JsonObject;
  }
  return result;
}

/** The value without `path`; `undefined` when nothing is left of it. */
function removeAt(
  value: Json,
  [element, ...rest]: string[],
  position: Position,
  kept: Json | undefined,
): Json | undefined {
  if (element === undefined) return undefined;
  if (element.startsWith('f:')) {
    const name = element.slice(2);
    if (!isObject(value) || value[name] === undefined) return value;
    const keptMember = isObject(kept) ? kept[name] : undefined;
    const left = removeAt(value[name], rest, inner(position, name), keptMember);
    const { [name]: _removed, ...others } = value;
    if (left !== undefined && !(isEmpty(left) && keptMember === undefined && rest.length > 0))
      return { ...value, [name]: left };
    return others;
  }
  if (!Array.isArray(value)) return value;
  const kind = listKind(position, value);
  const index = indexOf(value, kind, element);
  if (index < 0) return value;
  const list = Array.isArray(kept) ? kept : [];
  const left = removeAt(value[index] as Json, rest, itemPosition(position), list[indexOf(list, kind, element)]);
  if (left === undefined || (rest.length > 0 && isEmpty(left))) return value.filter((_, at) => at !== index);
  return value.map((item, at) => (at === index ? left : item));
}

function isEmpty(value: Json): boolean {
  return equal(value, {}) || equal(value, []);
}
