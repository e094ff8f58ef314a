// SPDX-License-Identifier: Apache-2.0
// Names of plugins that the entry point of an official image is told to put to use, and does not find. Which plugin a directory needs is
// file-systems.ts.

import { officialImage, PLUGINS_VARIABLE } from '../../flink/official-image.ts';
import { isObject } from '../../runtime/json.ts';
import { MAIN_CONTAINER } from '../flink-pods.ts';
import type { Problem, RuleInput } from './rule.ts';

const VERSION = /-(\d+\.\d+)(\.\d+)?\.jar$/;

const TEMPLATES = ['podTemplate', 'jobManager.podTemplate', 'taskManager.podTemplate'] as const;

/** The entry point of the image ends when it does not find what it is to put to use. */
export function pluginNotInImage({ spec }: RuleInput): Problem[] | undefined {
  const { podTemplate, jobManager, taskManager, image } = spec;
  let problems: Problem[] | undefined;
  [podTemplate, jobManager?.podTemplate, taskManager?.podTemplate].forEach((template, at) => {
    const containers: unknown = template?.spec?.containers;
    if (!Array.isArray(containers)) return;
    containers.forEach((container: unknown, index) => {
      const env = isObject(container) && container['name'] === MAIN_CONTAINER ? container['env'] : undefined;
      if (!Array.isArray(env)) return;
      const position = env.findIndex((variable) => isObject(variable) && variable['name'] === PLUGINS_VARIABLE);
      const value = position < 0 ? undefined : (env[position] as Record<string, unknown>)['value'];
      const problem = typeof value === 'string' ? unknownPlugin(value, image ?? '') : undefined;
      if (problem === undefined) return;
      (problems ??= []).push({
        path: `spec.${TEMPLATES[at]}.spec.containers[${index}].env[${position}].value`,
        ...problem,
      });
    });
  });
  return problems;
}

function unknownPlugin(value: string, image: string): Omit<Problem, 'path'> | undefined {
  const version = officialImage(image)?.version;
  if (version === undefined || value.includes('$(')) return undefined;
  const wrong = value.split(';').find((jar) => !isInImage(jar.trim(), version));
  if (wrong === undefined) return undefined;
  const full = fullVersion(version);
  return {
    message: `The image ${image} has no "${wrong.trim()}" in /opt/flink/opt: the containers end at their start.`,
    allowed: `names of jars there, such as flink-s3-fs-presto-${full}.jar`,
    remedy: `Write the whole name of the jar, with the version of the image: …-${full}.jar.`,
    severity: 'warning',
  };
}

/** Whether a jar of that name may be in an official image of `version`, which may lack its patch. */
function isInImage(jar: string, version: string): boolean {
  const [, minor, patch = ''] = VERSION.exec(jar) ?? [];
  if (jar === '') return true;
  if (minor === undefined) return false;
  return lacksPatch(version) ? minor === version && patch !== '' : `${minor}${patch}` === version;
}

/** A version as it stands in the names of jars. */
export function fullVersion(version: string): string {
  return lacksPatch(version) ? `${version}.<patch>` : version;
}

function lacksPatch(version: string): boolean {
  return /^\d+\.\d+$/.test(version);
}
