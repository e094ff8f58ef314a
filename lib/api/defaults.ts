// SPDX-License-Identifier: Apache-2.0
// The spec as the operator means it: every default written out, explicit nulls and unknown members gone, members in recorded order.
// It does not check anything, and it does not look at the operator's own default configuration.

import type { FlinkConfigurationTree, FlinkDeploymentSpec, JobManagerSpec, JobSpec } from './flink-deployment.ts';
import { FLINK_DEPLOYMENT_FIELDS } from './spec-fields.ts';
import type { FieldTable } from './spec-fields.ts';
import { isObject } from '../runtime/json.ts';

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

/** The same for any table of fields, for the other kinds. */
export function materialise(value: object, fields: FieldTable): Record<string, unknown> {
  const given = value as Record<string, unknown>;
  const result: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const member = given[name] ?? (typeof field.default === 'object' ? structuredClone(field.default) : field.default);
    if (member === undefined) continue;
    result[name] = field.shape.kind === 'object' && isObject(member) ? materialise(member, field.shape.fields) : member;
  }
  return result;
}
