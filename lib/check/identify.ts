// SPDX-License-Identifier: Apache-2.0
// What a document describes: one of our resources, one that is misspelt, somebody else's, or nothing that concerns us. A misspelt one is
// reported and then read as what it is meant to be, so that its other mistakes are found in the same run.

import type { Finding } from '../api/finding.ts';
import { nearestName } from '../api/nearest-name.ts';
import { editDistance } from '../runtime/edit-distance.ts';
import { isObject } from '../runtime/json.ts';

/** The kinds of the API, as they are written. */
export type FlinkKind = 'FlinkDeployment' | 'FlinkSessionJob' | 'FlinkStateSnapshot' | 'FlinkBlueGreenDeployment';
const FLINK_KINDS: readonly FlinkKind[] = [
  'FlinkDeployment',
  'FlinkSessionJob',
  'FlinkStateSnapshot',
  'FlinkBlueGreenDeployment',
];

const GROUP = 'flink.apache.org';
/** Slips in a group that still mean ours. */
const NEAR = 2;
const API_VERSION = `${GROUP}/v1beta1`;

const SHORT_NAMES: Readonly<Record<string, FlinkKind>> = {
  flinkdep: 'FlinkDeployment',
  sessionjob: 'FlinkSessionJob',
  flinksnp: 'FlinkStateSnapshot',
  flinkbgdep: 'FlinkBlueGreenDeployment',
};

/** Flink resources of other operators: API group to kind to what it is called. */
const OTHER_APIS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'flinkoperator.k8s.io': { FlinkCluster: 'the FlinkCluster API (flink-on-k8s-operator)' },
  'flink.k8s.io': { FlinkApplication: 'the FlinkApplication API (flinkk8soperator)' },
  'cmf.confluent.io': {
    FlinkApplication: 'Confluent Manager for Apache Flink',
    FlinkEnvironment: 'Confluent Manager for Apache Flink',
  },
};

/** A resource of the API, or what is meant to be one. */
export interface Identified {
  readonly kind: FlinkKind;
  /** The resource with the apiVersion and kind that are meant. */
  readonly resource: Record<string, unknown>;
  /** Where in the document it stands. */
  readonly root: string;
}

/** What a document holds. */
export interface Contents {
  readonly resources: readonly Identified[];
  /** About what it is; about each resource's apiVersion and kind. Paths begin at the document. */
  readonly findings: readonly Finding[];
}

const NOTHING: Contents = { resources: [], findings: [] };

/** Looks at a document's value, or at one in it at `root`. */
export function identify(value: unknown, root = ''): Contents {
  if (Array.isArray(value)) return ofList(value, root);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return noResource(root);
  if (!isObject(value)) return NOTHING;
  const { kind, items } = value;
  if (typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items)) {
    return all(items.map((item, index) => identify(item, at(root, `items[${index}]`))));
  }
  const [apiVersion, name] = [textOf(value['apiVersion']), textOf(kind)];
  const foreign = otherApi(apiVersion, name, root);
  if (foreign !== undefined) return { resources: [], findings: [foreign] };
  const meant = kindMeant(apiVersion, name, value);
  if (meant === undefined) return isOurs(apiVersion) ? unknownKind(name, root) : NOTHING;
  return {
    resources: [{ kind: meant, resource: { ...value, apiVersion: API_VERSION, kind: meant }, root }],
    findings: [...apiVersionFindings(apiVersion, meant, root), ...kindFindings(name, meant, root)],
  };
}

function ofList(items: readonly unknown[], root: string): Contents {
  const isPatch = items.length > 0 && items.every((item) => isObject(item) && 'op' in item && 'path' in item);
  // What is no object is somebody else's list.
  if (!isPatch)
    return all(items.map((item, index) => (isObject(item) ? identify(item, `${root}[${index}]`) : NOTHING)));
  return {
    resources: [],
    findings: [
      {
        code: 'document.json-patch',
        path: root,
        message: 'A list of patch operations is not checked by itself.',
        remedy: 'Apply it first, and check the result: kustomize build <directory> | flinkwright check -',
        severity: 'hint',
      },
    ],
  };
}

function all(contents: readonly Contents[]): Contents {
  return {
    resources: contents.flatMap(({ resources }) => resources),
    findings: contents.flatMap(({ findings }) => findings),
  };
}

function noResource(root: string): Contents {
  return {
    resources: [],
    findings: [
      {
        code: 'document.not-a-resource',
        path: root,
        message: 'This document is a single value, not a Kubernetes object.',
        allowed: 'an object with apiVersion, kind, metadata and spec',
        remedy: 'Write "key: value" with a blank behind the colon, or remove the document.',
        severity: 'error',
      },
    ],
  };
}

