// SPDX-License-Identifier: Apache-2.0
// Durations as Flink reads and writes them, in milliseconds. A fraction of a millisecond stands for micro- and nanoseconds.
// Negative durations cannot be written in Flink's syntax; ISO-8601 is read because Flink 2.1 and later read it.

import { ValueError } from './value-error.ts';

const ALLOWED = 'a duration such as "10 s", "5 min" or "100ms" (units d, h, min, s, ms, µs, ns)';
const LARGEST = 2n ** 63n - 1n;

const UNITS = [
  { nanos: 86_400_000_000_000n, print: 'd', names: ['d', 'day', 'days'] },
  { nanos: 3_600_000_000_000n, print: 'h', names: ['h', 'hour', 'hours'] },
  { nanos: 60_000_000_000n, print: 'min', names: ['min', 'm', 'minute', 'minutes'] },
  { nanos: 1_000_000_000n, print: 's', names: ['s', 'sec', 'secs', 'second', 'seconds'] },
  { nanos: 1_000_000n, print: 'ms', names: ['', 'ms', 'milli', 'millis', 'millisecond', 'milliseconds'] },
  { nanos: 1_000n, print: 'µs', names: ['µs', 'micro', 'micros', 'microsecond', 'microseconds'] },
  { nanos: 1n, print: 'ns', names: ['ns', 'nano', 'nanos', 'nanosecond', 'nanoseconds'] },
];

/** Milliseconds of a Flink duration text; a bare number is milliseconds. Throws `ValueError`. */
export function parseDuration(text: string): number {
  const trimmed = text.trim();
  const match = /^(\d+)\s*(\D*)$/u.exec(trimmed);
  if (!match) return isoDuration(trimmed, text);
  const unit = UNITS.find(({ names }) => names.includes((match[2] ?? '').trim().toLowerCase()));
  const count = BigInt(match[1] ?? '');
  if (!unit || count > LARGEST) throw new ValueError(text, ALLOWED);
  return millis(count * unit.nanos);
}

/** The number with the largest unit that divides it: `5 min`, `90 min`, `0 ms`. */
export function formatDuration(ms: number): string {
  const nanos = BigInt(Math.trunc(ms)) * 1_000_000n + BigInt(Math.round((ms - Math.trunc(ms)) * 1e6));
  if (nanos === 0n) return '0 ms';
  const unit = UNITS.find((candidate) => nanos % candidate.nanos === 0n);
  return unit ? `${nanos / unit.nanos} ${unit.print}` : `${nanos} ns`;
}

function isoDuration(trimmed: string, text: string): number {
  const match = /^P(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,9}))?S)?)?$/iu.exec(trimmed);
  if (!match || trimmed.length < 3) throw new ValueError(text, ALLOWED);
  const [, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const wholeSeconds = BigInt(days) * 86_400n + BigInt(hours) * 3_600n + BigInt(minutes) * 60n + BigInt(seconds);
  return millis(wholeSeconds * 1_000_000_000n + BigInt(fraction.padEnd(9, '0')));
}

function millis(nanos: bigint): number {
  return Number(nanos / 1_000_000n) + Number(nanos % 1_000_000n) / 1e6;
}
