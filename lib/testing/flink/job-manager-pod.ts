// SPDX-License-Identifier: Apache-2.0
// What a JobManager's process finds in its container: whose it is, how it is started, and the configuration that is mounted.

import { type ConfigurationFileName, parseConfigurationFile } from '../../flink/configuration-file.ts';
import type { ConfigMap, Container, Pod } from '../../kubernetes/objects.ts';
import type { KubernetesAccess } from './kubernetes-access.ts';

const FILES: readonly ConfigurationFileName[] = ['config.yaml', 'flink-conf.yaml'];

export class JobManagerPod {
  readonly #pod: Pod;

  constructor(pod: Pod) {
    this.#pod = pod;
  }

  get name(): string {
    return this.#pod.metadata?.name ?? '';
  }

  get namespace(): string {
    return this.#pod.metadata?.namespace ?? 'default';
  }

  get clusterId(): string {
    return this.#pod.metadata?.labels?.['app'] ?? '';
  }

  get ip(): string {
    return this.#pod.status?.podIP ?? '10.0.0.1';
  }

  get image(): string {
    return this.#containers[0]?.image ?? '';
  }

  /** In standalone mode the TaskManagers are a Deployment of their own. */
  get isNative(): boolean {
    return !this.#containers.some(({ args }) => args?.some((arg) => arg.startsWith('standalone')));
  }

  get hasStartupProbe(): boolean {
    return this.#containers.some(({ startupProbe }) => startupProbe !== undefined);
  }

  /** The mounted configuration; `undefined` while there is none: the kubelet waits for a volume that is not there. */
  async configuration(kubernetes: KubernetesAccess): Promise<Record<string, string> | undefined> {
    const path = `/api/v1/namespaces/${this.namespace}/configmaps/flink-config-${this.clusterId}`;
    const data = (await kubernetes.get<ConfigMap>(path))?.data ?? {};
    const name = FILES.find((file) => data[file] !== undefined);
    return name === undefined ? undefined : parseConfigurationFile(name, data[name] ?? '');
  }

  get #containers(): readonly Container[] {
    return this.#pod.spec?.containers ?? [];
  }
}
