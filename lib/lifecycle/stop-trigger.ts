// SPDX-License-Identifier: Apache-2.0
// The trigger id of a stop-with-savepoint. Chosen by us and always the same for the same attempt, so that whoever asks again,
// after a lost answer or in a new process, asks for the same savepoint and not for another.

import { createHash } from 'node:crypto';
import type { FlinkDeployment, FlinkDeploymentStatus } from '../api/flink-deployment.ts';

/** 32 hex digits. A failed attempt leaves its error in the status, which makes the next attempt another one. */
export function stopTriggerId(resource: FlinkDeployment, status: FlinkDeploymentStatus): string {
  const attempt = [
    resource.metadata?.uid,
    resource.metadata?.generation,
    status.jobStatus?.jobId,
    resource.metadata?.deletionTimestamp,
    status.error,
  ];
  return createHash('sha256')
    .update(attempt.map((part) => String(part ?? '')).join('\n'))
    .digest('hex')
    .slice(0, 32);
}
