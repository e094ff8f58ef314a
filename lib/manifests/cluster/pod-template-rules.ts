// SPDX-License-Identifier: Apache-2.0
// What Flink would not take from a user's pod template or pod labels, because it sets those fields itself. Everything it keeps is left to
// Kubernetes to judge.

import type { Finding } from '../../api/finding.ts';
import type { PodTemplateSpec } from '../../kubernetes/objects.ts';
import { LABELS, MAIN_CONTAINER } from '../cluster-names.ts';
import { finding } from '../finding.ts';
import type { FlinkClusterProps } from './cluster-props.ts';

/** Fields of Flink's container that are overwritten, and the prop that decides instead. */
const OVERWRITTEN_IN_CONTAINER: Readonly<Record<string, string>> = {
  image: '`image`',
  imagePullPolicy: '`imagePullPolicy`',
  command: "`config['kubernetes.entry.path']`",
  args: '`job.args` for the program',
};

/** Findings about all pod templates and pod labels in the props. */
export function podTemplateFindings(props: FlinkClusterProps): Finding[] {
  const templates: [string, PodTemplateSpec | undefined, 'jobManager' | 'taskManager'][] = [
    ['podTemplate', props.podTemplate, 'jobManager'],
    ['jobManager.podTemplate', props.jobManager?.podTemplate, 'jobManager'],
    ['taskManager.podTemplate', props.taskManager?.podTemplate, 'taskManager'],
  ];
  return [
    ...ownedLabels('podLabels', props.podLabels),
    ...templates.flatMap(([path, template, component]) =>
      template === undefined ? [] : templateFindings(path, template, component, props),
    ),
  ];
}

function templateFindings(
  path: string,
  template: PodTemplateSpec,
  component: string,
  props: FlinkClusterProps,
): Finding[] {
  const spec = template.spec ?? {};
  const containers = Array.isArray(spec.containers) ? spec.containers : [];
  const main = containers.findIndex((container) => container?.name === MAIN_CONTAINER);
  const container = containers[main];
  const at = `${path}.spec.containers[${main}]`;
  const findings = ownedLabels(`${path}.metadata.labels`, template.metadata?.labels);
  if (spec.serviceAccountName !== undefined || spec.serviceAccount !== undefined) {
    const field = spec.serviceAccountName === undefined ? 'serviceAccount' : 'serviceAccountName';
    findings.push(ignored(`${path}.spec.${field}`, '`serviceAccount`'));
  }
  if (container === undefined) return findings;
  for (const [field, instead] of Object.entries(OVERWRITTEN_IN_CONTAINER)) {
    // the pull policy counts as long as the prop does not speak
    if (container[field] === undefined || (field === 'imagePullPolicy' && props.imagePullPolicy === undefined))
      continue;
    findings.push(ignored(`${at}.${field}`, instead));
  }
  for (const section of ['requests', 'limits'] as const) {
    for (const name of ['cpu', 'memory']) {
      if (container.resources?.[section]?.[name] === undefined) continue;
      findings.push(ignored(`${at}.resources.${section}.${name}`, `\`${component}.${name}\``));
    }
  }
  return findings;
}

function ownedLabels(path: string, labels: Readonly<Record<string, string>> | undefined): Finding[] {
  return Object.values(LABELS)
    .filter((name) => labels?.[name] !== undefined)
    .map((name) =>
      finding(
        'props.ignored',
        `${path}['${name}']`,
        'would be ignored: Flink sets this label itself',
        'use another name',
      ),
    );
}

function ignored(path: string, instead: string): Finding {
  return finding('props.ignored', path, 'would be ignored: Flink sets it itself', `remove it and use ${instead}`);
}
