// SPDX-License-Identifier: Apache-2.0
// Memory of JobManager and TaskManager as rules on a FlinkDeployment: V-18 and V-23 for what Flink cannot divide up, and advice on what it
// can. Here are only paths and sentences; the model and the advice are lib/flink's.

import { MAIN_CONTAINER } from '../flink-pods.ts';
import { humanSize } from '../../flink/memory-words.ts';
import type { PodTemplateSpec } from '../../kubernetes/objects.ts';
import { bytesOf, givenMemory, MEMORY_KEYS, memoryVerdict } from './memory-verdict.ts';
import type { Component } from './memory-verdict.ts';
import { configurationPath } from './rule.ts';
import type { Problem, RuleInput } from './rule.ts';

const TITLES: Readonly<Record<Component, string>> = { jobManager: 'JobManager', taskManager: 'TaskManager' };
const MEBIBYTE = 2 ** 20;

/** V-18 and V-23: no memory, or none that Flink can divide up. */
export function memoryNotDerivable(component: Component): (input: RuleInput) => Problem | undefined {
  const { processSize } = MEMORY_KEYS[component];
  return (input) => {
    const refusal = memoryVerdict(component, input)?.refusal;
    if (refusal === undefined) return undefined;
    const title = TITLES[component];
    const given = givenMemory(component, input.spec[component]);
    if (given === undefined) {
      return {
        path: `spec.${component}.resource.memory`,
        message:
          `The ${title} has no memory: neither spec.${component}.resource.memory, nor spec.${component}.resources.requests.memory ` +
          `or limits.memory is set, and Flink cannot derive it from the configuration. ${sentence(refusal.message)}`,
        allowed: 'a size such as 2048m or 2Gi',
        remedy: `Set spec.${component}.resource.memory or spec.${component}.resources.requests.memory to a size that fits. Or: ${refusal.remedy}`,
      };
    }
    return {
      path: `spec.${component}.resource.memory`,
      message: `The ${title} has ${given.text} of memory, which Flink cannot divide up. ${sentence(refusal.message).replaceAll(processSize, given.path)}`,
      allowed: 'a size such as 2048m or 2Gi',
      remedy: refusal.remedy.replaceAll(processSize, given.path),
    };
  };
}

/** Everything that is doubtful about the memory of both components. */
export function memoryDoubtful(input: RuleInput): Problem[] | undefined {
  let problems: Problem[] | undefined;
  for (const component of ['jobManager', 'taskManager'] as const) {
    const verdict = memoryVerdict(component, input);
    if (verdict === undefined || verdict.refusal !== undefined) continue;
    for (const { code, severity, message, remedy, key } of verdict.advice) {
      (problems ??= []).push({ code, severity, path: pathOf(component, input, key), message, remedy });
    }
    const own = input.spec[component]?.podTemplate;
    const ignored =
      templateIgnored(component, `spec.${component}.podTemplate`, own, verdict.requestMiB) ??
      templateIgnored(component, 'spec.podTemplate', input.spec.podTemplate, verdict.requestMiB);
    if (ignored !== undefined) (problems ??= []).push(ignored);
  }
  return problems;
}

/** The key, if the configuration has it, otherwise what sizes the component. */
function pathOf(component: Component, { spec, config }: RuleInput, key: string | undefined): string {
  if (key !== undefined && Object.hasOwn(config, key)) return configurationPath(key);
  return givenMemory(component, spec[component])?.path ?? configurationPath(MEMORY_KEYS[component].processSize);
}

/** Flink writes request and limit of the main container over what a template has. */
function templateIgnored(
  component: Component,
  path: string,
  template: PodTemplateSpec | undefined,
  requestMiB: number,
): Problem | undefined {
  const containers = template?.spec?.containers;
  if (!Array.isArray(containers)) return undefined;
  const index = containers.findIndex(({ name }) => name === MAIN_CONTAINER);
  const resources = containers[index]?.resources;
  const [section, memory] =
    resources?.requests?.['memory'] !== undefined
      ? ['requests', resources.requests['memory']]
      : ['limits', resources?.limits?.['memory']];
  if (memory === undefined || memory === null) return undefined;
  const bytes = bytesOf(String(memory));
  if (bytes === undefined || Math.floor(bytes / MEBIBYTE) === requestMiB) return undefined;
  const title = TITLES[component];
  return {
    code: 'memory.pod-template-ignored',
    severity: 'warning',
    path: `${path}.spec.containers[${index}].resources.${section}.memory`,
    message: `${String(memory)} of memory for ${MAIN_CONTAINER} have no effect: Flink writes its own request over it, ${humanSize(requestMiB * MEBIBYTE)} for the ${title}.`,
    remedy: `Remove it here, and set spec.${component}.resource.memory to what the ${title} shall have.`,
  };
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
