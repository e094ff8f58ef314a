// SPDX-License-Identifier: Apache-2.0
// What changed between the spec that is recorded as deployed and the spec that is wanted now, field by field, and what that means for
// the running cluster. What is done about it is decided elsewhere; the classes of the fields stand in lib/api/spec-fields.ts.

import { moreSevere } from '../api/change-class.ts';
import type { ChangeClass } from '../api/change-class.ts';
import { withDefaults } from '../api/defaults.ts';
import type { DeploymentModeName, FlinkDeploymentSpec } from '../api/flink-deployment.ts';
import { sameField } from '../api/same-field.ts';
import type { FieldTable } from '../api/spec-fields.ts';
import { CONFIGURATION_PREFIXES, FLINK_DEPLOYMENT_FIELDS } from '../api/spec-fields.ts';
import { flattenConfiguration } from '../flink/configuration.ts';
import { isObject } from '../runtime/json.ts';

export type { ChangeClass } from '../api/change-class.ts';

export interface FieldChange {
  /** Path below `spec`, for example `job.parallelism` or `flinkConfiguration.taskmanager.numberOfTaskSlots`. */
  path: string;
  /** `undefined` where the field was absent. */
  before: unknown;
  /** `undefined` where the field is absent now. */
  after: unknown;
  class: ChangeClass;
}

export interface SpecDiff {
  /** The most severe class of all changes; `IGNORE` if there is none. */
  class: ChangeClass;
  changes: FieldChange[];
}

/** Fields that all job kinds share; a listing names them after the fields of the kind itself. */
const SHARED_FIELDS: readonly string[] = ['job', 'restartNonce', 'flinkConfiguration'];

/**
 * Compares two specs of a FlinkDeployment; defaults are written out on both sides first.
 *
 * @param before the recorded spec
 * @param after the spec that is wanted, with everything that the autoscaler put into it
 * @param mode how the cluster is deployed; decides whether a number of tasks can be changed in place
 */
export function diffSpec(before: FlinkDeploymentSpec, after: FlinkDeploymentSpec, mode: DeploymentModeName): SpecDiff {
  return diffRecords(withDefaults(before), withDefaults(after), FLINK_DEPLOYMENT_FIELDS, mode);
}

/** The same for the spec of any kind that has a table of fields; defaults must be written out. */
export function diffRecords(before: object, after: object, fields: FieldTable, mode: DeploymentModeName): SpecDiff {
  const changes = diffMembers(before, after, fields, mode, '');
  return {
    class: changes.reduce<ChangeClass>((worst, change) => moreSevere(worst, change.class), 'IGNORE'),
    changes,
  };
}

function diffMembers(
  before: object,
  after: object,
  fields: FieldTable,
  mode: DeploymentModeName,
  prefix: string,
): FieldChange[] {
  return inListingOrder(fields).flatMap(([name, field]) => {
    const old = (before as Record<string, unknown>)[name];
    const now = (after as Record<string, unknown>)[name];
    if (field.shape.kind === 'configuration') return diffConfiguration(old, now, mode, prefix + name);
    if (field.memberwise && field.shape.kind === 'object' && isObject(old) && isObject(now)) {
      return diffMembers(old, now, field.shape.fields, mode, `${prefix}${name}.`);
    }
    if (sameField(old, now, field.shape)) return [];
    if (field.unsettingIsNoChange && now === undefined) return [];
    return [{ path: prefix + name, before: old, after: now, class: field.change[mode] }];
  });
}

function inListingOrder(fields: FieldTable): [string, FieldTable[string]][] {
  const all = Object.entries(fields);
  const shared = all.filter(([name]) => SHARED_FIELDS.includes(name));
  return [...all.filter((entry) => !shared.includes(entry)), ...shared];
}

function diffConfiguration(before: unknown, after: unknown, mode: DeploymentModeName, path: string): FieldChange[] {
  const old = flat(before);
  const now = flat(after);
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return keys
    .filter((key) => old[key] !== now[key])
    .map((key) => ({ path: `${path}.${key}`, before: old[key], after: now[key], class: classOfKey(key, mode) }));
}

function flat(value: unknown): Readonly<Record<string, string>> {
  return isObject(value) ? flattenConfiguration(value) : {};
}

function classOfKey(key: string, mode: DeploymentModeName): ChangeClass {
  for (const { prefix, change } of CONFIGURATION_PREFIXES) {
    const found = change[mode];
    if (found !== undefined && key.startsWith(prefix)) return found;
  }
  return 'UPGRADE';
}

/** One sentence for people: the class, and every field with its old and its new value. */
export function describeDiff(diff: SpecDiff): string {
  if (diff.changes.length === 0) return `${diff.class} change: no field differs`;
  const fields = diff.changes.map(({ path, before, after }) => `${path}: ${shown(before)} -> ${shown(after)}`);
  return `${diff.class} change of ${fields.join(', ')}`;
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'absent';
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}
