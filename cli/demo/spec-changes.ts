// SPDX-License-Identifier: Apache-2.0
// What differs between two synthesised specs, for people to read.

/** Lines such as `spec.job.parallelism: 1 → 2`. */
export function specChanges(before: unknown, after: unknown, path = 'spec'): string[] {
  if (isTree(before) && isTree(after)) {
    const members = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...members].flatMap((member) => specChanges(before[member], after[member], `${path}.${member}`));
  }
  const [old, now] = [JSON.stringify(before), JSON.stringify(after)];
  return old === now ? [] : [`${path}: ${shown(before)} → ${shown(after)}`];
}

function shown(value: unknown): string {
  if (value === undefined) return '(not set)';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
