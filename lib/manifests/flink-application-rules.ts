// SPDX-License-Identifier: Apache-2.0
// What an application's props mean for each other: combinations that the operator or Flink would ignore or cannot carry out. A list of
// small rules, each seeing the checked props and the configuration made of them; all of them speak, in this order. Rules about the finished
// resource stand with the API and hold for everybody.

import type { Finding } from '../api/finding.ts';
import { nearestName } from '../api/nearest-name.ts';
import { autoscalerOptions } from '../flink/autoscaler-options.ts';
import { flinkVersionAtLeast } from '../flink/flink-version.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { highAvailability } from './application-config.ts';
import type { ApplicationConfig } from './application-config.ts';
import { finding } from './finding.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import { podTemplateFindings } from './pod-template-rules.ts';

type Rule = (props: FlinkApplicationProps, config: ApplicationConfig) => Finding[];

const ParallelismIsDecidedByReplicas: Rule = ({ job, taskManager }, { entries }) => {
  const slots = Number(entries['taskmanager.numberOfTaskSlots'] ?? 1);
  if (taskManager?.replicas === undefined || job?.parallelism === undefined) return [];
  const actual = taskManager.replicas * slots;
  if (actual === job.parallelism) return [];
  return [
    finding(
      'props.ignored',
      'job.parallelism',
      `${job.parallelism} would be ignored: ${taskManager.replicas} TaskManagers with ${slots} slot(s) each make it ${actual}`,
      'remove `job.parallelism` or `taskManager.replicas`',
      'error',
      `${actual}`,
    ),
  ];
};

const HighAvailabilityNeedsStorage: Rule = (props, { entries }) =>
  highAvailability(props) === undefined ||
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

const RedeployNeedsSavepoint: Rule = ({ job }) =>
  job?.redeployNonce === undefined || job.restoreFrom !== undefined
    ? []
    : [
        finding(
          'props.missing',
          'job.restoreFrom',
          'is missing: `job.redeployNonce` says to start from it',
          'give the savepoint, or remove `job.redeployNonce`',
        ),
      ];

const IncrementalNeedsBackend: Rule = ({ state }, { entries }) => {
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

const ForstNeedsFlink2: Rule = ({ state, flinkVersion }) =>
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

const S3NeedsItsScheme: Rule = ({ state }) =>
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

const VolumeHoldsTheState: Rule = ({ state }) =>
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

const PluginIsNamedOnce: Rule = ({ state, env }) =>
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

const OperatorConfigIsForTheOperator: Rule = (_, { origin }) =>
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

/** Keys that the operator sets itself for every application, over whatever the user says; and the prop that decides instead. */
const OVERWRITTEN: Readonly<Record<string, string>> = {
  'parallelism.default': '`job.parallelism`',
  'kubernetes.service-account': '`serviceAccount`',
  'execution.target': '`mode`',
  'kubernetes.namespace': '`metadata.namespace`',
  'kubernetes.cluster-id': '`metadata.name`',
  'high-availability.cluster-id': '`metadata.name`',
  'pipeline.jars': '`job.jar`',
  '$internal.application.main': '`job.entryClass`',
  '$internal.application.program-args': '`job.args`',
};

const ConfigIsNotOverwritten: Rule = (_, { origin }) =>
  [...origin].flatMap(([key, from]) => {
    const instead = Object.hasOwn(OVERWRITTEN, key) ? OVERWRITTEN[key] : undefined;
    return instead === undefined
      ? []
      : [
          finding(
            'props.ignored',
            from,
            'would be ignored: the operator sets it itself',
            `remove it and use ${instead}`,
          ),
        ];
  });

const RULES: readonly Rule[] = [
  ParallelismIsDecidedByReplicas,
  HighAvailabilityNeedsStorage,
  RedeployNeedsSavepoint,
  IncrementalNeedsBackend,
  ForstNeedsFlink2,
  S3NeedsItsScheme,
  VolumeHoldsTheState,
  PluginIsNamedOnce,
  OperatorConfigIsForTheOperator,
  ConfigIsNotOverwritten,
  (props) => podTemplateFindings(props),
];

/** Everything the rules have to say. */
export function applicationFindings(props: FlinkApplicationProps, config: ApplicationConfig): Finding[] {
  return RULES.flatMap((rule) => rule(props, config));
}
