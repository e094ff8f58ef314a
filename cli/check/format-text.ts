// SPDX-License-Identifier: Apache-2.0
// Findings for people: one paragraph each, beginning with a place that editors and terminals can jump to, and a last line that counts.

import type { Severity } from '../../lib/api/finding.ts';
import type { CheckReport } from '../../lib/check/check-files.ts';
import type { LocatedFinding } from '../../lib/check/located-finding.ts';
import type { Colour, Paint } from '../paint.ts';

const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', hint: 'blue' };

/** The whole report. */
export function formatText({ findings, resources }: CheckReport, files: number, paint: Paint): string {
  const paragraphs = findings.map((finding) => `${paragraph(finding, paint)}\n`);
  return `${[...paragraphs, summary(findings, resources, files, paint)].join('\n')}\n`;
}

/** Of a finding, what is shown; findings of an upgrade have codes of their own. */
type Shown = Omit<LocatedFinding, 'code'> & { code: string };

/** One finding. */
export function paragraph(finding: Shown, paint: Paint): string {
  const { file, line, column, severity, code, path, message, allowed, remedy } = finding;
  const place = `${file === '-' ? '(standard input)' : file}:${line}:${column}`;
  const at = path === '' ? '' : ` at ${paint('bold', path)}`;
  return [
    `${place}: ${paint(COLOURS[severity], severity)} ${code}${at}`,
    ...subject(finding).map((text) => `  ${paint('dim', text)}`),
    `  ${message}`,
    ...(allowed === undefined ? [] : [`  allowed: ${allowed}`]),
    `  to do: ${remedy}`,
  ].join('\n');
}

/** `FlinkDeployment streaming/clicks`. */
function subject({ kind, namespace, name }: Shown): string[] {
  if (kind === undefined) return [];
  const full = [namespace, name].filter((part) => part !== undefined).join('/');
  return [full === '' ? kind : `${kind} ${full}`];
}

function summary(findings: readonly LocatedFinding[], resources: number, files: number, paint: Paint): string {
  const counts = (['error', 'warning', 'hint'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [paint(COLOURS[severity], counted(count, severity))];
  });
  const found = counts.length === 0 ? paint('green', 'nothing found') : counts.join(', ');
  return `${found} in ${counted(resources, 'Flink resource')} (${counted(files, 'file')})`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
