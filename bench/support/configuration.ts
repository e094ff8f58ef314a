// SPDX-License-Identifier: Apache-2.0
// The configuration under which the operator is measured: what the Java operator's chart sets by default, so that both look at Flink as often.

/** Options besides the built-in defaults. */
export const CONFIGURATION: Readonly<Record<string, string>> = {
  'kubernetes.operator.reconcile.interval': '15 s',
  'kubernetes.operator.observer.progress-check.interval': '5 s',
};
