// SPDX-License-Identifier: Apache-2.0
// Which option a key that means nothing was probably meant to be: a slip of the keyboard, other separators or capitals, a wrong or
// missing segment, a plural. A guess for messages; nothing is corrected by it.

import { characterMask, editDistance, maskDistance } from './edit-distance.ts';
import { optionIndex, type OptionIndex } from './option-index.ts';
import { TABLE_VERSIONS } from './option-table.ts';

/** What was probably meant. */
export interface Guess {
  /** Keys, the likeliest first; more than one if they are equally likely. */
  readonly keys: readonly string[];
  /** One slip, or the same letters written in another way: hardly anything else can be meant. */
  readonly sure: boolean;
}

interface Candidate {
  readonly name: string;
  /** In small letters. */
  readonly small: string;
  /** Letters and digits only. */
  readonly bare: string;
  readonly mask: number;
  /** Not an older name. */
  readonly current: boolean;
}

/** Names that people make up because they are what one would expect; no rule of spelling leads from them to the real one. */
const INVENTIONS: Readonly<Record<string, string>> = {
  parallelism: 'parallelism.default',
  'default.parallelism': 'parallelism.default',
  'parallelism.max': 'pipeline.max-parallelism',
  'taskmanager.slots': 'taskmanager.numberOfTaskSlots',
  'checkpoint.interval': 'execution.checkpointing.interval',
  'state.checkpoints.interval': 'execution.checkpointing.interval',
  'jobmanager.memory': 'jobmanager.memory.process.size',
  'taskmanager.memory': 'taskmanager.memory.process.size',
};

const candidates: (readonly Candidate[] | undefined)[] = [];

/** The likeliest meaning of `key` among the names that the version understands; otherwise among those of other versions. */
export function nearestOption(key: string, version: number): Guess | undefined {
  const index = optionIndex(version);
  if (Object.hasOwn(INVENTIONS, key)) return { keys: [INVENTIONS[key] ?? key], sure: true };
  const own = guessAmong(key, candidatesOf(version), index);
  if (own?.sure) return own;
  const foreign = guessAmong(key, foreignCandidates(version), index);
  return foreign?.sure ? foreign : (own ?? foreign);
}

function guessAmong(key: string, names: readonly Candidate[], index: OptionIndex): Guess | undefined {
  const small = key.toLowerCase();
  const bare = bareText(key);
  const alike = names.filter((candidate) => candidate.bare === bare);
  if (alike.length > 0) return { keys: keysOf(alike), sure: true };
  const limit = slipsFor(small);
  const mask = characterMask(small);
  let best: Candidate[] = [];
  let fewest = limit + 1;
  for (const candidate of [...names, ...instances(small, index)]) {
    if (Math.abs(candidate.small.length - small.length) > fewest) continue;
    if (maskDistance(candidate.mask, mask) > 2 * fewest) continue;
    const distance = editDistance(small, candidate.small, fewest);
    if (distance > 1 && !segmentsAreAlike(small, candidate.small)) continue;
    if (distance < fewest) [best, fewest] = [[candidate], distance];
    else if (distance === fewest && fewest <= limit) best.push(candidate);
  }
  if (fewest === 1) return { keys: keysOf(best), sure: true };
  const segments = otherSegments(key, names);
  if (segments.length > 0) return { keys: segments, sure: false };
  if (best.length > 0) return { keys: keysOf(best), sure: false };
  const words = sameWords(key, names);
  return words.length > 0 ? { keys: words, sure: false } : undefined;
}

/** At most three, current names first. */
function keysOf(found: readonly Candidate[]): string[] {
  const current = found.filter((candidate) => candidate.current);
  return [...new Set((current.length > 0 ? current : found).map(({ name }) => name))].slice(0, 3);
}

/** One slip in a short key, three in a long one. */
function slipsFor(text: string): number {
  if (text.length < 6) return 1;
  return text.length < 14 ? 2 : 3;
}

