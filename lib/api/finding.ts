// SPDX-License-Identifier: Apache-2.0
// One thing that is wrong with a resource, in the form in which everybody reports it: command line, webhook, operator, constructs.

/** A mistake, or something to know, with its place and what to do about it. */
export interface Finding {
  /** Stable name of the rule, for example `V-17` or `schema.unknown-field`. */
  code: string;
  /** Where, as a path in the resource: `spec.job.parallelism`. */
  path: string;
  /** What is wrong, as a sentence. */
  message: string;
  /** What would be right, where that can be said. */
  allowed?: string;
  /** What to do about it. */
  remedy: string;
  /** An `error` is refused; a `warning` is deployed. */
  severity: 'error' | 'warning';
}

/**
 * Findings as text for people, one paragraph each, errors first.
 *
 * @param object what they are about, for example `FlinkDeployment analytics/clicks`
 */
export function formatFindings(object: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return `${object}: nothing found`;
  const errors = findings.filter((finding) => finding.severity === 'error');
  const warnings = findings.filter((finding) => finding.severity === 'warning');
  const head = `${object}: ${[counted(errors.length, 'error'), counted(warnings.length, 'warning')].filter(Boolean).join(', ')}`;
  return [head, ...[...errors, ...warnings].map(paragraph)].join('\n');
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
