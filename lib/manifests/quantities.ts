// SPDX-License-Identifier: Apache-2.0
// Amounts in props: a value class of cdk8s (or anything of that shape) or Flink's own notation as a string. Turns both into the text that
// goes on the wire. It does not judge strings: that is the business of validation, which knows the field's path.

import { formatDuration } from '../flink/duration.ts';

/** A size: cdk8s's `Size`, or text in Flink's notation (`2g`, `2048m`; units are powers of 1024). */
export type SizeValue = string | { toKibibytes(options?: { rounding?: number }): number };

/** A duration: cdk8s's `Duration`, or text in Flink's notation (`1 min`, `30 s`, `500 ms`). */
export type DurationValue = string | { toMilliseconds(options?: { integral?: boolean }): number };

const KIBIBYTE_UNITS: readonly (readonly [number, string])[] = [
  [1024 * 1024, 'g'],
  [1024, 'm'],
];

/** A size in Flink's notation, with the largest unit that divides it: 1.5 GiB is `1536m`. */
export function sizeText(size: SizeValue): string {
  if (typeof size === 'string') return size;
  const kibibytes = size.toKibibytes();
  const [factor, unit] = KIBIBYTE_UNITS.find(([factor]) => kibibytes >= factor && kibibytes % factor === 0) ?? [1, 'k'];
  return `${kibibytes / factor}${unit}`;
}

/** A duration in Flink's notation, with the largest unit that divides it: 90 seconds are `90 s`. */
export function durationText(duration: DurationValue): string {
  return typeof duration === 'string' ? duration : formatDuration(duration.toMilliseconds());
}

/** A size as a quantity of Kubernetes, with the largest unit that divides it: 1.5 GiB is `1536Mi`. */
export function quantityText(size: SizeValue): string {
  return typeof size === 'string' ? size : sizeText(size).replace(/[kmg]$/, (unit) => `${unit.toUpperCase()}i`);
}
