// SPDX-License-Identifier: Apache-2.0
// What a cluster's props mean for each other: combinations that the operator or Flink would ignore or cannot carry out. A list of small
// rules, each seeing the checked props and the configuration made of them; all of them speak, in this order. Rules about the finished
// resource stand with the API and hold for everybody.

import type { Finding } from '../../api/finding.ts';
import { nearestName } from '../../api/nearest-name.ts';
import { autoscalerOptions } from '../../flink/autoscaler-options.ts';
import { flinkVersionAtLeast } from '../../flink/flink-version.ts';
import { isOperatorKey } from '../../flink/operator-key.ts';
import { operatorOptions } from '../../flink/operator-options.ts';
import { finding } from '../finding.ts';
import type { ClusterConfiguration } from './cluster-configuration.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import { PLUGINS_VARIABLE } from '../../flink/official-image.ts';
import { secretsInConfiguration } from './secrets.ts';

/** One rule about the checked props of a cluster, or of something that has more props. */
export type ClusterRule<P = FlinkClusterProps> = (props: P, config: ClusterConfiguration) => readonly Finding[];

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

/** Members of a state store that belong to one file system, and the schemes of that. */
const SCHEMES = {
  s3: { pattern: /^s3[anp]?:/, allowed: 's3://, s3a://, s3p://', name: 'on S3' },
  gcs: { pattern: /^gs:/, allowed: 'gs://', name: 'in Google Cloud Storage' },
  azure: { pattern: /^(abfs|wasb)s?:/, allowed: 'abfs://, abfss://, wasb://, wasbs://', name: 'in Azure' },
} as const;

const FileSystemNeedsItsScheme: ClusterRule = ({ state }) =>
  state === undefined
    ? []
    : (['s3', 'gcs', 'azure'] as const).flatMap((member) => {
        const { pattern, allowed, name } = SCHEMES[member];
        if (state[member] === undefined || pattern.test(state.directory)) return [];
        return [
          finding(
            'props.ignored',
            `state.${member}`,
            `would be ignored: '${state.directory}' is not ${name}`,
            `use a ${allowed.split(',')[0]} directory, or remove this`,
            'error',
            allowed,
          ),
        ];
      });

const AzureKeyNeedsTheOlderDriver: ClusterRule = ({ state }) =>
  state?.azure?.credentials === undefined || !/^abfss?:/.test(state.directory)
    ? []
    : [
        finding(
          'props.ignored',
          'state.azure.credentials',
          'would be ignored: for abfs:// and abfss:// Flink reads an account key from its configuration only, which everybody can read',
          'use workload identity and remove this, or a wasbs:// directory',
          'error',
          'wasb://, wasbs://',
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

const PluginIsNamedOnce: ClusterRule = ({ state, env }) => {
  if (env?.[PLUGINS_VARIABLE] === undefined) return [];
  const member = (['s3', 'gcs', 'azure'] as const).find((name) => state?.[name]?.plugin !== undefined);
  return member === undefined
    ? []
    : [
        finding(
          'props.twice',
          `env['${PLUGINS_VARIABLE}']`,
          `and \`state.${member}.plugin\` name plugins, and only this one would be seen`,
          `list all plugins here, separated by ;, and remove \`state.${member}.plugin\``,
        ),
      ];
};

const LoggingIsSaidOnce: ClusterRule = ({ logging, logConfiguration }) => {
  if (logging === undefined || logConfiguration === undefined) return [];
  const { log4j, logback } = logging;
  const files = [
    ...(logback === undefined || log4j !== undefined ? ['log4j-console.properties'] : []),
    ...(logback === undefined ? [] : ['logback-console.xml']),
  ];
  return files
    .filter((file) => logConfiguration[file] !== undefined)
    .map((file) =>
      finding(
        'props.twice',
        `logConfiguration['${file}']`,
        'and `logging` say the same thing, and only `logging` would count',
        'remove one of the two',
      ),
    );
};

const OPERATOR_KEYS: readonly string[] = [...Object.values(operatorOptions), ...Object.values(autoscalerOptions)].map(
  ({ key }) => key,
);

const OperatorConfigIsForTheOperator: ClusterRule = (_, { origin }) =>
  [...origin].flatMap(([key, from]) => {
    if (!from.startsWith('operatorConfig[') || isOperatorKey(key)) return [];
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

const NoSecretInTheOpen: ClusterRule = (_, config) => secretsInConfiguration(config);

/** The rules that hold for every cluster. */
export const CLUSTER_RULES: readonly ClusterRule[] = [
  HighAvailabilityNeedsStorage,
  IncrementalNeedsBackend,
  ForstNeedsFlink2,
  FileSystemNeedsItsScheme,
  AzureKeyNeedsTheOlderDriver,
  VolumeHoldsTheState,
  PluginIsNamedOnce,
  LoggingIsSaidOnce,
  OperatorConfigIsForTheOperator,
  notOverwritten(OVERWRITTEN),
  NoSecretInTheOpen,
];
