// SPDX-License-Identifier: Apache-2.0
// A key that a version does not know: of another version, a leftover, misspelt, or somebody else's. Keys that code of the user's may read are
// never more than a hint.

import { catalogueVersions, versionTextAt, type VersionPlace } from './catalogue-version.ts';
import { dead, internal, isForeign, isInternal, otherPlatform } from './foreign-keys.ts';
import { nearestOption, oneSlipAway } from './nearest-option.ts';
import { isDeadKey, meaningElsewhere, optionIndex, type KeyMeaning } from './option-index.ts';
import type { OptionProblem } from './option-problem.ts';
import { isOperatorKey } from '../operator-key.ts';
import { replacementOf } from './replaced-keys.ts';

/** What is to be said about a key that means nothing in that version. */
export function unknownKey(key: string, place: VersionPlace): OptionProblem {
  if (isForeign(key)) return otherPlatform(key);
  if (isDeadKey(key)) return dead(key);
  const elsewhere = meaningElsewhere(key);
  if (elsewhere !== undefined) {
    return elsewhere.version > place.index
      ? notYet(key, elsewhere.meaning, place)
      : removed(key, elsewhere.meaning, place);
  }
  if (isInternal(key)) return internal(key);
  return misspelt(key, place);
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

/** What is to be said about a key that is far longer than any option's. */
export function tooLongKey(key: string, place: VersionPlace): OptionProblem {
  return nobodysOption(key, `${key.slice(0, 60)}...`, place);
}

function nobodysOption(key: string, shown: string, place: VersionPlace): OptionProblem {
  return {
    code: 'options.unknown-key',
    key,
    ...(isOperatorKey(key)
      ? {
          message: `The operator has no option ${shown}; only a newer one or a plugin of it can read it.`,
          remedy: `Nothing, if yours does; otherwise remove ${shown}.`,
        }
      : {
          message: `Flink ${place.text} has no option ${shown}; only a connector or code of your own can read it.`,
          remedy: `Nothing, if one of these does; otherwise remove ${shown}.`,
        }),
    severity: 'hint',
  };
}

function misspelt(key: string, place: VersionPlace): OptionProblem {
  const version = place.text;
  const guess = nearestOption(key, place.index);
  const meant = guess?.keys.map((name) => currentName(name, place.index));
  if (guess === undefined || meant === undefined) return nobodysOption(key, key, place);
  const here = guess.keys.some((name) => optionIndex(place.index).meaningOf(name) !== undefined);
  return {
    code: 'options.unknown-key',
    key,
    message: `${isOperatorKey(key) ? 'The operator' : `Flink ${version}`} has no option ${key}${here ? '' : ', nor the one that it looks like'}.`,
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
/** In a family any key is accepted; only a slip in a known one is worth a word. */
export function slipInFamily(key: string, place: VersionPlace): OptionProblem[] {
  const meant = oneSlipAway(key, place.index);
  if (meant === undefined || sameLetters(key, meant)) return [];
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
