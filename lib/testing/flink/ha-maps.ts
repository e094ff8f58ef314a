// SPDX-License-Identifier: Apache-2.0
// The two ConfigMaps of Flink's Kubernetes high availability, as Flink writes them: the leader's, with the lock, the addresses and the job
// graph; and the job's, with the checkpoint counter and a handle for each retained checkpoint. Handles are opaque to everybody else.

import type { ConfigMap } from '../../kubernetes/objects.ts';
import type { KubernetesAccess } from './kubernetes-access.ts';

/** Where the leader-election record stands. */
export const LEADER_ANNOTATION = 'control-plane.alpha.kubernetes.io/leader';

/** A checkpoint as its handle names it. */
export interface CheckpointHandle {
  readonly id: number;
  readonly path: string;
}

/** A job as the job graph's handle names it: what the job was submitted with, not what the configuration says today. */
export interface JobGraphHandle {
  readonly jobId: string;
  readonly name: string;
  readonly parallelism: number;
  readonly savepointPath?: string;
}

/** What a change does to a ConfigMap: nothing (`false`), or the map as it should be. */
type Change = (map: ConfigMap & { data: Record<string, string> }) => boolean;

export class HaMaps {
  readonly #kubernetes: KubernetesAccess;
  readonly #path: string;
  readonly #clusterId: string;
  readonly #major2: boolean;

  constructor(kubernetes: KubernetesAccess, namespace: string, clusterId: string, flinkVersion: string) {
    this.#kubernetes = kubernetes;
    this.#path = `/api/v1/namespaces/${namespace}/configmaps`;
    this.#clusterId = clusterId;
    this.#major2 = !flinkVersion.startsWith('1.');
  }

  get clusterMapName(): string {
    return `${this.#clusterId}-cluster-config-map`;
  }

  jobMapName(jobId: string): string {
    return `${this.#clusterId}-${jobId}-config-map`;
  }

  graphKey(jobId: string): string {
    return `${this.#major2 ? 'executionPlan' : 'jobGraph'}-${jobId}`;
  }

  read(name: string): Promise<ConfigMap | undefined> {
    return this.#kubernetes.get<ConfigMap>(`${this.#path}/${name}`);
  }

  /** Creates the map when it is not there, and changes it under its version until no one came between. */
  async update(name: string, change: Change): Promise<ConfigMap | undefined> {
    for (let attempt = 0; attempt < 10; attempt++) {
      const current = await this.read(name);
      const map = { ...(current ?? this.#empty(name)) } as ConfigMap & { data: Record<string, string> };
      map.data = { ...map.data };
      map.metadata = { ...map.metadata, annotations: { ...map.metadata?.annotations } };
      if (!change(map)) return current;
      const answer =
        current === undefined
          ? await this.#kubernetes.create(this.#path, map)
          : await this.#kubernetes.replace(`${this.#path}/${name}`, map);
      if (answer.object !== undefined) return answer.object;
      if (answer.status !== 409) return undefined;
    }
    return undefined;
  }

  delete(name: string): Promise<unknown> {
    return this.#kubernetes.delete(`${this.#path}/${name}`);
  }

  #empty(name: string): ConfigMap {
    return {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name,
        labels: {
          app: this.#clusterId,
          type: 'flink-native-kubernetes',
          ...(!this.#major2 && { 'configmap-type': 'high-availability' }),
        },
      },
    };
  }
}

/** Key of a checkpoint's handle: 19 digits, so that the order of the keys is the order of the checkpoints. */
export function checkpointKey(id: number): string {
  return `checkpointID-${String(id).padStart(19, '0')}`;
}

export function encodeHandle(handle: CheckpointHandle | JobGraphHandle): string {
  return Buffer.from(JSON.stringify(handle), 'utf8').toString('base64');
}

export function decodeHandle(text: string): unknown {
  return JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
}

/** The checkpoints that a job's map names, oldest first. */
export function checkpointsIn(map: ConfigMap | undefined): CheckpointHandle[] {
  return Object.entries(map?.data ?? {})
    .filter(([key]) => key.startsWith('checkpointID-'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => decodeHandle(value) as CheckpointHandle);
}
