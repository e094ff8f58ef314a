// SPDX-License-Identifier: Apache-2.0
// The words by which Flink knows its own in a pod template: nothing else may be called so.

/** Container that Flink takes as its own in pod templates. */
export const MAIN_CONTAINER = 'flink-main-container';

/** The words of the three labels that Flink itself sets and selects by. */
export const LABELS = {
  app: 'app',
  component: 'component',
  type: 'type',
} as const;
