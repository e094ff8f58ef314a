// SPDX-License-Identifier: Apache-2.0
// `metadata.generation`: counts the changes of what was asked for, never of what was reported.

import { equal } from '../../runtime/json.ts';
import type { ResourceType } from './resource-type.ts';
import type { StoredObject } from './stored-object.ts';

/** The generation of `after`, which replaces `before`. */
export function nextGeneration(type: ResourceType, before: StoredObject, after: StoredObject): number | undefined {
  const { generation } = before.metadata;
  if (!type.generation) return generation;
  return desired(type, before, after) ? (generation ?? 0) + 1 : generation;
}

/** Custom resources count every change outside metadata and status; built-in ones count those of `spec`. */
function desired(type: ResourceType, before: StoredObject, after: StoredObject): boolean {
  if (type.custom === undefined && before['spec'] !== undefined) return !equal(before['spec'], after['spec']);
  const { metadata: _m1, status: _s1, apiVersion: _a1, ...was } = before;
  const { metadata: _m2, status: _s2, apiVersion: _a2, ...is } = after;
  // Without a status subresource, status is as much the user's as the rest.
  if (type.custom !== undefined && !type.statusSubresource)
    return !equal({ ...was, status: _s1 }, { ...is, status: _s2 });
  return !equal(was, is);
}
