// SPDX-License-Identifier: Apache-2.0
// What the autoscaler cannot do for a job whatever its props say. Ranges stand in its shape, and with the API's rules.

import type { Finding } from '../api/finding.ts';
import type { FlinkVersionName } from '../api/flink-deployment.ts';
import { flinkVersionAtLeast, flinkVersionText } from '../flink/flink-version.ts';
import type { AutoscalerProps } from './autoscaler.ts';
import { finding } from './finding.ts';

/** From when on Flink takes a parallelism for each vertex: of an application, of a session job. */
const SINCE: Readonly<Record<'application' | 'session', FlinkVersionName>> = { application: 'v1_17', session: 'v1_18' };

const NOTHING: readonly Finding[] = [];

/** What is to be said about the autoscaler of a job that Flink `version` runs; nothing if the version is not known. */
export function autoscalerFindings(
  autoscaler: boolean | AutoscalerProps | undefined,
  version: FlinkVersionName | undefined,
  where: 'application' | 'session',
): readonly Finding[] {
  const scales =
    autoscaler === true ||
    (typeof autoscaler === 'object' && autoscaler.enabled !== false && autoscaler.scaling !== false);
  const since = SINCE[where];
  if (!scales || version === undefined || flinkVersionAtLeast(version, since)) return NOTHING;
  return [
    finding(
      'props.ignored',
      'autoscaler',
      `decides in vain: Flink ${flinkVersionText(version)} gives all vertices of ${where === 'session' ? 'a session job' : 'a job'} one parallelism`,
      `use Flink ${flinkVersionText(since)} or later, or only measure: autoscaler: { scaling: false }`,
      // distributions exist that can
      'warning',
    ),
  ];
}
