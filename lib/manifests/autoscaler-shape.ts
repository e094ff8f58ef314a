// SPDX-License-Identifier: Apache-2.0
// The shape of the autoscaler's props. Ranges that hold for one member alone are checked here, where the member's own name is known; what
// two members mean for each other (bounds around the target) stands with the API's rules.

import type { AutoscalerProps, AutoscalerQuotas, MemoryTuningProps, UtilizationBounds } from './autoscaler.ts';
import { flag, integer, listOf, object, positive, reject, shown, text } from './props-shape.ts';
import type { Shape } from './props-shape.ts';
import { durationOrNothing, durationShape, sizeShape } from './quantity-shapes.ts';

function between(from: number, to: number): Shape<number> {
  const allowed = to === Infinity ? `a number of at least ${from}` : `a number from ${from} to ${to}`;
  return (value, path, report) =>
    typeof value === 'number' && value >= from && value <= to && Number.isFinite(value)
      ? value
      : reject(report, path, `${shown(value)} is not ${allowed}`, allowed, remedyFor(value, to));
}

function remedyFor(value: unknown, to: number): string {
  return to === 1 && typeof value === 'number' && value > 1 && value <= 100
    ? `write it as a share: ${value / 100}`
    : 'give such a number';
}

const memoryTuning: Shape<boolean | MemoryTuningProps> = (value, path, report) =>
  typeof value === 'object' && value !== null
    ? object<MemoryTuningProps>({ overhead: between(0, 1), maximizeManagedMemory: flag, scaleDownCompensation: flag })(
        value,
        path,
        report,
      )
    : flag(value, path, report);

const vertexId: Shape<string> = (value, path, report) =>
  typeof value === 'string' && /^[\da-f]{32}$/i.test(value)
    ? value
    : reject(
        report,
        path,
        `${shown(value)} is not the id of a vertex`,
        '32 hexadecimal digits',
        "take it from Flink's web interface or from /jobs/<id>",
      );

const members: Shape<AutoscalerProps> = object<AutoscalerProps>({
  enabled: flag,
  scaling: flag,
  metricsWindow: durationShape,
  stabilizationInterval: durationOrNothing,
  targetUtilization: between(0, 1),
  utilizationBounds: object<UtilizationBounds>({ min: between(0, 1), max: between(0, 1) }),
  minParallelism: integer(1),
  maxParallelism: integer(1),
  scaleUpMaxFactor: between(0, Infinity),
  scaleDownMaxFactor: between(0, Infinity),
  scaleDownInterval: durationOrNothing,
  catchUpDuration: durationOrNothing,
  restartTime: durationOrNothing,
  trackRestartTime: flag,
  excludedPeriods: listOf(text),
  excludedVertices: listOf(vertexId),
  memoryTuning,
  quotas: object<AutoscalerQuotas>({ cpu: positive, memory: sizeShape }),
});

/** The shape of `autoscaler`: the props, or `true` for the defaults. */
export const autoscalerShape: Shape<boolean | AutoscalerProps> = (value, path, report) => {
  if (typeof value !== 'object' || value === null) return flag(value, path, report);
  const checked = members(value, path, report);
  const { minParallelism: least, maxParallelism: most } = checked ?? {};
  if (least !== undefined && most !== undefined && least > most)
    reject(
      report,
      `${path}.maxParallelism`,
      `${most} is less than \`minParallelism\` (${least})`,
      `at least ${least}`,
      'raise it, or lower `minParallelism`',
    );
  return checked;
};
