// SPDX-License-Identifier: Apache-2.0
// Puts together what the shapes, the rules about props and the rules about the finished resource have found, so that each mistake is told
// once, in the words that are nearest to what the user wrote.

import type { Finding } from '../../api/finding.ts';

/** Whether a finding only says again that something is missing which was left out for a mistake of its own. */
export function isConsequence(path: string, rejected: ReadonlySet<string>): boolean {
  for (const other of rejected) {
    if (path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`)) return true;
    // the image follows from the version
    if (other === 'flinkVersion' && path === 'image') return true;
    // without its volume, a directory is not where it is meant to be
    if (other.startsWith('state.volume') && (path === 'state.directory' || path === 'highAvailability')) return true;
  }
  return false;
}

/**
 * Findings about props, and those about the resource that say more than they do.
 *
 * @param ofResource with paths in terms of props
 */
export function together(ofProps: readonly Finding[], ofResource: readonly Finding[]): Finding[] {
  if (ofProps.length === 0) return distinct(ofResource);
  const errors = new Set<string>();
  const all = new Set<string>();
  for (const { path, severity } of ofProps) {
    all.add(path);
    if (severity === 'error') errors.add(path);
  }
  const more = ofResource.filter(({ path, severity }) => !(severity === 'error' ? errors : all).has(path));
  return distinct([...ofProps, ...more]);
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
