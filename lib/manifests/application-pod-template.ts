// SPDX-License-Identifier: Apache-2.0
// The pod templates of an application: what other props ask of its pods, with the user's templates laid over by name. When JobManager or
// TaskManagers have a template of their own, each gets a finished one and there is no common one, because the operator merges lists of
// two templates by position and would mix unrelated containers. It does not report fields that Flink overwrites; see `pod-template-rules.ts`.

import type { Container, EnvVar, PodSpec, PodTemplateSpec } from '../kubernetes/objects.ts';
import { MAIN_CONTAINER } from './cluster-names.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import { isObject } from '../runtime/json.ts';
import type { S3Options, StateVolume } from './state-store.ts';

const STATE_VOLUME = 'flink-state';

/** The templates of the spec; a member is absent when there is nothing to say. */
export interface PodTemplates {
  common?: PodTemplateSpec;
  jobManager?: PodTemplateSpec;
  taskManager?: PodTemplateSpec;
}

/** The pod templates that these props make. */
export function podTemplates(props: FlinkApplicationProps): PodTemplates {
  const common = overlay(derivedTemplate(props), props.podTemplate);
  const jobManager = props.jobManager?.podTemplate;
  const taskManager = props.taskManager?.podTemplate;
  if (jobManager === undefined && taskManager === undefined) return common === undefined ? {} : { common };
  const ofJobManager = overlay(common, jobManager);
  const ofTaskManager = overlay(common, taskManager);
  return {
    ...(ofJobManager === undefined ? {} : { jobManager: ofJobManager }),
    ...(ofTaskManager === undefined ? {} : { taskManager: ofTaskManager }),
  };
}

function derivedTemplate(props: FlinkApplicationProps): PodTemplateSpec | undefined {
  const volume = props.state?.volume;
  const env = environment(props);
  const labels = props.podLabels ?? {};
  const annotations = props.podAnnotations ?? {};
  const metadata = {
    ...(hasMembers(labels) ? { labels: { ...labels } } : {}),
    ...(hasMembers(annotations) ? { annotations: { ...annotations } } : {}),
  };
  const container: Container = {
    name: MAIN_CONTAINER,
    ...(env.length > 0 ? { env } : {}),
    ...(volume === undefined ? {} : { volumeMounts: [mountOf(volume)] }),
  };
  const spec: PodSpec = {
    ...(Object.keys(container).length > 1 ? { containers: [container] } : {}),
    ...(volume?.fsGroup === undefined ? {} : { securityContext: { fsGroup: volume.fsGroup } }),
    ...(volume === undefined
      ? {}
      : { volumes: [{ name: STATE_VOLUME, persistentVolumeClaim: { claimName: volume.claimName } }] }),
  };
  const template: PodTemplateSpec = {
    ...(hasMembers(metadata) ? { metadata } : {}),
    ...(hasMembers(spec) ? { spec } : {}),
  };
  return hasMembers(template) ? template : undefined;
}

function mountOf(volume: StateVolume): { name: string; mountPath: string; subPath?: string } {
  const { mountPath, subPath } = volume;
  return { name: STATE_VOLUME, mountPath, ...(subPath === undefined ? {} : { subPath }) };
}

function environment(props: FlinkApplicationProps): EnvVar[] {
  const variables = new Map<string, EnvVar>();
  for (const variable of s3Environment(props.state?.s3)) variables.set(variable.name, variable);
  for (const [name, value] of Object.entries(props.env ?? {})) {
    variables.set(name, typeof value === 'string' ? { name, value } : { name, valueFrom: { ...value.valueFrom } });
  }
  return [...variables.values()];
}

function s3Environment(s3: S3Options | undefined): EnvVar[] {
  const { credentials, plugin } = s3 ?? {};
  const fromSecret = (name: string, secret: string, key: string): EnvVar => ({
    name,
    valueFrom: { secretKeyRef: { name: secret, key } },
  });
  return [
    ...(credentials === undefined
      ? []
      : [
          fromSecret('AWS_ACCESS_KEY_ID', credentials.secretName, credentials.accessKeyIdKey ?? 'accessKeyId'),
          fromSecret(
            'AWS_SECRET_ACCESS_KEY',
            credentials.secretName,
            credentials.secretAccessKeyKey ?? 'secretAccessKey',
          ),
        ]),
    ...(plugin === undefined ? [] : [{ name: 'ENABLE_BUILT_IN_PLUGINS', value: plugin }]),
  ];
}

/** `upper` laid over `lower`: objects recursively, lists of named things by name (mounts by path), everything else replaced. */
export function overlay<T>(lower: T | undefined, upper: T | undefined): T | undefined {
  if (upper === undefined) return lower;
  if (lower === undefined) return upper;
  return merged(lower, upper) as T;
}

function merged(lower: unknown, upper: unknown, key = ''): unknown {
  if (isObject(lower) && isObject(upper)) {
    const result: Record<string, unknown> = { ...lower };
    for (const [key, value] of Object.entries(upper)) {
      if (value !== undefined) result[key] = key in result ? merged(result[key], value, key) : value;
    }
    return result;
  }
  if (Array.isArray(lower) && Array.isArray(upper)) return mergedLists(lower, upper, CONTAINER_LISTS.has(key));
  return upper;
}

// a container is laid over its namesake; a volume, mount or variable is one choice of several and replaces it
const CONTAINER_LISTS: ReadonlySet<string> = new Set(['containers', 'initContainers']);

function mergedLists(lower: readonly unknown[], upper: readonly unknown[], recursive: boolean): unknown[] {
  // two mounts of one volume differ by their path, everything else that has a name is told apart by it
  const identity = (item: unknown): unknown => (isObject(item) ? (item['mountPath'] ?? item['name']) : undefined);
  if (![...lower, ...upper].every((item) => identity(item) !== undefined)) return [...upper];
  const result = new Map(lower.map((item) => [identity(item), item]));
  for (const item of upper) {
    const key = identity(item);
    result.set(key, recursive && result.has(key) ? merged(result.get(key), item) : item);
  }
  return [...result.values()];
}

function hasMembers(value: object): boolean {
  return Object.keys(value).length > 0;
}
