// SPDX-License-Identifier: Apache-2.0
import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDuration } from '../flink/duration.ts';
import { resourceMemoryBytes } from '../flink/memory-size.ts';
import { durationText, sizeText } from './quantities.ts';

describe('amounts', () => {
  it.each([
    [Size.gibibytes(2), '2g'],
    [Size.gibibytes(1.5), '1536m'],
    [Size.mebibytes(2048), '2g'],
    [Size.kibibytes(1), '1k'],
    ['2048m', '2048m'],
  ])('size %# is %s', (size, text) => {
    expect(sizeText(size)).toBe(text);
  });

  it.each([
    [Duration.minutes(1), '1 min'],
    [Duration.seconds(90), '90 s'],
    [Duration.millis(1500), '1500 ms'],
    [Duration.days(1), '1 d'],
    ['10 s', '10 s'],
  ])('duration %# is %s', (duration, text) => {
    expect(durationText(duration)).toBe(text);
  });

  it('are read back by Flink as what they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (n) => {
        expect(parseDuration(durationText(Duration.millis(n)))).toBe(n);
        expect(resourceMemoryBytes(sizeText(Size.kibibytes(n)))).toBe(n * 1024);
      }),
    );
  });
});
