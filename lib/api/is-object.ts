// SPDX-License-Identifier: Apache-2.0
// Tells a JSON object from every other JSON value.

/** Neither null nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
