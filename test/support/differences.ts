// SPDX-License-Identifier: Apache-2.0
// The differences of two trees as lines that a table can declare: where, and what stands on either side.

const ABSENT = Symbol('absent');

/** One place at which two trees differ. */
export interface Difference {
  /** Names joined with ` / `, because keys have dots. */
  readonly path: string;
  /** Undefined: absent. */
  readonly ours: unknown;
  /** Undefined: absent. */
  readonly theirs: unknown;
}

/** Every difference, in the order of the names. */
export function differences(ours: unknown, theirs: unknown): Difference[] {
  return [...compare(ours, theirs, [])];
}

function* compare(ours: unknown, theirs: unknown, path: readonly string[]): Generator<Difference> {
  if (isTree(ours) && isTree(theirs) && Array.isArray(ours) === Array.isArray(theirs)) {
    const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
    for (const name of [...names].sort()) yield* compare(member(ours, name), member(theirs, name), [...path, name]);
  } else if (ours !== theirs) {
    const [a, b] = [ours, theirs].map((side) => (side === ABSENT ? undefined : side));
    yield { path: path.join(' / '), ours: a, theirs: b };
  }
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function member(tree: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(tree, name) ? tree[name] : ABSENT;
}
