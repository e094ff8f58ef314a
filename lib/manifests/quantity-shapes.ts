// SPDX-License-Identifier: Apache-2.0
// The shapes of sizes and durations in props. A value class is turned into text here already, so that what is built from checked props
// holds plain values only; a text is read as Flink will read it and then left as the user wrote it.

import { parseDuration } from '../flink/duration.ts';
import { resourceMemoryBytes } from '../flink/memory-size.ts';
import { parseQuantity } from '../flink/quantity.ts';
import { ValueError } from '../flink/value-error.ts';
import { reject, shown } from './props-shape.ts';
import type { Shape } from './props-shape.ts';
import { durationText, quantityText, sizeText } from './quantities.ts';
import type { DurationValue, SizeValue } from './quantities.ts';

/** A size above zero. */
export const sizeShape: Shape<string> = (value, path, report) =>
  amount(isSize(value), () => sizeText(value as SizeValue), resourceMemoryBytes, value, path, {
    allowed: "a size above 0: '2g', '2048m', Size.gibibytes(2)",
    remedy: Number.isFinite(value) ? `add the unit: '${String(value)}m'` : 'write a whole number and its unit',
    report,
  });

/** A size of a disk above zero, in the notation of Kubernetes. */
export const storageShape: Shape<string> = (value, path, report) =>
  amount(isSize(value), () => quantityText(value as SizeValue), parseQuantity, value, path, {
    allowed: "a size above 0: '20Gi', '512Mi', Size.gibibytes(20)",
    remedy: Number.isFinite(value) ? `add the unit: '${String(value)}Gi'` : 'write a number and its unit',
    report,
  });

/** A duration above zero. */
export const durationShape: Shape<string> = (value, path, report) =>
  amount(isDuration(value), () => durationText(value as DurationValue), parseDuration, value, path, {
    allowed: "a duration above 0: '1 min', '30 s', Duration.minutes(1)",
    remedy: Number.isFinite(value)
      ? `add the unit: '${String(value)} s' or '${String(value)} ms'`
      : 'write a whole number and its unit',
    report,
  });

/** A duration that may be nothing: `0 s`, `Duration.seconds(0)`. */
export const durationOrNothing: Shape<string> = (value, path, report) => {
  try {
    const text = durationText(value as DurationValue);
    if (typeof text === 'string' && parseDuration(text) === 0) return text;
  } catch {
    // not readable: the shape below says so
  }
  return durationShape(value, path, report);
};

function amount(
  fits: boolean,
  toText: () => string,
  parse: (text: string) => number,
  value: unknown,
  path: string,
  { allowed, remedy, report }: { allowed: string; remedy: string; report: Parameters<Shape<string>>[2] },
): string | undefined {
  if (!fits) return reject(report, path, `${shown(value)} is not an amount with a unit`, allowed, remedy);
  try {
    const text = toText();
    if (parse(text) > 0) return text;
    return reject(report, path, `'${text}' is nothing`, allowed, remedy);
  } catch (error) {
    // cdk8s's value classes throw for amounts that are not whole in the unit asked for
    const why = error instanceof ValueError ? `${shown(value)} cannot be read` : (error as Error).message;
    return reject(report, path, why, allowed, remedy);
  }
}

function isSize(value: unknown): boolean {
  return typeof value === 'string' || hasMethod(value, 'toKibibytes');
}

function isDuration(value: unknown): boolean {
  return typeof value === 'string' || hasMethod(value, 'toMilliseconds');
}

function hasMethod(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && typeof (value as Record<string, unknown>)[name] === 'function';
}
