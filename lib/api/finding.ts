// SPDX-License-Identifier: Apache-2.0
// One thing that is wrong with a resource, in the form in which everybody reports it: command line, webhook, operator, constructs.

import type { FindingCode } from './finding-codes.ts';

/**
 * How sure and how bad: an `error` is certain, and refused; a `warning` is deployed, but does not do what it seems to; a `hint` may well be
 * meant so. Only errors stop anything.
 */
export type Severity = 'error' | 'warning' | 'hint';

/** A mistake, or something to know, with its place and what to do about it. */
export interface Finding {
  /** Stable name of the rule, for example `V-17` or `schema.unknown-field`; `FINDING_CODES` explains each. */
  code: FindingCode;
  /** Where, as a path in the resource: `spec.job.parallelism`. */
  path: string;
  /** What is wrong, as a sentence. */
  message: string;
  /** What would be right, where that can be said. */
  allowed?: string;
  /** What to do about it. */
  remedy: string;
  severity: Severity;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];

/**
 * Findings as text for people, one paragraph each: errors first, hints last.
 *
 * @param object what they are about, for example `FlinkDeployment analytics/clicks`
 */
export function formatFindings(object: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return `${object}: nothing found`;
  const bySeverity = SEVERITIES.map((severity) => findings.filter((finding) => finding.severity === severity));
  const counts = bySeverity.map((some, index) => counted(some.length, SEVERITIES[index] ?? '')).filter(Boolean);
  return [`${object}: ${counts.join(', ')}`, ...bySeverity.flat().map(paragraph)].join('\n');
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}

function paragraph({ severity, code, path, message, allowed, remedy }: Finding): string {
  const lines = [`  ${severity} ${code} at ${path}: ${message}`];
  if (allowed !== undefined) lines.push(`    allowed: ${allowed}`);
  lines.push(`    to do: ${remedy}`);
  return lines.join('\n');
}
