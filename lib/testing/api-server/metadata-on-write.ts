// SPDX-License-Identifier: Apache-2.0
// Metadata as the server keeps it: what it makes itself on a create, and what an update may not touch.

import { badRequest } from './api-error.ts';
import type { ResourceType } from './resource-type.ts';
import type { DraftObject, StoredMeta } from './stored-object.ts';
import { METADATA_FIELDS } from '../../kubernetes/metadata-fields.ts';

type GivenMeta = NonNullable<DraftObject['metadata']>;

/** @throws ApiError 400 when an object says that it belongs elsewhere. */
export function checkNamespace(ofRequest: string, ofObject: string | undefined, type: ResourceType): void {
  if (!type.namespaced || ofObject === undefined || ofObject === '' || ofObject === ofRequest) return;
  throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
}

/** The metadata of a new object; what a client may not decide is left out or replaced. */
export function initialMetadata(
  type: ResourceType,
  given: GivenMeta,
  made: { name: string; namespace: string; uid: string; creationTimestamp: string },
): StoredMeta {
  const {
    deletionTimestamp: _deleted,
    deletionGracePeriodSeconds: _grace,
    managedFields: _managers,
    generation,
    namespace: _namespace,
    ...kept
  } = knownMembers(given);
  return withoutEmpty({
    ...kept,
    name: made.name,
    ...(type.namespaced ? { namespace: made.namespace } : {}),
    uid: made.uid,
    resourceVersion: '0',
    creationTimestamp: made.creationTimestamp,
    // Where nothing counts generations, the real server keeps whatever a client writes there.
    ...(type.generation ? { generation: 1 } : generation === undefined ? {} : { generation }),
  });
}

/** The metadata of an object after an update: the client's, with the server's own members as they were. */
export function keptMetadata(given: GivenMeta, before: StoredMeta): StoredMeta {
  const { labels, annotations, finalizers, ownerReferences, generateName: _base, ...own } = before;
  const { generateName } = before;
  return withoutEmpty({
    ...(generateName === undefined ? {} : { generateName }),
    ...own,
    ...(given.labels === undefined ? {} : { labels: given.labels }),
    ...(given.annotations === undefined ? {} : { annotations: given.annotations }),
    ...(given.finalizers === undefined ? {} : { finalizers: given.finalizers }),
    ...(given.ownerReferences === undefined ? {} : { ownerReferences: given.ownerReferences }),
  });
}

/** A decoder drops what ObjectMeta does not have. */
function knownMembers(given: GivenMeta): GivenMeta {
  return Object.fromEntries(Object.entries(given).filter(([name]) => METADATA_FIELDS.has(name)));
}

/** Without empty lists and maps: they are not stored at all. */
export function withoutEmpty(metadata: StoredMeta): StoredMeta {
  const result = { ...metadata };
  for (const field of ['finalizers', 'ownerReferences', 'labels', 'annotations', 'managedFields'] as const) {
    const value: unknown = result[field];
    if (value === null || (typeof value === 'object' && Object.keys(value).length === 0)) delete result[field];
  }
  return result;
}
