// SPDX-License-Identifier: Apache-2.0
// The configuration that the autoscaler's props stand for: a table of prop and option, and nothing else. Who wins over what the user wrote
// himself is decided where configurations are put together.

import { autoscalerOptions as options } from '../flink/autoscaler-options.ts';
import { formatList } from '../flink/structured-text.ts';
import type { AutoscalerProps } from './autoscaler.ts';
import type { ClusterDraft, DerivedOption } from './cluster/cluster-draft.ts';
import { known } from './cluster/option-name.ts';
import { durationText, sizeText } from './quantities.ts';
import type { DurationValue } from './quantities.ts';

type Option = (typeof options)[keyof typeof options];

/** Adds those of an application. */
export function addAutoscaler(
  { autoscaler }: { readonly autoscaler?: boolean | AutoscalerProps },
  cluster: ClusterDraft,
): void {
  if (autoscaler !== undefined) cluster.options.push(...autoscalerConfig(autoscaler));
}

/** The options that (checked) `autoscaler` props stand for. */
export function autoscalerConfig(autoscaler: boolean | AutoscalerProps | undefined): DerivedOption[] {
  if (autoscaler === undefined) return [];
  const props: AutoscalerProps = typeof autoscaler === 'boolean' ? { enabled: autoscaler } : autoscaler;
  const { utilizationBounds: bounds, quotas, memoryTuning } = props;
  const tuning = typeof memoryTuning === 'object' ? memoryTuning : {};
  const rows: [Option, string, string | number | boolean | undefined][] = [
    [options.enabled, 'enabled', props.enabled ?? true],
    [options.scalingEnabled, 'scaling', props.scaling],
    [options.metricsWindow, 'metricsWindow', duration(props.metricsWindow)],
    [options.stabilizationInterval, 'stabilizationInterval', duration(props.stabilizationInterval)],
    [options.utilizationTarget, 'targetUtilization', props.targetUtilization],
    [options.utilizationMin, 'utilizationBounds.min', bounds?.min],
    [options.utilizationMax, 'utilizationBounds.max', bounds?.max],
    [options.vertexMinParallelism, 'minParallelism', props.minParallelism],
    [options.vertexMaxParallelism, 'maxParallelism', props.maxParallelism],
    [options.scaleUpMaxFactor, 'scaleUpMaxFactor', props.scaleUpMaxFactor],
    [options.scaleDownMaxFactor, 'scaleDownMaxFactor', props.scaleDownMaxFactor],
    [options.scaleDownInterval, 'scaleDownInterval', duration(props.scaleDownInterval)],
    [options.catchUpDuration, 'catchUpDuration', duration(props.catchUpDuration)],
    [options.restartTime, 'restartTime', duration(props.restartTime)],
    [options.restartTimeTrackingEnabled, 'trackRestartTime', props.trackRestartTime],
    [options.excludedPeriods, 'excludedPeriods', list(props.excludedPeriods)],
    [options.vertexExcludeIds, 'excludedVertices', list(props.excludedVertices)],
    [options.memoryTuningEnabled, 'memoryTuning', typeof memoryTuning === 'object' ? true : memoryTuning],
    [options.memoryTuningOverhead, 'memoryTuning.overhead', tuning.overhead],
    [options.memoryTuningMaximizeManagedMemory, 'memoryTuning.maximizeManagedMemory', tuning.maximizeManagedMemory],
    [
      options.memoryTuningScaleDownCompensationEnabled,
      'memoryTuning.scaleDownCompensation',
      tuning.scaleDownCompensation,
    ],
    [options.quotaCpu, 'quotas.cpu', quotas?.cpu],
    [options.quotaMemory, 'quotas.memory', quotas?.memory === undefined ? undefined : sizeText(quotas.memory)],
  ];
  return rows.flatMap(([option, prop, value]) =>
    value === undefined
      ? []
      : [
          {
            option: known(option),
            value: String(value),
            from:
              typeof autoscaler === 'boolean' || (prop === 'enabled' && props.enabled === undefined)
                ? 'autoscaler'
                : `autoscaler.${prop}`,
          },
        ],
  );
}

function duration(value: DurationValue | undefined): string | undefined {
  return value === undefined ? undefined : durationText(value);
}

function list(values: readonly string[] | undefined): string | undefined {
  return values === undefined || values.length === 0 ? undefined : formatList(values);
}
