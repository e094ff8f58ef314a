// SPDX-License-Identifier: Apache-2.0
// The catalogue of what stands round spec and status: names, labels, annotations.

import type { CodeInfo } from './code-info.ts';

export type MetadataCode =
  | 'metadata.name-not-allowed'
  | 'metadata.label-not-allowed'
  | 'metadata.annotation-not-allowed'
  | 'metadata.generated-name'
  | 'metadata.status-ignored';

const REFUSED = 'The API server refuses the whole resource.';

export const METADATA_CODES: Readonly<Record<MetadataCode, CodeInfo>> = {
  'metadata.name-not-allowed': {
    title: 'A name that no object can have',
    severity: 'error',
    why: REFUSED,
    fix: 'Use lower-case letters, digits, "-" and, except in a namespace, "."; a letter or digit first and last.',
  },
  'metadata.label-not-allowed': {
    title: 'A label that no object can have',
    severity: 'error',
    why: REFUSED,
    fix:
      'Keep name and value of a label to 63 letters, digits, "-", "_" and ".", a letter or digit first and last. What does not fit, such ' +
      'as a sentence or a URL, can be an annotation.',
  },
  'metadata.annotation-not-allowed': {
    title: 'An annotation that no object can have',
    severity: 'error',
    why: REFUSED,
    fix:
      'Name it with at most 63 letters, digits, "-", "_" and ".", before it a domain and "/" if wanted; all annotations together may have ' +
      '256 KiB.',
  },
  'metadata.generated-name': {
    title: 'A resource whose name is made at creation',
    severity: 'hint',
    why:
      'A resource without a name is refused by kubectl apply, and with it by every tool that keeps a cluster like a repository. Created ' +
      'twice, it runs twice, and both may write to the same directories.',
    fix: 'Set metadata.name, or use kubectl create and mean it.',
  },
  'metadata.status-ignored': {
    title: 'A status in a resource that is created or applied',
    severity: 'hint',
    why: 'The API server drops it. Nothing of it, least of all where the state of a job is, reaches the new resource.',
    fix: 'Remove the status. To start from the state of another job set spec.job.initialSavepointPath.',
  },
};
