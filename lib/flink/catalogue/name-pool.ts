// SPDX-License-Identifier: Apache-2.0
// Names arranged for guessing: by their letters, length, endings and words, so that a guess looks at a few and not at all of them. Which
// guess is right is nearest-option.ts.

import { characterMask } from '../../runtime/edit-distance.ts';
import { optionIndex } from './option-index.ts';
import { TABLE_VERSIONS } from './option-table.ts';

/** A name that a misspelt one may have been. */
export interface Candidate {
  readonly name: string;
  /** In small letters. */
  readonly small: string;
  readonly mask: number;
  /** Not an older name. */
  readonly current: boolean;
}

/** The names of one version, or those that only other versions have. */
export class NamePool {
  readonly names: readonly Candidate[];
  readonly #byBare: ReadonlyMap<string, readonly Candidate[]>;
  readonly #byLength: ReadonlyMap<number, readonly Candidate[]>;
  readonly #byName: ReadonlyMap<string, Candidate>;
  readonly #byEnding: ReadonlyMap<string, readonly Candidate[]>;
  readonly #byWord: ReadonlyMap<string, readonly Candidate[]>;
  readonly #wordCounts: ReadonlyMap<Candidate, number>;

  constructor(names: readonly Candidate[]) {
    this.names = names;
    this.#byBare = grouped(names, ({ name }) => [bareText(name)]);
    this.#byLength = grouped(names, ({ small }) => [small.length]);
    this.#byName = new Map(names.map((one) => [one.name, one]));
    this.#byEnding = grouped(names, ({ name }) => endingsOf(name));
    this.#byWord = grouped(names, ({ name }) => wordsOf(name));
    this.#wordCounts = new Map(names.map((one) => [one, wordsOf(one.name).length]));
  }

  named(name: string): Candidate | undefined {
    return this.#byName.get(name);
  }

  /** Names with the same letters and digits in the same order. */
  spelledLike(key: string): readonly Candidate[] {
    return this.#byBare.get(bareText(key)) ?? [];
  }

  *ofLength(from: number, to: number): Generator<Candidate> {
    for (let length = from; length <= to; length += 1) yield* this.#byLength.get(length) ?? [];
  }

  /** Names that end in these segments, and have more in front. */
  endingIn(segments: string): readonly Candidate[] {
    return this.#byEnding.get(segments) ?? [];
  }

  /** The names that share the largest part of their words with the key, if that is more than `least` of them. */
  sharingWords(key: string, least: number): readonly Candidate[] {
    const words = wordsOf(key);
    if (words.length < 2) return [];
    const shared = new Map<Candidate, number>();
    for (const word of words) {
      for (const one of this.#byWord.get(word) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1);
    }
    let best: Candidate[] = [];
    let most = least;
    for (const [one, count] of shared) {
      const share = (2 * count) / (words.length + (this.#wordCounts.get(one) ?? 0));
      if (share > most) [best, most] = [[one], share];
      else if (share === most && best.length > 0) best.push(one);
    }
    return best;
  }
}

const own: (NamePool | undefined)[] = [];
const foreign: (NamePool | undefined)[] = [];

/** The names that the version at that place understands. */
export function namesOf(version: number): NamePool {
  return (own[version] ??= new NamePool(
    [...optionIndex(version).names].map(([name, meaning]) => candidate(name, meaning.is === 'option')),
  ));
}

/** The names that only other versions understand. */
export function foreignNames(version: number): NamePool {
  const known = foreign[version];
  if (known !== undefined) return known;
  const found = new Map<string, Candidate>();
  for (let other = TABLE_VERSIONS.length - 1; other >= 0; other -= 1) {
    for (const one of namesOf(other).names) {
      if (namesOf(version).named(one.name) === undefined && !found.has(one.name)) found.set(one.name, one);
    }
  }
  const made = new NamePool([...found.values()]);
  foreign[version] = made;
  return made;
}

export function candidate(name: string, current: boolean): Candidate {
  const small = name.toLowerCase();
  return { name, small, mask: characterMask(small), current };
}

function grouped<K>(names: readonly Candidate[], keysOf: (one: Candidate) => readonly K[]): Map<K, Candidate[]> {
  const groups = new Map<K, Candidate[]>();
  for (const one of names) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return groups;
}

/** Every end of two or more segments but the whole. */
function endingsOf(name: string): string[] {
  const segments = name.split('.');
  return segments.slice(1, -1).map((_, index) => segments.slice(index + 1).join('.'));
}

/** In small letters, without the endings that people forget. */
function wordsOf(name: string): string[] {
  const parts = name
    .replace(/([a-z\d])([A-Z])/gu, '$1.$2')
    .toLowerCase()
    .split(/[^a-z\d]+/u);
  return [...new Set(parts.filter(Boolean).map((word) => word.replace(/(?:ing|s)$/u, '')))];
}

function bareText(text: string): string {
  return text.toLowerCase().replace(/[^a-z\d]/gu, '');
}
