// SPDX-License-Identifier: Apache-2.0
// Reads options for rules, and remembers, once for each key, the values that cannot be read.

import { readOption } from '../flink/configuration.ts';
import type { ConfigOption, FlatConfiguration } from '../flink/configuration.ts';
import { ValueError } from '../flink/value-error.ts';
import type { Finding } from './finding.ts';
import { configurationPath } from './rules/rule.ts';

export class OptionReader {
  readonly #config: FlatConfiguration;
  readonly #findings = new Map<string, Finding>();

  constructor(config: FlatConfiguration) {
    this.#config = config;
  }

  /** One finding for each option that was asked for and could not be read, unless it is among the others. */
  findingsBesides(others: readonly Finding[]): Finding[] {
    if (this.#findings.size === 0) return [];
    return [...this.#findings.values()].filter(
      ({ code, path }) => !others.some((other) => other.code === code && other.path === path),
    );
  }

  /** The value, or the default if there is none or it cannot be read. */
  read<T>(option: ConfigOption<T>): T {
    try {
      return readOption(this.#config, option);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      const key = error.where ?? option.key;
      const path = configurationPath(key);
      this.#findings.set(path, {
        code: 'configuration.unreadable-value',
        path,
        message: `"${error.input}" is not ${error.allowed}.`,
        allowed: error.allowed,
        remedy: `Correct ${key}, or remove it to get the default.`,
        severity: 'error',
      });
      return option.default;
    }
  }
}
