// SPDX-License-Identifier: Apache-2.0
// The client of the Kubernetes API: one object per process, from which typed clients of single kinds are taken. Holds no cache
// (informer.ts) and makes no connection (undici-transport.ts).

import type { KubernetesObject } from '../../lib/kubernetes/objects.ts';
import type { Clock } from '../../lib/runtime/clock.ts';
import type { Random } from '../../lib/runtime/random.ts';
import type { Transport } from '../../lib/runtime/transport.ts';
import type { RequestInfo } from './request-info.ts';
import { RequestSender } from './request-sender.ts';
import { ResourceClient } from './resource-client.ts';
import type { ResourceKind } from './resource-kind.ts';

export { ResourceClient } from './resource-client.ts';
export type { RequestInfo } from './request-info.ts';

/** How objects become text and back; plain JSON unless given. The seam for integers beyond 2^53. */
export interface JsonCodec {
  parse(text: string): unknown;
  stringify(value: unknown): string;
}

export interface KubernetesClientOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  /** `flinkwright-operator` unless given. */
  readonly userAgent?: string;
  /** Called before every write (and every repetition of one) and may throw: the lease may have been lost meanwhile. */
  readonly fence?: () => void;
  /** Called once per try of a request, for metrics. Must not throw. */
  readonly onRequest?: (info: RequestInfo) => void;
  /** Limit of one try in milliseconds; 30 s unless given. Watches: until the head of the answer. */
  readonly requestTimeoutMs?: number;
  readonly json?: JsonCodec;
}

/** Speaks to one API server. */
export class KubernetesClient {
  readonly clock: Clock;
  readonly random: Random;
  readonly #sender: RequestSender;
  readonly #json: JsonCodec;

  constructor(options: KubernetesClientOptions) {
    this.clock = options.clock;
    this.random = options.random;
    this.#json = options.json ?? JSON;
    this.#sender = new RequestSender({
      transport: options.transport,
      clock: options.clock,
      random: options.random,
      userAgent: options.userAgent ?? 'flinkwright-operator',
      fence: options.fence ?? ((): void => undefined),
      onRequest: options.onRequest ?? ((): void => undefined),
      timeoutMs: options.requestTimeoutMs ?? 30_000,
    });
  }

  /** A client of one kind of object. Cheap; need not be kept. */
  resource<T extends KubernetesObject>(kind: ResourceKind<T>): ResourceClient<T> {
    return new ResourceClient(kind, this.#sender, { clock: this.clock, random: this.random, json: this.#json });
  }

  /** Reads a path that is no object, such as `/version` or `/apis/flink.apache.org/v1beta1`, as JSON. */
  async raw(path: string, signal?: AbortSignal): Promise<unknown> {
    const text = await this.#sender.send({
      verb: 'get',
      method: 'GET',
      path,
      group: '',
      resource: '',
      idempotent: true,
      ...(signal === undefined ? {} : { signal }),
    });
    return this.#json.parse(text);
  }
}
