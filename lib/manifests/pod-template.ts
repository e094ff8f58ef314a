// SPDX-License-Identifier: Apache-2.0
// The pod templates of a cluster as the spec gives them: common and component template merged, resources that Flink does not know put on
// the main container, and the JobManager's startup probe. What Flink itself puts on a pod comes later, in `jobmanager-deployment.ts`.

import type { FlinkDeploymentSpec, JobManagerSpec, TaskManagerSpec } from '../api/flink-deployment.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { readOption } from '../flink/configuration.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import type { Container, PodTemplateSpec } from '../kubernetes/objects.ts';
import { MAIN_CONTAINER } from './cluster-names.ts';
import { otherResources } from './component-resources.ts';
import { mergePodTemplates } from './merge-pod-templates.ts';

/** Never fails and asks every second: the pod becomes available when a dispatcher answers, and is never killed for being slow. */
const STARTUP_PROBE = {
  httpGet: { path: '/config', port: 'rest' },
  failureThreshold: 2_147_483_647,
  periodSeconds: 1,
};

/**
 * The JobManager's template; nothing if the spec has none and the startup probe is switched off
 * (`kubernetes.operator.jm-deployment.startup.probe.enabled`).
 * @param configuration with the operator's own keys
 */
export function jobManagerPodTemplate(
  spec: FlinkDeploymentSpec,
  configuration: FlatConfiguration,
): PodTemplateSpec | undefined {
  const template = componentTemplate(spec, spec.jobManager, configuration);
  if (!readOption(configuration, operatorOptions.jmDeploymentStartupProbeEnabled)) return template;
  return withMainContainer(template ?? {}, (main) =>
    main.startupProbe === undefined ? { ...main, startupProbe: STARTUP_PROBE } : main,
  );
}

/**
 * The template that the JobManager makes TaskManagers from; nothing if the spec gives none.
 * @param configuration with the operator's own keys
 */
export function taskManagerPodTemplate(
  spec: FlinkDeploymentSpec,
  configuration: FlatConfiguration,
): PodTemplateSpec | undefined {
  return componentTemplate(spec, spec.taskManager, configuration);
}

/** `template` with its main container changed; one without gets it at the end. */
export function withMainContainer(template: PodTemplateSpec, change: (main: Container) => Container): PodTemplateSpec {
  const containers = template.spec?.containers ?? [];
  const changed = containers.some(({ name }) => name === MAIN_CONTAINER)
    ? containers.map((container) => (container.name === MAIN_CONTAINER ? change(container) : container))
    : [...containers, change({ name: MAIN_CONTAINER })];
  return { ...template, spec: { ...template.spec, containers: changed } };
}

function componentTemplate(
  spec: FlinkDeploymentSpec,
  component: JobManagerSpec | TaskManagerSpec | undefined,
  configuration: FlatConfiguration,
): PodTemplateSpec | undefined {
  const template = mergePodTemplates(spec.podTemplate, component?.podTemplate, {
    arraysByName: readOption(configuration, operatorOptions.podTemplateMergeArraysByName),
  });
  const resources = component === undefined || component === null ? undefined : otherResources(component);
  if (resources === undefined) return template;
  return withMainContainer(template ?? {}, (main) => ({
    ...main,
    resources: {
      ...main.resources,
      ...(resources.requests === undefined ? {} : { requests: { ...main.resources?.requests, ...resources.requests } }),
      ...(resources.limits === undefined ? {} : { limits: { ...main.resources?.limits, ...resources.limits } }),
    },
  }));
}
