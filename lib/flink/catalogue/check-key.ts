// SPDX-License-Identifier: Apache-2.0
// What can be said about a key of a configuration without its value: whether the version knows it, whether it is on its way out, who it
// belongs to.

import type { FlinkVersionName } from '../flink-version.ts';
import type { CatalogueOption, OptionFacts } from './catalogue-option.ts';
import { catalogueVersions, versionTextAt, type VersionPlace } from './catalogue-version.ts';
import { internal, isForeign, isInternal, otherPlatform } from './foreign-keys.ts';
import { meaningElsewhere, optionIndex, type KeyMeaning } from './option-index.ts';
import type { OptionProblem } from './option-problem.ts';
import { replacementOf } from './replaced-keys.ts';
import { slipInFamily, unknownKey } from './unknown-key.ts';

/** The client that builds the objects of a cluster is of this version, whatever version runs in it. */
const CLIENT: FlinkVersionName = 'v1_20';
const CLIENT_PLACE = (catalogueVersions as readonly string[]).indexOf(CLIENT);

/** Internal, and yet for users: Flink and the operator take the value over. */
const INTERNAL_FOR_USERS = ['$internal.pipeline.job-id'];

/** What the key means to a cluster of that version, or to the client that builds it. */
export function meaningOf(key: string, place: VersionPlace): KeyMeaning | undefined {
  const meaning = optionIndex(place.index).meaningOf(key);
  if (meaning !== undefined || !key.startsWith('kubernetes.')) return meaning;
  return optionIndex(CLIENT_PLACE).meaningOf(key);
}

/** How the value is read, where that is certain. */
export function factsFor(meaning: KeyMeaning | undefined, version: number): OptionFacts | undefined {
  switch (meaning?.is) {
    case 'option':
      return meaning.option.at(version);
    case 'old name':
      return meaning.of[0]?.at(version);
    case 'template': {
      const facts = meaning.option.at(version);
      // Every reporter reads its own parameters; only those of all reporters are certain.
      return meaning.ambiguous || facts.module !== undefined ? undefined : facts;
    }
    default:
      return undefined;
  }
}

/** What is to be said about the key in that version. */
export function checkKey(key: string, meaning: KeyMeaning | undefined, place: VersionPlace): OptionProblem[] {
  switch (meaning?.is) {
    case undefined:
      return [unknownKey(key, place)];
    case 'family':
      return slipInFamily(key, place);
    case 'raw':
      return [];
    case 'old name':
      return meaning.deprecated ? [oldName(key, meaning.of, place)] : [];
    case 'template':
    case 'map entry':
    case 'option':
      return aboutOption(key, meaning, place);
  }
}

function aboutOption(
  key: string,
  meaning: KeyMeaning & { readonly option: CatalogueOption },
  place: VersionPlace,
): OptionProblem[] {
  const facts = meaning.option.at(place.index);
  if (isForeign(key)) return [otherPlatform(key)];
  if ((facts.internal || isInternal(key)) && !INTERNAL_FOR_USERS.includes(key)) return [internal(key)];
  if (meaning.is === 'option' && meaning.supersededBy.length > 0) return [oldName(key, meaning.supersededBy, place)];
  if (facts.deprecated) return [deprecated(key, place)];
  if (facts.scope !== undefined && SCOPES[facts.scope] !== undefined)
    return [notPerResource(key, SCOPES[facts.scope] ?? '')];
  return [];
}

/** Who reads an option of the operator that does not count in a resource. */
const SCOPES: Readonly<Record<string, string>> = {
  operator: "the operator's own configuration",
  'namespace-version': "the operator's own configuration, where it may differ by namespace and Flink version",
  'bluegreen-resource': 'spec.configuration of a FlinkBlueGreenDeployment',
};

function notPerResource(key: string, where: string): OptionProblem {
  return {
    code: 'options.not-per-resource',
    key,
    message: `${key} is read from ${where}; in the configuration of a cluster it has no effect.`,
    remedy: `Move ${key} there.`,
    severity: 'warning',
  };
}

function oldName(key: string, of: readonly CatalogueOption[], place: VersionPlace): OptionProblem {
  const names = of.map((option) => option.key).join(' and ');
  const end = endOf(key, place.index);
  return {
    code: 'options.deprecated',
    key,
    message:
      `${key} is an older name of ${names}` +
      (end === undefined ? '; Flink still reads it, and logs a warning.' : `; Flink ${end} reads it no more.`),
    remedy: `Write ${names}.`,
    severity: end === undefined ? 'hint' : 'warning',
  };
}

function deprecated(key: string, place: VersionPlace): OptionProblem {
  const end = endOf(key, place.index);
  const successor = end === undefined ? undefined : replacementOf(key, meaningElsewhere(key)?.meaning, place.index);
  return {
    code: 'options.deprecated',
    key,
    message: `${key} is deprecated${end === undefined ? '' : `; Flink ${end} does not know it any more`}.`,
    remedy: successor === undefined ? `Plan to do without ${key}.` : `Write ${successor}.`,
    severity: end === undefined ? 'hint' : 'warning',
  };
}

/** The first later version that does not understand the key. */
function endOf(key: string, version: number): string | undefined {
  for (let later = version + 1; later < catalogueVersions.length; later += 1) {
    if (optionIndex(later).meaningOf(key) === undefined) return versionTextAt(later);
  }
  return undefined;
}
