// SPDX-License-Identifier: Apache-2.0
// One slip in the name of any option is noticed, and the right name is suggested. The slips are drawn with a fixed seed; the shares are
// those that the project promises.
import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../../testing/seeded-random.ts';
import { checkConfiguration } from './check-configuration.ts';
import { placeOf } from './catalogue-version.ts';
import { flinkCatalogue, operatorCatalogue, optionIndex } from './option-index.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz-.';
const SAMPLES = 600;

/** Options under names of their own that are in the version and meant for users; those whose names are free parts have no right spelling. */
function namesIn(version: number): string[] {
  const flink = flinkCatalogue().filter((option) => option.isIn(version) && !option.at(version).internal);
  return [...flink, ...operatorCatalogue()].filter((option) => !option.isTemplate).map(({ key }) => key);
}

function withOneSlip(key: string, random: SeededRandom): string {
  const draw = (below: number): number => Math.floor(random.next() * below);
  const at = draw(key.length);
  const letter = LETTERS[draw(LETTERS.length)] ?? 'x';
  switch (draw(4)) {
    case 0:
      return key.slice(0, at) + key.slice(at + 1);
    case 1:
      return key.slice(0, at) + letter + key.slice(at);
    case 2:
      return key.slice(0, at) + letter + key.slice(at + 1);
    default:
      return key.slice(0, at) + (key[at + 1] ?? '') + (key[at] ?? '') + key.slice(at + 2);
  }
}

describe.each(['v1_16', 'v1_20', 'v2_0', 'v2_3'] as const)('one slip in a key, %s', (version) => {
  const place = placeOf(version).index;
  const names = namesIn(place);
  const random = new SeededRandom(20_261_121 + place);
  const missed: string[] = [];
  const misled: string[] = [];
  let slips = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const key = names[Math.floor(random.next() * names.length)] ?? '';
    const slip = withOneSlip(key, random);
    // A swap of equal letters is no slip, and a slip may lead to another option.
    if (slip === key || optionIndex(place).names.has(slip)) continue;
    slips += 1;
    const problems = checkConfiguration({ [slip]: '1' }, version);
    if (problems.length === 0) missed.push(`${key} as ${slip}`);
    // The first key that is suggested; where several are equally near, that may be another one.
    const suggested = problems.flatMap(({ remedy }) => remedy.match(/[\w$]+(?:[.-][\w$-]+)+/gu) ?? [])[0];
    if (suggested !== key) misled.push(`${key} as ${slip}: ${suggested}`);
  }

  it('is noticed in at least 95 of 100 cases', () => {
    expect(slips).toBeGreaterThan(SAMPLES * 0.9);
    expect(missed.length / slips, missed.join('\n')).toBeLessThanOrEqual(0.05);
  });

  it('leads to the right suggestion in at least 90 of 100 cases', () => {
    expect(misled.length / slips, misled.join('\n')).toBeLessThanOrEqual(0.1);
  });
});
