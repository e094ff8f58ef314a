// SPDX-License-Identifier: Apache-2.0
// What is found in a configuration, as a value. Where the configuration stands is the caller's knowledge; so is what a severity means.

/** The stable names of what is found; each is explained in the catalogue of finding codes. */
export type OptionProblemCode =
  | 'configuration.unreadable-value'
  | 'options.unknown-key'
  | 'options.not-yet-known'
  | 'options.removed'
  | 'options.dead-key'
  | 'options.deprecated'
  | 'options.internal-key'
  | 'options.other-platform'
  | 'options.doubtful-value'
  | 'options.cut-off-value'
  | 'options.two-names'
  | 'options.key-and-parent'
  | 'options.set-by-spec'
  | 'options.set-by-operator'
  | 'options.not-per-resource'
  | 'options.not-per-job'
  | 'options.fixed-restore-path'
  | 'options.port-not-fixed';

/** One thing that is wrong with, or to know about, a key of a configuration. */
export interface OptionProblem {
  readonly code: OptionProblemCode;
  /** As it is written in the configuration. */
  readonly key: string;
  /** A sentence. */
  readonly message: string;
  /** What would be right, where that can be said. */
  readonly allowed?: string;
  /** What to do, as a sentence. */
  readonly remedy: string;
  /** Errors are certain; a `hint` may be meant as it is. */
  readonly severity: 'error' | 'warning' | 'hint';
}
