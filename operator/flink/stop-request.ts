// SPDX-License-Identifier: Apache-2.0
// The body of stop-with-savepoint, built for the version of Flink that will read it: Flink refuses a body with a field it does not know.

import type { FlinkVersionName } from '../../lib/api/flink-deployment.ts';

/** What a stop with savepoint should do. */
export interface StopRequest {
  /** Where the savepoint goes, a URI; without it the cluster's `execution.checkpointing.savepoint-dir`. */
  readonly targetDirectory?: string;
  /** True ends all windows and timers first; a job must not be resumed from such a savepoint. */
  readonly drain: boolean;
  readonly formatType: 'CANONICAL' | 'NATIVE';
  /** 32 hex digits chosen by the caller. Sending the same one twice stops once: that makes a lost answer harmless. */
  readonly triggerId: string;
}

/** Whether this Flink lets the client choose the trigger id and the savepoint format (1.15 and later). */
export function takesTriggerId(version: FlinkVersionName): boolean {
  return version !== 'v1_13' && version !== 'v1_14';
}

/** The body as that Flink understands it. */
export function stopBody(request: StopRequest, version: FlinkVersionName): Record<string, unknown> {
  return {
    ...(request.targetDirectory !== undefined && { targetDirectory: request.targetDirectory }),
    drain: request.drain,
    ...(takesTriggerId(version) && { formatType: request.formatType, triggerId: request.triggerId }),
  };
}
