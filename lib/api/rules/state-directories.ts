// SPDX-License-Identifier: Apache-2.0
// Directories of state that lie in a container: they are gone with the pod, and no other pod sees them. What is mounted there is looked up in
// the pod templates.

import type { ConfigOption } from '../../flink/configuration.ts';
import { uriParts } from '../../flink/java-uri.ts';
import { flinkOptions } from '../../flink/options.ts';
import type { PodTemplateSpec } from '../../kubernetes/objects.ts';
import { isObject } from '../../runtime/json.ts';
import { MAIN_CONTAINER } from '../flink-pods.ts';
import { configurationPath, isBlank } from './rule.ts';
import type { Problem, RuleInput } from './rule.ts';

/** Where a cluster keeps what has to outlive its pods. */
export const STATE_DIRECTORIES: readonly {
  readonly option: ConfigOption<string | undefined>;
  /** Beginning of a sentence. */
  readonly what: string;
}[] = [
  { option: flinkOptions.executionCheckpointingDir, what: 'Checkpoints' },
  { option: flinkOptions.executionCheckpointingSavepointDir, what: 'Savepoints' },
  { option: flinkOptions.highAvailabilityStorageDir, what: 'The metadata of high availability' },
];

export function directoriesInContainers(input: RuleInput): Problem[] | undefined {
  let problems: Problem[] | undefined;
  for (const { option, what } of STATE_DIRECTORIES) {
    const directory = input.read(option);
    if (directory === undefined || isBlank(directory) || !isLocal(directory)) continue;
    const volume = volumeAt(uriParts(directory).path, input);
    if (volume === 'lasting') continue;
    (problems ??= []).push({
      path: configurationPath(option.key),
      message:
        volume === 'none'
          ? `${what} in ${directory} lie in the container: no volume is mounted there, so they go with the pod.`
          : `${what} in ${directory} lie in an emptyDir: they go with the pod, and no other pod sees them.`,
      allowed: 'object storage such as s3://bucket/state, or a directory on a persistent volume that all pods mount',
      remedy: `Set ${option.key} to a durable directory, or mount a persistent volume there in spec.podTemplate.`,
      severity: 'warning',
    });
  }
  return problems;
}

function isLocal(directory: string): boolean {
  const { scheme } = uriParts(directory);
  return scheme === 'file' || (scheme === undefined && directory.startsWith('/'));
}

/** What is mounted at the path or above it, in Flink's container of any template. */
function volumeAt(path: string, { spec }: RuleInput): 'none' | 'temporary' | 'lasting' {
  const templates = [spec.podTemplate, spec.jobManager?.podTemplate, spec.taskManager?.podTemplate];
  let deepest = -1;
  let name: string | undefined;
  for (const template of templates) {
    for (const mount of mountsOf(template)) {
      const at = mount.mountPath.replace(/\/+$/, '');
      if (at.length <= deepest || (path !== at && !path.startsWith(`${at}/`))) continue;
      deepest = at.length;
      name = mount.name;
    }
  }
  if (name === undefined) return 'none';
  const volume = templates.flatMap((template) => volumesOf(template)).find((other) => other['name'] === name);
  // a volume that is not in the templates comes from somebody else, who will know why
  return volume !== undefined && isObject(volume['emptyDir']) ? 'temporary' : 'lasting';
}

function mountsOf(template: PodTemplateSpec | undefined): { name: string; mountPath: string }[] {
  const containers: unknown = template?.spec?.containers;
  if (!Array.isArray(containers)) return [];
  const main = containers.find(
    (container: unknown) => isObject(container) && container['name'] === MAIN_CONTAINER,
  ) as unknown;
  const mounts = isObject(main) ? main['volumeMounts'] : undefined;
  if (!Array.isArray(mounts)) return [];
  return mounts.filter(
    (mount: unknown): mount is { name: string; mountPath: string } =>
      isObject(mount) && typeof mount['mountPath'] === 'string' && typeof mount['name'] === 'string',
  );
}

function volumesOf(template: PodTemplateSpec | undefined): Record<string, unknown>[] {
  const volumes: unknown = template?.spec?.volumes;
  return Array.isArray(volumes) ? volumes.filter((volume: unknown) => isObject(volume)) : [];
}
