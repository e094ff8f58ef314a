// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  compareFlinkVersions,
  flinkVersionAtLeast,
  flinkVersions,
  flinkVersionText,
  isDeprecated,
  isFlinkVersionName,
  isSupported,
  flinkVersionMeant,
} from './flink-version.ts';

describe('Flink versions', () => {
  it('are ordered by major and minor number', () => {
    const byNumber = [...flinkVersions].sort((a, b) => numbers(a) - numbers(b));
    expect(byNumber).toEqual(flinkVersions);
    expect([...flinkVersions].reverse().sort(compareFlinkVersions)).toEqual(flinkVersions);
  });

  it.each([
    ['v1_13', false, true, '1.13'],
    ['v1_14', false, true, '1.14'],
    ['v1_15', true, true, '1.15'],
    ['v1_16', true, true, '1.16'],
    ['v1_17', true, true, '1.17'],
    ['v1_18', true, true, '1.18'],
    ['v1_19', true, false, '1.19'],
    ['v1_20', true, false, '1.20'],
    ['v2_0', true, false, '2.0'],
    ['v2_1', true, false, '2.1'],
    ['v2_2', true, false, '2.2'],
    ['v2_3', true, false, '2.3'],
    ['v2_4', true, false, '2.4'],
  ] as const)('%s: supported %s, deprecated %s, written %s', (version, supported, deprecated, text) => {
    expect(isSupported(version)).toBe(supported);
    expect(isDeprecated(version)).toBe(deprecated);
    expect(flinkVersionText(version)).toBe(text);
  });

  it('compare across the change of the major number', () => {
    expect(flinkVersionAtLeast('v2_0', 'v1_20')).toBe(true);
    expect(flinkVersionAtLeast('v1_20', 'v1_20')).toBe(true);
    expect(flinkVersionAtLeast('v1_19', 'v1_20')).toBe(false);
  });

  it('are known by name', () => {
    expect(isFlinkVersionName('v1_20')).toBe(true);
    expect(isFlinkVersionName('v1_2')).toBe(false);
    expect(isFlinkVersionName('1.20')).toBe(false);
  });
});

function numbers(version: string): number {
  const [major = 0, minor = 0] = version.slice(1).split('_').map(Number);
  return major * 100 + minor;
}

describe('a version in other spellings', () => {
  it.each([
    ['v1_20', 'v1_20'],
    ['1.20', 'v1_20'],
    ['v1.20', 'v1_20'],
    ['V1_20', 'v1_20'],
    ['1.20.3', 'v1_20'],
    ['1_20', 'v1_20'],
    ['1-20', 'v1_20'],
    ['flink-1.20', 'v1_20'],
    ['Flink 1.20', 'v1_20'],
    ['1.18.1-scala_2.12-java11', 'v1_18'],
    // 1.20 as a number; there is no Flink 1.2 that an operator would run
    ['1.2', 'v1_20'],
    ['2', 'v2_0'],
    ['2.0', 'v2_0'],
    ['2.1-SNAPSHOT', 'v2_1'],
    ['1', undefined],
    ['1.99', undefined],
    ['latest', undefined],
    ['', undefined],
    ['120', undefined],
    ['v', undefined],
  ])('%j is %s', (text, version) => {
    expect(flinkVersionMeant(text)).toBe(version);
  });
});
