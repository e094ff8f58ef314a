// SPDX-License-Identifier: Apache-2.0
// What is said about an invention: something that does not exist, written by somebody who clearly wanted something that does.

import type { InventionCode } from '../codes/invention.ts';

/** The part of a finding that is known of an invention; its path is where it stands. */
export interface Invention {
  readonly code: InventionCode | 'schema.wrong-type';
  readonly message: string;
  readonly allowed?: string;
  readonly remedy: string;
  /** Path of the field or the option that was meant: that it is missing is then no news. */
  readonly meant?: string;
}

/** A path in a resource, seen from the spec of a cluster; the template of a blue/green deployment is such a spec too. */
export interface SpecPath {
  /** `spec`, or `spec.template.spec`. */
  readonly root: string;
  /** `job.parallelism`; empty for the spec itself. */
  readonly rest: string;
}

/** Undefined for paths outside a spec. */
export function specPath(path: string): SpecPath | undefined {
  const root = /^(spec\.template\.spec|spec)(?=\.|$)/u.exec(path)?.[1];
  return root === undefined ? undefined : { root, rest: path.slice(root.length + 1) };
}

/** A value as it would stand behind a key in YAML, if it is short enough to be shown. */
export function yamlText(value: unknown): string | undefined {
  if (typeof value === 'string')
    return /^[\w/.:@%+-]+$/u.test(value) && !looksOtherwise(value) ? value : JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : undefined;
  return text === undefined || text.length > 100 ? undefined : text;
}

/** Without quotes it would be a number, a boolean or null, or would be cut at the colon. */
function looksOtherwise(text: string): boolean {
  return /^(?:[-+.\d].*|true|false|yes|no|on|off|y|n|null|~|.*:|[@%].*)$/iu.test(text);
}
