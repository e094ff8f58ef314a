// SPDX-License-Identifier: Apache-2.0
// What is known of Flink's options, for whoever checks, explains or upgrades a configuration.

export { checkOperatorConfiguration } from './check-operator-configuration.ts';
export { checkConfiguration } from './check-configuration.ts';
export type { Surroundings } from './derived-keys.ts';
export { findOptions } from './find-options.ts';
export type { OptionInfo } from './find-options.ts';
export type { OptionProblem, OptionProblemCode } from './option-problem.ts';
export { migratedConfiguration, upgradeCheck } from './upgrade-check.ts';
export type { UpgradeCode, UpgradeFinding } from './upgrade-finding.ts';
