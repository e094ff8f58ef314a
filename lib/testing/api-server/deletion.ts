// SPDX-License-Identifier: Apache-2.0
// What a DELETE does to an object that may not go at once: the conditions, the grace, the mark.

import { preconditionFailed } from './api-error.ts';
import { CLEANUP_FINALIZER, finalizersForDeletion } from './finalizers.ts';
import type { DeleteOptions } from './finalizers.ts';
import { equal } from '../../runtime/json.ts';
import { withoutEmpty } from './metadata-on-write.ts';
import type { ResourceType } from './resource-type.ts';
import type { StoredObject } from './stored-object.ts';
import { timestamp } from '../../kubernetes/timestamp.ts';

/** `gone`: nothing holds it; `held`: it stays as it is; an object: how it stays. */
export type Deletion = 'gone' | 'held' | StoredObject;

/** @throws ApiError 409 when the object is not the one that was meant. */
export function checkPreconditions(type: ResourceType, object: StoredObject, options: DeleteOptions): void {
  const { preconditions } = options;
  const { name, uid, resourceVersion } = object.metadata;
  if (preconditions?.uid !== undefined && preconditions.uid !== uid) {
    throw preconditionFailed(type, name, uidMismatch(preconditions.uid, uid));
  }
  if (preconditions?.resourceVersion !== undefined && preconditions.resourceVersion !== resourceVersion) {
    throw preconditionFailed(
      type,
      name,
      `the ResourceVersion in the precondition (${preconditions.resourceVersion}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`,
    );
  }
}

export function uidMismatch(wanted: string, found: string): string {
  return `the UID in the precondition (${wanted}) does not match the UID in record (${found}). The object might have been deleted and then recreated`;
}

export function deletionOf(type: ResourceType, before: StoredObject, options: DeleteOptions, nowMs: number): Deletion {
  const { metadata } = before;
  const deleting = metadata.deletionTimestamp !== undefined;
  const finalizers = finalizersForDeletion(metadata, options);
  if (type.kind === 'CustomResourceDefinition' && !deleting) finalizers.push(CLEANUP_FINALIZER);
  const grace = gracePeriod(type, before, options);
  const namespaceIsHeld = holdsNamespace(type, before);
  if (finalizers.length === 0 && !namespaceIsHeld && grace === 0) return 'gone';
  const shorter = deleting && grace < (metadata.deletionGracePeriodSeconds ?? 0);
  if (deleting && !shorter && equal(finalizers, metadata.finalizers ?? [])) return 'held';
  const mark = {
    deletionTimestamp: timestamp(nowMs + grace * 1000),
    deletionGracePeriodSeconds: grace,
    ...(metadata.generation === undefined ? {} : { generation: metadata.generation + 1 }),
  };
  return {
    ...before,
    metadata: withoutEmpty({ ...metadata, finalizers, ...(deleting && !shorter ? {} : mark) }),
    ...(namespaceIsHeld ? { status: { phase: 'Terminating' } } : {}),
  };
}

/** A namespace is held by its spec, not by its metadata, until its content is gone. */
function holdsNamespace(type: ResourceType, object: StoredObject): boolean {
  if (type.kind !== 'Namespace' || type.group !== '') return false;
  return ((object['spec'] as { finalizers?: string[] } | undefined)?.finalizers ?? []).length > 0;
}

/** Seconds that a pod is left to end by itself; nothing else has a grace period. */
function gracePeriod(type: ResourceType, object: StoredObject, options: DeleteOptions): number {
  if (type.kind !== 'Pod' || type.group !== '') return 0;
  const spec = (object['spec'] ?? {}) as { nodeName?: string; terminationGracePeriodSeconds?: number };
  const { phase } = (object['status'] ?? {}) as { phase?: string };
  if (!spec.nodeName || phase === 'Succeeded' || phase === 'Failed') return 0;
  return Math.max(0, options.gracePeriodSeconds ?? spec.terminationGracePeriodSeconds ?? 30);
}
