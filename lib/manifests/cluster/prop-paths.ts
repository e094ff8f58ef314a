// SPDX-License-Identifier: Apache-2.0
// Which prop a field of the finished FlinkDeployment came from, so that whatever is found in the resource is reported where the user wrote
// it. A field set through the escape hatch keeps its own name there.

import type { ClusterConfiguration } from './cluster-configuration.ts';
import { isObject } from '../../runtime/json.ts';

/** Wire paths that have another name in props; everything else below `spec` has the same. Longer ones first. */
const RENAMED: readonly (readonly [wire: string, prop: string])[] = [
  ['spec.job.jarURI', 'job.jar'],
  ['spec.job.initialSavepointPath', 'job.restoreFrom'],
  ['spec.job.savepointRedeployNonce', 'job.redeployNonce'],
  ['spec.job.upgradeMode', 'upgradeMode'],
  ['spec.job.state', 'jobState'],
  ['spec.jobManager.resource', 'jobManager'],
  ['spec.taskManager.resource', 'taskManager'],
  ['spec.flinkConfiguration', 'config'],
];

/** Props that stand for a key, for what is found to be missing. */
const PROP_OF_KEY: Readonly<Record<string, string>> = {
  'execution.checkpointing.dir': 'state',
  'state.checkpoints.dir': 'state',
  'execution.checkpointing.savepoint-dir': 'state',
  'state.savepoints.dir': 'state',
  'execution.checkpointing.interval': 'state.checkpointInterval',
  'high-availability.type': 'highAvailability',
  'high-availability': 'highAvailability',
  'high-availability.storageDir': 'highAvailability.storageDir',
  'high-availability.zookeeper.quorum': 'highAvailability.quorum',
  'taskmanager.numberOfTaskSlots': 'taskManager.slots',
};

/** What is looked at of the props of any resource that has a configuration. */
export interface ResourceProps {
  readonly job?: unknown;
  readonly state?: object;
  readonly spec?: unknown;
}

/** The path in props for a path in the resource. */
export function propPath(path: string, props: ResourceProps, config: ClusterConfiguration): string {
  if (!path.startsWith('spec.')) return path;
  if (isOverridden(path, props.spec)) return path;
  const key = configurationKey(path);
  if (key !== undefined) return config.origin.get(key) ?? PROP_OF_KEY[key] ?? `config['${key}']`;
  for (const [wire, prop] of RENAMED) {
    if (path === wire || path.startsWith(`${wire}.`) || path.startsWith(`${wire}[`))
      return prop + path.slice(wire.length);
  }
  return path.slice('spec.'.length);
}

/** The key in a path such as `spec.flinkConfiguration.a.b` or `spec.flinkConfiguration['a.b']`. */
export function configurationKey(path: string): string | undefined {
  const match = /^spec\.flinkConfiguration(?:\.(.+)|\[['"](.+)['"]\])$/.exec(path);
  return match?.[1] ?? match?.[2];
}

/** Whether the escape hatch sets the field at `path`, a part of it, or something above it. */
export function isOverridden(path: string, patch: unknown): boolean {
  const key = configurationKey(path);
  const steps =
    key === undefined
      ? path
          .replace(/\[(\d+)\]/g, '.$1')
          .split('.')
          .slice(1)
      : ['flinkConfiguration', key];
  let at: unknown = patch;
  for (const step of steps) {
    if (!isObject(at)) return at !== undefined;
    if (!Object.hasOwn(at, step)) return false;
    at = at[step];
  }
  return true;
}
