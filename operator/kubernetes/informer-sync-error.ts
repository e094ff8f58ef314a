// SPDX-License-Identifier: Apache-2.0
// Why an informer never got its first list, said so that the reader knows what to install or to grant.

import { isForbidden, isNotFound } from './kube-error.ts';
import { resourceName } from './resource-kind.ts';
import type { ResourceKind } from './resource-kind.ts';

/** `missing`: the server does not serve the kind; `forbidden`: RBAC; `unreachable`: anything else, see the cause. */
export type SyncFailure = 'missing' | 'forbidden' | 'unreachable';

/** The first list did not come in time. The informer goes on trying: a CRD may still be installed, a role still be bound. */
export class InformerSyncError extends Error {
  override readonly name = 'InformerSyncError';
  readonly failure: SyncFailure;
  readonly kind: ResourceKind;

  constructor(kind: ResourceKind, namespaces: readonly string[], timeoutMs: number, cause: unknown) {
    const failure = isNotFound(cause) ? 'missing' : isForbidden(cause) ? 'forbidden' : 'unreachable';
    const where = namespaces.length === 0 ? 'in all namespaces' : `in ${namespaces.join(', ')}`;
    super(
      `${resourceName(kind)} could not be listed ${where} within ${String(timeoutMs / 1000)} s: ${remedy(failure, kind, cause)}`,
      { cause },
    );
    this.failure = failure;
    this.kind = kind;
  }
}

function remedy(failure: SyncFailure, kind: ResourceKind, cause: unknown): string {
  if (failure === 'missing') {
    return `the API server does not serve ${kind.group}/${kind.version} ${kind.plural}; install the CRD ${resourceName(kind)}`;
  }
  if (failure === 'forbidden') {
    return `the operator's service account may not; grant it 'list' and 'watch' on ${resourceName(kind)}`;
  }
  return cause instanceof Error ? cause.message : 'the API server gave no answer';
}
