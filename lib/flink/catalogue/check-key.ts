// SPDX-License-Identifier: Apache-2.0
// What can be said about a key of a configuration without its value: whether the version knows it, whether it is on its way out, who it
// belongs to. Keys that code of the user's may read are never more than a hint.

import type { FlinkVersionName } from '../flink-version.ts';
import type { CatalogueOption, OptionFacts } from './catalogue-option.ts';
import { catalogueVersions, versionTextAt, type VersionPlace } from './catalogue-version.ts';
import { nearestOption } from './nearest-option.ts';
import { isDeadKey, meaningElsewhere, optionIndex, type KeyMeaning } from './option-index.ts';
import { INTERNAL_PREFIXES, OTHER_PLATFORMS } from './option-table.ts';
import type { OptionProblem } from './option-problem.ts';

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
      return [unknown(key, place)];
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

function isInternal(key: string): boolean {
  return INTERNAL_PREFIXES.some((prefix) => key.startsWith(prefix));
}

function isForeign(key: string): boolean {
  return OTHER_PLATFORMS.some((prefix) => key.startsWith(prefix));
}

function internal(key: string): OptionProblem {
  return {
    code: 'options.internal-key',
    key,
    message: `${key} is internal to Flink, which sets it itself or through the operator.`,
    remedy: `Remove ${key}.`,
    severity: 'warning',
  };
}

