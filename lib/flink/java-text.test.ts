// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { javaDouble } from './java-text.ts';

describe('javaDouble', () => {
  it.each([
    [1, '1.0'],
    [0.5, '0.5'],
    [-2.25, '-2.25'],
    [0, '0.0'],
    [-0, '-0.0'],
    [1000, '1000.0'],
    [0.001, '0.001'],
    [0.0001, '1.0E-4'],
    [0.00012, '1.2E-4'],
    [9999999, '9999999.0'],
    [9999999.5, '9999999.5'],
    [1e7, '1.0E7'],
    [12345678, '1.2345678E7'],
    [1e21, '1.0E21'],
    [Math.fround(0.1), '0.10000000149011612'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
  ])('%d is %s', (value, text) => {
    expect(javaDouble(value)).toBe(text);
  });
});
