// SPDX-License-Identifier: Apache-2.0
// Deletion as a promise: which finalizers a DELETE leaves on an object, and when the object may go.

import type { FieldError } from './api-error.ts';
import type { StoredMeta, StoredObject } from './stored-object.ts';

export const FOREGROUND = 'foregroundDeletion';
export const ORPHAN = 'orphan';
/** Holds a deleted CustomResourceDefinition until its objects are gone; the server itself puts it there. */
export const CLEANUP_FINALIZER = 'customresourcecleanup.apiextensions.k8s.io';

/** The body of a DELETE. */
export interface DeleteOptions {
  gracePeriodSeconds?: number;
  propagationPolicy?: 'Foreground' | 'Background' | 'Orphan';
  orphanDependents?: boolean;
  preconditions?: { uid?: string; resourceVersion?: string };
  dryRun?: string[];
}

/** The finalizers after a DELETE with these options: those of others, and the garbage collector's as asked for. */
export function finalizersForDeletion(metadata: StoredMeta, options: DeleteOptions): string[] {
  const current = metadata.finalizers ?? [];
  const policy =
    options.propagationPolicy ??
    (options.orphanDependents === true ? 'Orphan' : options.orphanDependents === false ? 'Background' : undefined);
  const others = current.filter((finalizer) => finalizer !== FOREGROUND && finalizer !== ORPHAN);
  const kept = policy === undefined ? current.filter((finalizer) => !others.includes(finalizer)) : [];
  if (policy === 'Foreground') return [...others, FOREGROUND];
  if (policy === 'Orphan') return [...others, ORPHAN];
  return [...others, ...kept];
}

/** Nothing may start to hold an object once it is being deleted. */
export function validateFinalizers(before: StoredObject, after: StoredMeta): FieldError[] {
  if (before.metadata.deletionTimestamp === undefined) return [];
  const known = new Set(before.metadata.finalizers ?? []);
  const added = (after.finalizers ?? []).filter((finalizer) => !known.has(finalizer));
  if (added.length === 0) return [];
  return [
    {
      reason: 'FieldValueForbidden',
      field: 'metadata.finalizers',
      message: `Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{${added.map((name) => JSON.stringify(name)).join(', ')}}`,
    },
  ];
}

/** Whether nothing holds the object any more. */
export function mayGo(metadata: StoredMeta): boolean {
  return (
    metadata.deletionTimestamp !== undefined &&
    (metadata.finalizers ?? []).length === 0 &&
    (metadata.deletionGracePeriodSeconds ?? 0) === 0
  );
}
