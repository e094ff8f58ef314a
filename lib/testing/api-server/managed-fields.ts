// SPDX-License-Identifier: Apache-2.0
// `metadata.managedFields`: who said what last. Kept only for objects that somebody has applied: on the others nothing depends on it, and
// it would double their size.

import { equal } from '../../runtime/json.ts';
import type { JsonObject } from '../../runtime/json.ts';
import { changedFields, fieldsOf, fromFieldsV1, toFieldsV1 } from './field-set.ts';
import type { FieldPath } from './field-set.ts';
import { apiVersionOf } from './resource-type.ts';
import type { ResourceType } from './resource-type.ts';
import type { StoredObject } from './stored-object.ts';

export interface ManagerEntry {
  readonly manager: string;
  readonly operation: 'Apply' | 'Update';
  readonly apiVersion: string;
  readonly subresource?: string;
  readonly time: string;
  readonly paths: ReadonlySet<FieldPath>;
}

interface WireEntry {
  manager?: string;
  operation?: string;
  apiVersion?: string;
  subresource?: string;
  time?: string;
  fieldsV1?: JsonObject;
}

export function readManagers(object: StoredObject): ManagerEntry[] {
  return ((object.metadata.managedFields ?? []) as WireEntry[]).map((entry) => ({
    manager: entry.manager ?? '',
    operation: entry.operation === 'Apply' ? 'Apply' : 'Update',
    apiVersion: entry.apiVersion ?? '',
    ...(entry.subresource === undefined ? {} : { subresource: entry.subresource }),
    time: entry.time ?? '',
    paths: fromFieldsV1(entry.fieldsV1 ?? {}),
  }));
}

/** The wire form: nobody who has nothing, appliers before updaters, older before younger. */
export function writeManagers(entries: readonly ManagerEntry[]): WireEntry[] {
  return entries
    .filter((entry) => entry.paths.size > 0)
    .sort(
      (a, b) =>
        a.operation.localeCompare(b.operation) || a.time.localeCompare(b.time) || a.manager.localeCompare(b.manager),
    )
    .map(({ paths, ...entry }) => ({ ...entry, fieldsType: 'FieldsV1', fieldsV1: toFieldsV1([...paths].sort()) }));
}

export function sameManager(a: ManagerEntry, b: Pick<ManagerEntry, 'manager' | 'operation' | 'subresource'>): boolean {
  return a.manager === b.manager && a.operation === b.operation && a.subresource === b.subresource;
}

/** The managers after somebody has changed an object without applying: what was changed is theirs now, what is gone nobody's. */
export function managersAfterUpdate(
  type: ResourceType,
  before: StoredObject,
  after: StoredObject,
  by: { manager: string; subresource?: string; time: string },
): unknown[] | undefined {
  const current = before.metadata.managedFields;
  if (current === undefined || current.length === 0) return undefined;
  const { set, gone } = changedFields(
    fieldsOf(type, before as unknown as JsonObject),
    fieldsOf(type, after as unknown as JsonObject),
  );
  if (set.size === 0 && gone.size === 0) return current;
  const entries = readManagers(before);
  const updater: ManagerEntry = { ...by, operation: 'Update', apiVersion: apiVersionOf(type), paths: new Set() };
  const own = entries.find((entry) => sameManager(entry, updater)) ?? updater;
  const others = entries
    .filter((entry) => entry !== own)
    .map((entry) => ({ ...entry, paths: without(entry.paths, (path) => set.has(path) || gone.has(path)) }));
  const paths = new Set([...without(own.paths, (path) => gone.has(path)), ...set]);
  return writeManagers([...others, { ...own, paths, time: equal([...paths], [...own.paths]) ? own.time : by.time }]);
}

export function without(paths: ReadonlySet<FieldPath>, gone: (path: FieldPath) => boolean): Set<FieldPath> {
  return new Set([...paths].filter((path) => !gone(path)));
}
