// SPDX-License-Identifier: Apache-2.0
// The trigger id of a stop-with-savepoint. Chosen by us and always the same for the same attempt, so that whoever asks again,
// after a lost answer, in a new process or for a spec that was changed once more, asks for the same savepoint. Two stops under
// different ids at once break the job, as was seen on a real Flink.

import { createHash } from 'node:crypto';
import type { FlinkDeployment, FlinkDeploymentStatus } from '../api/flink-deployment.ts';

/** 32 hex digits. The time at which the intent to stop was recorded is what tells one attempt from the next. */
export function stopTriggerId(resource: FlinkDeployment, status: FlinkDeploymentStatus): string {
  const attempt = [
    resource.metadata?.uid,
    status.jobStatus?.jobId,
    status.reconciliationStatus?.reconciliationTimestamp,
  ];
  return createHash('sha256')
    .update(attempt.map((part) => String(part ?? '')).join('\n'))
    .digest('hex')
    .slice(0, 32);
}
