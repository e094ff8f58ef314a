// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { nearestName } from './nearest-name.ts';

describe('nearestName', () => {
  const known = ['parallelism', 'entryClass', 'args', 'state', 'upgradeMode', 'jarURI'];

  it.each<[string, string | undefined]>([
    ['upgrademode', 'upgradeMode'],
    ['paralelism', 'parallelism'],
    ['jarUri', 'jarURI'],
    ['arguments', undefined],
    ['arg', 'args'],
    ['something', undefined],
    ['upgr', 'upgradeMode'],
    ['up', undefined],
    ['', undefined],
  ])('%j is meant to be %j', (name, expected) => {
    expect(nearestName(name, known)).toBe(expected);
  });

  it('knows nothing without names', () => {
    expect(nearestName('a', [])).toBeUndefined();
  });
});
