// SPDX-License-Identifier: Apache-2.0
// Findings as workflow commands of GitHub Actions, which shows them beside the lines that they are about.

import type { Severity } from '../../lib/api/finding.ts';
import type { LocatedFinding } from '../../lib/check/located-finding.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'notice' };

/** One line for each finding. */
export function formatGithub(findings: readonly LocatedFinding[]): string {
  return findings.map((finding) => `${annotation(finding)}\n`).join('');
}

function annotation({ file, line, column, severity, code, path, message, allowed, remedy }: LocatedFinding): string {
  const place = { ...(file === '-' ? {} : { file }), line: String(line), col: String(column) };
  const properties = Object.entries({ ...place, title: path === '' ? code : `${code} at ${path}` });
  const text = [message, ...(allowed === undefined ? [] : [`allowed: ${allowed}`]), `to do: ${remedy}`].join('\n');
  const shown = properties.map(([name, value]) => `${name}=${escapeProperty(value)}`).join(',');
  return `::${COMMANDS[severity]} ${shown}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
