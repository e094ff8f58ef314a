// SPDX-License-Identifier: Apache-2.0
// What of a pod template does not reach the pods as it stands there, because Flink sets it itself, or cannot, because pods of a Deployment may
// not have it. Memory of the main container is told with the memory.

import { isSet } from '../../flink/configuration.ts';
import { flinkOptions } from '../../flink/options.ts';
import type { Container, PodSpec } from '../../kubernetes/objects.ts';
import { LABELS, MAIN_CONTAINER } from '../flink-pods.ts';
import { isGiven } from './pod-placed.ts';
import type { Placed } from './pod-placed.ts';
import type { Problem, RuleInput } from './rule.ts';

/** Fields that Flink or the operator writes over. */
export function overwritten(
  { path, component, template }: Placed,
  containers: readonly Container[],
  { spec, config }: RuleInput,
  problems: Problem[],
): void {
  const pod = template.spec ?? {};
  const standaloneTaskManager = spec.mode === 'standalone' && component === 'taskManager';
  for (const label of Object.values(LABELS)) {
    if (!isGiven(template.metadata?.labels?.[label])) continue;
    problems.push(ignored(`${path}.metadata.labels.${label}`, 'use another label'));
  }
  for (const name of ['serviceAccountName', 'serviceAccount'] as const) {
    if (!isGiven(pod[name])) continue;
    const same = pod[name] === spec.serviceAccount;
    if (!same) problems.push(ignored(`${path}.spec.${name}`, 'set spec.serviceAccount'));
  }
  if (isGiven(pod.hostNetwork) && spec.mode !== 'standalone')
    problems.push(ignored(`${path}.spec.hostNetwork`, `set ${flinkOptions.kubernetesHostnetworkEnabled.key}`));
  const main = containers.findIndex(({ name }) => name === MAIN_CONTAINER);
  const container = containers[main];
  if (container === undefined) return;
  const at = `${path}.spec.containers[${main}]`;
  const image = spec.image ?? (isSet(config, flinkOptions.kubernetesContainerImageRef) ? '' : undefined);
  if (isGiven(container.image) && container.image !== image && (image !== undefined || standaloneTaskManager))
    problems.push(ignored(`${at}.image`, 'set spec.image'));
  const policy = spec.imagePullPolicy;
  if (isGiven(container.imagePullPolicy) && container.imagePullPolicy !== policy && policy !== undefined)
    problems.push(ignored(`${at}.imagePullPolicy`, 'set spec.imagePullPolicy'));
  if (isGiven(container.command))
    problems.push(
      ignored(`${at}.command`, `set ${flinkOptions.kubernetesEntryPath.key} if another entry point is meant`),
    );
  // the JobManager of a standalone session gets them behind its own
  if (isGiven(container.args) && !(spec.mode === 'standalone' && spec.job === undefined && component !== 'taskManager'))
    problems.push(ignored(`${at}.args`, 'set spec.job.args for the program'));
  for (const section of ['requests', 'limits'] as const) {
    if (!isGiven(container.resources?.[section]?.['cpu'])) continue;
    const component_ = component === 'both' ? 'jobManager and spec.taskManager' : component;
    problems.push(ignored(`${at}.resources.${section}.cpu`, `set it in spec.${component_}`));
  }
}

function ignored(path: string, instead: string): Problem {
  return {
    code: 'pod-template.overwritten',
    path,
    message: 'Flink sets this itself; what stands here has no effect.',
    remedy: `Remove it, and ${instead}.`,
    severity: 'warning',
  };
}

/** What the API server refuses in a Deployment. TaskManagers of a native cluster are plain pods. */
export function forbidden({ path, component }: Placed, pod: PodSpec, { spec }: RuleInput, problems: Problem[]): void {
  const isDeployed = component !== 'taskManager' || spec.mode === 'standalone';
  const policy = pod['restartPolicy'] as string | undefined;
  if (isGiven(policy) && policy !== 'Always' && isDeployed) {
    problems.push({
      code: 'pod-template.not-in-a-deployment',
      path: `${path}.spec.restartPolicy`,
      message: `The pods of a Deployment are always restarted; Kubernetes refuses one with ${policy}.`,
      allowed: 'Always',
      remedy: 'Remove it.',
    });
  } else if (isGiven(policy) && policy !== 'Never' && component === 'taskManager' && !isDeployed) {
    problems.push(ignored(`${path}.spec.restartPolicy`, 'leave it to Flink, which replaces TaskManagers itself'));
  }
  for (const name of ['activeDeadlineSeconds', 'ephemeralContainers']) {
    if (!isGiven(pod[name]) || !isDeployed) continue;
    problems.push({
      code: 'pod-template.not-in-a-deployment',
      path: `${path}.spec.${name}`,
      message: `Kubernetes refuses a Deployment whose pods have ${name}.`,
      remedy: 'Remove it.',
    });
  }
}
