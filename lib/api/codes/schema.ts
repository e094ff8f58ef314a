// SPDX-License-Identifier: Apache-2.0
// The catalogue of what schemas find: fields, types, enumerations.

import type { CodeInfo } from './code-info.ts';

export type SchemaCode =
  'schema.unknown-field' | 'schema.wrong-type' | 'schema.not-allowed' | 'schema.inexact-number' | 'schema.null-value';

export const SCHEMA_CODES: Readonly<Record<SchemaCode, CodeInfo>> = {
  'schema.unknown-field': {
    title: 'A field that the resource does not have',
    severity: 'error',
    why:
      'The API server drops unknown fields when it stores a resource, at most with a warning. The resource is deployed as if the line ' +
      'were not there.',
    fix: 'Write the field that was meant; the finding names the nearest one. Flink options belong under spec.flinkConfiguration.',
  },
  'schema.wrong-type': {
    title: 'A value of the wrong type',
    severity: 'error',
    why: 'The API server refuses the whole resource, and with it every other change in the same request.',
    fix:
      'Write the value in the type the finding names. In YAML a number or true and false in quotes is a text, and without quotes a ' +
      'number is never a text.',
  },
  'schema.not-allowed': {
    title: 'A value that is not one of those allowed',
    severity: 'error',
    why: 'The API server refuses the whole resource. Values are compared to the letter, capitals included.',
    fix: 'Take one of the values that the finding lists.',
  },
  'schema.inexact-number': {
    title: 'A number too large to be read exactly',
    severity: 'warning',
    why:
      'The API server holds 64 bits of a number, JSON readers in JavaScript 53. Two such numbers that differ in their last digits look ' +
      'equal, so a new nonce may trigger nothing.',
    fix: 'Use smaller numbers for nonces: a counter, or a time in milliseconds.',
  },
  'schema.null-value': {
    title: 'A field that is null',
    severity: 'warning',
    why:
      'The API server drops it, as if it were not there: the default counts. That may be meant, or it is a YAML key under which nothing ' +
      'stands, because what should stand there is not indented far enough. A spec.job that is null makes a session cluster.',
    fix: 'Remove the field, or give it a value.',
  },
};