function otherPlatform(key: string): OptionProblem {
  return {
    code: 'options.other-platform',
    key,
    message: `${key} is for ${key.slice(0, key.indexOf('.')).toUpperCase()}; on Kubernetes nothing reads it.`,
    remedy: `Remove ${key}.`,
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
  const successor = end === undefined ? undefined : successorOf(key, place.index);
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

/** The option that a later version reads the key for, if this version knows that option too. */
function successorOf(key: string, version: number): string | undefined {
  if (Object.hasOwn(REPLACEMENTS, key)) return REPLACEMENTS[key];
  const later = meaningElsewhere(key)?.meaning;
  const option = later?.is === 'old name' ? later.of[0] : undefined;
  return option?.isIn(version) ? option.key : undefined;
}

/** In a family any key is accepted; only a slip in a known one is worth a word. */
function slipInFamily(key: string, place: VersionPlace): OptionProblem[] {
  const guess = nearestOption(key, place.index);
  const [meant] = guess?.keys ?? [];
  if (guess?.sure !== true || meant === undefined || sameLetters(key, meant)) return [];
  // `s3.x` and `s3a.x` both are as they should be.
  if (key.split('.')[0] !== meant.split('.')[0]) return [];
  return [
    {
      code: 'options.unknown-key',
      key,
      message: `${key} is handed on as it is; it looks like ${meant}.`,
      remedy: `If that was meant, write ${meant}.`,
      severity: FILE_SYSTEMS.test(key) ? 'warning' : 'hint',
    },
  ];
}

/** Their libraries know no key that is one slip away from one of Flink's. */
const FILE_SYSTEMS = /^(?:s3|gs)\./u;

/** Plug-ins read `s3.access.key` as well as `s3.access-key`. */
function sameLetters(a: string, b: string): boolean {
  return a.replaceAll('-', '.') === b.replaceAll('-', '.');
}

function unknown(key: string, place: VersionPlace): OptionProblem {
  if (isForeign(key)) return otherPlatform(key);
  if (isDeadKey(key)) return dead(key);
  const elsewhere = meaningElsewhere(key);
  if (elsewhere !== undefined && !(elsewhere.meaning.is === 'template' && elsewhere.version < place.index)) {
    return elsewhere.version > place.index
      ? notYet(key, elsewhere.meaning, place)
      : removed(key, elsewhere.meaning, place);
  }
  if (isInternal(key)) return internal(key);
  return misspelt(key, place);
}

function dead(key: string): OptionProblem {
  return {
    code: 'options.dead-key',
    key,
    message: `${key} is a leftover of very old releases; nothing reads it.`,
    remedy: `Remove ${key}.`,
    severity: 'warning',
  };
}

function notYet(key: string, meaning: KeyMeaning, place: VersionPlace): OptionProblem {
  const since = firstVersionOf(key);
  const option = meaning.is === 'option' ? meaning.option : undefined;
  const facts = option?.at(option.since);
  const older = [...(facts?.fallbackKeys ?? []), ...(facts?.deprecatedKeys ?? [])].find(
    (name) => optionIndex(place.index).meaningOf(name) !== undefined,
  );
  const version = place.text;
  return {
    code: 'options.not-yet-known',
    key,
    message: `${key} comes with Flink ${since}; Flink ${version} ignores it.`,
    remedy:
      older === undefined ? `Remove ${key}, or use Flink ${since}.` : `Write ${older}, its name in Flink ${version}.`,
    severity: 'warning',
  };
}

function firstVersionOf(key: string): string {
  const first = catalogueVersions.findIndex((_, version) => optionIndex(version).meaningOf(key) !== undefined);
  return versionTextAt(first);
}

function removed(key: string, meaning: KeyMeaning, place: VersionPlace): OptionProblem {
  const end = catalogueVersions.findLastIndex((_, version) => optionIndex(version).meaningOf(key) !== undefined) + 1;
  const current = replacementOf(key, meaning, place.index);
  return {
    code: 'options.removed',
    key,
    message: `${key} is gone since Flink ${versionTextAt(end)}; Flink ${place.text} ignores it.`,
    remedy: current === undefined ? `Remove ${key}.` : `Write ${current}.`,
    severity: 'warning',
  };
}

/** Removed options that others took the place of, without being read under their names. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  'jobmanager.heap.size': 'jobmanager.memory.process.size (or spec.jobManager.resource.memory)',
  'jobmanager.heap.mb': 'jobmanager.memory.process.size (or spec.jobManager.resource.memory)',
  'taskmanager.heap.size': 'taskmanager.memory.process.size (or spec.taskManager.resource.memory)',
  'taskmanager.heap.mb': 'taskmanager.memory.process.size (or spec.taskManager.resource.memory)',
  'taskmanager.network.numberOfBuffers': 'taskmanager.memory.network.min and taskmanager.memory.network.max',
};

/** What to write instead in that version, if there is such a thing. */
export function replacementOf(key: string, meaning: KeyMeaning | undefined, version: number): string | undefined {
  if (Object.hasOwn(REPLACEMENTS, key)) return REPLACEMENTS[key];
  const options = meaning?.is === 'old name' ? meaning.of : meaning?.is === 'option' ? meaning.supersededBy : [];
  return options.find((option) => option.isIn(version))?.key;
}

function misspelt(key: string, place: VersionPlace): OptionProblem {
  const version = place.text;
  const guess = nearestOption(key, place.index);
  const meant = guess?.keys.map((name) => currentName(name, place.index));
  if (guess === undefined || meant === undefined) {
    return {
      code: 'options.unknown-key',
      key,
      message: `Flink ${version} has no option ${key}; only a connector or code of your own can read it.`,
      remedy: `Nothing, if one of these does; otherwise remove ${key}.`,
      severity: 'hint',
    };
  }
  const here = guess.keys.some((name) => optionIndex(place.index).meaningOf(name) !== undefined);
  return {
    code: 'options.unknown-key',
    key,
    message: `Flink ${version} has no option ${key}${here ? '' : ', nor the one that it looks like'}.`,
    allowed: [...new Set(meant)].join(', '),
    remedy: `Did you mean ${[...new Set(meant)].join(' or ')}?`,
    severity: guess.sure || isReserved(key) ? 'warning' : 'hint',
  };
}

/** The option itself for an older name of it. */
function currentName(name: string, version: number): string {
  const meaning = optionIndex(version).meaningOf(name);
  return meaning?.is === 'old name' && meaning.deprecated ? (meaning.of[0]?.key ?? name) : name;
}

const RESERVED =
  /^(?:taskmanager|jobmanager|high-availability|kubernetes\.operator|job\.autoscaler|restart-strategy|execution|state)\./u;

/** Names under which nobody but Flink and the operator puts options. */
function isReserved(key: string): boolean {
  return RESERVED.test(key);
}
