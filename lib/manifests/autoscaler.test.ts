// SPDX-License-Identifier: Apache-2.0
import { Duration, Size } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { autoscalerOptions } from '../flink/autoscaler-options.ts';
import { autoscalerConfig } from './autoscaler-config.ts';
import { autoscalerFindings } from './autoscaler-rules.ts';
import { autoscalerShape } from './autoscaler-shape.ts';
import type { AutoscalerProps } from './autoscaler.ts';
import type { ShapeReport } from './props-shape.ts';

function checked(value: unknown): { value: boolean | AutoscalerProps | undefined; said: string[] } {
  const report: ShapeReport = { findings: [], rejected: new Set() };
  const result = autoscalerShape(value, 'autoscaler', report);
  return { value: result, said: report.findings.map(({ path, message }) => `${path} ${message}`) };
}

function configuration(value: unknown): Record<string, string> {
  const { value: props, said } = checked(value);
  expect(said).toEqual([]);
  return Object.fromEntries(autoscalerConfig(props).map(({ option, value: text }) => [option.newest, text]));
}

describe('the configuration', () => {
  it('of everything that can be said', () => {
    const all: AutoscalerProps = {
      enabled: true,
      scaling: false,
      metricsWindow: Duration.minutes(10),
      stabilizationInterval: '1 min',
      targetUtilization: 0.6,
      utilizationBounds: { min: 0.4, max: 0.8 },
      minParallelism: 2,
      maxParallelism: 24,
      scaleUpMaxFactor: 2,
      scaleDownMaxFactor: 0.5,
      scaleDownInterval: Duration.seconds(0),
      catchUpDuration: Duration.minutes(15),
      restartTime: '90 s',
      trackRestartTime: true,
      excludedPeriods: ['09:00-17:00', '* * 14-16 * * ?'],
      excludedVertices: ['0123456789abcdef0123456789abcdef'],
      memoryTuning: { overhead: 0.3, maximizeManagedMemory: true, scaleDownCompensation: false },
      quotas: { cpu: 20, memory: Size.gibibytes(64) },
    };
    expect(configuration(all)).toMatchInlineSnapshot(`
      {
        "job.autoscaler.catch-up.duration": "15 min",
        "job.autoscaler.enabled": "true",
        "job.autoscaler.excluded.periods": "09:00-17:00;* * 14-16 * * ?",
        "job.autoscaler.memory.tuning.enabled": "true",
        "job.autoscaler.memory.tuning.maximize-managed-memory": "true",
        "job.autoscaler.memory.tuning.overhead": "0.3",
        "job.autoscaler.memory.tuning.scale-down-compensation.enabled": "false",
        "job.autoscaler.metrics.window": "10 min",
        "job.autoscaler.quota.cpu": "20",
        "job.autoscaler.quota.memory": "64g",
        "job.autoscaler.restart.time": "90 s",
        "job.autoscaler.restart.time-tracking.enabled": "true",
        "job.autoscaler.scale-down.interval": "0 ms",
        "job.autoscaler.scale-down.max-factor": "0.5",
        "job.autoscaler.scale-up.max-factor": "2",
        "job.autoscaler.scaling.enabled": "false",
        "job.autoscaler.stabilization.interval": "1 min",
        "job.autoscaler.utilization.max": "0.8",
        "job.autoscaler.utilization.min": "0.4",
        "job.autoscaler.utilization.target": "0.6",
        "job.autoscaler.vertex.exclude.ids": "0123456789abcdef0123456789abcdef",
        "job.autoscaler.vertex.max-parallelism": "24",
        "job.autoscaler.vertex.min-parallelism": "2",
      }
    `);
  });

  it('reads back, option by option, as what was said', () => {
    const texts = configuration({
      quotas: { memory: '64g' },
      excludedPeriods: ['a;b', "it's"],
      catchUpDuration: '1 h',
    });
    expect(autoscalerOptions.quotaMemory.parse(texts['job.autoscaler.quota.memory'] ?? '')).toBe(64 * 2 ** 30);
    expect(autoscalerOptions.excludedPeriods.parse(texts['job.autoscaler.excluded.periods'] ?? '')).toEqual([
      'a;b',
      "it's",
    ]);
    expect(autoscalerOptions.catchUpDuration.parse(texts['job.autoscaler.catch-up.duration'] ?? '')).toBe(3_600_000);
  });

  it.each([
    [undefined, {}],
    [true, { 'job.autoscaler.enabled': 'true' }],
    [false, { 'job.autoscaler.enabled': 'false' }],
    [{}, { 'job.autoscaler.enabled': 'true' }],
    [{ memoryTuning: true }, { 'job.autoscaler.enabled': 'true', 'job.autoscaler.memory.tuning.enabled': 'true' }],
    [{ memoryTuning: false }, { 'job.autoscaler.enabled': 'true', 'job.autoscaler.memory.tuning.enabled': 'false' }],
  ])('of %j', (value, expected) => {
    expect(value === undefined ? {} : configuration(value)).toEqual(expected);
  });

  it('knows the prop of each key, and the older names', () => {
    const { key, fallbackKeys } = autoscalerOptions.utilizationTarget;
    expect(autoscalerConfig({ targetUtilization: 0.5 })).toMatchObject([
      { from: 'autoscaler' },
      { option: { names: [key, ...fallbackKeys] }, value: '0.5', from: 'autoscaler.targetUtilization' },
    ]);
  });
});

