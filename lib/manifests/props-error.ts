// SPDX-License-Identifier: Apache-2.0
// The one error that mistakes in props end in: all of them at once, each with its place, what is allowed and what to do. It has no opinion
// on what is a mistake.

import { formatFindings } from '../api/finding.ts';
import type { Finding } from '../api/finding.ts';

const BRAND = Symbol.for('flinkwright.PropsError');

/** Mistakes in the props of one construct or component. */
export class PropsError extends Error {
  override readonly name: string = 'PropsError';
  /** Which construct: its class and its path in the tree. */
  declare readonly where: string;
  /** All mistakes; paths are in terms of the props. */
  declare readonly findings: readonly Finding[];

  constructor(where: string, findings: readonly Finding[]) {
    super(formatFindings(where, findings));
    // not enumerable, or an uncaught error would be shown with everything said twice
    Object.defineProperties(this, { [BRAND]: { value: true }, where: { value: where }, findings: { value: findings } });
  }

  /** Whether `value` is a `PropsError`, also one of another copy of this library. */
  static isPropsError(value: unknown): value is PropsError {
    return typeof value === 'object' && value !== null && BRAND in value;
  }
}

/** Throws a `PropsError` with all findings if one of them is an error; otherwise gives back the warnings. */
export function throwIfWrong(where: string, findings: readonly Finding[]): Finding[] {
  const errors = findings.filter((found) => found.severity === 'error');
  if (errors.length > 0) throw new PropsError(where, findings);
  return [...findings];
}
