// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueCases } from './fixtures/flink-cases.ts';
import { formatMemorySize, normaliseResourceMemory, parseMemorySize, resourceMemoryBytes } from './memory-size.ts';
import { ValueError } from './value-error.ts';

describe('memory sizes, against Flink', () => {
  it.each(valueCases('memory').map(({ id, input, outcomes }) => ({ id, input, outcomes })))('$id "$input"', (one) => {
    expect(one.outcomes).toHaveLength(1);
    const [outcome] = one.outcomes;
    if (outcome!.error) {
      expect(() => parseMemorySize(one.input)).toThrow(ValueError);
      return;
    }
    const { bytes, printed } = outcome!.value as { bytes: number; printed: string };
    expect(parseMemorySize(one.input)).toBe(bytes);
    expect(formatMemorySize(bytes)).toBe(printed);
  });
});

describe('formatMemorySize', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 bytes'],
    [1536, '1536 bytes'],
    [2 ** 31, '2 gb'],
    [1600 * 2 ** 20, '1600 mb'],
    [2 ** 40, '1099511627776 bytes'],
    [2 ** 40 + 2 ** 30, '1025 gb'],
  ])('%d is %s', (bytes, text) => {
    expect(formatMemorySize(bytes)).toBe(text);
  });

  it('is read back as the same size', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (bytes) => {
        expect(parseMemorySize(formatMemorySize(bytes))).toBe(bytes);
      }),
    );
  });
});

describe('memory fields of custom resources', () => {
  it.each([
    ['2048m', '2 gb', 2 ** 31],
    ['2g', '2 gb', 2 ** 31],
    ['2G', '2 gb', 2 ** 31],
    ['2 gb', '2 gb', 2 ** 31],
    ['1600m', '1600 mb', 1600 * 2 ** 20],
    ['1024', '1 kb', 1024],
    ['2Gi', '2147483648', 2 ** 31],
    ['2GiB', '2147483648', 2 ** 31],
    ['2gib', '2147483648', 2 ** 31],
    ['2 gi', '2147483648', 2 ** 31],
    ['512 mi', '536870912', 2 ** 29],
    ['512Mi', '536870912', 2 ** 29],
    ['1e9', '1000000000', 1e9],
    ['12E3', '12000', 12000],
    ['1P', '1000000000000000', 1e15],
    ['100m', '100 mb', 104857600],
    ['1Pi', '1125899906842624', 2 ** 50],
  ])('%s is written as "%s"', (text, normalised, bytes) => {
    expect(normaliseResourceMemory(text)).toBe(normalised);
    expect(resourceMemoryBytes(text)).toBe(bytes);
  });

  it.each(['1.5Gi', '0.5Gi', '1.5g', '1.0Gi', '1.5k', '1Ei', '-1Gi', 'abc', '1X', '', 'Gi', '500u', '1e-3', '1.5e3'])(
    '"%s" is refused',
    (text) => {
      expect(() => normaliseResourceMemory(text)).toThrow(ValueError);
      expect(() => resourceMemoryBytes(text)).toThrow(ValueError);
    },
  );

  it('keeps the text and the allowed form in the error', () => {
    expect(() => parseMemorySize('512Mi')).toThrow(
      '"512Mi" is not a memory size such as "2048m" or "2 gb" (units b, k, m, g, t, all powers of 1024; no fractions)',
    );
  });
});
