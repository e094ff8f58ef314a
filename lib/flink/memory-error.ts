// SPDX-License-Identifier: Apache-2.0
// Why a process' memory cannot be derived from its configuration. A value, not an exception: validation shows it, and the
// constructs collect it with everything else that is wrong.

/** The rule that the configuration breaks. */
export type MemoryErrorKind =
  | 'nothing-configured'
  | 'unparsable-value'
  | 'sum-exceeds-total'
  | 'sum-differs-from-flink-size'
  | 'derived-size-out-of-range'
  | 'process-below-flink-plus-metaspace'
  | 'range-inverted-or-fraction-invalid'
  | 'heap-exceeds-flink-size'
  | 'flink-size-below-off-heap'
  | 'network-rest-out-of-range'
  | 'cpu-not-positive';

/** A part of a process' memory, as its results name it. */
export type MemoryComponent =
  | 'totalProcess'
  | 'totalFlink'
  | 'metaspace'
  | 'overhead'
  | 'heap'
  | 'offHeap'
  | 'frameworkHeap'
  | 'taskHeap'
  | 'frameworkOffHeap'
  | 'taskOffHeap'
  | 'network'
  | 'managed';

/** What is wrong, in one sentence with the sizes, the keys to look at and the parts that do not fit. */
export interface MemoryError {
  readonly error: MemoryErrorKind;
  readonly message: string;
  readonly keys: readonly string[];
  readonly components: readonly MemoryComponent[];
}

/** Tells a failed derivation from a result. */
export function isMemoryError(result: object): result is MemoryError {
  return 'error' in result;
}

/** Carries a `MemoryError` out of the rules to the function that was asked; it never leaves that function. */
export class MemoryRuleBroken extends Error {
  readonly reason: MemoryError;

  constructor(
    kind: MemoryErrorKind,
    message: string,
    keys: readonly string[] = [],
    components: readonly MemoryComponent[] = [],
  ) {
    super(message);
    this.reason = { error: kind, message, keys, components };
  }
}

/** The result of `derive`, or the reason why there is none. */
export function memoryOrError<T>(derive: () => T): T | MemoryError {
  try {
    return derive();
  } catch (error) {
    if (error instanceof MemoryRuleBroken) return error.reason;
    throw error;
  }
}
