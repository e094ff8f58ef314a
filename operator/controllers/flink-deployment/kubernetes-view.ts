// SPDX-License-Identifier: Apache-2.0
// What Kubernetes' caches show of one cluster, in the words of the lifecycle. Reads caches only.

import type { JobManagerDeployment, JobManagerPod } from '../../../lib/lifecycle/observation.ts';
import type { Condition, ContainerStatus, Deployment, Pod, Stored } from '../../../lib/kubernetes/objects.ts';
import { GENERATION_ANNOTATION } from '../../../lib/manifests/cluster-names.ts';
import { BY_CLUSTER, type Context, type StoredFlinkDeployment } from './context.ts';

/** Waiting reasons from which a container does not come back by itself. */
const FATAL_WAITS: ReadonlySet<string> = new Set([
  'CrashLoopBackOff',
  'ImagePullBackOff',
  'ErrImagePull',
  'RunContainerError',
  'CreateContainerConfigError',
  'OOMKilled',
]);

/** The Deployment of a cluster, or undefined when there is none. */
export function viewDeployment(context: Context, resource: StoredFlinkDeployment): JobManagerDeployment | undefined {
  const deployment = context.jobManagers.get(resource.metadata.namespace, resource.metadata.name);
  return deployment === undefined ? undefined : describe(deployment, resource.metadata.uid);
}

function describe(deployment: Stored<Deployment>, ownerUid: string): JobManagerDeployment {
  const { metadata, spec, status } = deployment;
  const available = condition(status?.conditions, 'Available');
  const failure = condition(status?.conditions, 'ReplicaFailure');
  const generation = metadata.annotations?.[GENERATION_ANNOTATION];
  const changedAt = instant(available?.lastTransitionTime);
  return {
    uid: metadata.uid,
    ours: (metadata.ownerReferences ?? []).some(({ kind, uid }) => kind === 'FlinkDeployment' && uid === ownerUid),
    ...(generation === undefined ? {} : { generation }),
    deleting: metadata.deletionTimestamp !== undefined,
    wanted: spec?.replicas ?? 1,
    available: status?.availableReplicas ?? 0,
    ...(changedAt === undefined ? {} : { availableChangedAt: changedAt }),
    neverAvailable: available?.status === 'False' && available.lastTransitionTime === metadata.creationTimestamp,
    ...(failure?.status === 'True' && failure.reason === 'FailedCreate' ? { failedCreate: failure.message ?? '' } : {}),
  };
}

/** The JobManager pods of a cluster. */
export function viewPods(context: Context, resource: StoredFlinkDeployment): JobManagerPod[] {
  const { namespace, name } = resource.metadata;
  return cachedPods(context, namespace ?? '', name).map((pod) => {
    const deletedAt = instant(pod.metadata.deletionTimestamp);
    const trouble = troubleOf(pod);
    return {
      name: pod.metadata.name,
      ...(deletedAt === undefined ? {} : { deletedAt }),
      ...(trouble === undefined ? {} : { trouble }),
    };
  });
}

/** The cached JobManager pods of a cluster, whole. */
export function cachedPods(context: Context, namespace: string, name: string): Stored<Pod>[] {
  return context.jobManagerPods.byIndex(BY_CLUSTER, `${namespace}/${name}`);
}

function troubleOf(pod: Pod): { reason: string; message: string } | undefined {
  const statuses = [...(pod.status?.containerStatuses ?? []), ...(pod.status?.initContainerStatuses ?? [])];
  for (const status of statuses) {
    const reason = status.state?.waiting?.reason;
    if (reason !== undefined && FATAL_WAITS.has(reason)) return { reason, message: messageOf(status) };
  }
  return undefined;
}

function messageOf({ name, state, lastState }: ContainerStatus): string {
  const crash = lastState?.terminated?.message;
  const waiting = state?.waiting?.message ?? '';
  return state?.waiting?.reason === 'CrashLoopBackOff' && crash !== undefined
    ? `[${name}] CrashLoop: ${crash}`
    : `[${name}] ${waiting}`;
}

/** A pod whose volumes are not mounted: only an event says why, and only after some time is it more than slowness. */
export function waitsForMount(pod: Pod): boolean {
  const conditions = pod.status?.conditions;
  const started = condition(conditions, 'PodReadyToStartContainers') ?? condition(conditions, 'Initialized');
  return condition(conditions, 'Ready')?.status === 'False' && started?.status === 'False';
}

function condition(conditions: readonly Condition[] | undefined, type: string): Condition | undefined {
  return conditions?.find((candidate) => candidate.type === type);
}

function instant(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text);
}
