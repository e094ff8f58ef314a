// SPDX-License-Identifier: Apache-2.0
// Kubernetes quantities (`500m`, `2Gi`, `1e3`) as numbers. Read exactly, as a mantissa with powers of ten and two, so that two
// spellings of one value are equal. Flink's memory texts look alike but mean other things: they are memory-size.ts.

import { ValueError } from './value-error.ts';

const ALLOWED = 'a Kubernetes quantity such as "500m", "2Gi" or "1.5"';
/** Exponents beyond this are nobody's intent and would only make the arithmetic slow. */
const LARGEST_EXPONENT = 400;

const DECIMAL_EXPONENTS: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const BINARY_EXPONENTS: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };

interface Exact {
  mantissa: bigint;
  tens: number;
  twos: number;
}

/** The value as a number: `500m` is 0.5, `2Gi` is 2147483648. A number is taken as it is. Throws `ValueError`. */
export function parseQuantity(text: string | number): number {
  const { mantissa, tens, twos } = exactQuantity(text);
  return Number(`${mantissa}e${tens}`) * 2 ** twos;
}

/** Whether two quantities have one value (`1Gi` and `1024Mi`, `1` and `1000m`). Texts that are no quantities are equal if they are the same. */
export function sameQuantity(a: string | number, b: string | number): boolean {
  try {
    const left = exactQuantity(a);
    const right = exactQuantity(b);
    const tens = Math.min(left.tens, right.tens);
    return scaled(left, tens) === scaled(right, tens);
  } catch (error) {
    if (error instanceof ValueError) return String(a) === String(b);
    throw error;
  }
}

function scaled({ mantissa, tens, twos }: Exact, toTens: number): bigint {
  return mantissa * 10n ** BigInt(tens - toTens) * 2n ** BigInt(twos);
}

function exactQuantity(value: string | number): Exact {
  const text = String(value).trim();
  const match = /^([+-]?)(\d*)\.?(\d*)(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]|[eE][+-]?\d{1,4})?$/u.exec(text);
  const [, sign = '', whole = '', fraction = '', suffix = ''] = match ?? [];
  if (!match || whole + fraction === '') throw new ValueError(String(value), ALLOWED);
  const decimal = DECIMAL_EXPONENTS[suffix] ?? (suffix in BINARY_EXPONENTS ? 0 : Number(suffix.slice(1)));
  if (Math.abs(decimal) > LARGEST_EXPONENT) throw new ValueError(String(value), ALLOWED);
  return {
    mantissa: BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n),
    tens: decimal - fraction.length,
    twos: BINARY_EXPONENTS[suffix] ?? 0,
  };
}
