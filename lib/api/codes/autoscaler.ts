// SPDX-License-Identifier: Apache-2.0
// The catalogue of the rules on the autoscaler's options. They count only while `job.autoscaler.enabled` is true.

import type { CodeInfo } from './code-info.ts';

export type AutoscalerCode =
  'A-1' | 'A-2' | 'A-3' | 'A-4' | 'A-5' | 'A-6' | 'A-7' | 'A-8' | 'A-9' | 'A-10' | 'A-11' | 'A-12' | 'A-13';

const REFUSED =
  'The resource is refused by the operator; a job that runs goes on with its last valid spec and is not scaled anew.';

function outOfRange(option: string, range: string, meaning: string): CodeInfo {
  return {
    title: `job.autoscaler.${option} out of range`,
    severity: 'error',
    why: `${meaning} ${REFUSED}`,
    fix: `Set job.autoscaler.${option} to ${range}, or remove it to get the default.`,
  };
}

export const AUTOSCALER_CODES: Readonly<Record<AutoscalerCode, CodeInfo>> = {
  'A-1': outOfRange(
    'scale-down.max-factor',
    '0 or more',
    'It is the largest share of its parallelism that a vertex may lose in one step.',
  ),
  'A-2': outOfRange('scale-up.max-factor', '0 or more', 'It is the largest growth of a vertex in one step.'),
  'A-3': outOfRange('utilization.target', '0 to 1', 'It is the busy share of time that the autoscaler aims at.'),
  'A-4': outOfRange(
    'target.utilization.boundary',
    '0 or more',
    'It is how far the utilization may be from its target before anything is scaled.',
  ),
  'A-5': outOfRange(
    'utilization.max',
    'a value from job.autoscaler.utilization.target to 1',
    'Above this utilization a vertex is scaled up.',
  ),
  'A-6': outOfRange(
    'utilization.min',
    'a value from 0 to job.autoscaler.utilization.target',
    'Below this utilization a vertex is scaled down.',
  ),
  'A-7': outOfRange(
    'memory.gc-pressure.threshold',
    '0 to 1',
    'Above this share of time in garbage collection scaling is stopped.',
  ),
  'A-8': outOfRange('memory.heap-usage.threshold', '0 to 1', 'Above this share of used heap scaling is stopped.'),
  'A-9': outOfRange(
    'observed-scalability.coefficient-min',
    '0.01 to 1',
    'It is the least return that an additional subtask is assumed to bring.',
  ),
  'A-10': outOfRange(
    'scaling.effectiveness.threshold',
    '0 to 1',
    'A scaling that brings less than this share of what was expected counts as ineffective.',
  ),
  'A-11': outOfRange('memory.tuning.overhead', '0 to 1', 'It is the reserve that memory tuning leaves.'),
  'A-12': {
    title: 'An excluded period that cannot be read',
    severity: 'error',
    why: `During excluded periods the autoscaler decides but does not scale. ${REFUSED}`,
    fix:
      'Write each entry of job.autoscaler.excluded.periods as a daily range such as 09:00-17:00, a Quartz cron expression such as ' +
      '"* * 9-17 ? * MON-FRI" (six or seven fields, seconds first), or one of each joined with &&. A range may not go over midnight: ' +
      'write two entries.',
  },
  'A-13': {
    title: 'A metrics window shorter than the reconcile interval',
    severity: 'error',
    why: `Metrics are collected once each reconciliation, so the window never holds enough of them to decide anything. ${REFUSED}`,
    fix: 'Set job.autoscaler.metrics.window to at least kubernetes.operator.reconcile.interval (60 s by default).',
  },
};
