// SPDX-License-Identifier: Apache-2.0
// The spec as it is kept in `status.reconciliationStatus.lastReconciledSpec` and `lastStableSpec`: one line of JSON that the Java
// operator compares as a string, so it is written byte for byte as Java would. What may be recorded when is the lifecycle's part.

import { materialise, withDefaults } from './defaults.ts';
import type { FlinkDeploymentSpec } from './flink-deployment.ts';
import { javaDouble } from '../flink/java-text.ts';
import { javaJson, javaJsonObject } from './java-json.ts';
import { canonicalModel } from './kubernetes-model.ts';
import { sameMembers } from './same-field.ts';
import type { FieldShape, FieldTable, KubernetesModel } from './spec-fields.ts';
import { FLINK_DEPLOYMENT_FIELDS } from './spec-fields.ts';
import { isObject } from '../runtime/json.ts';

const LARGEST_LONG = 2n ** 63n - 1n;

/** The part beside the spec. Java refuses to read any further key, so there is none. */
export interface RecordedMetadata {
  /** The `apiVersion` of the resource. */
  apiVersion?: string;
  /** Whether the recorded deployment is the first one ever; while it is and fails, the record may be cleared. */
  firstDeployment: boolean;
}

export interface RecordedSpec {
  /** With all defaults written out. */
  spec: FlinkDeploymentSpec;
  /** Missing in records of release 1.0; to be treated as `firstDeployment: false`. */
  metadata?: RecordedMetadata;
}

/** A record that is not JSON, or not an object: nobody can tell what was deployed. */
export class UnreadableRecordedSpec extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(
      `The recorded spec in status.reconciliationStatus cannot be read: ${reason}. It must be a JSON object with the members ` +
        `"spec" and "resource_metadata". Restore the field from a backup, or delete the resource and create it again with ` +
        `job.initialSavepointPath.`,
      options,
    );
    this.name = 'UnreadableRecordedSpec';
  }
}

/** The record as text, in the canonical form of the Java operator. */
export function writeRecordedSpec(spec: FlinkDeploymentSpec, metadata: RecordedMetadata): string {
  return writeRecord(spec, FLINK_DEPLOYMENT_FIELDS, metadata);
}

/**
 * The same for the spec of any kind that has a table of fields. Without `metadata` there is no such part: that is how the record of a
 * FlinkBlueGreenDeployment looks.
 */
export function writeRecord(spec: object, fields: FieldTable, metadata?: RecordedMetadata): string {
  if (metadata === undefined) return javaJsonObject([['spec', writeSpec(spec, fields)]]);
  const about: [string, string][] = [];
  if (metadata.apiVersion !== undefined) about.push(['apiVersion', javaJson(metadata.apiVersion)]);
  about.push(['firstDeployment', javaJson(metadata.firstDeployment)]);
  return javaJsonObject([
    ['spec', writeSpec(spec, fields)],
    ['resource_metadata', javaJsonObject(about)],
  ]);
}

/** A spec alone as canonical text. */
export function writeSpec(spec: object, fields: FieldTable): string {
  return writeMembers(materialise(spec, fields), fields);
}

function writeMembers(value: Record<string, unknown>, fields: FieldTable): string {
  return javaJsonObject(
    Object.entries(fields).map(([name, field]) => [name, writeField(value[name], field.shape)] as const),
  );
}

function writeField(value: unknown, shape: FieldShape): string {
  if (value === undefined || value === null) return 'null';
  if (shape.kind === 'object') return writeMembers(value as Record<string, unknown>, shape.fields);
  if (shape.kind === 'double') return typeof value === 'number' ? javaDouble(value) : javaJson(value);
  if (shape.kind === 'kubernetes')
    return javaJson(shape.list ? canonicalList(value, shape.model) : canonicalModel(value, shape.model));
  // JavaScript reads the largest nonces as one more than Java's largest number, which Java would refuse to read back.
  if (typeof value === 'number' && value >= Number(LARGEST_LONG)) return LARGEST_LONG.toString();
  return javaJson(value);
}

function canonicalList(value: unknown, model: KubernetesModel): unknown {
  return Array.isArray(value) ? value.map((element) => canonicalModel(element, model)) : value;
}

/**
 * Reads a record of any release: with `resource_metadata`, with the `metadata` inside it that releases 1.1 to 1.9 wrote, and the bare
 * spec of release 1.0. Unknown members are passed over.
 *
 * @throws UnreadableRecordedSpec if the text is not a JSON object.
 */
export function readRecordedSpec(text: string): RecordedSpec {
  return readRecordOf(text, withDefaults);
}

/**
 * The same for a record of any kind.
 *
 * @param defaults writes out the defaults of the kind
 * @throws UnreadableRecordedSpec if the text is not a JSON object.
 */
export function readRecordOf<T>(
  text: string,
  defaults: (spec: Record<string, unknown>) => T,
): { spec: T; metadata?: RecordedMetadata } {
  const { spec, metadata } = readRecord(text);
  return { spec: defaults(spec), ...(metadata === undefined ? {} : { metadata }) };
}

/** The parts of a record of any kind, the spec as it stands there. */
export function readRecord(text: string): { spec: Record<string, unknown>; metadata?: RecordedMetadata } {
  const record = parseObject(text);
  const about = record['resource_metadata'];
  if (!isObject(about)) {
    // Release 1.0 wrote the spec itself, the kinds without metadata write `{"spec": ...}`.
    return { spec: isObject(record['spec']) ? record['spec'] : record };
  }
  const spec = record['spec'];
  if (!isObject(spec)) throw new UnreadableRecordedSpec('"spec" is not an object');
  const metadata: RecordedMetadata = { firstDeployment: about['firstDeployment'] === true };
  if (typeof about['apiVersion'] === 'string') metadata.apiVersion = about['apiVersion'];
  return { spec, metadata };
}

/**
 * Whether two records mean the same spec, however each is spelled: what the Java operator tells from the equality of the strings.
 * Metadata does not count. Records that cannot be read are the same only if their texts are equal.
 *
 * @param fields those of the kind; default FlinkDeployment
 */
export function sameRecordedSpec(
  a: string | undefined,
  b: string | undefined,
  fields: FieldTable = FLINK_DEPLOYMENT_FIELDS,
): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  const read = (text: string): object => readRecordOf(text, (spec) => materialise(spec, fields)).spec;
  try {
    return sameMembers(read(a), read(b), fields);
  } catch (error) {
    if (error instanceof UnreadableRecordedSpec) return false;
    throw error;
  }
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UnreadableRecordedSpec(cause instanceof Error ? cause.message : String(cause), { cause });
  }
  if (!isObject(value)) throw new UnreadableRecordedSpec('it is not a JSON object');
  return value;
}