/** Resources that another operator runs; by their group, and where that is missing by their kind. */
function otherApi(apiVersion: string, kind: string, root: string): Finding | undefined {
  const group = groupOf(apiVersion);
  const kinds = Object.hasOwn(OTHER_APIS, group) ? OTHER_APIS[group] : undefined;
  const known =
    (kinds && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined) ??
    (apiVersion === '' && kind === 'FlinkCluster' ? 'the FlinkCluster API' : undefined);
  const named = FLINK_KINDS.some((ours) => ours === kind) && group.includes('.') && !isNearlyOurs(apiVersion);
  if (known === undefined && !named) return undefined;
  return {
    code: 'document.other-api',
    path: at(root, 'kind'),
    message: `This ${kind} belongs to ${known ?? `another API, ${group}`}, and was not checked.`,
    allowed: `${API_VERSION}: ${FLINK_KINDS.join(', ')}`,
    remedy: `Nothing, if that operator runs it. To have it run by this one, describe it as a resource of ${API_VERSION}.`,
    severity: 'hint',
  };
}

/** The kind that the document is meant to have; undefined if it is none of ours. */
function kindMeant(apiVersion: string, kind: string, value: Record<string, unknown>): FlinkKind | undefined {
  const exact = FLINK_KINDS.find((known) => known === kind);
  if (exact !== undefined) return exact;
  if (kind === '') {
    const looksLike = kindOfContent(value);
    return isOurs(apiVersion) || apiVersion === '' ? looksLike : undefined;
  }
  const lower = kind.toLowerCase();
  const spelt = FLINK_KINDS.find((known) => [known.toLowerCase(), `${known.toLowerCase()}s`].includes(lower));
  if (spelt !== undefined) return spelt;
  if (!isOurs(apiVersion)) return undefined;
  const near = SHORT_NAMES[lower] ?? nearestName(kind, FLINK_KINDS);
  return FLINK_KINDS.find((known) => known === near);
}

/** What a document without a kind looks like; only fields that nobody else's resources have count. */
function kindOfContent({ spec }: Record<string, unknown>): FlinkKind | undefined {
  if (!isObject(spec)) return undefined;
  const { template, job } = spec;
  if (isObject(template) && isObject(template['spec']) && 'flinkVersion' in template['spec']) {
    return 'FlinkBlueGreenDeployment';
  }
  if ('jobReference' in spec && ('savepoint' in spec || 'checkpoint' in spec)) return 'FlinkStateSnapshot';
  const hasJar = isObject(job) && 'jarURI' in job;
  if ('deploymentName' in spec && isObject(job)) return 'FlinkSessionJob';
  return 'flinkVersion' in spec || 'flinkConfiguration' in spec || hasJar ? 'FlinkDeployment' : undefined;
}

function apiVersionFindings(apiVersion: string, kind: FlinkKind, root: string): Finding[] {
  if (apiVersion === API_VERSION) return [];
  const missing = apiVersion === '';
  return [
    {
      code: missing ? 'document.missing-api-version' : 'document.wrong-api-version',
      path: at(root, 'apiVersion'),
      message: missing
        ? `This ${kind} has no apiVersion.`
        : `There is no ${kind} in ${apiVersion}; the API server would not know what it is.`,
      allowed: API_VERSION,
      remedy: `Write apiVersion: ${API_VERSION}.`,
      severity: 'error',
    },
  ];
}

function kindFindings(kind: string, meant: FlinkKind, root: string): Finding[] {
  if (kind === meant) return [];
  if (kind !== '') return [unknownKindFinding(kind, root, `Write kind: ${meant}.`)];
  return [
    {
      code: 'document.missing-kind',
      path: at(root, 'kind'),
      message: `This document has no kind; it looks like a ${meant}, and was checked as one.`,
      allowed: FLINK_KINDS.join(', '),
      remedy: `Write kind: ${meant}.`,
      severity: 'error',
    },
  ];
}

function unknownKind(kind: string, root: string): Contents {
  if (kind !== '') {
    return {
      resources: [],
      findings: [unknownKindFinding(kind, root, 'Write one of these kinds, or another apiVersion.')],
    };
  }
  const finding: Finding = {
    code: 'document.missing-kind',
    path: at(root, 'kind'),
    message: 'This document has no kind, and nothing in it says what it is.',
    allowed: FLINK_KINDS.join(', '),
    remedy: 'Add the kind.',
    severity: 'error',
  };
  return { resources: [], findings: [finding] };
}

function unknownKindFinding(kind: string, root: string, remedy: string): Finding {
  return {
    code: 'document.unknown-kind',
    path: at(root, 'kind'),
    message: `There is no kind "${kind}" in ${API_VERSION}.`,
    allowed: FLINK_KINDS.join(', '),
    remedy,
    severity: 'error',
  };
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

function isOurs(apiVersion: string): boolean {
  return groupOf(apiVersion) === GROUP || apiVersion === GROUP;
}

/** Ours but for a slip: no group, a letter more or less, the words in another order, or a group that is known to have no such kind. */
function isNearlyOurs(apiVersion: string): boolean {
  const group = groupOf(apiVersion);
  const sorted = (name: string): string => name.split('.').sort().join('.');
  if (isOurs(apiVersion) || group === '' || Object.hasOwn(OTHER_APIS, group)) return true;
  return sorted(group) === sorted(GROUP) || editDistance(group, GROUP, NEAR) <= NEAR;
}

function at(root: string, path: string): string {
  return root === '' ? path : `${root}.${path}`;
}

/** A missing value is an empty text here; a number is what somebody wrote without quotes. */
function textOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}
