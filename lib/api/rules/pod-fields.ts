// SPDX-License-Identifier: Apache-2.0
// Names and types in pod templates. Our definition stores a template as it is, so that a mistake in one would show only when a pod is to be
// made. A name that is not known may be one of a newer Kubernetes; a wrong type is wrong in all of them.

import { podFieldsOf, POD_TEMPLATE_TYPE } from '../../kubernetes/pod-field.ts';
import type { PodField, PodScalar } from '../../kubernetes/pod-field.ts';
import { POD_FIELDS_VERSION } from '../../kubernetes/pod-fields.ts';
import { isObject } from '../../runtime/json.ts';
import { nearestName } from '../nearest-name.ts';
import type { Problem } from './rule.ts';

/** A whole Pod may stand in place of a template; these say nothing. */
const OF_A_POD: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'status']);

/** Everything wrong with names and types in the template at `path`; added to `problems`. */
export function podFieldProblems(template: unknown, path: string, problems: Problem[]): void {
  if (isObject(template)) objectProblems(template, POD_TEMPLATE_TYPE, path, problems);
}

function objectProblems(value: Record<string, unknown>, type: string, path: string, problems: Problem[]): void {
  const fields = podFieldsOf(type);
  for (const name in value) {
    const member = value[name];
    // an undefined one is not written, a null is dropped
    if (member === undefined || member === null) continue;
    const field = fields.get(name);
    if (field !== undefined) fieldProblems(member, field, `${path}.${name}`, problems);
    else if (type !== POD_TEMPLATE_TYPE || !OF_A_POD.has(name)) problems.push(unknownField(name, value, fields, path));
  }
}

function fieldProblems(value: unknown, field: PodField, path: string, problems: Problem[]): void {
  if (field.holds === 'list') {
    if (!Array.isArray(value)) problems.push(wrongType(path, value, 'a list', `Write it as a list: ${path}: [...].`));
    else
      for (let index = 0; index < value.length; index++)
        memberProblems(value[index], field, `${path}[${index}]`, problems);
  } else if (field.holds === 'map') {
    if (!isObject(value)) problems.push(wrongType(path, value, 'an object'));
    else
      for (const name in value)
        if (value[name] !== null) memberProblems(value[name], field, `${path}.${name}`, problems);
  } else memberProblems(value, field, path, problems);
}

function memberProblems(value: unknown, { of, type, values }: PodField, path: string, problems: Problem[]): void {
  if (type !== undefined) {
    if (isObject(value)) objectProblems(value, type, path, problems);
    else problems.push(wrongType(path, value, 'an object'));
    return;
  }
  if (!isOf(value, of)) problems.push(wrongType(path, value, NAMES[of], remedy(value, of, path)));
  else if (values !== undefined && !values.includes(value as string))
    problems.push(notAllowed(path, value as string, values));
}

function isOf(value: unknown, of: PodScalar): boolean {
  switch (of) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return Number.isInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'quantity':
      return typeof value === 'string' || typeof value === 'number';
    case 'number-or-text':
      return typeof value === 'string' || Number.isInteger(value);
    default:
      return true;
  }
}

const NAMES: Readonly<Record<PodScalar, string>> = {
  text: 'a string',
  number: 'a whole number',
  boolean: 'true or false',
  quantity: 'a quantity such as "500m" or "2Gi"',
  'number-or-text': 'a whole number or a string',
  anything: 'anything',
  object: 'an object',
};

function remedy(value: unknown, of: PodScalar, path: string): string | undefined {
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  if (of === 'text' && isScalar) return `Put it in quotes: "${String(value)}".`;
  if (typeof value !== 'string') return undefined;
  const unquoted = of === 'number' ? /^-?\d+$/.test(value) : of === 'boolean' ? /^(true|false)$/.test(value) : false;
  return unquoted ? `Write ${path.slice(path.lastIndexOf('.') + 1)}: ${value}, without quotes.` : undefined;
}

function wrongType(path: string, value: unknown, allowed: string, how?: string): Problem {
  const text = JSON.stringify(value) ?? typeof value;
  return {
    code: 'pod-template.wrong-type',
    path,
    message: `${text.length > 80 ? `${text.slice(0, 77)}...` : text} is not ${allowed}: no pod can be made of it.`,
    allowed,
    remedy: how ?? `Set ${path} to ${allowed}, or remove it.`,
  };
}

function notAllowed(path: string, value: string, values: readonly string[]): Problem {
  const meant = values.find((other) => other.toLowerCase() === value.toLowerCase()) ?? nearestName(value, values);
  return {
    code: 'pod-template.not-allowed',
    path,
    message: `Kubernetes ${POD_FIELDS_VERSION} knows no "${value}" here.`,
    allowed: values.map((other) => (other === '' ? '""' : other)).join(', '),
    remedy: meant === undefined || meant === '' ? 'Take one of the values that are allowed.' : `Write ${meant}.`,
    severity: 'warning',
  };
}

function unknownField(
  name: string,
  holder: Record<string, unknown>,
  fields: ReadonlyMap<string, PodField>,
  path: string,
): Problem {
  // what is there already was not what was meant
  const known = [...fields.keys()].filter((other) => !Object.hasOwn(holder, other));
  const meant = nearestName(name, known);
  return {
    code: 'pod-template.unknown-field',
    path: `${path}.${name}`,
    message: `Kubernetes ${POD_FIELDS_VERSION} has no field "${name}" there and drops it without a word; a newer one may know it.`,
    allowed: [...fields.keys()].join(', '),
    remedy:
      meant === undefined ? `Remove "${name}", or put it where it belongs.` : `Write "${meant}" instead of "${name}".`,
    severity: 'warning',
  };
}
