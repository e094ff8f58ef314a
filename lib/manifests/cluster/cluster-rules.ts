// SPDX-License-Identifier: Apache-2.0
// What a cluster's props mean for each other: combinations that the operator or Flink would ignore or cannot carry out. A list of small
// rules, each seeing the checked props and the configuration made of them; all of them speak, in this order. Rules about the finished
// resource stand with the API and hold for everybody.

import type { Finding } from '../../api/finding.ts';
import { nearestName } from '../../api/nearest-name.ts';
import { autoscalerOptions } from '../../flink/autoscaler-options.ts';
import { flinkVersionAtLeast } from '../../flink/flink-version.ts';
import { operatorOptions } from '../../flink/operator-options.ts';
import { finding } from '../finding.ts';
import type { ClusterConfiguration } from './cluster-configuration.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import { podTemplateFindings } from './pod-template-rules.ts';

/** One rule about the checked props of a cluster, or of something that has more props. */
export type ClusterRule<P = FlinkClusterProps> = (props: P, config: ClusterConfiguration) => Finding[];

const HighAvailabilityNeedsStorage: ClusterRule = (props, { entries }) =>
  props.highAvailability === undefined ||
  props.highAvailability === false ||
  entries['high-availability.storageDir'] !== undefined ||
  props.state !== undefined
    ? []
    : [
        finding(
          'props.missing',
          'highAvailability.storageDir',
          'is missing: there is no `state` to keep metadata beside',
          'give `state`, or `highAvailability: { storageDir }`',
        ),
      ];

const IncrementalNeedsBackend: ClusterRule = ({ state }, { entries }) => {
  const backend = entries['state.backend.type'] ?? entries['state.backend'] ?? 'hashmap';
  if (state?.incremental !== true || !['hashmap', 'filesystem', 'jobmanager'].includes(backend.toLowerCase()))
    return [];
  return [
    finding(
      'props.ignored',
      'state.incremental',
      `would be ignored: the backend '${backend}' writes full checkpoints`,
      "set `state.backend` to 'rocksdb', or remove this",
      'error',
      "false with 'hashmap'",
    ),
  ];
};

const ForstNeedsFlink2: ClusterRule = ({ state, flinkVersion }) =>
  state?.backend !== 'forst' || flinkVersion === undefined || flinkVersionAtLeast(flinkVersion, 'v2_0')
    ? []
    : [
        finding(
          'props.invalid',
          'state.backend',
          `'forst' does not exist in ${flinkVersion}`,
          "use 'rocksdb', or Flink 2.0 and later",
          'error',
          "'hashmap', 'rocksdb'",
        ),
      ];

const S3NeedsItsScheme: ClusterRule = ({ state }) =>
  state?.s3 === undefined || /^s3[anp]?:/.test(state.directory)
    ? []
    : [
        finding(
          'props.ignored',
          'state.s3',
          `would be ignored: '${state.directory}' is not on S3`,
          'use an s3:// directory, or remove this',
          'error',
          's3://, s3a://, s3p://',
        ),
      ];

const VolumeHoldsTheState: ClusterRule = ({ state }) =>
  state?.volume === undefined ||
  `${state.directory.replace(/^file:\/\/(?=\/)|^file:(?=\/)/, '')}/`.startsWith(
    `${state.volume.mountPath.replace(/\/+$/, '')}/`,
  )
    ? []
    : [
        finding(
          'props.ignored',
          'state.volume',
          `would hold nothing: '${state.directory}' is not below '${state.volume.mountPath}'`,
          'use a directory on the volume',
          'error',
          `file://${state.volume.mountPath}/...`,
        ),
      ];

const PluginIsNamedOnce: ClusterRule = ({ state, env }) =>
  state?.s3?.plugin === undefined || env?.['ENABLE_BUILT_IN_PLUGINS'] === undefined
    ? []
    : [
        finding(
          'props.twice',
          "env['ENABLE_BUILT_IN_PLUGINS']",
          'and `state.s3.plugin` name plugins, and only this one would be seen',
          'list all plugins here, separated by ;, and remove `state.s3.plugin`',
        ),
      ];

const OPERATOR_PREFIXES = ['kubernetes.operator.', 'job.autoscaler.'];
const OPERATOR_KEYS: readonly string[] = [...Object.values(operatorOptions), ...Object.values(autoscalerOptions)].map(
  ({ key }) => key,
);

const OperatorConfigIsForTheOperator: ClusterRule = (_, { origin }) =>
  [...origin].flatMap(([key, from]) => {
    if (!from.startsWith('operatorConfig[') || OPERATOR_PREFIXES.some((prefix) => key.startsWith(prefix))) return [];
    const guess = OPERATOR_KEYS.find((known) => known.endsWith(`.${key}`)) ?? nearestName(key, OPERATOR_KEYS);
    return [
      finding(
        'props.invalid',
        from,
        'is not an option of the operator',
        guess === undefined ? 'move it to `config`' : `did you mean '${guess}'? Options of Flink belong in \`config\``,
        'error',
        'kubernetes.operator.*, job.autoscaler.*',
      ),
    ];
  });

/** Keys that the operator sets itself for every cluster, over whatever the user says; and the prop that decides instead. */
const OVERWRITTEN: Readonly<Record<string, string>> = {
  'kubernetes.service-account': '`serviceAccount`',
  'execution.target': '`mode`',
  'kubernetes.namespace': '`metadata.namespace`',
  'kubernetes.cluster-id': '`metadata.name`',
  'high-availability.cluster-id': '`metadata.name`',
};

/** A rule against keys in `config` that count for nothing, each with the prop that decides instead. */
export function notOverwritten(keys: Readonly<Record<string, string>>): ClusterRule {
  const names = Object.keys(keys);
  return (_, { origin, entries }) =>
    names.flatMap((key) =>
      Object.hasOwn(entries, key)
        ? [
            finding(
              'props.ignored',
              origin.get(key) ?? key,
              'would be ignored: the operator sets it itself',
              `remove it and use ${keys[key]}`,
            ),
          ]
        : [],
    );
}

/** The rules that hold for every cluster. */
export const CLUSTER_RULES: readonly ClusterRule[] = [
  HighAvailabilityNeedsStorage,
  IncrementalNeedsBackend,
  ForstNeedsFlink2,
  S3NeedsItsScheme,
  VolumeHoldsTheState,
  PluginIsNamedOnce,
  OperatorConfigIsForTheOperator,
  notOverwritten(OVERWRITTEN),
  (props) => podTemplateFindings(props),
];
