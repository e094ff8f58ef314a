// SPDX-License-Identifier: Apache-2.0
// Secrets that stand where many can read them. Only names that certainly belong to a secret count, and only values that can be one.

import type { FlatConfiguration } from '../../flink/configuration.ts';
import { isSecretKey } from '../../flink/secret-keys.ts';
import type { PodTemplateSpec } from '../../kubernetes/objects.ts';
import { isSecretVariable } from '../../kubernetes/secret-variable.ts';
import { isObject } from '../../runtime/json.ts';
import type { Finding } from '../finding.ts';
import type { Problem, RuleInput } from './rule.ts';

/** Secrets among the options of `config`. */
export function secretOptions(config: FlatConfiguration, pathOf: (key: string) => string): Finding[] {
  const findings: Finding[] = [];
  for (const key in config) {
    if (!isSecretKey(key, config[key] ?? '')) continue;
    findings.push({
      code: 'secret.in-configuration',
      path: pathOf(key),
      message: `The value of ${key} is a secret, and everybody can read it here and in the ConfigMap of the cluster.`,
      remedy: /^(flink\.hadoop\.)?(fs\.s3a?|s3[ap]?|presto\.s3)\./.test(key)
        ? 'Put it into a Secret, and refer to that in the pod template as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.'
        : `Put it into a Secret, refer to that in the pod template of the JobManager as a variable, and set kubernetes.jobmanager.entrypoint.args to -D${key}="$VARIABLE".`,
      severity: 'warning',
    });
  }
  return findings;
}

/** Secrets among the variables of pod templates. */
export function secretVariables({ spec }: RuleInput): Problem[] | undefined {
  const { podTemplate, jobManager, taskManager } = spec;
  if (podTemplate === undefined && jobManager?.podTemplate === undefined && taskManager?.podTemplate === undefined)
    return undefined;
  return [
    ...variablesOf(podTemplate, 'spec.podTemplate'),
    ...variablesOf(jobManager?.podTemplate, 'spec.jobManager.podTemplate'),
    ...variablesOf(taskManager?.podTemplate, 'spec.taskManager.podTemplate'),
  ];
}

function variablesOf(template: PodTemplateSpec | undefined, path: string): Problem[] {
  const problems: Problem[] = [];
  for (const list of ['containers', 'initContainers'] as const) {
    listOf(template?.spec?.[list]).forEach((container, index) => {
      listOf(isObject(container) ? container['env'] : undefined).forEach((variable, position) => {
        if (!isObject(variable)) return;
        const { name, value } = variable;
        // $(NAME) is another variable
        if (typeof value !== 'string' || value === '' || value.startsWith('$(')) return;
        if (typeof name !== 'string' || !isSecretVariable(name)) return;
        problems.push({
          path: `${path}.spec.${list}[${index}].env[${position}].value`,
          message: `The value of ${name} is a secret, and everybody can read it here.`,
          remedy: `Put it into a Secret, and refer to it: valueFrom: { secretKeyRef: { name, key } }.`,
          severity: 'warning',
        });
      });
    });
  }
  return problems;
}

/** Pod templates are not checked as a whole: a list may be anything. */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
