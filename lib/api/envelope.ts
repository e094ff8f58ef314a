// SPDX-License-Identifier: Apache-2.0
// What stands round spec and status and is the same for every kind: the members of the object, its metadata, and a status that the API server
// will not take. Names that a kind is particular about are its own rules' business.

import { METADATA_FIELDS } from '../kubernetes/metadata-fields.ts';
import { isObject } from '../runtime/json.ts';
import type { Finding } from './finding.ts';
import { nearestName } from './nearest-name.ts';
import { FLINK_DEPLOYMENT_FIELDS, FLINK_SESSION_JOB_FIELDS, FLINK_STATE_SNAPSHOT_FIELDS } from './spec-fields.ts';
import { annotationFindings, labelFindings, wrongType } from './rules/labels.ts';

/** Never deployed by any operator: it only shows that one is alive. */
const CANARY_LABEL = 'flink.apache.org/canary';

const MEMBERS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'spec', 'status']);

/** Kinds of which clusters are made; their names obey a narrower rule. */
const NARROWER_NAMES: ReadonlySet<string> = new Set(['FlinkDeployment', 'FlinkBlueGreenDeployment']);

const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const NAMESPACE = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const LONGEST_NAME = 253;

type Members = Record<string, unknown>;

/** The findings, and the resource as the API server will read it. */
export function checkEnvelope(resource: Members, kind: string): { findings: Finding[]; sent: Members } {
  const findings: Finding[] = [];
  for (const name in resource) if (!MEMBERS.has(name)) findings.push(unknownField('', name, MEMBERS, kind));
  const metadata = resource['metadata'] ?? {};
  if (!isObject(metadata)) {
    findings.push(wrongType('metadata', metadata, 'an object'));
    return { findings, sent: { ...resource, metadata: {} } };
  }
  for (const name in metadata)
    if (!METADATA_FIELDS.has(name)) findings.push(unknownField('metadata', name, METADATA_FIELDS, kind));
  const labels = labelFindings(metadata['labels'], 'metadata.labels');
  const annotations = annotationFindings(metadata['annotations'], 'metadata.annotations');
  if (labels.length > 0 || annotations.length > 0) findings.push(...labels, ...annotations);
  const texts = ['name', 'generateName', 'namespace'] as const;
  const malformed = texts.filter((name) => typeof (metadata[name] ?? '') !== 'string');
  for (const name of malformed) findings.push(wrongType(`metadata.${name}`, metadata[name], 'a string'));
  const readable = malformed.length === 0 ? metadata : omit(metadata, malformed);
  findings.push(...nameFindings(readable, kind, malformed.length > 0));
  const sent = readable === resource['metadata'] ? resource : { ...resource, metadata: readable };
  const { status } = resource;
  if (status === undefined || status === null || typeof metadata['uid'] === 'string') return { findings, sent };
  findings.push(statusIgnored());
  return { findings, sent: omit(sent, ['status']) };
}

/** Whether the resource is one of those that only show that an operator is alive. */
export function isCanary({ metadata }: Members): boolean {
  const labels = isObject(metadata) ? metadata['labels'] : undefined;
  const value = isObject(labels) ? labels[CANARY_LABEL] : undefined;
  return typeof value === 'string' && value.toLowerCase() === 'true';
}

function nameFindings(metadata: Members, kind: string, isMalformed: boolean): Finding[] {
  const { name, generateName, namespace } = metadata as Record<string, string | null | undefined>;
  const findings: Finding[] = [];
  if (typeof namespace === 'string' && namespace !== '' && !NAMESPACE.test(namespace))
    findings.push(notAName('namespace', namespace));
  const isNamed = typeof name === 'string' && name !== '';
  if (!NARROWER_NAMES.has(kind) && !isMalformed) {
    if (isNamed ? !isSubdomain(name) : typeof generateName !== 'string') findings.push(notAName('name', name ?? ''));
    else if (!isNamed && !isSubdomain(`${generateName ?? ''}x`))
      findings.push(notAName('generateName', generateName ?? ''));
  }
  if (!isNamed && typeof generateName === 'string' && generateName !== '') {
    findings.push({
      code: 'metadata.generated-name',
      path: 'metadata.generateName',
      message:
        'The name is made when the resource is created, so the resource can be created, but neither applied nor changed by this text.',
      allowed: 'kubectl create',
      remedy: 'Set metadata.name, unless a new resource is wanted every time.',
      severity: 'hint',
    });
  }
  return findings;
}

function isSubdomain(name: string): boolean {
  return name.length <= LONGEST_NAME && SUBDOMAIN.test(name);
}

function notAName(member: 'name' | 'generateName' | 'namespace', text: string): Finding {
  return {
    code: 'metadata.name-not-allowed',
    path: `metadata.${member}`,
    message:
      text === ''
        ? 'The resource has no name.'
        : `"${text}" cannot be a ${member === 'namespace' ? 'namespace' : 'name'}.`,
    allowed:
      member === 'namespace'
        ? 'at most 63 lower-case letters, digits and "-"; a letter or digit first and last'
        : `at most ${LONGEST_NAME} lower-case letters, digits, "-" and "."; a letter or digit first and last`,
    remedy: text === '' ? 'Set metadata.name.' : `Choose another metadata.${member}.`,
    severity: 'error',
  };
}

function isSpecField(name: string): boolean {
  return [FLINK_DEPLOYMENT_FIELDS, FLINK_SESSION_JOB_FIELDS, FLINK_STATE_SNAPSHOT_FIELDS].some((fields) =>
    Object.hasOwn(fields, name),
  );
}

function unknownField(parent: string, name: string, known: ReadonlySet<string>, kind: string): Finding {
  const meant = nearestName(name, [...known]);
  const path = parent === '' ? name : `${parent}.${name}`;
  return {
    code: 'schema.unknown-field',
    path,
    message: `There is no field "${name}" in ${parent === '' ? `a ${kind}` : parent}; it would be dropped without a word.`,
    allowed: [...known].sort().join(', '),
    remedy:
      meant === undefined
        ? parent === '' && isSpecField(name)
          ? `Move it to spec.${name}: give it the indentation of the other fields of spec.`
          : `Remove "${name}", or put it where it belongs: under spec, most likely.`
        : `Write "${meant}" instead of "${name}", or remove it.`,
    severity: 'error',
  };
}

/** A status is written by a request of its own; in any other it is dropped. */
function statusIgnored(): Finding {
  return {
    code: 'metadata.status-ignored',
    path: 'status',
    message: 'The status is what the operator tells; in a resource that is created or applied it is dropped.',
    remedy: 'Remove it. To go on from the state of an old resource set spec.job.initialSavepointPath.',
    severity: 'hint',
  };
}

function omit(value: Members, names: readonly string[]): Members {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}
