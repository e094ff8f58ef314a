// SPDX-License-Identifier: Apache-2.0
// What a schema has against a document, as findings: unknown fields with the name that was probably meant, wrong types, values
// outside an enumeration. Rules that need more than one field are not a schema's business.

import * as z from 'zod';
import { isObject } from '../runtime/json.ts';
import type { Finding } from './finding.ts';
import { nearestName } from './nearest-name.ts';
import { fitsQuickly } from './quick-fit.ts';
import { inventedField } from './rules/invented-field.ts';
import { inventedValue } from './rules/invented-value.ts';
import type { Expected } from './rules/invented-value.ts';

type Path = readonly PropertyKey[];

/** A finding, and which field was meant by one that does not exist: a rule that misses it says nothing new. */
export interface SchemaFinding extends Finding {
  meant?: string;
}

/**
 * Checks `value` against `schema`.
 *
 * @param at where the value stands in the document, for example `['spec']`
 */
export function schemaFindings(schema: z.ZodType, value: unknown, at: Path): SchemaFinding[] {
  // Nearly every document is right as it stands; only one that is not pays for a second look.
  if (fitsQuickly(schema, value) || schema.safeParse(value).success) return [];
  const result = schema.safeParse(withoutNulls(value));
  const nulls = nullFindings(value, textOf(at));
  if (result.success) return nulls;
  return [...result.error.issues.flatMap((issue) => findingsOf(issue, schema, value, at)), ...nulls];
}

/** Each member that the API server will drop because it is null; inside the configuration it drops none. */
function nullFindings(value: unknown, path: string): Finding[] {
  if (Array.isArray(value)) return value.flatMap((element, index) => nullFindings(element, `${path}[${index}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const at = `${path}.${name}`;
    if (member === null) return [nullFinding(at)];
    return name === 'flinkConfiguration' ? [] : nullFindings(member, at);
  });
}

function nullFinding(path: string): Finding {
  const consequence = NULL_CONSEQUENCES[path];
  return {
    code: 'schema.null-value',
    path,
    message: `${path} is null, which is as if it were not there${consequence === undefined ? '' : `: ${consequence}`}.`,
    remedy: `Remove ${path}, or give it a value; in YAML a key with nothing behind it is null.`,
    severity: consequence === undefined ? 'hint' : 'warning',
  };
}

/** Where nothing means something. */
const NULL_CONSEQUENCES: Readonly<Record<string, string>> = {
  'spec.job': 'the resource is a session cluster without a job',
};

function findingsOf(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, at: Path): SchemaFinding[] {
  const path = textOf([...at, ...issue.path]);
  if (issue.code === 'unrecognized_keys') {
    const known = memberNames(schema, issue.path);
    const holder = valueAt(value, issue.path) as Record<string, unknown>;
    return issue.keys.map((key) => unknownField(path, key, known, holder[key]));
  }
  const allowed = allowedBy(issue);
  if (issue.code === 'too_big' && issue.maximum === Number.MAX_SAFE_INTEGER) return [inexactNumber(path, allowed)];
  const invention = inventedValue(path, valueAt(value, issue.path), expectedBy(issue));
  if (invention !== undefined) return [{ allowed, ...invention, path, severity: 'error' }];
  return [
    {
      code: issue.code === 'invalid_value' ? 'schema.not-allowed' : 'schema.wrong-type',
      path,
      message: `${shown(valueAt(value, issue.path))} is not ${allowed}.`,
      allowed,
      remedy: isFractionOfQuantity(issue, value)
        ? inQuotes(path, valueAt(value, issue.path))
        : `Set ${path} to ${allowed}, or remove it.`,
      severity: 'error',
    },
  ];
}

/** The one union there is is that of quantities. */
function isFractionOfQuantity(issue: z.core.$ZodIssue, value: unknown): boolean {
  return issue.code === 'invalid_union' && typeof valueAt(value, issue.path) === 'number';
}

function inQuotes(path: string, value: unknown): string {
  return `Put it in quotes: ${path}: "${String(value)}".`;
}

function unknownField(parent: string, key: string, known: readonly string[], value: unknown): SchemaFinding {
  const invention = inventedField(parent, key, value, known);
  if (invention !== undefined) return { ...invention, path: `${parent}.${key}`, severity: 'error' };
  const meant = nearestName(key, known);
  return {
    code: 'schema.unknown-field',
    path: `${parent}.${key}`,
    message: `There is no field "${key}" in ${parent}; it would be dropped without a word.`,
    allowed: [...known].sort().join(', '),
    remedy: meant === undefined ? `Remove "${key}".` : `Write "${meant}" instead of "${key}", or remove it.`,
    severity: 'error',
    ...(meant === undefined ? {} : { meant: `${parent}.${meant}` }),
  };
}

/** Valid for the API server and for Java, which hold 64 bits; deployed all the same. */
function inexactNumber(path: string, allowed: string): Finding {
  return {
    code: 'schema.inexact-number',
    path,
    message: 'The number is so large that its last digits are lost here; a small change of it may go unnoticed.',
    allowed,
    remedy: `Use a smaller number, for example a time in milliseconds instead of nanoseconds.`,
    severity: 'warning',
  };
}

function allowedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return TYPE_NAMES[issue.expected] ?? `of type ${issue.expected}`;
    case 'invalid_union':
      return 'a whole number or a string';
    case 'too_big':
      return `a whole number of at most ${String(issue.maximum)}`;
    case 'too_small':
      return `a whole number of at least ${String(issue.minimum)}`;
    default:
      return `valid (${issue.message})`;
  }
}

function expectedBy(issue: z.core.$ZodIssue): Expected {
  if (issue.code === 'invalid_value') return { type: 'text', values: issue.values.map(String) };
  const type = issue.code === 'invalid_type' ? EXPECTED_TYPES[issue.expected] : undefined;
  return type === undefined ? {} : { type };
}

const EXPECTED_TYPES: Readonly<Record<string, NonNullable<Expected['type']>>> = {
  object: 'object',
  record: 'object',
  array: 'list',
  string: 'text',
  number: 'number',
  int: 'whole number',
  boolean: 'boolean',
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** The names of the members that the object schema at `path` knows. */
function memberNames(schema: z.ZodType, path: Path): string[] {
  let at: z.core.$ZodType = inner(schema);
  for (const step of path) {
    if (at instanceof z.ZodObject) at = inner((at.shape as Record<PropertyKey, z.core.$ZodType>)[step]);
    else if (at instanceof z.ZodArray) at = inner(at.element);
    else if (at instanceof z.ZodRecord) at = inner(at.valueType);
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function inner(schema: z.core.$ZodType | undefined): z.core.$ZodType {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodOptional) return inner(schema.unwrap());
  return schema ?? z.unknown();
}

/** As the API server stores it: members that are null count as absent, but the configuration is free to hold them. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null && member !== undefined)
      .map(([name, member]) => [name, name === 'flinkConfiguration' ? member : withoutNulls(member)]),
  );
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined),
    value,
  );
}

/** `spec.podTemplate.spec.containers[0].name`. */
function textOf(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`))
    .join('');
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? typeof value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
