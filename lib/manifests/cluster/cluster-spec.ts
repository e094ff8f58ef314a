// SPDX-License-Identifier: Apache-2.0
// The `spec` of a FlinkDeployment, without the job. A field that the configuration says as well is left out, because operators let fields
// beat the configuration, and the user's configuration is meant to win.

import type { Finding } from '../../api/finding.ts';
import type { ComponentResource, FlinkDeploymentSpec, JobSpec } from '../../api/flink-deployment.ts';
import { flinkVersionText } from '../../flink/flink-version.ts';
import { quantityText, sizeText } from '../quantities.ts';
import { overruled } from './cluster-configuration.ts';
import type { ClusterConfiguration } from './cluster-configuration.ts';
import type { FlinkClusterProps } from './cluster-props.ts';
import type { ComponentProps } from './component-props.ts';
import { logConfiguration } from './logging.ts';
import type { PodTemplates } from './pod-templates.ts';

/** The service account that `FlinkOperator` creates for Flink's pods. */
export const DEFAULT_SERVICE_ACCOUNT = 'flink';

/** The sizes of Flink's own default configuration. */
const DEFAULT_MEMORY = { jobManager: '1600m', taskManager: '1728m' } as const;

/** Keys by which a configuration sizes a component's memory, so that no default is needed. */
const SIZING_KEYS: Readonly<Record<'jobManager' | 'taskManager', readonly string[]>> = {
  jobManager: ['jobmanager.memory.process.size', 'jobmanager.memory.flink.size', 'jobmanager.memory.heap.size'],
  taskManager: [
    'taskmanager.memory.process.size',
    'taskmanager.memory.flink.size',
    'taskmanager.memory.task.heap.size',
  ],
};

/** What the spec is made of besides props. */
export interface SpecParts {
  readonly job: JobSpec | undefined;
  readonly config: ClusterConfiguration;
  readonly templates: PodTemplates;
  /** Of all pods. */
  readonly serviceAccount: string;
  /** Where warnings go. */
  readonly warnings: Finding[];
}

/** The spec, its members in the order of the API's field table. */
export function clusterSpec(
  props: FlinkClusterProps,
  { job, config, templates, serviceAccount, warnings }: SpecParts,
): FlinkDeploymentSpec {
  const { entries } = config;
  /** `value`, unless the configuration says it too: then that counts, and the operator must not find a field that beats it. */
  const unlessConfigured = <T>(
    value: T | undefined,
    prop: string,
    keys: readonly string[],
    given: boolean,
  ): T | undefined => {
    const key = keys.find((candidate) => Object.hasOwn(entries, candidate));
    if (key === undefined) return value;
    if (given && entries[key] !== String(value))
      warnings.push(overruled(config.origin.get(key) ?? key, prop, entries[key] ?? '', String(value)));
    return undefined;
  };
  const resource = (component: 'jobManager' | 'taskManager'): { resource?: ComponentResource } => {
    // shapes have turned all of them into plain values
    const { cpu, memory, ephemeralStorage } = (props[component] ?? {}) as ComponentProps & { cpu?: number };
    const flink = component.toLowerCase();
    const sizedByConfig = SIZING_KEYS[component].some((key) => Object.hasOwn(entries, key));
    const cpuValue = unlessConfigured(
      cpu,
      `${component}.cpu`,
      [`kubernetes.${flink}.cpu.amount`, `kubernetes.${flink}.cpu`],
      cpu !== undefined,
    );
    const memoryValue = unlessConfigured(
      memory === undefined ? (sizedByConfig ? undefined : DEFAULT_MEMORY[component]) : sizeText(memory),
      `${component}.memory`,
      [`${flink}.memory.process.size`],
      memory !== undefined,
    );
    const storage = ephemeralStorage === undefined ? undefined : quantityText(ephemeralStorage);
    if (cpuValue === undefined && memoryValue === undefined && storage === undefined) return {};
    return {
      resource: {
        ...optional('cpu', cpuValue),
        ...optional('memory', memoryValue),
        ...optional('ephemeralStorage', storage),
      },
    };
  };
  const image = unlessConfigured(
    props.image ?? (props.flinkVersion === undefined ? undefined : `flink:${flinkVersionText(props.flinkVersion)}`),
    'image',
    ['kubernetes.container.image.ref', 'kubernetes.container.image'],
    props.image !== undefined,
  );
  const jobManager = {
    ...resource('jobManager'),
    ...optional(
      'replicas',
      unlessConfigured(props.jobManager?.replicas, 'jobManager.replicas', ['kubernetes.jobmanager.replicas'], true),
    ),
    ...optional('podTemplate', templates.jobManager),
  };
  const taskManager = {
    ...resource('taskManager'),
    ...optional('replicas', props.taskManager?.replicas),
    ...optional('podTemplate', templates.taskManager),
  };
  return {
    ...optional('job', job),
    ...optional('restartNonce', props.restartNonce),
    ...(Object.keys(entries).length > 0 ? { flinkConfiguration: entries } : {}),
    ...optional('image', image),
    ...optional(
      'imagePullPolicy',
      unlessConfigured(props.imagePullPolicy, 'imagePullPolicy', ['kubernetes.container.image.pull-policy'], true),
    ),
    serviceAccount,
    ...optional('flinkVersion', props.flinkVersion),
    ...optional('ingress', props.ingress),
    ...optional('podTemplate', templates.common),
    ...(Object.keys(jobManager).length > 0 ? { jobManager } : {}),
    ...(Object.keys(taskManager).length > 0 ? { taskManager } : {}),
    ...optional('logConfiguration', logConfiguration(props)),
    ...optional('mode', props.mode),
  };
}

/** The member, if it has a value. */
export function optional<K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: T };
}
