// SPDX-License-Identifier: Apache-2.0
// Rules on the autoscaler's options, for resources on which it is enabled: every number in its range, and the
// window. Excluded periods have a file of their own.

import { autoscalerOptions } from '../../flink/autoscaler-options.ts';
import type { ConfigOption } from '../../flink/configuration.ts';
import { operatorOptions } from '../../flink/operator-options.ts';
import type { FindingCode } from '../finding-codes.ts';
import { excludedPeriodNotReadable } from './excluded-periods.ts';
import { configurationPath } from './rule.ts';
import type { Problem, Rule, RuleInput } from './rule.ts';

type Read = RuleInput['read'];

interface Range {
  readonly code: FindingCode;
  readonly option: ConfigOption<number> | ConfigOption<number | undefined>;
  readonly least: (read: Read) => number;
  readonly most: (read: Read) => number;
  /** The option counts only while this one is on. */
  readonly onlyIf?: ConfigOption<boolean>;
}

const zero = (): number => 0;
const one = (): number => 1;
const unbounded = (): number => Infinity;
const target = (read: Read): number => read(autoscalerOptions.utilizationTarget);

const options = autoscalerOptions;
const RANGES: readonly Range[] = [
  { code: 'A-1', option: options.scaleDownMaxFactor, least: zero, most: unbounded },
  { code: 'A-2', option: options.scaleUpMaxFactor, least: zero, most: unbounded },
  { code: 'A-3', option: options.utilizationTarget, least: zero, most: one },
  { code: 'A-4', option: options.targetUtilizationBoundary, least: zero, most: unbounded },
  { code: 'A-5', option: options.utilizationMax, least: target, most: one },
  { code: 'A-6', option: options.utilizationMin, least: zero, most: target },
  { code: 'A-7', option: options.memoryGcPressureThreshold, least: zero, most: one },
  { code: 'A-8', option: options.memoryHeapUsageThreshold, least: zero, most: one },
  {
    code: 'A-9',
    option: options.observedScalabilityCoefficientMin,
    least: () => 0.01,
    most: one,
    onlyIf: options.observedScalabilityEnabled,
  },
  {
    code: 'A-10',
    option: options.scalingEffectivenessThreshold,
    least: zero,
    most: one,
    onlyIf: options.scalingEffectivenessDetectionEnabled,
  },
  { code: 'A-11', option: options.memoryTuningOverhead, least: zero, most: one, onlyIf: options.memoryTuningEnabled },
];

function outOfRange({ option, least, most, onlyIf }: Range): Rule['find'] {
  return ({ read }) => {
    if (!read(autoscalerOptions.enabled) || (onlyIf !== undefined && !read(onlyIf))) return undefined;
    const value = read<number | undefined>(option);
    const [from, to] = [least(read), most(read)];
    if (value === undefined || (value >= from && value <= to)) return undefined;
    return {
      path: configurationPath(option.key),
      message: `The autoscaler cannot work with ${value} for ${option.key}.`,
      allowed: to === Infinity ? `${from} or more` : `${from} to ${to}`,
      remedy: `Correct ${option.key}, or remove it to get the default.`,
    };
  };
}

/** metrics are taken once each reconciliation, so a shorter window holds none. */
function windowBelowInterval({ read }: RuleInput): Problem | undefined {
  if (!read(autoscalerOptions.enabled)) return undefined;
  const window = read(autoscalerOptions.metricsWindow);
  const interval = read(operatorOptions.reconcileInterval);
  if (window >= interval) return undefined;
  const { key } = autoscalerOptions.metricsWindow;
  return {
    path: configurationPath(key),
    message: `A metrics window of ${window} ms holds nothing while the operator looks every ${interval} ms.`,
    allowed: `${interval} ms or more (${operatorOptions.reconcileInterval.key})`,
    remedy: `Raise ${key}.`,
  };
}

/** In the order of their codes. */
export const AUTOSCALER_RULES: readonly Rule[] = [
  ...RANGES.map((range) => ({ code: range.code, find: outOfRange(range) })),
  { code: 'A-12', find: excludedPeriodNotReadable },
  { code: 'A-13', find: windowBelowInterval },
];
