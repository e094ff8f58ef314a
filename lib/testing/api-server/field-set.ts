// SPDX-License-Identifier: Apache-2.0
// Sets of fields, as managedFields holds them: which leaves of an object somebody said something about.

import { equal, isObject } from '../../runtime/json.ts';
import type { Json, JsonObject } from '../../runtime/json.ts';
import { inner, isAtomicMap, itemElement, itemPosition, listKind, rootPosition } from './list-kinds.ts';
import type { Position } from './list-kinds.ts';
import type { ResourceType } from './resource-type.ts';

/** A path's elements (`f:spec`, `k:{"name":"c"}`), joined; no element contains the separator. */
export type FieldPath = string;
export type FieldSet = ReadonlyMap<FieldPath, Json>;

const SEPARATOR = '\u0000';

export function pathOf(elements: readonly string[]): FieldPath {
  return elements.join(SEPARATOR);
}

export function elementsOf(path: FieldPath): string[] {
  return path.split(SEPARATOR);
}

/** The only metadata that belongs to whoever wrote it. */
const OWNED_METADATA = new Set(['labels', 'annotations', 'finalizers', 'ownerReferences']);

/** Every leaf of `object` with its value. An item of a keyed list is a leaf of its own, besides its members. */
export function fieldsOf(type: ResourceType, object: JsonObject): Map<FieldPath, Json> {
  const found = new Map<FieldPath, Json>();
  const root = rootPosition(type);
  for (const [name, value] of Object.entries(object)) {
    if (name === 'apiVersion' || name === 'kind') continue;
    if (name !== 'metadata') {
      collect(value, ['f:' + name], inner(root, name), found);
    } else if (isObject(value)) {
      for (const [key, member] of Object.entries(value)) {
        if (OWNED_METADATA.has(key))
          collect(member, ['f:metadata', 'f:' + key], inner(inner(root, 'metadata'), key), found);
      }
    }
  }
  return found;
}

function collect(value: Json, path: string[], position: Position, found: Map<FieldPath, Json>): void {
  if (isObject(value) && !isAtomicMap(position) && Object.keys(value).length > 0) {
    for (const [name, member] of Object.entries(value))
      collect(member, [...path, `f:${name}`], inner(position, name), found);
    return;
  }
  const kind = Array.isArray(value) ? listKind(position, value) : undefined;
  if (!Array.isArray(value) || kind === undefined || kind.kind === 'atomic' || value.length === 0) {
    found.set(pathOf(path), value);
    return;
  }
  for (const item of value) {
    const here = [...path, itemElement(kind, item)];
    // The item's existence is a leaf whose value never differs.
    found.set(pathOf(here), true);
    if (kind.kind === 'map' && isObject(item)) {
      for (const [name, member] of Object.entries(item))
        collect(member, [...here, `f:${name}`], inner(itemPosition(position), name), found);
    }
  }
}

/** The leaves in which two objects differ: changed, added or gone. */
export function changedFields(before: FieldSet, after: FieldSet): { set: Set<FieldPath>; gone: Set<FieldPath> } {
  const set = new Set<FieldPath>();
  for (const [path, value] of after) if (!equal(before.get(path), value)) set.add(path);
  const gone = new Set([...before.keys()].filter((path) => !after.has(path)));
  return { set, gone };
}

/** The `fieldsV1` of a set of paths. */
export function toFieldsV1(paths: Iterable<FieldPath>): JsonObject {
  const root: JsonObject = {};
  for (const path of paths) {
    let node = root;
    const elements = elementsOf(path);
    for (const element of elements) {
      const next = node[element];
      node = isObject(next) ? next : (node[element] = {});
    }
    const last = elements.at(-1) ?? '';
    if (last.startsWith('k:')) node['.'] = {};
  }
  return root;
}

/** The paths that a `fieldsV1` holds. */
export function fromFieldsV1(fields: JsonObject): Set<FieldPath> {
  const paths = new Set<FieldPath>();
  const visit = (node: JsonObject, path: string[]): void => {
    const names = Object.keys(node);
    if (path.length > 0 && (names.length === 0 || names.includes('.'))) paths.add(pathOf(path));
    for (const name of names) if (name !== '.') visit(node[name] as JsonObject, [...path, name]);
  };
  visit(fields, []);
  return paths;
}

/** `.spec.containers[name="c"].image`, as messages show a path. */
export function showPath(path: FieldPath): string {
  return elementsOf(path)
    .map((element) => {
      if (element.startsWith('f:')) return `.${element.slice(2)}`;
      if (element.startsWith('v:')) return `[=${element.slice(2)}]`;
      const keys = Object.entries(JSON.parse(element.slice(2)) as JsonObject);
      return `[${keys.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(',')}]`;
    })
    .join('');
}
