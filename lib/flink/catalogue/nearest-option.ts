// SPDX-License-Identifier: Apache-2.0
// Which option a key that means nothing was probably meant to be: a slip of the keyboard, other separators or capitals, a wrong or
// missing segment, a plural. A guess for messages; nothing is corrected by it.

import { characterMask, editDistance, maskDistance } from '../../runtime/edit-distance.ts';
import { candidate, foreignNames, namesOf, type Candidate, type NamePool } from './name-pool.ts';
import { optionIndex, type OptionIndex } from './option-index.ts';

/** What was probably meant. */
export interface Guess {
  /** Keys, the likeliest first; more than one if they are equally likely. */
  readonly keys: readonly string[];
  /** One slip, or the same letters written in another way: hardly anything else can be meant. */
  readonly sure: boolean;
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

/** The likeliest meaning of `key` among the names that the version understands; otherwise among those of other versions. */
export function nearestOption(key: string, version: number): Guess | undefined {
  const index = optionIndex(version);
  if (Object.hasOwn(INVENTIONS, key)) return { keys: [INVENTIONS[key] ?? key], sure: true };
  const own = guessAmong(key, namesOf(version), index);
  if (own?.sure) return own;
  const foreign = guessAmong(key, foreignNames(version), index);
  return foreign?.sure ? foreign : (own ?? foreign);
}

/** A name, of this version or another, that is one slip away. */
export function oneSlipAway(key: string, version: number): string | undefined {
  const index = optionIndex(version);
  for (const pool of [namesOf(version), foreignNames(version)]) {
    const [alike] = pool.spelledLike(key);
    const [near] = alike === undefined ? nearestNames(key.toLowerCase(), pool, index, 1).best : [alike];
    if (near !== undefined) return near.name;
  }
  return undefined;
}

function guessAmong(key: string, pool: NamePool, index: OptionIndex): Guess | undefined {
  const alike = pool.spelledLike(key);
  if (alike.length > 0) return { keys: keysOf(alike), sure: true };
  const { best, slips } = nearestNames(key.toLowerCase(), pool, index, slipsFor(key));
  if (slips === 1) return { keys: keysOf(best), sure: true };
  const segments = otherSegments(key, pool);
  if (segments.length > 0) return { keys: segments, sure: false };
  if (best.length > 0) return { keys: keysOf(best), sure: false };
  const words = pool.sharingWords(key, 0.74);
  return words.length > 0 && words.length <= 3 ? { keys: keysOf(words), sure: false } : undefined;
}

/** The names with the fewest slips, if these are not more than the limit. */
function nearestNames(
  small: string,
  pool: NamePool,
  index: OptionIndex,
  limit: number,
): { best: Candidate[]; slips: number } {
  const mask = characterMask(small);
  let best: Candidate[] = [];
  let slips = limit + 1;
  const look = (one: Candidate): void => {
    const most = Math.min(slips, limit);
    if (maskDistance(one.mask, mask) > 2 * most) return;
    const distance = editDistance(small, one.small, most);
    if (distance > most) return;
    if (distance > 1 && !segmentsAreAlike(small, one.small)) return;
    if (distance < slips) [best, slips] = [[one], distance];
    else best.push(one);
  };
  for (const one of pool.ofLength(small.length - limit, small.length + limit)) look(one);
  for (const one of instances(small, index)) look(one);
  return { best, slips };
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
function otherSegments(key: string, pool: NamePool): string[] {
  const segments = key.split('.');
  for (let first = 1; first <= 2 && first < segments.length - 1; first += 1) {
    const found = pool.named(segments.slice(first).join('.'));
    if (found) return [found.name];
  }
  const longer = segments.length < 2 ? [] : pool.endingIn(key);
  return longer.length <= 3 ? keysOf(longer) : [];
}

/** Names with free parts, filled from the key where all but one of the other parts fit: templates, and maps by what stands behind them. */
function instances(key: string, { templates, maps }: OptionIndex): Candidate[] {
  const segments = key.split('.');
  const found: Candidate[] = [];
  for (const template of templates) {
    const parts = template.split('.');
    if (parts.length === segments.length) addIfNearlyFits(found, parts, segments);
  }
  for (const name of maps.keys()) {
    const parts = name.split('.');
    if (segments.length > parts.length) addIfNearlyFits(found, [...parts, ...segments.slice(parts.length)], segments);
  }
  return found;
}

function addIfNearlyFits(found: Candidate[], parts: readonly string[], segments: readonly string[]): void {
  let misfits = 0;
  for (const [index, part] of parts.entries()) {
    if (part.startsWith('<') || part.toLowerCase() === segments[index]) continue;
    misfits += 1;
    if (misfits > 1) return;
  }
  found.push(
    candidate(parts.map((part, index) => (part.startsWith('<') ? (segments[index] ?? part) : part)).join('.'), true),
  );
}
