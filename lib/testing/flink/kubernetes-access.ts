// SPDX-License-Identifier: Apache-2.0
// The few calls that a simulated JobManager makes to Kubernetes, over the same seam as everybody. No watch: Flink's is modelled by polling.

import type { KubernetesObject } from '../../kubernetes/objects.ts';
import { type Transport, readText } from '../../runtime/transport.ts';

/** The answer to a call: the status and, below 400, the object. */
export interface KubernetesAnswer<T> {
  readonly status: number;
  readonly object: T | undefined;
}

export class KubernetesAccess {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  async get<T extends KubernetesObject>(path: string): Promise<T | undefined> {
    return (await this.#call<T>('GET', path)).object;
  }

  async list<T extends KubernetesObject>(path: string, labelSelector: string): Promise<T[]> {
    const query = `?labelSelector=${encodeURIComponent(labelSelector)}`;
    return (await this.#call<{ items?: T[] }>('GET', path + query)).object?.items ?? [];
  }

  create<T extends KubernetesObject>(path: string, object: T): Promise<KubernetesAnswer<T>> {
    return this.#call('POST', path, object);
  }

  replace<T extends KubernetesObject>(path: string, object: T): Promise<KubernetesAnswer<T>> {
    return this.#call('PUT', path, object);
  }

  delete(path: string): Promise<KubernetesAnswer<KubernetesObject>> {
    return this.#call('DELETE', path);
  }

  async #call<T>(method: string, path: string, body?: unknown): Promise<KubernetesAnswer<T>> {
    const response = await this.#transport.request({
      method,
      path,
      headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await readText(response.body);
    return {
      status: response.status,
      object: response.status < 400 && text !== '' ? (JSON.parse(text) as T) : undefined,
    };
  }
}
