// SPDX-License-Identifier: Apache-2.0
// Carries out one action. The caches are told at once of what was written, so that the next decision sees it.

import { readOption } from '../../../lib/flink/configuration.ts';
import { operatorOptions } from '../../../lib/flink/operator-options.ts';
import type { Action, Cancel, DeleteCluster, ScaleToZero, StopWithSavepoint } from '../../../lib/lifecycle/action.ts';
import { FINALIZER } from '../../../lib/lifecycle/cleanup.ts';
import type { ActionOutcome } from '../../../lib/lifecycle/observation.ts';
import { deployedSpec } from '../../../lib/lifecycle/predicates.ts';
import { haSelector } from '../../../lib/manifests/cluster-names.ts';
import { isConflict, isNotFound } from '../../kubernetes/kube-error.ts';
import { actionFailure, ActionError } from './action-error.ts';
import type { Context, StoredFlinkDeployment } from './context.ts';
import { deploy } from './deploy.ts';
import { flinkClient } from './flink-client.ts';

/** Carries out an action and tells how it ended. Rejects only when `signal` aborts. */
export async function act(
  context: Context,
  resource: StoredFlinkDeployment,
  action: Action,
  signal: AbortSignal,
): Promise<ActionOutcome> {
  try {
    await carryOut(context, resource, action, signal);
    return { action, result: { ok: true } };
  } catch (error) {
    if (signal.aborted) throw error;
    return { action, result: { ok: false, failure: actionFailure(error) } };
  }
}

function carryOut(
  context: Context,
  resource: StoredFlinkDeployment,
  action: Action,
  signal: AbortSignal,
): Promise<void> {
  switch (action.do) {
    case 'add-finalizer':
      return setFinalizers(context, resource, [...(resource.metadata.finalizers ?? []), FINALIZER]);
    case 'remove-finalizer':
      return setFinalizers(
        context,
        resource,
        (resource.metadata.finalizers ?? []).filter((finalizer) => finalizer !== FINALIZER),
      );
    case 'deploy':
      return deploy(context, resource, action, signal);
    case 'scale-to-zero':
      return scaleToZero(context, resource, action);
    case 'delete-cluster':
      return deleteCluster(context, resource, action);
    case 'delete-ha-data':
      return context.configMaps.deleteCollection(resource.metadata.namespace ?? '', {
        labelSelector: haSelector(resource.metadata.name),
      });
    case 'stop-with-savepoint':
      return stopWithSavepoint(context, resource, action, signal);
    case 'cancel':
      return cancel(context, resource, action, signal);
  }
}

async function setFinalizers(context: Context, resource: StoredFlinkDeployment, finalizers: string[]): Promise<void> {
  const { namespace, name, resourceVersion, uid } = resource.metadata;
  try {
    const written = await context.flinkDeployments.patch(namespace, name, 'merge', {
      metadata: { finalizers, resourceVersion },
    });
    context.resources.written(written);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    context.resources.deleted(namespace, name, uid);
  }
}

async function scaleToZero(context: Context, resource: StoredFlinkDeployment, action: ScaleToZero): Promise<void> {
  const { namespace, name } = resource.metadata;
  try {
    const written = await context.deployments.patch(namespace, name, 'merge', {
      metadata: { uid: action.uid },
      spec: { replicas: 0 },
    });
    context.jobManagers.written(written);
  } catch (error) {
    // Gone, or another one: the next look will see that.
    if (!isNotFound(error) && !isConflict(error)) throw error;
    await refresh(context, resource, action.uid);
  }
}

async function deleteCluster(context: Context, resource: StoredFlinkDeployment, action: DeleteCluster): Promise<void> {
  const { namespace, name } = resource.metadata;
  try {
    await context.deployments.delete(namespace, name, {
      propagationPolicy: action.propagation,
      preconditions: { uid: action.uid },
    });
  } catch (error) {
    if (!isNotFound(error) && !isConflict(error)) throw error;
  }
  await refresh(context, resource, action.uid);
}

/** Brings the cache up to date with a Deployment that may be gone. */
async function refresh(context: Context, resource: StoredFlinkDeployment, uid: string): Promise<void> {
  const { namespace, name } = resource.metadata;
  const found = await context.deployments.find(namespace, name);
  if (found === undefined) context.jobManagers.deleted(namespace, name, uid);
  else context.jobManagers.written(found);
}

async function stopWithSavepoint(
  context: Context,
  resource: StoredFlinkDeployment,
  action: StopWithSavepoint,
  signal: AbortSignal,
): Promise<void> {
  const version = deployedSpec(resource.status ?? {})?.flinkVersion ?? 'v1_20';
  const { jobId, triggerId, directory, drain, formatType } = action;
  await flinkClient(context, resource).stopWithSavepoint(
    jobId,
    { triggerId, drain, formatType, ...(directory === undefined ? {} : { targetDirectory: directory }) },
    version,
    signal,
  );
}

async function cancel(
  context: Context,
  resource: StoredFlinkDeployment,
  action: Cancel,
  signal: AbortSignal,
): Promise<void> {
  const timeoutMs = readOption(context.settings().base, operatorOptions.flinkClientCancelTimeout);
  const outcome = await flinkClient(context, resource, timeoutMs).cancel(action.jobId, signal);
  if (outcome === 'missing' && !action.missingIsFine)
    throw new ActionError(`job ${action.jobId} is not known to its JobManager`);
}
