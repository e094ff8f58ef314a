// SPDX-License-Identifier: Apache-2.0
// The spec as the operator means it: every default written out, explicit nulls and unknown members gone, members in recorded order.
// It does not check anything, and it does not look at the operator's own default configuration.

import type { FlinkBlueGreenDeploymentSpec, FlinkDeploymentTemplate } from './flink-blue-green-deployment.ts';
import type { FlinkConfigurationTree, FlinkDeploymentSpec, JobManagerSpec, JobSpec } from './flink-deployment.ts';
import type { FlinkSessionJobSpec } from './flink-session-job.ts';
import type { FlinkStateSnapshotSpec, SavepointSpec } from './flink-state-snapshot.ts';
import {
  FLINK_BLUE_GREEN_DEPLOYMENT_FIELDS,
  FLINK_DEPLOYMENT_FIELDS,
  FLINK_SESSION_JOB_FIELDS,
  FLINK_STATE_SNAPSHOT_FIELDS,
} from './spec-fields.ts';
import type { FieldTable, SpecField } from './spec-fields.ts';
import { copy, isObject } from '../runtime/json.ts';

type Has<T, K extends keyof T> = Omit<T, K> & Required<Pick<T, K>>;

export type JobSpecWithDefaults = Has<JobSpec, 'parallelism' | 'args' | 'state' | 'upgradeMode'>;
export type JobManagerSpecWithDefaults = Has<JobManagerSpec, 'replicas'>;

/** A spec in which no member that has a default is missing. */
export type SpecWithDefaults = Omit<FlinkDeploymentSpec, 'job' | 'jobManager' | 'flinkConfiguration'> & {
  job?: JobSpecWithDefaults;
  jobManager?: JobManagerSpecWithDefaults;
  flinkConfiguration: FlinkConfigurationTree;
};

/**
 * Writes the defaults out: `job.args` `[]`, `job.state` `running`, `job.upgradeMode` `stateless`, `job.parallelism` `0`,
 * `jobManager.replicas` `1`, `flinkConfiguration` `{}`. Objects that are absent (`job`, `jobManager`, ...) stay absent. The argument
 * is left as it is.
 */
export function withDefaults(spec: FlinkDeploymentSpec): SpecWithDefaults {
  return materialise(spec, FLINK_DEPLOYMENT_FIELDS) as unknown as SpecWithDefaults;
}

/** The spec of a FlinkSessionJob in which no member that has a default is missing. */
export type SessionJobSpecWithDefaults = Omit<FlinkSessionJobSpec, 'job' | 'flinkConfiguration'> & {
  job?: JobSpecWithDefaults;
  flinkConfiguration: FlinkConfigurationTree;
};

/** Writes out the defaults of a FlinkSessionJob, those of its job like those of an application. */
export function withSessionJobDefaults(spec: FlinkSessionJobSpec): SessionJobSpecWithDefaults {
  return materialise(spec, FLINK_SESSION_JOB_FIELDS) as unknown as SessionJobSpecWithDefaults;
}

/** The spec of a FlinkStateSnapshot in which no member that has a default is missing. */
export type SnapshotSpecWithDefaults = Omit<FlinkStateSnapshotSpec, 'savepoint' | 'backoffLimit'> & {
  savepoint?: Has<SavepointSpec, 'formatType' | 'disposeOnDelete' | 'alreadyExists'>;
  backoffLimit: number;
};

/**
 * Writes out the defaults of a FlinkStateSnapshot: `savepoint.formatType` `CANONICAL`, `savepoint.disposeOnDelete` `true`,
 * `savepoint.alreadyExists` `false`, `backoffLimit` `-1`.
 */
export function withSnapshotDefaults(spec: FlinkStateSnapshotSpec): SnapshotSpecWithDefaults {
  return materialise(spec, FLINK_STATE_SNAPSHOT_FIELDS) as unknown as SnapshotSpecWithDefaults;
}

/** The spec of a FlinkBlueGreenDeployment in which no member that has a default is missing. */
export type BlueGreenSpecWithDefaults = Omit<FlinkBlueGreenDeploymentSpec, 'template'> & {
  template?: Omit<FlinkDeploymentTemplate, 'spec'> & { spec?: SpecWithDefaults };
};

/** Writes out the defaults of a FlinkBlueGreenDeployment: those of the spec in its template. */
export function withBlueGreenDefaults(spec: FlinkBlueGreenDeploymentSpec): BlueGreenSpecWithDefaults {
  return materialise(spec, FLINK_BLUE_GREEN_DEPLOYMENT_FIELDS);
}

/** The same for any table of fields. */
export function materialise(value: object, fields: FieldTable): Record<string, unknown> {
  const given = value as Record<string, unknown>;
  const result: Record<string, unknown> = {};
  for (const name in fields) {
    const field = fields[name] as SpecField;
    const member = given[name] ?? (typeof field.default === 'object' ? copy(field.default) : field.default);
    if (member === undefined) continue;
    result[name] = field.shape.kind === 'object' && isObject(member) ? materialise(member, field.shape.fields) : member;
  }
  return result;
}
