// SPDX-License-Identifier: Apache-2.0
// JSON values and the few things done to all of them. Nothing here changes a value in place.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Whether it is an object: neither null nor a list. What has not been read as JSON may have members of any kind. */
export function isObject(value: Json | undefined): value is JsonObject;
export function isObject(value: unknown): value is Record<string, unknown>;
export function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A deep copy of a JSON value; `undefined` members are dropped, as JSON would drop them. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item) => copy(item as unknown)) as T;
  if (!isObject(value)) return value;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) if (value[key] !== undefined) result[key] = copy(value[key]);
  return result as T;
}

/** Equality of JSON values; a member that is `undefined` counts as absent. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => equal(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  for (const key of Object.keys(a)) if (!equal(a[key], b[key])) return false;
  for (const key of Object.keys(b)) if (a[key] === undefined && b[key] !== undefined) return false;
  return true;
}

/** The value at a path of member names and indices, or `undefined`. */
export function at(value: unknown, path: readonly (string | number)[]): unknown {
  let current: unknown = value;
  for (const step of path) {
    if (Array.isArray(current)) current = current[Number(step)];
    else if (isObject(current)) current = current[step];
    else return undefined;
  }
  return current;
}

/** A copy of `root` with the member at `path` set; objects on the way are made where they are missing. */
export function withValue(root: JsonObject, path: readonly string[], value: Json): JsonObject {
  const [step, ...rest] = path;
  if (step === undefined) return isObject(value) ? value : root;
  const inner = root[step];
  return { ...root, [step]: rest.length === 0 ? value : withValue(isObject(inner) ? inner : {}, rest, value) };
}
