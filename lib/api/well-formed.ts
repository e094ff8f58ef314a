// SPDX-License-Identifier: Apache-2.0
// The part of a document that its schema has nothing against, so that rules can be asked about the rest of it, and what the schema has against
// the other part.

import type * as z from 'zod';
import type { Finding } from './finding.ts';
import { schemaFindings } from './schema-findings.ts';

export interface WellFormed<T> {
  /** The value without its malformed members; where everything is malformed, an empty object. */
  readonly value: T;
  /** What is wrong with those. */
  readonly findings: Finding[];
  /** Where they stood, and the fields that were meant by misspelt ones. */
  readonly malformed: readonly string[];
}

/**
 * Takes `value` apart by `schema`.
 *
 * @param at where the value stands in the document, for example `spec`
 */
export function wellFormed<T extends object>(schema: z.ZodType<T>, value: unknown, at: string): WellFormed<T> {
  const found = schemaFindings(schema, value, [at]);
  if (found.length === 0) return { value: value as T, findings: [], malformed: [] };
  const findings = found.map(({ meant: _, ...finding }): Finding => finding);
  const paths = findings.filter(({ severity }) => severity === 'error').map(({ path }) => path);
  const malformed = [...paths, ...found.flatMap(({ meant }) => meant ?? [])];
  // Who wrote no spec at all is told what one needs.
  if (paths.includes(at)) return { value: {} as T, findings, malformed: [] };
  return { value: without(value, paths, at) as T, findings, malformed };
}

/** The findings of rules that are not about a place where a malformed value was taken out: a rule that misses it says nothing new. */
export function elsewhere(found: Finding[], malformed: readonly string[]): Finding[] {
  return malformed.length === 0
    ? found
    : found.filter(({ path }) => !malformed.some((other) => isAtOrBelow(path, other)));
}

function isAtOrBelow(path: string, other: string): boolean {
  if (!path.startsWith(other)) return false;
  const next = path[other.length];
  return next === undefined || next === '.' || next === '[';
}

/** A copy without the members at the given paths. */
function without(value: unknown, paths: readonly string[], at: string): unknown {
  if (paths.length === 0) return value;
  if (paths.includes(at)) return undefined;
  if (Array.isArray(value)) {
    const elements = value.map((element, index) => without(element, paths, `${at}[${index}]`));
    return elements.filter((element) => element !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, without(member, paths, `${at}.${name}`)] as const)
      .filter(([, member]) => member !== undefined),
  );
}
