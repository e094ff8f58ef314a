// SPDX-License-Identifier: Apache-2.0
// What is left of findings when those that only follow from others, or say the same again, are gone.

import type { Finding } from '../api/finding.ts';

/** Whether a finding only says again that something is missing which was left out for a mistake of its own. */
export function isConsequence(path: string, rejected: ReadonlySet<string>): boolean {
  for (const other of rejected) {
    if (path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`)) return true;
  }
  return false;
}

/** Each finding once. */
export function distinct(findings: readonly Finding[]): Finding[] {
  if (findings.length < 2) return [...findings];
  const seen = new Set<string>();
  return findings.filter(({ code, path, message }) => {
    const identity = `${code}\n${path}\n${message}`;
    return seen.has(identity) ? false : seen.add(identity);
  });
}
