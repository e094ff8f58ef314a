// SPDX-License-Identifier: Apache-2.0
// The catalogue of what people write who know what they want, but not how this API says it: fields that live elsewhere, fields of other
// operators, values in another spelling or shape.

import type { CodeInfo } from './code-info.ts';

export type InventionCode =
  | 'invention.lives-elsewhere'
  | 'invention.other-api'
  | 'invention.spelling'
  | 'invention.shape'
  | 'invention.placeholder'
  | 'invention.indented'
  | 'invention.nested-twice';

export const INVENTION_CODES: Readonly<Record<InventionCode, CodeInfo>> = {
  'invention.lives-elsewhere': {
    title: 'A setting that exists, but not as this field',
    severity: 'error',
    why: 'The API server drops the field when it stores the resource, at most with a warning, and the setting keeps its default.',
    fix: 'Write it where the finding says: in another part of the spec, in the pod template, or as a Flink option.',
  },
  'invention.other-api': {
    title: "A field of another operator's or of a vendor's API",
    severity: 'error',
    why: 'The API server drops the field when it stores the resource, at most with a warning. Nothing here reads it.',
    fix: 'Say it in the way of this API, which the finding names where there is one; else remove the field.',
  },
  'invention.spelling': {
    title: 'A value in another spelling than the one that is read',
    severity: 'error',
    why: 'The API server refuses the whole resource: values are compared to the letter.',
    fix: 'Write the value as the finding spells it.',
  },
  'invention.shape': {
    title: 'A value in another shape than the one that is read',
    severity: 'error',
    why:
      'The API server refuses the whole resource. A configuration that is no object passes it, and then neither operator can read the ' +
      'resource.',
    fix: 'Write the value as the finding shows it: as an object, as a list, with or without quotes.',
  },
  'invention.placeholder': {
    title: 'A placeholder that has not been filled in',
    severity: 'error',
    why: 'Neither kubectl nor the operator replaces variables; the text arrives as it stands, where something else is needed.',
    fix: 'Fill it in before the resource is applied, as in: envsubst < file.yaml | flinkwright check -.',
  },
  'invention.indented': {
    title: 'A field of the spec that has slipped into the configuration, or the other way round',
    severity: 'error',
    why: 'Inside flinkConfiguration every key is a Flink option. Flink has none of this name, so that what stands there does nothing.',
    fix: 'Move it to the indentation that the finding names.',
  },
  'invention.nested-twice': {
    title: 'One option written both with dots and nested, with two values',
    severity: 'warning',
    why:
      'The configuration is flattened in the order of the stored keys, which Kubernetes sorts: the value that counts may not be the one ' +
      'that stands last in the file.',
    fix: 'Keep one of the two.',
  },
};
