// SPDX-License-Identifier: Apache-2.0
// A writable copy of a status with every default in its place, as either operator would write it for a resource it never saw.

import type { FlinkDeploymentStatus, JobStatus, ReconciliationStatus } from '../api/flink-deployment.ts';

/** The draft that one decision works on. */
export function draftStatus(stored: FlinkDeploymentStatus | undefined): FlinkDeploymentStatus {
  const status = structuredClone(stored ?? {});
  const { savepointInfo, checkpointInfo, ...job } = status.jobStatus ?? {};
  return {
    ...status,
    clusterInfo: status.clusterInfo ?? {},
    jobManagerDeploymentStatus: status.jobManagerDeploymentStatus ?? 'MISSING',
    jobStatus: {
      ...job,
      savepointInfo: {
        ...savepointInfo,
        lastPeriodicSavepointTimestamp: savepointInfo?.lastPeriodicSavepointTimestamp ?? 0,
        savepointHistory: savepointInfo?.savepointHistory ?? [],
      },
      checkpointInfo: {
        ...checkpointInfo,
        lastPeriodicCheckpointTimestamp: checkpointInfo?.lastPeriodicCheckpointTimestamp ?? 0,
      },
    },
    lifecycleState: status.lifecycleState ?? 'CREATED',
    reconciliationStatus: {
      ...status.reconciliationStatus,
      reconciliationTimestamp: status.reconciliationStatus?.reconciliationTimestamp ?? 0,
      state: status.reconciliationStatus?.state ?? 'UPGRADING',
    },
  };
}

/** The job part of a draft. */
export function job(status: FlinkDeploymentStatus): JobStatus {
  return (status.jobStatus ??= {});
}

/** The reconciliation part of a draft. */
export function reconciliation(status: FlinkDeploymentStatus): ReconciliationStatus {
  return (status.reconciliationStatus ??= {});
}
