// SPDX-License-Identifier: Apache-2.0
// Flink's configuration as editors see it: keys to choose from, with the types of their values. Types only; what is really checked, by
// value and by version, is checkConfiguration.

import type { KeysSince, KeysUntil, OptionValues } from './option-values.ts';
import type { ListValue, MapValue, Scalar } from './values.ts';

/**
 * A Flink configuration, flat (`{ 'rest.port': 8081 }`) or nested (`{ rest: { port: 8081 } }`), with any keys of connectors and of your
 * own. Editors complete the keys of all Flink versions and the words of enumerations, and show defaults; older names are struck through.
 * A text is accepted for every option, so that a configuration may come from anywhere.
 *
 * Whether keys and values are right for the Flink version is checked when the resource is made. It is one type for all versions, because
 * props that are generic in the version would get in the way of everybody who passes them on. To have the compiler see to the version as
 * well, which costs it some hundredths of a second:
 *
 * @example
 * const config = { 'execution.checkpointing.interval': '1 min' } satisfies FlinkConfigOf<'v1_20'>;
 */
export interface FlinkConfig extends LooseOptionValues {
  readonly [key: string]: unknown;
}

/**
 * Options of the operator that count in a resource: `kubernetes.operator.*` and `job.autoscaler.*`, flat or nested, and any others that its
 * plug-ins read.
 */
export interface OperatorConfig extends LooseOperatorValues {
  readonly [key: string]: unknown;
}

type LooseOperatorValues = {
  readonly [Key in keyof LooseOptionValues as Key extends OperatorKey ? Key : never]?: LooseOptionValues[Key];
};

type OperatorKey = `${'kubernetes.operator' | 'job.autoscaler'}.${string}`;

/** The precise types with any text beside them; `string & {}` keeps the words for completion. */
type LooseOptionValues = { readonly [Key in keyof OptionValues]?: OptionValues[Key] | (string & {}) | undefined };

/** The Flink versions whose options are known. */
export type FlinkConfigVersion = keyof KeysSince | keyof KeysUntil;

/**
 * A flat configuration that holds nothing but options of one Flink version, of the operator, and of open families such as `s3.*`: for
 * `satisfies`, which points to misspelt keys, to keys of other versions and to values of a wrong type in the editor.
 */
export type FlinkConfigOf<Version extends FlinkConfigVersion> = {
  readonly [Key in Exclude<keyof OptionValues, KeysAbsentIn<Version>>]?: OptionValues[Key];
} & OpenFamilies;

interface OpenFamilies {
  readonly [key: OpenKey]: Scalar | ListValue | MapValue;
}

type OpenKey =
  | `${'metrics' | 'traces' | 'events'}.reporter.${string}.${string}`
  | `${'s3' | 's3a' | 'gs' | 'azure' | 'fs' | 'presto.s3' | 'flink.hadoop'}.${string}`
  | `containerized.${'master' | 'taskmanager'}.env.${string}`
  | `${'external-resource' | 'sql-gateway.endpoint' | 'security.delegation.token'}.${string}`
  | `kubernetes.${string}.${'annotations' | 'labels' | 'node-selector'}.${string}`
  | `pipeline.global-job-parameters.${string}`;

type KeysAbsentIn<Version extends FlinkConfigVersion> =
  | KeysSince[Exclude<Later[Version], 'v1_16'>]
  | KeysUntil[Exclude<FlinkConfigVersion, Later[Version] | Version | 'v2_3'>];

/** The versions after each. */
interface Later {
  readonly v1_16: 'v1_17' | Later['v1_17'];
  readonly v1_17: 'v1_18' | Later['v1_18'];
  readonly v1_18: 'v1_19' | Later['v1_19'];
  readonly v1_19: 'v1_20' | Later['v1_20'];
  readonly v1_20: 'v2_0' | Later['v2_0'];
  readonly v2_0: 'v2_1' | Later['v2_1'];
  readonly v2_1: 'v2_2' | Later['v2_2'];
  readonly v2_2: 'v2_3';
  readonly v2_3: never;
}
