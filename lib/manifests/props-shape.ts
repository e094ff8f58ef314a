// SPDX-License-Identifier: Apache-2.0
// A small language for the shape of props. A shape looks at one value, reports everything that is wrong with it and hands back what is
// right, so that one mistake does not hide the next and what is left can still be built. The props are the user's own objects (or
// JavaScript without types), so nothing about them is taken for granted. Rules between members are not the business of shapes.

import type { Finding } from '../api/finding.ts';
import { nearestName } from '../api/nearest-name.ts';
import { isObject } from '../runtime/json.ts';
import { factoryFor, homeOf } from './prop-homes.ts';

/** What a shape found; `rejected` are the paths of values that were left out. */
export interface ShapeReport {
  readonly findings: Finding[];
  readonly rejected: Set<string>;
}

/** Looks at `value` at `path`; gives it back without the parts that are wrong, or `undefined` if nothing of it is right. */
export type Shape<T> = (value: unknown, path: string, report: ShapeReport) => T | undefined;

/** The shapes of an object's members; a member is optional unless it is listed as required. */
export type Members<T> = { readonly [K in keyof T]-?: Shape<NonNullable<T[K]>> };

/** Reports a value of the wrong shape. */
export function reject(
  report: ShapeReport,
  path: string,
  message: string,
  allowed: string,
  remedy: string,
  code: Finding['code'] = 'props.invalid',
): undefined {
  report.findings.push({ code, path, message, allowed, remedy, severity: 'error' });
  report.rejected.add(path);
  return undefined;
}

/** A value as it stands in a message: short, and without a class's insides. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value.length > 60 ? `${value.slice(0, 57)}...` : value}'`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) {
    const { constructor } = value;
    const name = typeof constructor === 'function' && constructor !== Object ? constructor.name : '';
    return name === '' ? 'an object' : `${/^[AEIOU]/i.test(name) ? 'an' : 'a'} ${name}`;
  }
  return typeof value === 'function' ? 'a function' : String(value);
}

/** Any text but an empty one. */
export const text: Shape<string> = (value, path, report) =>
  typeof value === 'string' && value.trim() !== ''
    ? value
    : reject(
        report,
        path,
        `${shown(value)} is not a text`,
        'text that is not empty',
        'give a text, or leave the member out',
      );

/** `true` or `false`. */
export const flag: Shape<boolean> = (value, path, report) =>
  typeof value === 'boolean'
    ? value
    : reject(report, path, `${shown(value)} is neither true nor false`, 'true, false', 'give true or false');

/** A whole number within bounds. */
export function integer(minimum: number, maximum: number = 2_147_483_647): Shape<number> {
  const allowed =
    maximum < Number.MAX_SAFE_INTEGER
      ? `a whole number from ${minimum} to ${maximum}`
      : `a whole number${minimum > Number.MIN_SAFE_INTEGER ? ` of at least ${minimum}` : ''}`;
  return (value, path, report) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum && value <= maximum
      ? value
      : reject(report, path, `${shown(value)} is not ${allowed}`, allowed, unquoted(value) ?? 'give such a number');
}

/** How a number that was written as text is to be written. */
export function unquoted(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value.trim())
    ? `write it without quotes: ${Number(value)}`
    : undefined;
}

/** A number above zero, such as CPU cores. */
export const positive: Shape<number> = (value, path, report) =>
  typeof value === 'number' && Number.isFinite(value) && value > 0
    ? value
    : reject(
        report,
        path,
        `${shown(value)} is not a number above 0`,
        'a number above 0',
        unquoted(value) ?? 'give cores as a number: 0.5, 2',
      );

/** One word of a closed set. */
export function oneOf<T extends string>(words: readonly T[]): Shape<T> {
  return (value, path, report) => {
    if (words.includes(value as T)) return value as T;
    const guess = typeof value === 'string' ? nearestName(value, words) : undefined;
    const remedy = guess === undefined ? 'give one of these' : `did you mean '${guess}'?`;
    return reject(report, path, `${shown(value)} is not known`, words.map((word) => `'${word}'`).join(', '), remedy);
  };
}

/** A list of things of one shape. */
export function listOf<T>(shape: Shape<T>): Shape<T[]> {
  return (value, path, report) => {
    if (!Array.isArray(value)) return reject(report, path, `${shown(value)} is not a list`, 'a list', 'put it in [ ]');
    return value.flatMap((item, index) => {
      const checked = shape(item, `${path}[${index}]`, report);
      return checked === undefined ? [] : [checked];
    });
  };
}

/** An object with free names whose values have one shape. */
export function recordOf<T>(shape: Shape<T>): Shape<Record<string, T>> {
  return (value, path, report) => {
    if (!isObject(value)) return notAnObject(value, path, report);
    const result: Record<string, T> = {};
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined) continue;
      const checked = shape(member, `${path}['${key}']`, report);
      if (checked !== undefined) result[key] = checked;
    }
    return result;
  };
}

/** An object with exactly these members. */
export function object<T extends object>(members: Members<T>, required: readonly (keyof T & string)[] = []): Shape<T> {
  const shapes = members as Readonly<Record<string, Shape<unknown>>>;
  const names = Object.keys(shapes);
  return (value, path, report) => {
    if (!isObject(value)) return notAnObject(value, path, report);
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const member = value[key];
      if (member === undefined) continue;
      const memberPath = path === '' ? key : `${path}.${key}`;
      const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
      if (shape === undefined) unknownMember(key, memberPath, names, report);
      else {
        const checked = shape(member, memberPath, report);
        if (checked !== undefined) result[key] = checked;
      }
    }
    for (const key of required) {
      if (value[key] === undefined) {
        const memberPath = path === '' ? key : `${path}.${key}`;
        if (report.rejected.has(memberPath) || report.rejected.has(path)) continue;
        reject(report, memberPath, 'is missing', 'a value', `give \`${key}\``, 'props.missing');
      }
    }
    return result as T;
  };
}

/** A list of names that is longer only hides the one that is meant. */
const READABLE_NAMES = 20;

function unknownMember(key: string, path: string, names: readonly string[], report: ShapeReport): void {
  const home = homeOf(path);
  const guess = home === undefined ? nearestName(key, names) : undefined;
  const remedy = home?.remedy ?? (guess === undefined ? 'remove it' : `did you mean '${guess}'?`);
  const isClear = (home !== undefined || guess !== undefined) && names.length > READABLE_NAMES;
  report.findings.push({
    code: 'props.unknown',
    path,
    message: 'is not known here and would be ignored',
    ...(isClear ? {} : { allowed: names.join(', ') }),
    remedy,
    severity: 'error',
  });
  report.rejected.add(path);
  // that the member meant is missing then goes without saying
  if (guess !== undefined) report.rejected.add(path.slice(0, path.length - key.length) + guess);
  if (home?.meant !== undefined) report.rejected.add(home.meant);
}

function notAnObject(value: unknown, path: string, report: ShapeReport): undefined {
  const simply = value === null ? 'leave it out, or put the members in { }' : 'put the members in { }';
  const [allowed, remedy] = factoryFor(path, value) ?? ['an object', simply];
  return reject(report, path, `${shown(value)} is not an object`, allowed, remedy);
}
