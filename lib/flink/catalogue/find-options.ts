// SPDX-License-Identifier: Apache-2.0
// The catalogue for readers: which options there are, by a part of their names. Nothing is checked here.

import type { FlinkVersionName } from '../flink-version.ts';
import type { OptionType } from './catalogue-option.ts';
import { placeOf, versionTextAt } from './catalogue-version.ts';
import { flinkCatalogue, operatorCatalogue } from './option-index.ts';

/** An option as people look it up. */
export interface OptionInfo {
  readonly key: string;
  readonly type: OptionType;
  /** As Flink prints it; absent if there is none or it depends on the surroundings. */
  readonly default?: string;
  /** What the default depends on: `availableProcessors`, `java.io.tmpdir`, `flinkVersion`. */
  readonly defaultDependsOn?: string;
  /** Accepted values of an enumeration, in any case. */
  readonly values?: readonly string[];
  /** Names under which it is read as well, in the order in which they are tried. */
  readonly otherNames: readonly string[];
  /** The Flink version that brought it, if that is known: those of 1.16 may be older. */
  readonly since?: string;
  /** The last Flink version that has it, if it is gone from later ones. */
  readonly until?: string;
  readonly deprecated: boolean;
  readonly internal: boolean;
  readonly experimental: boolean;
  /** The artifact that declares it, if that is not Flink's main distribution. */
  readonly module?: string;
  /** The section of Flink's documentation. */
  readonly scope?: string;
  /** Whether the operator reads it, and not Flink. */
  readonly operator: boolean;
}

/**
 * The options of Flink `version` and of the operator whose key, or one of whose older names, contains every word of `pattern`; `*` stands
 * for anything, case does not matter, and the empty pattern means all. Sorted by key.
 *
 * @param version without one, the newest that there is data for
 */
export function findOptions(pattern: string, version?: FlinkVersionName): OptionInfo[] {
  const { index } = placeOf(version);
  const words = pattern.trim().split(/\s+/u).map(wordPattern);
  const matches = (name: string): boolean => words.every((word) => word.test(name));
  const ofFlink = flinkCatalogue().filter((option) => option.isIn(index));
  const found = [...ofFlink, ...operatorCatalogue()].filter((option) => {
    const { fallbackKeys, deprecatedKeys } = option.at(index);
    return [option.key, ...fallbackKeys, ...deprecatedKeys].some(matches);
  });
  const isOfTheOperator = new Set(operatorCatalogue());
  return found
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((option): OptionInfo => {
      const facts = option.at(index);
      const operator = isOfTheOperator.has(option);
      return {
        key: facts.key,
        type: facts.type,
        ...(facts.default === undefined ? {} : { default: facts.default }),
        ...(facts.dynamicDefault === undefined ? {} : { defaultDependsOn: facts.dynamicDefault }),
        ...(facts.values.length === 0 ? {} : { values: facts.values }),
        otherNames: [...facts.fallbackKeys, ...facts.deprecatedKeys],
        ...(operator || option.since === 0 ? {} : { since: versionTextAt(option.since) }),
        ...(operator || option.until >= placeOf(undefined).index ? {} : { until: versionTextAt(option.until) }),
        deprecated: facts.deprecated,
        internal: facts.internal,
        experimental: facts.experimental,
        ...(facts.module === undefined ? {} : { module: facts.module }),
        ...(facts.scope === undefined ? {} : { scope: facts.scope }),
        operator,
      };
    });
}

function wordPattern(word: string): RegExp {
  const source = word.replace(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(source, 'iu');
}
