// SPDX-License-Identifier: Apache-2.0
// JSON merge patch (RFC 7386) with a type that keeps what is known of the target and still lets unknown fields through. It never changes
// its arguments.

import { isObject } from '../runtime/json.ts';

/**
 * A merge patch for `T`: every known field is optional and typed, `null` removes it, arrays replace as a whole, and fields that `T` does
 * not know may be added (a newer operator may know them).
 */
export type MergePatch<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: MergePatch<T[K]> | null } & { readonly [key: string]: unknown }
    : T;

/** `target` with `patch` applied. `undefined` members of the patch count as absent. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const key of Object.keys(patch)) {
    const value = patch[key];
    if (value === undefined) continue;
    if (value === null) delete result[key];
    // `__proto__` as an own key (from JSON.parse) must stay data
    else
      Object.defineProperty(result, key, {
        value: mergePatch(result[key], value),
        enumerable: true,
        writable: true,
        configurable: true,
      });
  }
  return result;
}
