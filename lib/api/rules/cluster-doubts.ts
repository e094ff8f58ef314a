// SPDX-License-Identifier: Apache-2.0
// What the Java operator takes without a word and its user will not like: sizes that are passed over, memory in a spelling that only one side
// understands, an image that does not fit the version.

import { isSet } from '../../flink/configuration.ts';
import { flinkVersionText } from '../../flink/flink-version.ts';
import { officialImage } from '../../flink/official-image.ts';
import { flinkOptions } from '../../flink/options.ts';
import { parseQuantity } from '../../flink/quantity.ts';
import { resourceMemoryBytes } from '../../flink/memory-size.ts';
import { ValueError } from '../../flink/value-error.ts';
import { isBlank } from './rule.ts';
import type { Problem, RuleInput } from './rule.ts';

type Component = 'jobManager' | 'taskManager';

/** One request or limit in `resources` is enough for Java to look at `resource` no more. */
export function resourceShadowed(component: Component): (input: RuleInput) => Problem | undefined {
  return ({ spec }) => {
    const { resource, resources } = spec[component] ?? {};
    if (resource === undefined || resources === undefined) return undefined;
    const given = { ...resources.limits, ...resources.requests };
    if (Object.keys(given).length === 0) return undefined;
    const lost = (['memory', 'cpu'] as const).find((name) => resource[name] !== undefined && given[name] === undefined);
    const said = lost ?? (['memory', 'cpu'] as const).find((name) => resource[name] !== undefined);
    if (said === undefined && resource.ephemeralStorage === undefined) return undefined;
    const path = `spec.${component}.resource${said === undefined ? '.ephemeralStorage' : `.${said}`}`;
    return {
      path,
      message:
        lost === undefined
          ? `It has no effect beside spec.${component}.resources.`
          : `It counts here, but the Java operator looks at nothing in spec.${component}.resource beside spec.${component}.resources.`,
      allowed: 'one of resource and resources',
      remedy: `Move everything into spec.${component}.resources.`,
      severity: 'warning',
    };
  };
}

/** Flink's syntax is read first: `2g` is no quantity of Kubernetes, and `2G` and `2048m` are other ones. */
export function memorySpelling(component: Component): (input: RuleInput) => Problem[] | undefined {
  return ({ spec }) => {
    const resources = spec[component]?.resources;
    if (resources === undefined) return undefined;
    let problems: Problem[] | undefined;
    for (const section of ['requests', 'limits'] as const) {
      const memory = resources[section]?.['memory'];
      if (memory === undefined || memory === null) continue;
      const problem = spelling(String(memory), `spec.${component}.resources.${section}.memory`);
      if (problem !== undefined) (problems ??= []).push(problem);
    }
    return problems;
  };
}

const MEBI = 2 ** 20;

function spelling(text: string, path: string): Problem | undefined {
  if (/^\d+(?:[KMGT]i)?$/.test(text)) return undefined;
  const bytes = amount(() => resourceMemoryBytes(text));
  if (bytes === undefined) return undefined;
  const quantity = amount(() => parseQuantity(text));
  if (quantity === bytes) return undefined;
  const clear = bytes % MEBI === 0 ? `${bytes / MEBI}Mi` : String(bytes);
  return quantity === undefined
    ? {
        path,
        message: `"${text}" is Flink's way to write a size, not Kubernetes': the Java operator deploys it once and then fails at every change.`,
        allowed: 'a quantity such as 2Gi or 2048Mi',
        remedy: `Write ${clear}.`,
        severity: 'warning',
      }
    : {
        path,
        message: `"${text}" is read as Flink does, which makes it ${clear}; Kubernetes would read ${quantity} bytes.`,
        allowed: 'a quantity such as 2Gi or 2048Mi',
        remedy: `Write ${clear}, so that everybody reads the same.`,
        severity: 'hint',
      };
}

function amount(read: () => number): number | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ValueError) return undefined;
    throw error;
  }
}

/** A native session makes TaskManagers for its jobs, however many were wished for. */
export function replicasOfNativeSession({ spec }: RuleInput): Problem | undefined {
  if (spec.job !== undefined || spec.mode === 'standalone' || spec.taskManager?.replicas === undefined)
    return undefined;
  return {
    path: 'spec.taskManager.replicas',
    message: 'A native session makes TaskManagers as its jobs need them; a fixed number has no effect.',
    allowed: 'a number with spec.mode: standalone',
    remedy:
      'Remove it; to keep TaskManagers ready set slotmanager.min-total-resource.cpu and .memory, or use spec.mode: standalone.',
    severity: 'warning',
  };
}

/** A name that is empty is the default as well. */
export function serviceAccountDefault({ spec }: RuleInput): Problem | undefined {
  if (spec.serviceAccount === undefined || (!isBlank(spec.serviceAccount) && spec.serviceAccount !== 'default'))
    return undefined;
  return {
    path: 'spec.serviceAccount',
    message:
      'The default service account of a namespace usually may not create pods and ConfigMaps, which the JobManager has to do.',
    allowed: 'an account with the role for jobs of the operator installation',
    remedy:
      'Set spec.serviceAccount to the job service account of the operator installation ("flink" unless it was changed).',
    severity: 'hint',
  };
}

/** The operator's own default image may hold another Flink than the spec names. */
export function imageMissing({ spec, config }: RuleInput): Problem | undefined {
  if (!isBlank(spec.image) || isSet(config, flinkOptions.kubernetesContainerImageRef)) return undefined;
  return {
    path: 'spec.image',
    message: 'No image is named: which one runs depends on the operator, and its Flink need not be spec.flinkVersion.',
    allowed: 'an image such as flink:1.20',
    remedy: 'Set spec.image.',
    severity: 'warning',
  };
}

export function imageOfAnotherVersion({ spec }: RuleInput): Problem | undefined {
  if (spec.image === undefined || spec.flinkVersion === undefined) return undefined;
  const inImage = officialImage(spec.image)?.minor;
  if (inImage === undefined || inImage === flinkVersionText(spec.flinkVersion)) return undefined;
  return {
    path: 'spec.flinkVersion',
    message: `The image ${spec.image} holds Flink ${inImage}, not ${flinkVersionText(spec.flinkVersion)}.`,
    allowed: `v${inImage.replace('.', '_')} with this image`,
    remedy: 'Change spec.image and spec.flinkVersion together.',
    severity: 'warning',
  };
}

const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount';

/** A JobManager that makes its own TaskManagers calls Kubernetes, for which it needs the token of its account. */
export function tokenSwitchedOff({ spec }: RuleInput): Problem | undefined {
  if (spec.mode === 'standalone') return undefined;
  const own: unknown = spec.jobManager?.podTemplate?.spec?.['automountServiceAccountToken'];
  const common: unknown = spec.podTemplate?.spec?.['automountServiceAccountToken'];
  if ((own ?? common) !== false) return undefined;
  if (
    [spec.podTemplate, spec.jobManager?.podTemplate].some((template) => JSON.stringify(template ?? {}).includes(TOKEN))
  )
    return undefined;
  const template = own === undefined ? 'spec.podTemplate' : 'spec.jobManager.podTemplate';
  return {
    path: `${template}.spec.automountServiceAccountToken`,
    message: 'The JobManager gets no token of its service account, and cannot ask Kubernetes for TaskManagers.',
    allowed: 'true, or nothing',
    remedy: `Remove it, or mount a token at ${TOKEN}.`,
    severity: 'warning',
  };
}
