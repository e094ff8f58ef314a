// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from './duration.ts';
import { valueCases } from './fixtures/flink-cases.ts';
import { ValueError } from './value-error.ts';

describe('durations, against Flink', () => {
  // The newest release's answer counts: ISO-8601 is read although older releases refuse it.
  it.each(valueCases('duration'))('$id "$input"', ({ input, outcomes }) => {
    const newest = outcomes.at(-1)!;
    if (newest.error) {
      expect(() => parseDuration(input)).toThrow(ValueError);
      return;
    }
    const { seconds, nanos, printed } = newest.value as { seconds: number; nanos: number; printed: string };
    expect(parseDuration(input)).toBe(seconds * 1000 + nanos / 1e6);
    expect(formatDuration(parseDuration(input))).toBe(printed);
  });
});

describe('parseDuration', () => {
  it.each([
    ['1 d', 86_400_000],
    ['2 days', 172_800_000],
    ['1h', 3_600_000],
    ['5 m', 300_000],
    ['30 secs', 30_000],
    ['7', 7],
    ['250 micros', 0.25],
    ['1 nanosecond', 0.000001],
    ['P2DT3H4M5.5S', 183_845_500],
    ['pt0.25s', 250],
    ['P7D', 604_800_000],
  ])('%s is %d ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(['-1 min', '1.5 s', '1 s 2', 'P', 'PT', 'P1DT', '1 month', 's1', 'P1M'])('"%s" is refused', (text) => {
    expect(() => parseDuration(text)).toThrow(ValueError);
  });

  it('reads back what is written, to the nanosecond', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 9 }), fc.nat({ max: 999_999 }), (ms, nanos) => {
        const text = nanos === 0 ? `${ms} ms` : `${ms * 1_000_000 + nanos} ns`;
        const duration = parseDuration(text);
        expect(parseDuration(formatDuration(duration))).toBe(duration);
      }),
    );
  });
});
