// SPDX-License-Identifier: Apache-2.0
// Everything that is wrong with the Flink resources in some files, each with its place. Other resources are passed over without a word.
// Files are given as texts: nothing is read, and nothing is asked of a cluster.

import { checkResource } from '../api/check-resource.ts';
import type { Finding } from '../api/finding.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { flinkVersionMeant } from '../flink/flink-version.ts';
import { DEFAULT_CONFIGURATION } from '../manifests/default-configuration.ts';
import { operatorConfiguration } from '../manifests/effective-configuration.ts';
import { isObject } from '../runtime/json.ts';
import type { Identified } from './identify.ts';
import type { LocatedFinding } from './located-finding.ts';
import { nameOf, Neighbours } from './neighbours.ts';
import { holdsForAPart, partialFinding } from './partial.ts';
import { readResources } from './read-resources.ts';
import type { SourceFile, SourceResource } from './read-resources.ts';

export interface CheckOptions {
  /** The operator's own configuration; what an installation without any changes has if it is not given. */
  readonly operatorConfiguration?: FlatConfiguration;
}

/** What was found, and in how much. */
export interface CheckReport {
  /** By file, in the order of the files, then by place, the worst first. */
  readonly findings: readonly LocatedFinding[];
  /** How many documents with any content there were. */
  readonly documents: number;
  /** How many of our resources were in them. */
  readonly resources: number;
}

const SEVERITIES = { error: 0, warning: 1, hint: 2 } as const;

/** Checks every resource of the API in the files. */
export function checkFiles(files: readonly SourceFile[], options: CheckOptions = {}): CheckReport {
  const { resources, findings, documents } = readResources(files);
  const neighbours = new Neighbours(resources.filter(({ partial }) => partial === undefined));
  const found = resources.flatMap((resource) =>
    findingsOf(resource, neighbours, options).map((finding) => located(finding, resource)),
  );
  const order = new Map(files.map(({ name }, index) => [name, index]));
  const sorted = [...findings, ...found].sort(
    (a, b) =>
      (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) ||
      a.line - b.line ||
      a.column - b.column ||
      SEVERITIES[a.severity] - SEVERITIES[b.severity],
  );
  return { findings: sorted, documents, resources: resources.length };
}

/** The operator's configuration as one resource sees it. */
function operatorDefaultsFor(
  resource: Identified['resource'],
  base: FlatConfiguration = DEFAULT_CONFIGURATION,
): FlatConfiguration {
  const { namespace = 'default' } = nameOf(resource);
  const spec = isObject(resource['spec']) ? resource['spec'] : {};
  const template = isObject(spec['template']) && isObject(spec['template']['spec']) ? spec['template']['spec'] : {};
  const written = spec['flinkVersion'] ?? template['flinkVersion'];
  const version = typeof written === 'string' ? flinkVersionMeant(written) : undefined;
  return version === undefined
    ? operatorConfiguration(base, namespace)
    : operatorConfiguration(base, namespace, version);
}

function findingsOf(
  resource: SourceResource,
  neighbours: Neighbours,
  { operatorConfiguration: base }: CheckOptions,
): Finding[] {
  const operatorDefaults = operatorDefaultsFor(resource.resource, base);
  const found = checkResource(resource.resource, { operatorDefaults, ...neighbours.contextOf(resource) });
  const { partial } = resource;
  if (partial !== undefined) {
    return [partialFinding(resource, partial.missing, partial.certain), ...found.filter(holdsForAPart)];
  }
  return [...found, ...storedFindings(resource), ...neighbours.findings(resource)];
}

/** What `kubectl get -o yaml` shows is not quite what can be applied. */
function storedFindings({ resource }: SourceResource): Finding[] {
  const metadata = isObject(resource['metadata']) ? resource['metadata'] : {};
  if (typeof metadata['resourceVersion'] !== 'string') return [];
  return [
    {
      code: 'document.stored-object',
      path: 'metadata.resourceVersion',
      message:
        'This comes from a cluster: once the object there has changed, nothing with this resourceVersion can be applied to it.',
      remedy:
        'To apply it, remove metadata.resourceVersion, uid, creationTimestamp, generation and managedFields, and status.',
      severity: 'hint',
    },
  ];
}

function located(finding: Finding, { document, root, file, kind, resource }: SourceResource): LocatedFinding {
  const { line, column, source } = document.place(finding.path, root);
  const exact =
    finding.code === 'schema.inexact-number' && source !== undefined ? exactNumber(finding, source) : finding;
  return { ...exact, file, line, column, document: document.index, kind, ...nameOf(resource) };
}

/** Says what stands in the file; beyond 64 bits the API server takes it for a number that is not whole. */
function exactNumber(finding: Finding, source: string): Finding {
  const digits = source.replace(/_/gu, '');
  const fits = !/^[-+]?\d+$/u.test(digits) || BigInt.asIntN(64, BigInt(digits)) === BigInt(digits);
  if (fits) {
    return {
      ...finding,
      message: `${source} is so large that its last digits may be lost; a small change of it may go unnoticed.`,
    };
  }
  return {
    ...finding,
    code: 'schema.wrong-type',
    message: `${source} is no number of 64 bits; the API server refuses it.`,
    severity: 'error',
  };
}
