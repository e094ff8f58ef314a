// SPDX-License-Identifier: Apache-2.0
// Server-side apply: a manager says everything it cares about, and owns exactly that. What it said before and says no more goes, unless
// somebody else owns it too; what another owns with a different value is a conflict, unless forced.

import { parse } from 'yaml';
import { ApiError, badRequest } from './api-error.ts';
import { mergeApplied, removeFields } from './apply-merge.ts';
import { fieldsOf, showPath } from './field-set.ts';
import type { FieldPath } from './field-set.ts';
import { equal, isObject } from '../../runtime/json.ts';
import type { JsonObject } from '../../runtime/json.ts';
import { readManagers, sameManager, without, writeManagers } from './managed-fields.ts';
import type { ManagerEntry } from './managed-fields.ts';
import type { Operations, Part, Place } from './operations.ts';
import type { RequestContext } from './request-context.ts';
import { apiVersionOf } from './resource-type.ts';
import type { StoredObject } from './stored-object.ts';

export interface ApplyOptions {
  readonly part: Part;
  readonly force: boolean;
  /** The `fieldManager` parameter; required. */
  readonly manager: string;
  readonly time: string;
  readonly context: RequestContext;
}

/** @throws ApiError 422 without a manager, 409 for conflicts, and whatever a create or update throws. */
export function applyServerSide(
  operations: Operations,
  place: Place,
  body: string,
  options: ApplyOptions,
): StoredObject {
  const { type, name } = place;
  const { part, manager, time, context } = options;
  if (manager === '') throw managerRequired();
  const wanted = read(body, place);
  const before = operations.find(place);
  const subresource = part === 'status' ? { subresource: 'status' } : {};
  const identity = { manager, operation: 'Apply' as const, ...subresource };
  const said = fieldsOf(type, wanted);
  const owned = new Set([...said.keys()].filter((path) => isOfPart(path, part, type.statusSubresource)));
  const entry: ManagerEntry = { ...identity, apiVersion: apiVersionOf(type), time, paths: owned };
  if (before === undefined) {
    const draft = { ...wanted, metadata: { ...(wanted['metadata'] as JsonObject | undefined), name } };
    return operations.create(type, place.namespace, draft, { ...context, managedFields: writeManagers([entry]) });
  }
  const live = before as unknown as JsonObject;
  const entries = readManagers(before);
  const mine = entries.find((each) => sameManager(each, identity));
  const others = entries.filter((each) => each !== mine);
  const values = fieldsOf(type, live);
  const differs = (path: FieldPath): boolean => owned.has(path) && !equal(values.get(path), said.get(path));
  const conflicts = others.flatMap((other) => [...other.paths].filter(differs).map((path) => ({ other, path })));
  if (conflicts.length > 0 && !options.force) throw conflictOf(conflicts);
  const left = others.map((other) => ({ ...other, paths: without(other.paths, differs) }));
  const gone = without(
    mine?.paths ?? new Set(),
    (path) => owned.has(path) || left.some((other) => other.paths.has(path)),
  );
  const merged = removeFields(type, mergeApplied(type, live, wanted), gone, wanted);
  const unchanged =
    mine !== undefined &&
    equal([...mine.paths].sort(), [...owned].sort()) &&
    conflicts.length === 0 &&
    equal(merged, live);
  const managedFields = unchanged ? (before.metadata.managedFields ?? []) : writeManagers([...left, entry]);
  return operations.replace(place, before, merged, part, { ...context, managedFields });
}

function read(body: string, place: Place): JsonObject {
  let wanted: unknown;
  try {
    wanted = parse(body);
  } catch (error) {
    throw badRequest(`error decoding YAML: ${(error as Error).message}`);
  }
  if (!isObject(wanted)) throw badRequest('error decoding YAML: an apply configuration is an object');
  const { apiVersion, kind, metadata } = wanted;
  if (apiVersion === undefined || kind === undefined)
    throw badRequest(`invalid object type: /, Kind=${typeof kind === 'string' ? kind : ''}`);
  const given = isObject(metadata) ? metadata['name'] : undefined;
  if (typeof given === 'string' && given !== place.name) {
    throw badRequest(`the name of the object (${given}) does not match the name on the URL (${place.name})`);
  }
  if (isObject(metadata) && metadata['managedFields'] !== undefined)
    throw badRequest('metadata.managedFields must be nil');
  return wanted as JsonObject;
}

/** What the endpoint ignores, its caller does not own. */
function isOfPart(path: FieldPath, part: Part, statusSubresource: boolean): boolean {
  const ofStatus = path === 'f:status' || path.startsWith('f:status\u0000');
  return statusSubresource ? ofStatus === (part === 'status') : true;
}

function managerRequired(): ApiError {
  const message = 'Required value: is required for apply patch';
  return new ApiError(422, 'Invalid', `PatchOptions.meta.k8s.io "" is invalid: fieldManager: ${message}`, {
    group: 'meta.k8s.io',
    kind: 'PatchOptions',
    causes: [{ reason: 'FieldValueRequired', message, field: 'fieldManager' }],
  });
}

function conflictOf(conflicts: readonly { other: ManagerEntry; path: FieldPath }[]): ApiError {
  const causes = conflicts.map(({ other, path }) => ({
    reason: 'FieldManagerConflict',
    message: `conflict with "${other.manager}"${other.subresource === undefined ? '' : ` with subresource "${other.subresource}"`}${other.operation === 'Update' ? ` using ${other.apiVersion}` : ''}`,
    field: showPath(path),
  }));
  const text =
    causes.length === 1
      ? `Apply failed with 1 conflict: ${causes[0]?.message ?? ''}: ${causes[0]?.field ?? ''}`
      : `Apply failed with ${causes.length} conflicts: ${causes.map((cause) => `${cause.message}: ${cause.field}`).join('\n')}`;
  return new ApiError(409, 'Conflict', text, { causes });
}
