// SPDX-License-Identifier: Apache-2.0
// The catalogue of what is found in files before there is a resource: YAML and JSON, kinds and API versions, names that stand twice.

import type { CodeInfo } from './code-info.ts';

export type DocumentCode =
  | 'document.syntax'
  | 'document.template'
  | 'document.not-json'
  | 'document.anchor'
  | 'document.duplicate-key'
  | 'document.not-a-resource'
  | 'document.missing-api-version'
  | 'document.missing-kind'
  | 'document.wrong-api-version'
  | 'document.unknown-kind'
  | 'document.other-api'
  | 'document.json-patch'
  | 'document.partial'
  | 'document.duplicate-resource'
  | 'document.nearly-neighbour'
  | 'document.stored-object';

export const DOCUMENT_CODES: Readonly<Record<DocumentCode, CodeInfo>> = {
  'document.syntax': {
    title: 'Text that is neither YAML nor JSON',
    severity: 'error',
    why: 'No tool takes the file, kubectl included; nothing of the document is looked at.',
    fix: 'Correct the text at the place that the finding names. The other documents of the file are checked all the same.',
  },
  'document.template': {
    title: 'A template that has not been rendered',
    severity: 'error',
    why: 'What stands between the braces is a program, not a value; only the result of running it is a resource.',
    fix: 'Render it first, and check what comes out, as in: helm template <chart> | flinkwright check - (for Helm).',
  },
  'document.not-json': {
    title: 'A value that JSON cannot hold',
    severity: 'error',
    why: 'Resources are sent to Kubernetes as JSON. A key that is a list, an object or null, or a number that is not finite, cannot be sent.',
    fix: 'Put the key or the value in quotes, or remove it.',
  },
  'document.anchor': {
    title: 'An alias or a merge that cannot be resolved',
    severity: 'error',
    why: 'An alias stands for what was marked with an anchor above it in the same document; without it the file is refused.',
    fix: 'Set the anchor (&name) before the alias (*name), in the same document.',
  },
  'document.duplicate-key': {
    title: 'A key that stands twice in the same object',
    severity: 'error',
    why:
      'With kubectl the last one counts, without a word; what the first one says is lost. Other tools (kustomize, most editors) refuse the ' +
      'file.',
    fix: 'Keep one of the two.',
  },
  'document.not-a-resource': {
    title: 'A document that is no Kubernetes object',
    severity: 'error',
    why: 'Kubernetes knows objects with apiVersion and kind only; a text or a list of texts is refused.',
    fix: 'Write an object, or remove the document.',
  },
  'document.missing-api-version': {
    title: 'A resource without apiVersion',
    severity: 'error',
    why: 'Without it nobody can tell which API the kind belongs to; the API server is never asked.',
    fix: 'Add apiVersion: flink.apache.org/v1beta1.',
  },
  'document.missing-kind': {
    title: 'A resource without kind',
    severity: 'error',
    why: 'Without it nobody can tell what the document describes; the API server is never asked.',
    fix: 'Add the kind, for example kind: FlinkDeployment.',
  },
  'document.wrong-api-version': {
    title: 'An API version that is not served',
    severity: 'error',
    why: 'Kubernetes has no such kind in that version: kubectl says that there are no matches for it, and nothing is created.',
    fix: 'Write apiVersion: flink.apache.org/v1beta1, the only version there is.',
  },
  'document.unknown-kind': {
    title: 'A kind that the API does not have',
    severity: 'error',
    why: 'Kinds are compared to the letter, singular and with their capitals; any other spelling is refused.',
    fix: 'Write the kind that the finding names.',
  },
  'document.other-api': {
    title: 'A Flink resource of another operator',
    severity: 'hint',
    why: 'It was not checked: another operator with another API runs such resources, and its fields mean other things.',
    fix: 'Check it with the tools of that operator, or describe the job as a FlinkDeployment.',
  },
  'document.json-patch': {
    title: 'A list of JSON patch operations',
    severity: 'hint',
    why: 'A patch can only be judged together with what it is applied to.',
    fix: 'Apply it first, and check the result: kustomize build <directory> | flinkwright check - (for kustomize).',
  },
  'document.partial': {
    title: 'Part of a resource only',
    severity: 'warning',
    why: 'It looks like a patch: only the names and types of its fields were checked, not what is missing or how the fields go together.',
    fix: 'Apply it to its base and check the result: kustomize build <directory> | flinkwright check -. If it is meant to be whole, add what the finding lists.',
  },
  'document.duplicate-resource': {
    title: 'Two resources of one kind and name',
    severity: 'warning',
    why: 'Applied together, the later one replaces the earlier one.',
    fix: 'Rename one of the two, or give them different namespaces.',
  },
  'document.nearly-neighbour': {
    title: 'A reference to a name that stands here only in another spelling or namespace',
    severity: 'warning',
    why: 'If no such object exists in the cluster, the resource waits for it in vain.',
    fix: 'Write the name that the finding names, if that one is meant.',
  },
  'document.stored-object': {
    title: 'A resource as it was read from a cluster',
    severity: 'hint',
    why:
      'With a resourceVersion, the API server changes an object only as long as it has that version; kubectl apply fails as soon as ' +
      'anything has changed. The status is dropped: it is the operator that writes it.',
    fix: 'To look at it this is fine. To apply it, remove what the API server has added to the metadata, and the status.',
  },
};
