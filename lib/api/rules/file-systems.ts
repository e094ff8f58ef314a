// SPDX-License-Identifier: Apache-2.0
// Directories that an official image of Flink cannot reach: it has the file systems of the clouds beside its plugins, where they do nothing
// until somebody puts them to use, and it has no Hadoop. Of other images nothing is known.

import type { ConfigOption, FlatConfiguration } from '../../flink/configuration.ts';
import { uriParts } from '../../flink/java-uri.ts';
import { officialImage, PLUGINS_VARIABLE } from '../../flink/official-image.ts';
import { isObject } from '../../runtime/json.ts';
import { MAIN_CONTAINER } from '../flink-pods.ts';
import { fullVersion } from './image-plugins.ts';
import { configurationPath } from './rule.ts';
import type { Problem, RuleInput } from './rule.ts';
import { STATE_DIRECTORIES } from './state-directories.ts';

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

/** Variables by which the entry point of the image is told what to put to use. */
const VARIABLES: ReadonlySet<unknown> = new Set([PLUGINS_VARIABLE, 'HADOOP_CLASSPATH']);

export function fileSystemNotInImage(input: RuleInput): Problem | undefined {
  const { image } = input.spec;
  if (image === undefined) return undefined;
  const official = officialImage(image);
  if (official === undefined) return undefined;
  for (const { option } of STATE_DIRECTORIES) {
    const directory = input.read(option);
    if (directory === undefined) continue;
    const { scheme } = uriParts(directory);
    if (scheme === undefined || (scheme !== HADOOP && !PLUGINS.has(scheme))) continue;
    return isProvided(input)
      ? undefined
      : problem(configurationPath(keyOf(option, input.config)), image, scheme, official.version);
  }
  return undefined;
}

/** The name by which it was said. */
function keyOf({ key, fallbackKeys }: ConfigOption<unknown>, config: FlatConfiguration): string {
  return [key, ...fallbackKeys].find((name) => config[name] !== undefined) ?? key;
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
  const jar = `${plugin}-${fullVersion(version)}.jar`;
  return {
    path,
    message: `The image ${image} cannot reach ${scheme}:// directories: its plugin for them lies in /opt/flink/opt, and is not put to use.`,
    allowed: `${jar} in the variable ${PLUGINS_VARIABLE}, or an image with the plugin in /opt/flink/plugins`,
    remedy: `Set the variable ${PLUGINS_VARIABLE} of ${MAIN_CONTAINER} to ${jar} in spec.podTemplate.`,
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
