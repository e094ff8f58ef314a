// SPDX-License-Identifier: Apache-2.0
// Field selectors: only the few fields that the real server indexes; everything else is refused rather than ignored.

import { badRequest } from './api-error.ts';
import { at } from '../../runtime/json.ts';
import { storageKey } from './resource-type.ts';
import type { ResourceType } from './resource-type.ts';
import type { StoredObject } from './stored-object.ts';

const EVERYWHERE = ['metadata.name', 'metadata.namespace'];

const BY_RESOURCE: Record<string, readonly string[]> = {
  '/pods': [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  '/events': [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  '/secrets': ['type'],
  '/namespaces': ['status.phase'],
  '/nodes': ['spec.unschedulable'],
  '/services': ['spec.clusterIP', 'spec.type'],
  'apps/replicasets': ['status.replicas'],
  'batch/jobs': ['status.successful'],
};

/**
 * Parses the text of a `fieldSelector` parameter for one resource.
 *
 * @throws ApiError 400 for a field by which this resource cannot be selected.
 */
export function parseFieldSelector(text: string, type: ResourceType): (object: StoredObject) => boolean {
  const allowed = new Set([
    ...EVERYWHERE,
    ...(BY_RESOURCE[storageKey(type)] ?? []),
    ...(type.custom?.selectableFields ?? []).map((path) => path.replace(/^\./, '')),
  ]);
  const tests = text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(part);
      if (match === null) throw badRequest(`invalid selector: '${text}'; can't understand '${part}'`);
      const [, field = '', operator, value = ''] = match;
      if (!allowed.has(field)) throw badRequest(unknownField(field, type));
      return (object: StoredObject): boolean => (textAt(object, field) === value) === (operator !== '!=');
    });
  return (object) => tests.every((test) => test(object));
}

/** The server words it in one way for resources with fields of their own and in another for the rest. */
function unknownField(field: string, type: ResourceType): string {
  const own = BY_RESOURCE[storageKey(type)] ?? type.custom?.selectableFields ?? [];
  return own.length > 0 && type.custom === undefined
    ? `field label not supported: ${field}`
    : type.custom !== undefined
      ? `field label not supported: ${field}`
      : `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`;
}

function textAt(object: StoredObject, field: string): string {
  const path = field === 'source' ? ['source', 'component'] : field.split('.');
  const value = at(object, path);
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}
