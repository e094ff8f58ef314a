// SPDX-License-Identifier: Apache-2.0
// Two configurations as one, where the second wins key by key, however each of them is nested. Values stay as they were written.

import type { FlinkConfigurationTree } from '../api/flink-deployment.ts';

/** `lower` with the keys of `upper` over it, flat. */
export function mergeConfig(
  lower: FlinkConfigurationTree | undefined,
  upper: FlinkConfigurationTree,
): FlinkConfigurationTree {
  const flat: Record<string, unknown> = {};
  if (lower !== undefined) flatten(lower, '', flat);
  flatten(upper, '', flat);
  return flat;
}

function flatten(tree: FlinkConfigurationTree, prefix: string, flat: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(tree)) {
    const key = `${prefix}${name}`;
    if (isTree(value)) flatten(value, `${key}.`, flat);
    else flat[key] = value;
  }
}

/** Amounts and other values with a class of their own are values. */
function isTree(value: unknown): value is FlinkConfigurationTree {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
