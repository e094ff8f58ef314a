// SPDX-License-Identifier: Apache-2.0
// Creates the cluster of an application. Whatever of it exists already, because a process died half-way, is recognised and left;
// whatever exists of another cluster of that name is an error and left alone too.

import { readOption } from '../../../lib/flink/configuration.ts';
import { isHaActive } from '../../../lib/flink/high-availability.ts';
import { operatorOptions } from '../../../lib/flink/operator-options.ts';
import type { ConfigMap, Deployment, KubernetesObject, Stored } from '../../../lib/kubernetes/objects.ts';
import type { Deploy } from '../../../lib/lifecycle/action.ts';
import {
  GENERATION_ANNOTATION,
  haSelector,
  isHaMetadataAvailable,
  withoutJobGraphs,
} from '../../../lib/manifests/cluster-names.ts';
import { deployConfiguration, effectiveConfiguration } from '../../../lib/manifests/effective-configuration.ts';
import { ingress as buildIngress } from '../../../lib/manifests/ingress.ts';
import { buildNativeApplication } from '../../../lib/manifests/native-application.ts';
import { isAlreadyExists, isNotFound } from '../../kubernetes/kube-error.ts';
import { CONFIG_MAP, SERVICE } from '../../kubernetes/resource-kind.ts';
import { ActionError } from './action-error.ts';
import type { AnyKind, Context, StoredFlinkDeployment } from './context.ts';
import { releaseLeadership } from './release-leadership.ts';

const KINDS: Readonly<Record<string, AnyKind>> = { Service: SERVICE, ConfigMap: CONFIG_MAP };

/** Carries out a deploy action. */
export async function deploy(
  context: Context,
  resource: StoredFlinkDeployment,
  action: Deploy,
  signal: AbortSignal,
): Promise<void> {
  const { base, logFiles } = context.settings();
  const { name, namespace = '', uid } = resource.metadata;
  const effective = effectiveConfiguration(action.spec, { name, namespace }, base);
  const configuration = deployConfiguration(effective, {
    name,
    namespace,
    uid,
    generation: action.generation,
    jobId: action.jobId,
    jobResultStoreId: context.random.uuid(),
    ...(action.savepointPath === undefined ? {} : { savepointPath: action.savepointPath }),
  });
  const cluster = buildNativeApplication({ spec: action.spec, name, namespace, uid, configuration, logFiles });
  // What a running JobManager has stored is its own; only data that nobody uses are prepared for the next one.
  if (context.jobManagers.get(namespace, name) === undefined && isHaActive(effective))
    await prepareHaData(context, namespace, name, action, signal);
  const created = await ensureDeployment(context, inNamespace(cluster.deployment, namespace), uid, action.generation);
  await Promise.all(
    cluster
      .accompanying({ uid: created.metadata.uid })
      .map((object) => ensureOwned(context, inNamespace(object, namespace), created.metadata.uid)),
  );
  await ensureIngress(context, resource, action, readOption(effective, operatorOptions.ingressManage));
}

/** Lets the next JobManager start at once and with the new job graph instead of the stored one. */
async function prepareHaData(
  context: Context,
  namespace: string,
  name: string,
  action: Deploy,
  signal: AbortSignal,
): Promise<void> {
  const configMaps = await context.configMaps.listAll(namespace, { labelSelector: haSelector(name), signal });
  if (action.requireHaMetadata && !isHaMetadataAvailable(configMaps, name))
    throw new ActionError('HA metadata is not available: it vanished after it had been seen', {
      type: 'UpgradeFailure',
    });
  for (const configMap of configMaps) {
    const purged: ConfigMap = withoutJobGraphs(configMap) ?? configMap;
    const released = releaseLeadership(purged, name) ?? purged;
    if (released !== configMap) await context.configMaps.replace(released);
  }
}

async function ensureDeployment(
  context: Context,
  wanted: Deployment,
  ownerUid: string,
  generation: number,
): Promise<Stored<Deployment>> {
  const created = await createOrGet(
    () => context.deployments.create(wanted),
    () => context.deployments.get(wanted.metadata?.namespace, wanted.metadata?.name ?? ''),
  );
  context.jobManagers.written(created);
  const { metadata } = created;
  const ours = (metadata.ownerReferences ?? []).some(({ uid }) => uid === ownerUid);
  if (!ours) throw new ActionError(`a Deployment ${metadata.name} exists that belongs to somebody else`);
  if (metadata.deletionTimestamp !== undefined)
    throw new ActionError(`the Deployment ${metadata.name} of an older cluster is still being deleted`);
  if (metadata.annotations?.[GENERATION_ANNOTATION] !== String(generation))
    throw new ActionError(
      `the Deployment ${metadata.name} exists with generation ${metadata.annotations?.[GENERATION_ANNOTATION] ?? 'none'}, not ${String(generation)}`,
    );
  return created;
}

async function ensureOwned(context: Context, object: KubernetesObject, deploymentUid: string): Promise<void> {
  const kind = KINDS[object.kind ?? ''];
  if (kind === undefined) throw new Error(`no client for ${object.kind ?? 'an object without kind'}`);
  const client = context.kubernetes.resource(kind);
  const { namespace, name = '' } = object.metadata ?? {};
  const found = await createOrGet(
    () => client.create(object),
    () => client.get(namespace, name),
  );
  if (
    !(found.metadata.ownerReferences ?? []).some(({ uid }) => uid === deploymentUid) ||
    found.metadata.deletionTimestamp !== undefined
  )
    throw new ActionError(`the ${object.kind ?? 'object'} ${name} of an older cluster is still there`);
}

async function ensureIngress(
  context: Context,
  resource: StoredFlinkDeployment,
  action: Deploy,
  managed: boolean,
): Promise<void> {
  const { name, namespace = '' } = resource.metadata;
  if (!managed) {
    if (action.spec.ingress !== undefined)
      context.events.record(resource, {
        type: 'Warning',
        reason: 'IngressManagement',
        component: 'Operator',
        message: 'spec.ingress is set but kubernetes.operator.ingress.manage is false: no Ingress is made',
      });
    return;
  }
  if (action.spec.ingress === undefined) {
    // Most applications never had one: only who had one before pays for the question.
    if (resource.status?.reconciliationStatus?.lastStableSpec?.includes('"ingress":{') === true)
      await ignoreMissing(() => context.ingresses.delete(namespace, name));
    return;
  }
  const { base } = context.settings();
  const configuration = effectiveConfiguration(action.spec, { name, namespace }, base);
  const wanted = buildIngress(action.spec.ingress, { name, namespace, uid: resource.metadata.uid }, configuration);
  const found = await createOrGet(
    () => context.ingresses.create(inNamespace(wanted, namespace)),
    () => context.ingresses.get(namespace, name),
  );
  if (JSON.stringify(found.spec) !== JSON.stringify(wanted.spec))
    await context.ingresses.replace({
      ...inNamespace(wanted, namespace),
      metadata: { ...wanted.metadata, namespace, resourceVersion: found.metadata.resourceVersion },
    });
}

function inNamespace<T extends KubernetesObject>(object: T, namespace: string): T {
  return { ...object, metadata: { ...object.metadata, namespace } };
}

async function createOrGet<T>(create: () => Promise<T>, get: () => Promise<T>): Promise<T> {
  try {
    return await create();
  } catch (error) {
    if (!isAlreadyExists(error)) throw error;
    return await get();
  }
}

async function ignoreMissing(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}
