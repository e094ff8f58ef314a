// SPDX-License-Identifier: Apache-2.0
// The options of the autoscaler, `job.autoscaler.*`: keys, older keys, defaults and types. Durations are milliseconds, sizes bytes.
// Names are the keys without the prefix. Made by scripts/generate-operator-options.ts; do not edit.

import type { ConfigOption } from './configuration.ts';
import {
  booleanOption,
  doubleOption,
  durationOption,
  enumOption,
  intOption,
  listOption,
  memoryOption,
  stringOption,
} from './typed-options.ts';

export const autoscalerOptions: {
  readonly enabled: ConfigOption<boolean>;
  readonly scalingEnabled: ConfigOption<boolean>;
  readonly metricsWindow: ConfigOption<number>;
  readonly stabilizationInterval: ConfigOption<number>;
  readonly excludedPeriods: ConfigOption<readonly string[]>;
  readonly utilizationTarget: ConfigOption<number>;
  readonly targetUtilizationBoundary: ConfigOption<number>;
  readonly utilizationMax: ConfigOption<number | undefined>;
  readonly utilizationMin: ConfigOption<number | undefined>;
  readonly scaleDownInterval: ConfigOption<number>;
  readonly vertexMinParallelism: ConfigOption<number>;
  readonly vertexMaxParallelism: ConfigOption<number>;
  readonly scaleDownMaxFactor: ConfigOption<number>;
  readonly scaleUpMaxFactor: ConfigOption<number>;
  readonly catchUpDuration: ConfigOption<number>;
  readonly restartTime: ConfigOption<number>;
  readonly restartTimeTrackingEnabled: ConfigOption<boolean>;
  readonly restartTimeTrackingLimit: ConfigOption<number>;
  readonly backlogProcessingLagThreshold: ConfigOption<number>;
  readonly observedTrueProcessingRateLagThreshold: ConfigOption<number>;
  readonly observedTrueProcessingRateSwitchThreshold: ConfigOption<number>;
  readonly observedTrueProcessingRateMinObservations: ConfigOption<number>;
  readonly scalingEffectivenessDetectionEnabled: ConfigOption<boolean>;
  readonly scalingEffectivenessThreshold: ConfigOption<number>;
  readonly memoryGcPressureThreshold: ConfigOption<number>;
  readonly memoryHeapUsageThreshold: ConfigOption<number>;
  readonly memoryTuningEnabled: ConfigOption<boolean>;
  readonly memoryTuningScaleDownCompensationEnabled: ConfigOption<boolean>;
  readonly memoryTuningOverhead: ConfigOption<number>;
  readonly memoryTuningMaximizeManagedMemory: ConfigOption<boolean>;
  readonly historyMaxCount: ConfigOption<number>;
  readonly historyMaxAge: ConfigOption<number>;
  readonly metricsBusyTimeAggregator: ConfigOption<'AVG' | 'MAX' | 'MIN'>;
  readonly vertexExcludeIds: ConfigOption<readonly string[]>;
  readonly scalingEventInterval: ConfigOption<number>;
  readonly flinkRestClientTimeout: ConfigOption<number>;
  readonly quotaMemory: ConfigOption<number | undefined>;
  readonly quotaCpu: ConfigOption<number | undefined>;
  readonly scalingKeyGroupPartitionsAdjustMode: ConfigOption<'EVENLY_SPREAD' | 'MAXIMIZE_UTILISATION'>;
  readonly scalingParallelismAlignmentMode: ConfigOption<string>;
  readonly observedScalabilityEnabled: ConfigOption<boolean>;
  readonly observedScalabilityMinObservations: ConfigOption<number>;
  readonly observedScalabilityCoefficientMin: ConfigOption<number>;
  readonly metricsCustomEvaluators: ConfigOption<readonly string[]>;
  readonly scalingCustomExecutors: ConfigOption<readonly string[]>;
} = {
  enabled: booleanOption('job.autoscaler.enabled', ['kubernetes.operator.job.autoscaler.enabled'], false),
  scalingEnabled: booleanOption(
    'job.autoscaler.scaling.enabled',
    ['kubernetes.operator.job.autoscaler.scaling.enabled'],
    true,
  ),
  metricsWindow: durationOption(
    'job.autoscaler.metrics.window',
    ['kubernetes.operator.job.autoscaler.metrics.window'],
    900000,
  ),
  stabilizationInterval: durationOption(
    'job.autoscaler.stabilization.interval',
    ['kubernetes.operator.job.autoscaler.stabilization.interval'],
    300000,
  ),
  excludedPeriods: listOption(
    'job.autoscaler.excluded.periods',
    ['kubernetes.operator.job.autoscaler.excluded.periods'],
    [],
  ),
  utilizationTarget: doubleOption(
    'job.autoscaler.utilization.target',
    [
      'kubernetes.operator.job.autoscaler.utilization.target',
      'kubernetes.operator.job.autoscaler.target.utilization',
      'job.autoscaler.target.utilization',
    ],
    0.7,
  ),
  targetUtilizationBoundary: doubleOption(
    'job.autoscaler.target.utilization.boundary',
    ['kubernetes.operator.job.autoscaler.target.utilization.boundary'],
    0.3,
  ),
  utilizationMax: doubleOption(
    'job.autoscaler.utilization.max',
    ['kubernetes.operator.job.autoscaler.utilization.max'],
    undefined,
  ),
  utilizationMin: doubleOption(
    'job.autoscaler.utilization.min',
    ['kubernetes.operator.job.autoscaler.utilization.min'],
    undefined,
  ),
  scaleDownInterval: durationOption(
    'job.autoscaler.scale-down.interval',
    [
      'kubernetes.operator.job.autoscaler.scale-up.grace-period',
      'kubernetes.operator.job.autoscaler.scale-down.interval',
      'job.autoscaler.scale-up.grace-period',
    ],
    3600000,
  ),
  vertexMinParallelism: intOption(
    'job.autoscaler.vertex.min-parallelism',
    ['kubernetes.operator.job.autoscaler.vertex.min-parallelism'],
    1,
  ),
  vertexMaxParallelism: intOption(
    'job.autoscaler.vertex.max-parallelism',
    ['kubernetes.operator.job.autoscaler.vertex.max-parallelism'],
    200,
  ),
  scaleDownMaxFactor: doubleOption(
    'job.autoscaler.scale-down.max-factor',
    ['kubernetes.operator.job.autoscaler.scale-down.max-factor'],
    0.6,
  ),
  scaleUpMaxFactor: doubleOption(
    'job.autoscaler.scale-up.max-factor',
    ['kubernetes.operator.job.autoscaler.scale-up.max-factor'],
    100000,
  ),
  catchUpDuration: durationOption(
    'job.autoscaler.catch-up.duration',
    ['kubernetes.operator.job.autoscaler.catch-up.duration'],
    1800000,
  ),
  restartTime: durationOption(
    'job.autoscaler.restart.time',
    ['kubernetes.operator.job.autoscaler.restart.time'],
    300000,
  ),
  restartTimeTrackingEnabled: booleanOption(
    'job.autoscaler.restart.time-tracking.enabled',
    ['kubernetes.operator.job.autoscaler.restart.time-tracking.enabled'],
    false,
  ),
  restartTimeTrackingLimit: durationOption(
    'job.autoscaler.restart.time-tracking.limit',
    ['kubernetes.operator.job.autoscaler.restart.time-tracking.limit'],
    900000,
  ),
  backlogProcessingLagThreshold: durationOption(
    'job.autoscaler.backlog-processing.lag-threshold',
    ['kubernetes.operator.job.autoscaler.backlog-processing.lag-threshold'],
    300000,
  ),
  observedTrueProcessingRateLagThreshold: durationOption(
    'job.autoscaler.observed-true-processing-rate.lag-threshold',
    ['kubernetes.operator.job.autoscaler.observed-true-processing-rate.lag-threshold'],
    30000,
  ),
  observedTrueProcessingRateSwitchThreshold: doubleOption(
    'job.autoscaler.observed-true-processing-rate.switch-threshold',
    ['kubernetes.operator.job.autoscaler.observed-true-processing-rate.switch-threshold'],
    0.15,
  ),
  observedTrueProcessingRateMinObservations: intOption(
    'job.autoscaler.observed-true-processing-rate.min-observations',
    ['kubernetes.operator.job.autoscaler.observed-true-processing-rate.min-observations'],
    2,
  ),
  scalingEffectivenessDetectionEnabled: booleanOption(
    'job.autoscaler.scaling.effectiveness.detection.enabled',
    ['kubernetes.operator.job.autoscaler.scaling.effectiveness.detection.enabled'],
    false,
  ),
  scalingEffectivenessThreshold: doubleOption(
    'job.autoscaler.scaling.effectiveness.threshold',
    ['kubernetes.operator.job.autoscaler.scaling.effectiveness.threshold'],
    0.1,
  ),
  memoryGcPressureThreshold: doubleOption(
    'job.autoscaler.memory.gc-pressure.threshold',
    ['kubernetes.operator.job.autoscaler.memory.gc-pressure.threshold'],
    1,
  ),
  memoryHeapUsageThreshold: doubleOption(
    'job.autoscaler.memory.heap-usage.threshold',
    ['kubernetes.operator.job.autoscaler.memory.heap-usage.threshold'],
    1,
  ),
  memoryTuningEnabled: booleanOption(
    'job.autoscaler.memory.tuning.enabled',
    ['kubernetes.operator.job.autoscaler.memory.tuning.enabled'],
    false,
  ),
  memoryTuningScaleDownCompensationEnabled: booleanOption(
    'job.autoscaler.memory.tuning.scale-down-compensation.enabled',
    ['kubernetes.operator.job.autoscaler.memory.tuning.scale-down-compensation.enabled'],
    true,
  ),
  memoryTuningOverhead: doubleOption(
    'job.autoscaler.memory.tuning.overhead',
    ['kubernetes.operator.job.autoscaler.memory.tuning.overhead'],
    0.2,
  ),
  memoryTuningMaximizeManagedMemory: booleanOption(
    'job.autoscaler.memory.tuning.maximize-managed-memory',
    ['kubernetes.operator.job.autoscaler.memory.tuning.maximize-managed-memory'],
    false,
  ),
  historyMaxCount: intOption(
    'job.autoscaler.history.max.count',
    ['kubernetes.operator.job.autoscaler.history.max.count'],
    3,
  ),
  historyMaxAge: durationOption(
    'job.autoscaler.history.max.age',
    ['kubernetes.operator.job.autoscaler.history.max.age'],
    86400000,
  ),
  metricsBusyTimeAggregator: enumOption(
    'job.autoscaler.metrics.busy-time.aggregator',
    ['kubernetes.operator.job.autoscaler.metrics.busy-time.aggregator'],
    ['AVG', 'MAX', 'MIN'],
    'MAX',
  ),
  vertexExcludeIds: listOption(
    'job.autoscaler.vertex.exclude.ids',
    ['kubernetes.operator.job.autoscaler.vertex.exclude.ids'],
    [],
  ),
  scalingEventInterval: durationOption(
    'job.autoscaler.scaling.event.interval',
    ['kubernetes.operator.job.autoscaler.scaling.event.interval'],
    1800000,
  ),
  flinkRestClientTimeout: durationOption(
    'job.autoscaler.flink.rest-client.timeout',
    ['kubernetes.operator.job.autoscaler.flink.rest-client.timeout'],
    10000,
  ),
  quotaMemory: memoryOption(
    'job.autoscaler.quota.memory',
    ['kubernetes.operator.job.autoscaler.quota.memory'],
    undefined,
  ),
  quotaCpu: doubleOption('job.autoscaler.quota.cpu', ['kubernetes.operator.job.autoscaler.quota.cpu'], undefined),
  scalingKeyGroupPartitionsAdjustMode: enumOption(
    'job.autoscaler.scaling.key-group.partitions.adjust.mode',
    ['kubernetes.operator.job.autoscaler.scaling.key-group.partitions.adjust.mode'],
    ['EVENLY_SPREAD', 'MAXIMIZE_UTILISATION'],
    'EVENLY_SPREAD',
  ),
  scalingParallelismAlignmentMode: stringOption(
    'job.autoscaler.scaling.parallelism-alignment.mode',
    ['kubernetes.operator.job.autoscaler.scaling.parallelism-alignment.mode'],
    'BALANCED',
  ),
  observedScalabilityEnabled: booleanOption(
    'job.autoscaler.observed-scalability.enabled',
    ['kubernetes.operator.job.autoscaler.observed-scalability.enabled'],
    false,
  ),
  observedScalabilityMinObservations: intOption(
    'job.autoscaler.observed-scalability.min-observations',
    ['kubernetes.operator.job.autoscaler.observed-scalability.min-observations'],
    3,
  ),
  observedScalabilityCoefficientMin: doubleOption(
    'job.autoscaler.observed-scalability.coefficient-min',
    ['kubernetes.operator.job.autoscaler.observed-scalability.coefficient-min'],
    0.5,
  ),
  metricsCustomEvaluators: listOption(
    'job.autoscaler.metrics.custom-evaluators',
    ['kubernetes.operator.job.autoscaler.metrics.custom-evaluators'],
    [],
  ),
  scalingCustomExecutors: listOption(
    'job.autoscaler.scaling.custom-executors',
    ['kubernetes.operator.job.autoscaler.scaling.custom-executors'],
    [],
  ),
};
