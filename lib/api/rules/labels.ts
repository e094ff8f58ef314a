// SPDX-License-Identifier: Apache-2.0
// Which labels and annotations an API server takes.

import { isObject } from '../../runtime/json.ts';
import type { Finding } from '../finding.ts';

const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const LONGEST_PREFIX = 253;
const LARGEST_ANNOTATIONS = 256 * 1024;

/** Findings about a map of labels that stands at `path`. */
export function labelFindings(labels: unknown, path: string): Finding[] {
  return mapFindings(labels, path, (name, value) => {
    if (!isQualifiedName(name)) return [keyNotAllowed('metadata.label-not-allowed', 'label', path, name)];
    if (VALUE.test(value)) return [];
    return [
      {
        code: 'metadata.label-not-allowed',
        path: `${path}.${name}`,
        message: `"${value}" cannot be the value of a label${value.length > 63 ? `: it has ${value.length} characters` : ''}.`,
        allowed: 'at most 63 letters, digits, "-", "_" and "."; a letter or digit first and last',
        remedy: `Shorten or change it, or make ${name} an annotation.`,
        severity: 'error',
      },
    ];
  });
}

/** Findings about a map of annotations that stands at `path`. */
export function annotationFindings(annotations: unknown, path: string): Finding[] {
  let size = 0;
  const findings = mapFindings(annotations, path, (name, value) => {
    size += name.length + value.length;
    // their prefixes may have capitals, other than those of labels
    const isAllowed = isQualifiedName(name.toLowerCase());
    return isAllowed ? [] : [keyNotAllowed('metadata.annotation-not-allowed', 'annotation', path, name)];
  });
  if (size <= LARGEST_ANNOTATIONS) return findings;
  const tooLarge: Finding = {
    code: 'metadata.annotation-not-allowed',
    path,
    message: `The annotations have ${size} characters together.`,
    allowed: `at most ${LARGEST_ANNOTATIONS}`,
    remedy: 'Move large texts into a ConfigMap.',
    severity: 'error',
  };
  return [...findings, tooLarge];
}

/** Types first: YAML makes numbers and booleans of what was meant as text. */
function mapFindings(map: unknown, path: string, look: (name: string, value: string) => Finding[]): Finding[] {
  if (map === undefined || map === null) return [];
  if (!isObject(map)) return [wrongType(path, map, 'an object')];
  let findings: Finding[] | undefined;
  for (const name in map) {
    const value = map[name];
    if (value === null || value === undefined) continue;
    const found = typeof value === 'string' ? look(name, value) : [wrongType(`${path}.${name}`, value, 'a string')];
    if (found.length > 0) findings = [...(findings ?? []), ...found];
  }
  return findings ?? [];
}

/** A value of `metadata` that no API server can read. */
export function wrongType(path: string, value: unknown, allowed: string): Finding {
  const text = JSON.stringify(value) ?? typeof value;
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  return {
    code: 'schema.wrong-type',
    path,
    message: `${text.length > 80 ? `${text.slice(0, 77)}...` : text} is not ${allowed}.`,
    allowed,
    remedy:
      isScalar && allowed === 'a string'
        ? `Put it in quotes: "${String(value)}".`
        : `Set ${path} to ${allowed}, or remove it.`,
    severity: 'error',
  };
}

function isQualifiedName(text: string): boolean {
  const slash = text.indexOf('/');
  if (slash === -1) return NAME.test(text);
  const prefix = text.slice(0, slash);
  return prefix.length <= LONGEST_PREFIX && PREFIX.test(prefix) && NAME.test(text.slice(slash + 1));
}

function keyNotAllowed(code: Finding['code'], what: string, path: string, name: string): Finding {
  return {
    code,
    path: `${path}.${name}`,
    message: `"${name}" cannot be the name of ${what === 'annotation' ? 'an annotation' : 'a label'}.`,
    allowed:
      'at most 63 letters, digits, "-", "_" and ".", a letter or digit first and last; before it, if wanted, a domain and "/"',
    remedy: `Rename the ${what}, for example to ${suggestion(name)}.`,
    severity: 'error',
  };
}

/** The nearest name that is allowed. */
function suggestion(name: string): string {
  const tidy = name
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 63);
  return tidy.replace(/[^A-Za-z0-9]+$/, '') || 'name';
}
