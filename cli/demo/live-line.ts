// SPDX-License-Identifier: Apache-2.0
// Where things stand, in one line.

import { thousands } from './narrator.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';

/** The text of the live line. */
export function liveLine(story: Story, stage: Stage | undefined): string {
  const parts = [`${story.seconds.toFixed(1)} s`];
  if (stage === undefined) return [...parts, 'preparing'].join('  ');
  const { resource, status, flink, place } = stage;
  if (resource !== undefined) parts.push(`lifecycle ${status.lifecycleState ?? '-'}`);
  if (flink.answers && flink.job !== undefined) {
    parts.push(`job ${flink.job.effectiveState}`);
    const checkpoints = flink.checkpoints?.counts.completed ?? 0;
    if (checkpoints > 0) parts.push(`checkpoints ${String(checkpoints)}`);
  }
  const counter = place.counter?.now();
  if (counter !== undefined) parts.push(`the job has counted to ${thousands(counter)}`);
  return parts.join('  ');
}
