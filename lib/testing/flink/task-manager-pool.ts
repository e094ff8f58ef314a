// SPDX-License-Identifier: Apache-2.0
// The TaskManagers of one JobManager in native mode: it asks Kubernetes for the pods that it lacks, takes over those that a predecessor
// left, and releases what has been idle. Pods run and register elsewhere (simulated-flink.ts).

import { flinkOptions } from '../../flink/options.ts';
import { readOption } from '../../flink/configuration.ts';
import type { Deployment, Pod } from '../../kubernetes/objects.ts';
import type { KubernetesAccess } from './kubernetes-access.ts';
import type { JobManagerSettings } from './settings.ts';

export interface PoolOptions {
  readonly kubernetes: KubernetesAccess;
  readonly namespace: string;
  readonly clusterId: string;
  readonly settings: JobManagerSettings;
}

export class TaskManagerPool {
  readonly #options: PoolOptions;
  #attempt: number | undefined;
  #index = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Asks for as many pods as are missing for `slots` slots; resolves when Kubernetes has taken them. */
  async require(slots: number): Promise<void> {
    const needed = Math.ceil(slots / this.#options.settings.slots);
    const existing = (await this.#pods()).filter((pod) => pod.metadata?.deletionTimestamp === undefined && !ended(pod));
    this.#attempt ??= 1 + Math.max(0, ...existing.map((pod) => attemptOf(pod.metadata?.name ?? '')));
    const owner = existing.length < needed ? await this.#deployment() : undefined;
    for (let missing = needed - existing.length; missing > 0 && owner !== undefined; missing--) {
      this.#index++;
      await this.#options.kubernetes.create(this.#path, this.#pod(`${this.#attempt}-${this.#index}`, owner));
    }
  }

  /** Releases all pods. */
  async release(): Promise<void> {
    for (const pod of await this.#pods())
      await this.#options.kubernetes.delete(`${this.#path}/${pod.metadata?.name ?? ''}`);
  }

  get #path(): string {
    return `/api/v1/namespaces/${this.#options.namespace}/pods`;
  }

  #pods(): Promise<Pod[]> {
    const { kubernetes, clusterId } = this.#options;
    return kubernetes.list<Pod>(this.#path, `app=${clusterId},component=taskmanager,type=flink-native-kubernetes`);
  }

  #deployment(): Promise<Deployment | undefined> {
    const { kubernetes, namespace, clusterId } = this.#options;
    return kubernetes.get<Deployment>(`/apis/apps/v1/namespaces/${namespace}/deployments/${clusterId}`);
  }

  #pod(suffix: string, owner: Deployment): Pod {
    const { clusterId, settings } = this.#options;
    const { config } = settings;
    const serviceAccount = readOption(config, flinkOptions.kubernetesTaskmanagerServiceAccount);
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `${clusterId}-taskmanager-${suffix}`,
        labels: { app: clusterId, component: 'taskmanager', type: 'flink-native-kubernetes' },
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: clusterId,
            uid: owner.metadata?.uid ?? '',
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      },
      spec: {
        restartPolicy: 'Never',
        serviceAccount,
        serviceAccountName: serviceAccount,
        containers: [
          {
            name: 'flink-main-container',
            image: readOption(config, flinkOptions.kubernetesContainerImageRef) ?? 'flink',
            command: [readOption(config, flinkOptions.kubernetesEntryPath)],
            args: [
              'bash',
              '-c',
              `kubernetes-taskmanager.sh -Dtaskmanager.resource-id='${clusterId}-taskmanager-${suffix}'`,
            ],
            ports: [{ name: 'taskmanager-rpc', containerPort: 6122 }],
          },
        ],
      },
    };
  }
}

const ended = (pod: Pod): boolean => pod.status?.phase === 'Failed' || pod.status?.phase === 'Succeeded';
const attemptOf = (name: string): number => Number(/-taskmanager-(\d+)-\d+$/.exec(name)?.[1] ?? 0);
