// SPDX-License-Identifier: Apache-2.0
// How the objects of a native Flink cluster are called and labelled. Flink and every operator that shares a cluster with us find each
// other's objects by these words alone, and a Deployment's selector cannot be changed later: none of this is a matter of taste. Also what
// can be told from the ConfigMaps of high availability: their values are serialised Java objects that nobody but Flink reads; that certain
// names and keys exist is all that is needed.

import { LABELS } from '../api/flink-pods.ts';
import type { ConfigMap } from '../kubernetes/objects.ts';

export { LABELS, MAIN_CONTAINER } from '../api/flink-pods.ts';

/** Annotation on a JobManager Deployment and its pods: the generation of the FlinkDeployment that it was made from. */
export const GENERATION_ANNOTATION = 'flinkdeployment.flink.apache.org/generation';

/** Value of the label `type` on all objects of a native cluster, and on HA ConfigMaps in either mode. */
export const NATIVE_TYPE = 'flink-native-kubernetes';

/** Values of the label `component`. */
export const COMPONENTS = {
  jobManager: 'jobmanager',
  taskManager: 'taskmanager',
  ingress: 'ingress',
  autoscaler: 'autoscaler',
} as const;

/** Name of the JobManager Deployment and of the internal Service; also the cluster id. */
export const jobManagerName = (id: string): string => id;

/** Name of the Service through which the REST API is reached. */
export const restServiceName = (id: string): string => `${id}-rest`;

/** Name of the ConfigMap with Flink's configuration and log files. */
export const configMapName = (id: string): string => `flink-config-${id}`;

/** Name of the ConfigMap with the pod template that the JobManager makes TaskManagers from. */
export const taskManagerTemplateName = (id: string): string => `pod-template-${id}`;

/** Labels of every object that belongs to the cluster as a whole. */
export const commonLabels = (id: string): Record<string, string> => ({ [LABELS.app]: id, [LABELS.type]: NATIVE_TYPE });

/** Labels of the JobManager, which are exactly its Deployment's selector. */
export const jobManagerSelector = (id: string): Record<string, string> => ({
  ...commonLabels(id),
  [LABELS.component]: COMPONENTS.jobManager,
});

/**
 * Label selector of the HA ConfigMaps of cluster `id`, for a list or a collection delete. It also hits `flink-config-<id>` and
 * `pod-template-<id>` of a native cluster, which carry the same labels.
 */
export function haSelector(id: string): string {
  const equal = Object.entries(commonLabels(id)).map(([label, value]) => `${label}=${value}`);
  return [...equal, `${LABELS.component}!=${COMPONENTS.autoscaler}`].join(',');
}

/** Whether `configMap` is one that {@link haSelector} selects. */
export function isHaConfigMap(configMap: ConfigMap, id: string): boolean {
  const labels = configMap.metadata?.labels ?? {};
  return (
    Object.entries(commonLabels(id)).every(([label, value]) => labels[label] === value) &&
    labels[LABELS.component] !== COMPONENTS.autoscaler
  );
}

/**
 * Whether Flink would find metadata of a job: a ConfigMap of a job (`<id>-<jobId>-config-map`, or `…-jobmanager-leader` as 1.15 may still
 * write) that is not being deleted. The map of the cluster itself does not count.
 */
export function isHaMetadataAvailable(configMaps: Iterable<ConfigMap>, id: string): boolean {
  return some(configMaps, (configMap) => holdsJob(configMap, id));
}

/** Whether such a ConfigMap also names a completed checkpoint. */
export function atLeastOneCheckpoint(configMaps: Iterable<ConfigMap>, id: string): boolean {
  return some(
    configMaps,
    (configMap) =>
      holdsJob(configMap, id) && Object.keys(configMap.data ?? {}).some((key) => key.startsWith('checkpointID-')),
  );
}

/**
 * `configMap` without the stored job graphs (execution plans since Flink 2.0), so that a JobManager that starts next plans its job anew;
 * nothing when there are none.
 */
export function withoutJobGraphs(configMap: ConfigMap): ConfigMap | undefined {
  const data = Object.entries(configMap.data ?? {});
  const kept = data.filter(([key]) => !key.startsWith('jobGraph-') && !key.startsWith('executionPlan-'));
  return kept.length === data.length ? undefined : { ...configMap, data: Object.fromEntries(kept) };
}

function holdsJob(configMap: ConfigMap, id: string): boolean {
  const { name = '', deletionTimestamp } = configMap.metadata ?? {};
  if (!isHaConfigMap(configMap, id) || deletionTimestamp !== undefined) return false;
  // Our own ConfigMaps share the labels, and an id may end in `-config-map`.
  if (!name.startsWith(`${id}-`)) return false;
  return (name.endsWith('-config-map') && !name.endsWith('-cluster-config-map')) || name.endsWith('-jobmanager-leader');
}

function some<T>(values: Iterable<T>, holds: (value: T) => boolean): boolean {
  for (const value of values) if (holds(value)) return true;
  return false;
}
