// SPDX-License-Identifier: Apache-2.0
// Rules on the pod templates of a FlinkDeployment, one by one and together: the order in which they are tried, and what merging makes of them.

import { operatorOptions } from '../../flink/operator-options.ts';
import { isObject } from '../../runtime/json.ts';
import { annotationFindings, labelFindings } from './labels.ts';
import { containerProblems } from './pod-containers.ts';
import { podFieldProblems } from './pod-fields.ts';
import { forbidden, overwritten } from './pod-overwritten.ts';
import { relatedTo } from './pod-placed.ts';
import type { Placed } from './pod-placed.ts';
import type { Problem, RuleInput } from './rule.ts';

/** Everything about pod templates; nothing where there is none. */
export function podTemplateProblems(input: RuleInput): Problem[] | undefined {
  const { spec } = input;
  const common = spec.podTemplate;
  const jobManager = spec.jobManager?.podTemplate;
  const taskManager = spec.taskManager?.podTemplate;
  if (common === undefined && jobManager === undefined && taskManager === undefined) return undefined;
  const placed: Placed[] = [];
  if (common !== undefined) placed.push({ path: 'spec.podTemplate', component: 'both', template: common });
  if (jobManager !== undefined)
    placed.push({ path: 'spec.jobManager.podTemplate', component: 'jobManager', template: jobManager });
  if (taskManager !== undefined)
    placed.push({ path: 'spec.taskManager.podTemplate', component: 'taskManager', template: taskManager });
  const problems: Problem[] = [];
  for (const { path, template } of placed) podFieldProblems(template, path, problems);
  // what follows relies on the types
  if (problems.some(({ severity }) => severity === undefined)) return problems;
  for (const each of placed) templateProblems(each, placed, input, problems);
  return problems;
}

function templateProblems(placed: Placed, all: readonly Placed[], input: RuleInput, problems: Problem[]): void {
  const { path, template } = placed;
  const pod = template.spec ?? {};
  const containers = pod.containers ?? [];
  problems.push(
    ...labelFindings(template.metadata?.labels, `${path}.metadata.labels`),
    ...annotationFindings(template.metadata?.annotations, `${path}.metadata.annotations`),
  );
  overwritten(placed, containers, input, problems);
  containerProblems(placed, containers, all, problems);
  forbidden(placed, pod, input, problems);
  if (placed.component !== 'both') mixedByPosition(placed, all, input, problems);
  unknownVolumes(placed, all, problems);
}

/** Lists are merged by position unless an option says otherwise, so that two containers become one with parts of both. */
function mixedByPosition(
  { path, template }: Placed,
  all: readonly Placed[],
  { read }: RuleInput,
  problems: Problem[],
): void {
  const common = all.find(({ component }) => component === 'both')?.template.spec;
  if (common === undefined || read(operatorOptions.podTemplateMergeArraysByName)) return;
  for (const list of ['containers', 'initContainers', 'volumes'] as const) {
    const base = common[list] ?? [];
    for (const [index, { name }] of (template.spec?.[list] ?? []).entries()) {
      const under = base[index]?.name;
      if (name === undefined || under === undefined || name === under) continue;
      problems.push({
        code: 'pod-template.mixed-by-position',
        path: `${path}.spec.${list}[${index}]`,
        message: `"${name}" is laid over "${under}" of spec.podTemplate, because both stand at position ${index}: one entry with parts of both comes out.`,
        allowed: `the same order in both, or ${operatorOptions.podTemplateMergeArraysByName.key}: true`,
        remedy: `Set ${operatorOptions.podTemplateMergeArraysByName.key} to true.`,
        severity: 'warning',
      });
    }
  }
}

/** Volumes that Flink itself adds to its pods. */
const OF_FLINK =
  /^(?:flink-config-volume|user-artifacts-volume|pod-template-volume|hadoop-config-volume|kerberos-.*|.*-volume|kube-api-access-.*)$/;

/** Somebody else may add a volume on the way, so this is no error. */
function unknownVolumes(placed: Placed, all: readonly Placed[], problems: Problem[]): void {
  const { path, template } = placed;
  const mounts: [string, string][] = [];
  for (const list of ['containers', 'initContainers'] as const) {
    for (const [index, container] of (template.spec?.[list] ?? []).entries()) {
      for (const [position, mount] of (container.volumeMounts ?? []).entries())
        if (isObject(mount) && typeof mount.name === 'string')
          mounts.push([`${path}.spec.${list}[${index}].volumeMounts[${position}].name`, mount.name]);
    }
  }
  if (mounts.length === 0) return;
  const related = relatedTo(placed, all);
  const known = new Set(related.flatMap((other) => (other.template.spec?.volumes ?? []).map(({ name }) => name)));
  for (const [at, name] of mounts) {
    if (known.has(name) || OF_FLINK.test(name)) continue;
    problems.push({
      code: 'pod-template.unknown-volume',
      path: at,
      message: `There is no volume "${name}" in the pod templates, so no pod can be made, unless somebody else adds it.`,
      allowed: known.size === 0 ? 'a volume in spec.volumes of the template' : [...known].join(', '),
      remedy: `Add "${name}" to spec.volumes of the template.`,
      severity: 'warning',
    });
  }
}
