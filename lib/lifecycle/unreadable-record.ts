// SPDX-License-Identifier: Apache-2.0
// A recorded spec that nobody can read: what was deployed is not known, so what runs is left alone. Only a deletion goes on, because
// it needs no more than the name of the cluster.

import type { FlinkDeploymentStatus } from '../api/flink-deployment.ts';
import { UnreadableRecordedSpec, writeRecordedSpec } from '../api/recorded-spec.ts';
import type { Input } from './decision.ts';
import { lastReconciled } from './predicates.ts';

/** Why the record cannot be read; undefined when it can, or when there is none. */
export function unreadableRecord(status: FlinkDeploymentStatus | undefined): string | undefined {
  try {
    if (status !== undefined) lastReconciled(status);
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableRecordedSpec) return error.message;
    throw error;
  }
}

/** The input with the resource's own spec in the place of the record. */
export function asIfDeployed(input: Input): Input {
  const { status } = input.resource;
  const { lastStableSpec: _, ...record } = status?.reconciliationStatus ?? {};
  const lastReconciledSpec = writeRecordedSpec(input.resource.spec ?? {}, { firstDeployment: false });
  const reconciliationStatus = { ...record, lastReconciledSpec };
  return { ...input, resource: { ...input.resource, status: { ...status, reconciliationStatus } } };
}
