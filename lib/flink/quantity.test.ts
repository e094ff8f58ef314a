// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity, sameQuantity } from './quantity.ts';
import { ValueError } from './value-error.ts';

describe('parseQuantity', () => {
  it.each([
    ['1', 1],
    [0.5, 0.5],
    ['500m', 0.5],
    ['100n', 1e-7],
    ['250u', 0.00025],
    ['2e3', 2000],
    ['2E3', 2000],
    ['1E', 1e18],
    ['1k', 1000],
    ['2G', 2e9],
    ['2Gi', 2 ** 31],
    ['1.5Gi', 1.5 * 2 ** 30],
    ['.5', 0.5],
    ['1.', 1],
    ['-1Ki', -1024],
    ['+3', 3],
    [1e-7, 1e-7],
  ])('%s is %d', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each(['', '.', 'Gi', '1K', '1kb', '2gb', '2048mb', '1 Gi', 'abc', '1e', '1e9999', '--1', '1Gi2'])(
    '"%s" is refused',
    (text) => {
      expect(() => parseQuantity(text)).toThrow(ValueError);
    },
  );
});

describe('sameQuantity', () => {
  it.each([
    ['1Gi', '1024Mi', true],
    ['1', '1000m', true],
    [1, '1', true],
    ['0.1', '100m', true],
    ['1e3', '1k', true],
    ['0.5Gi', '512Mi', true],
    ['0', '-0Gi', true],
    ['1G', '1Gi', false],
    ['2048m', '2Gi', false],
    ['1152921504606846976', '1152921504606846977', false],
    ['2gb', '2gb', true],
    ['2gb', '2Gi', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameQuantity(a, b)).toBe(same);
    expect(sameQuantity(b, a)).toBe(same);
  });

  it('agrees with integer arithmetic in milli-units', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.bigInt({ min: 0n, max: 10n ** 15n }), (a, b) => {
        expect(sameQuantity(`${a}Ki`, `${a * 1_024_000n}m`)).toBe(true);
        expect(sameQuantity(`${a}Ki`, `${b}`)).toBe(a * 1024n === b);
      }),
    );
  });
});
