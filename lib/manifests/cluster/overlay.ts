// SPDX-License-Identifier: Apache-2.0
// Lays one pod template over another by the names of things, unlike operators, which merge lists by position and would mix unrelated
// containers. It never changes its arguments.

import { isObject } from '../../runtime/json.ts';

/** `upper` laid over `lower`: objects recursively, lists of named things by name (mounts by path), everything else replaced. */
export function overlay<T>(lower: T | undefined, upper: T | undefined): T | undefined {
  if (upper === undefined) return lower;
  if (lower === undefined) return upper;
  return merged(lower, upper) as T;
}

function merged(lower: unknown, upper: unknown, key = ''): unknown {
  if (isObject(lower) && isObject(upper)) {
    const result: Record<string, unknown> = { ...lower };
    for (const [key, value] of Object.entries(upper)) {
      if (value !== undefined) result[key] = key in result ? merged(result[key], value, key) : value;
    }
    return result;
  }
  if (Array.isArray(lower) && Array.isArray(upper)) return mergedLists(lower, upper, CONTAINER_LISTS.has(key));
  return upper;
}

// a container is laid over its namesake; a volume, mount or variable is one choice of several and replaces it
const CONTAINER_LISTS: ReadonlySet<string> = new Set(['containers', 'initContainers']);

function mergedLists(lower: readonly unknown[], upper: readonly unknown[], recursive: boolean): unknown[] {
  // two mounts of one volume differ by their path, everything else that has a name is told apart by it
  const identity = (item: unknown): unknown => (isObject(item) ? (item['mountPath'] ?? item['name']) : undefined);
  if (![...lower, ...upper].every((item) => identity(item) !== undefined)) return [...upper];
  const result = new Map(lower.map((item) => [identity(item), item]));
  for (const item of upper) {
    const key = identity(item);
    result.set(key, recursive && result.has(key) ? merged(result.get(key), item) : item);
  }
  return [...result.values()];
}
