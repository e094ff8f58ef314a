// SPDX-License-Identifier: Apache-2.0
// How an operator construct is recognised, also one of another copy of this library, without importing its class: the checks that ask stand
// below it.

import type { Construct } from 'constructs';

/** Property that marks an operator construct. */
export const OPERATOR_BRAND: symbol = Symbol.for('flinkwright.FlinkOperator');

/** An operator construct, as far as others look at it. */
export interface Watching extends Construct {
  /** Absent: all namespaces. */
  readonly watchNamespaces: readonly string[] | undefined;
}

/** Whether `value` is an operator construct. */
export function isFlinkOperator(value: unknown): value is Watching {
  return typeof value === 'object' && value !== null && OPERATOR_BRAND in value;
}