describe('mistakes', () => {
  it.each<[unknown, RegExp]>([
    ['on', /^autoscaler 'on' is neither true nor false/],
    [null, /^autoscaler null/],
    [{ targetUtilisation: 0.7 }, /^autoscaler.targetUtilisation is not known/],
    [{ targetUtilization: 70 }, /^autoscaler.targetUtilization 70 is not a number from 0 to 1/],
    [{ utilizationBounds: { max: 1.2 } }, /^autoscaler.utilizationBounds.max 1.2/],
    [{ scaleUpMaxFactor: -1 }, /a number of at least 0/],
    [{ scaleDownMaxFactor: Number.NaN }, /a number of at least 0/],
    [{ minParallelism: 0 }, /minParallelism 0/],
    [{ minParallelism: 8, maxParallelism: 4 }, /^autoscaler.maxParallelism 4 is less than `minParallelism` \(8\)/],
    [{ metricsWindow: 600 }, /not an amount with a unit/],
    [{ metricsWindow: '0 s' }, /is nothing/],
    [{ catchUpDuration: 'soon' }, /cannot be read/],
    [{ catchUpDuration: 30 }, /not an amount with a unit/],
    [{ excludedPeriods: '09:00-17:00' }, /is not a list/],
    [{ excludedVertices: ['source'] }, /^autoscaler.excludedVertices\[0\] 'source' is not the id/],
    [{ memoryTuning: { overhead: 20 } }, /^autoscaler.memoryTuning.overhead 20/],
    [{ quotas: { cpu: '20' } }, /^autoscaler.quotas.cpu '20'/],
  ])('%j', (value, says) => {
    const { said } = checked(value);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(says);
  });

  it('tells how a percentage is written', () => {
    const report: ShapeReport = { findings: [], rejected: new Set() };
    autoscalerShape({ targetUtilization: 70 }, 'autoscaler', report);
    expect(report.findings[0]?.remedy).toBe('write it as a share: 0.7');
  });
});

describe('versions of Flink', () => {
  it.each<
    [
      autoscaler: boolean | AutoscalerProps | undefined,
      version: 'v1_16' | 'v1_17' | 'v1_18' | undefined,
      application: number,
      session: number,
    ]
  >([
    [true, 'v1_16', 1, 1],
    [true, 'v1_17', 0, 1],
    [true, 'v1_18', 0, 0],
    [{}, 'v1_16', 1, 1],
    [{ scaling: false }, 'v1_16', 0, 0],
    [{ enabled: false }, 'v1_16', 0, 0],
    [false, 'v1_16', 0, 0],
    [undefined, 'v1_16', 0, 0],
    [true, undefined, 0, 0],
  ])('%j with %s', (autoscaler, version, application, session) => {
    expect(autoscalerFindings(autoscaler, version, 'application')).toHaveLength(application);
    expect(autoscalerFindings(autoscaler, version, 'session')).toHaveLength(session);
  });
});