/** Whether no segment has become an entirely different word, as in `rest.port` and `rest.host`. */
function segmentsAreAlike(a: string, b: string): boolean {
  const [left, right] = [a.split('.'), b.split('.')];
  if (left.length !== right.length) return true;
  return left.every((segment, index) => {
    const other = right[index] ?? '';
    const limit = Math.max(1, Math.floor(Math.min(segment.length, other.length) / 3));
    return editDistance(segment, other, limit) <= limit;
  });
}

/** The key with its first segments left out, or behind segments that were left out. */
function otherSegments(key: string, names: readonly Candidate[]): string[] {
  const segments = key.split('.');
  for (let first = 1; first <= 2 && first < segments.length - 1; first += 1) {
    const rest = segments.slice(first).join('.');
    const found = names.find(({ name }) => name === rest);
    if (found) return [found.name];
  }
  if (segments.length < 2) return [];
  const longer = names.filter(({ name }) => name.endsWith(`.${key}`));
  return longer.length <= 3 ? keysOf(longer) : [];
}

/** Names that share nearly all words with the key, whatever their order. */
function sameWords(key: string, names: readonly Candidate[]): string[] {
  const words = wordsOf(key);
  if (words.size < 2) return [];
  let best: Candidate[] = [];
  let most = 0.74;
  for (const candidate of names) {
    const others = wordsOf(candidate.name);
    let shared = 0;
    for (const word of words) if (others.has(word)) shared += 1;
    const share = (2 * shared) / (words.size + others.size);
    if (share > most) [best, most] = [[candidate], share];
    else if (share === most) best.push(candidate);
  }
  return best.length <= 3 ? keysOf(best) : [];
}

const wordCache = new Map<string, ReadonlySet<string>>();

function wordsOf(name: string): ReadonlySet<string> {
  const known = wordCache.get(name);
  if (known !== undefined) return known;
  const parts = name
    .replace(/([a-z\d])([A-Z])/gu, '$1.$2')
    .toLowerCase()
    .split(/[^a-z\d]+/u);
  const words = new Set(parts.filter(Boolean).map((word) => word.replace(/(?:ing|s)$/u, '')));
  if (wordCache.size < 5000) wordCache.set(name, words);
  return words;
}

/** Names with free parts, filled from the key: templates by their segments, maps by what stands behind them. */
function instances(key: string, { templates, maps }: OptionIndex): Candidate[] {
  const segments = key.split('.');
  const filled = templates.flatMap((template) => {
    const parts = template.split('.');
    if (parts.length !== segments.length) return [];
    return [parts.map((part, index) => (part.startsWith('<') ? segments[index] : part)).join('.')];
  });
  const entries = [...maps.keys()].flatMap((name) => {
    const depth = name.split('.').length;
    return segments.length > depth ? [[name, ...segments.slice(depth)].join('.')] : [];
  });
  return [...filled, ...entries].map((name) => candidate(name, true));
}

function candidatesOf(version: number): readonly Candidate[] {
  const known = candidates[version];
  if (known !== undefined) return known;
  const { names } = optionIndex(version);
  const made = [...names].map(([name, meaning]) => candidate(name, meaning.is === 'option'));
  candidates[version] = made;
  return made;
}

/** Names that only other versions understand, newest first. */
function foreignCandidates(version: number): readonly Candidate[] {
  const own = optionIndex(version).names;
  const found = new Map<string, Candidate>();
  for (let other = TABLE_VERSIONS.length - 1; other >= 0; other -= 1) {
    if (other === version) continue;
    for (const one of candidatesOf(other)) if (!own.has(one.name) && !found.has(one.name)) found.set(one.name, one);
  }
  return [...found.values()];
}

function candidate(name: string, current: boolean): Candidate {
  const small = name.toLowerCase();
  return { name, small, bare: bareText(name), mask: characterMask(small), current };
}

function bareText(text: string): string {
  return text.toLowerCase().replace(/[^a-z\d]/gu, '');
}
