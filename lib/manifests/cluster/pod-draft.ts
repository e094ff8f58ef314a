// SPDX-License-Identifier: Apache-2.0
// The pods of a cluster while the parts of the props are still adding to them. A draft becomes a pod template once; what the user says in
// templates of their own comes later and is laid over it.

import type { Container, ContainerPort, EnvVar, PodSpec, PodTemplateSpec } from '../../kubernetes/objects.ts';
import { MAIN_CONTAINER } from '../cluster-names.ts';
import type { EnvValue } from './env-value.ts';

type Volume = NonNullable<PodSpec['volumes']>[number];
type Mount = NonNullable<Container['volumeMounts']>[number];

/** What the parts have asked for so far; variables, volumes and mounts by name or path, a later one replaces an earlier. */
export class PodDraft {
  readonly labels: Record<string, string> = {};
  readonly annotations: Record<string, string> = {};
  readonly env: Map<string, EnvVar> = new Map();
  readonly envFrom: Record<string, unknown>[] = [];
  readonly volumes: Map<string, Volume> = new Map();
  readonly mounts: Map<string, Mount> = new Map();
  readonly ports: ContainerPort[] = [];
  readonly initContainers: Container[] = [];
  readonly sidecars: Container[] = [];
  /** Further fields of the pod: `nodeSelector`, `affinity`, … */
  spec: PodSpec = {};

  /** Sets a variable of Flink's container. */
  setEnv(name: string, value: EnvValue): void {
    this.env.set(name, typeof value === 'string' ? { name, value } : { name, valueFrom: { ...value.valueFrom } });
  }

  /** Adds a volume, mounted into Flink's container. */
  mount(volume: Volume, at: Omit<Mount, 'name'> & { mountPath: string }): void {
    this.volumes.set(volume.name, volume);
    this.mounts.set(at.mountPath, { name: volume.name, ...at });
  }

  /** The finished template; nothing if nobody asked for anything. */
  template(): PodTemplateSpec | undefined {
    const { labels, annotations, env, envFrom, volumes, mounts, ports, initContainers, sidecars } = this;
    const metadata = {
      ...(hasMembers(labels) ? { labels: { ...labels } } : {}),
      ...(hasMembers(annotations) ? { annotations: { ...annotations } } : {}),
    };
    const main: Container = { name: MAIN_CONTAINER };
    if (env.size > 0) main.env = [...env.values()];
    if (envFrom.length > 0) main.envFrom = [...envFrom];
    if (ports.length > 0) main.ports = [...ports];
    if (mounts.size > 0) main.volumeMounts = [...mounts.values()];
    const spec: PodSpec = { ...this.spec };
    if (initContainers.length > 0) spec.initContainers = [...initContainers];
    const containers = [...(Object.keys(main).length > 1 ? [main] : []), ...sidecars];
    if (containers.length > 0) spec.containers = containers;
    if (volumes.size > 0) spec.volumes = [...volumes.values()];
    const template: PodTemplateSpec = {
      ...(hasMembers(metadata) ? { metadata } : {}),
      ...(hasMembers(spec) ? { spec } : {}),
    };
    return hasMembers(template) ? template : undefined;
  }
}

function hasMembers(value: object): boolean {
  for (const _ in value) return true;
  return false;
}
