// SPDX-License-Identifier: Apache-2.0
// Directories that an official image of Flink cannot reach: it has the file systems of the clouds beside its plugins, where they do nothing
// until somebody puts them to use, and it has no Hadoop. Of other images nothing is known.

import type { ConfigOption, FlatConfiguration } from '../../flink/configuration.ts';
import { flinkOptions } from '../../flink/options.ts';
import { uriParts } from '../../flink/java-uri.ts';
import { isObject } from '../../runtime/json.ts';
import { MAIN_CONTAINER } from '../flink-pods.ts';
import { configurationPath } from './rule.ts';
import type { Problem, RuleInput } from './rule.ts';

/** Jars in `/opt/flink/opt` of official images, without their version, by the schemes that they serve. */
const PLUGINS: ReadonlyMap<string, string> = new Map([
  ['s3', 'flink-s3-fs-presto'],
  ['s3p', 'flink-s3-fs-presto'],
  ['s3a', 'flink-s3-fs-hadoop'],
  ['gs', 'flink-gs-fs-hadoop'],
  ['abfs', 'flink-azure-fs-hadoop'],
  ['abfss', 'flink-azure-fs-hadoop'],
  ['wasb', 'flink-azure-fs-hadoop'],
  ['wasbs', 'flink-azure-fs-hadoop'],
  ['oss', 'flink-oss-fs-hadoop'],
]);
const HADOOP = 'hdfs';

const OFFICIAL = /^(?:docker\.io\/)?(?:library\/|apache\/)?flink(?::(\d+\.\d+(?:\.\d+)?)[^@]*)?(?:@|$)/;

const DIRECTORIES = [
  flinkOptions.executionCheckpointingDir,
  flinkOptions.executionCheckpointingSavepointDir,
  flinkOptions.highAvailabilityStorageDir,
];

/** Variables by which the entry point of the image is told what to put to use. */
const PLUGINS_VARIABLE = 'ENABLE_BUILT_IN_PLUGINS';
const VARIABLES: ReadonlySet<unknown> = new Set([PLUGINS_VARIABLE, 'HADOOP_CLASSPATH']);

export function fileSystemNotInImage(input: RuleInput): Problem | undefined {
  const { image } = input.spec;
  if (image === undefined) return undefined;
  const official = OFFICIAL.exec(image);
  if (official === null) return undefined;
  for (const option of DIRECTORIES) {
    const directory = input.read(option);
    if (directory === undefined) continue;
    const { scheme } = uriParts(directory);
    if (scheme === undefined || (scheme !== HADOOP && !PLUGINS.has(scheme))) continue;
    return isProvided(input)
      ? undefined
      : problem(configurationPath(keyOf(option, input.config)), image, scheme, official[1]);
  }
  return undefined;
}

/** The name by which it was said. */
function keyOf({ key, fallbackKeys }: ConfigOption<unknown>, config: FlatConfiguration): string {
  return [key, ...fallbackKeys].find((name) => config[name] !== undefined) ?? key;
}

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
  const version = OFFICIAL.exec(image)?.[1];
  if (version === undefined || value.includes('$(')) return undefined;
  const wrong = value.split(';').find((jar) => !isInImage(jar.trim(), version));
  if (wrong === undefined) return undefined;
  const full = /^\d+\.\d+$/.test(version) ? `${version}.<patch>` : version;
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
  return /^\d+\.\d+$/.test(version) ? minor === version && patch !== '' : `${minor}${patch}` === version;
}

function problem(path: string, image: string, scheme: string, version = '<version>'): Problem {
  const plugin = PLUGINS.get(scheme);
  if (plugin === undefined)
    return {
      path,
      message: `The image ${image} cannot reach ${scheme}:// directories: it has no Hadoop, and none is added to it here.`,
      allowed: 'an image with Hadoop, or a directory that needs none, such as s3://bucket/state',
      remedy: 'Set spec.image to an image of your own that has Hadoop and says so in HADOOP_CLASSPATH.',
      severity: 'warning',
    };
  const jar = `${plugin}-${/^\d+\.\d+$/.test(version) ? `${version}.<patch>` : version}.jar`;
  return {
    path,
    message: `The image ${image} cannot reach ${scheme}:// directories: its plugin for them lies in /opt/flink/opt, and is not put to use.`,
    allowed: `${jar} in the variable ENABLE_BUILT_IN_PLUGINS, or an image with the plugin in /opt/flink/plugins`,
    remedy: `Set the variable ENABLE_BUILT_IN_PLUGINS of ${MAIN_CONTAINER} to ${jar} in spec.podTemplate.`,
    severity: 'warning',
  };
}

/** Whether something may bring the file system: a variable, a volume, a container that runs before, a template of somebody else. */
function isProvided({ spec, config }: RuleInput): boolean {
  for (const key in config)
    if (
      key.startsWith('kubernetes.pod-template-file.') ||
      /^containerized\..*\.(?:ENABLE_BUILT_IN|HADOOP_CLA)/.test(key)
    )
      return true;
  return [spec.podTemplate, spec.jobManager?.podTemplate, spec.taskManager?.podTemplate].some((template) => {
    const pod: unknown = template?.spec;
    if (!isObject(pod)) return false;
    return list(pod['initContainers']).length > 0 || list(pod['containers']).some(bringsFileSystem);
  });
}

function bringsFileSystem(container: Record<string, unknown>): boolean {
  if (container['name'] !== MAIN_CONTAINER) return false;
  return (
    list(container['envFrom']).length > 0 ||
    container['lifecycle'] !== undefined ||
    list(container['env']).some(({ name }) => VARIABLES.has(name)) ||
    list(container['volumeMounts']).some(({ mountPath }) =>
      /^\/opt\/flink(?:\/(?:plugins|lib)\b|\/?$)/.test(String(mountPath)),
    )
  );
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((member: unknown) => isObject(member)) : [];
}
