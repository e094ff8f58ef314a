// SPDX-License-Identifier: Apache-2.0
// What a change of the Flink version does to a configuration, as a value.

/** The stable names of what is found; each is explained in the catalogue of finding codes. */
export type UpgradeCode =
  | 'upgrade.removed'
  | 'upgrade.renamed'
  | 'upgrade.superseded'
  | 'upgrade.not-yet-known'
  | 'upgrade.value-not-read'
  | 'upgrade.value-changed'
  | 'upgrade.type-changed'
  | 'upgrade.deprecated'
  | 'upgrade.default-changed'
  | 'upgrade.key-and-parent'
  | 'upgrade.memory'
  | 'upgrade.fact';

/** One thing that is different after the upgrade. */
export interface UpgradeFinding {
  readonly code: UpgradeCode;
  /** As it is written in the configuration; for a changed default the option; absent if it is about no key in particular. */
  readonly key?: string;
  /** A sentence. */
  readonly message: string;
  /** What to do, as a sentence. */
  readonly remedy: string;
  /** `error`: the cluster will not start. `warning`: it will, but not as before. `hint`: good to know. */
  readonly severity: 'error' | 'warning' | 'hint';
  /** The entry to write instead of `key`; for a changed default, the one that keeps the old behaviour. Only where that is certain. */
  readonly replacement?: { readonly key: string; readonly value: string };
}
