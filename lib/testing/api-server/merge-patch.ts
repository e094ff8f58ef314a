// SPDX-License-Identifier: Apache-2.0
// JSON Merge Patch (RFC 7386): members replace members, null removes, lists are replaced whole.

import { copy, isObject } from './json.ts';
import type { Json } from './json.ts';

/** `target` with `patch` merged into it; neither is changed. */
export function applyMergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return copy(patch);
  const result = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = applyMergePatch(result[key], value);
  }
  return result;
}
