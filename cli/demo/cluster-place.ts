// SPDX-License-Identifier: Apache-2.0
// The demo on a real cluster. The operator runs in this process, outside the cluster, and reaches Flink through the API server's proxy.

import type { Clock } from '../../lib/runtime/clock.ts';
import { sleep } from '../../lib/runtime/clock.ts';
import type { Random } from '../../lib/runtime/random.ts';
import { SystemRandom } from '../../lib/runtime/system-random.ts';
import { readText, type Transport } from '../../lib/runtime/transport.ts';
import type { StartOperator, StartedOperator } from '../../lib/testing/index.ts';
import { createProxyTransport } from '../../operator/flink/proxy-transport.ts';
import type { ClusterConfig } from '../../operator/kubernetes/cluster-config.ts';
import { connect } from '../../operator/kubernetes/connect.ts';
import type { ClosableTransport } from '../../operator/kubernetes/undici-transport.ts';
import type { Place } from './place.ts';

export interface ClusterPlaceOptions {
  readonly config: ClusterConfig;
  readonly clock: Clock;
  readonly namespace: string | undefined;
  readonly image: string;
}

/** Milliseconds between two pictures. */
const STRETCH_MS = 100;

export class ClusterPlace implements Place {
  readonly description: string;
  readonly namespace: string;
  readonly image: string;
  readonly clock: Clock;
  readonly random: Random = new SystemRandom();
  readonly kubernetes: Transport;
  readonly flink: Transport;
  readonly lookMs: number = 500;
  readonly vanishes: boolean = false;
  readonly #connection: ClosableTransport;

  constructor({ config, clock, namespace, image }: ClusterPlaceOptions) {
    this.clock = clock;
    this.image = image;
    this.namespace = namespace ?? `flinkwright-demo-${this.random.hex(3)}`;
    this.#connection = connect(config);
    this.kubernetes = this.#connection;
    this.flink = createProxyTransport(this.#connection);
    this.description = `On ${config.server}, namespace ${this.namespace}: real Kubernetes, real Flink; the operator runs in this process.`;
  }

  /** Whether there is a server at all: one try, where a client would go on trying for a minute. @throws TransportError */
  async reach(): Promise<void> {
    await readText((await this.kubernetes.request({ method: 'GET', path: '/version' })).body);
  }

  startOperator(start: StartOperator): StartedOperator {
    const { kubernetes, flink, clock, random } = this;
    return start({ kubernetes, flink, clock, random });
  }

  async during<T>(work: Promise<T>, moment: (ms: number) => Promise<void>): Promise<T> {
    let done = false;
    const settle = (): void => {
      done = true;
    };
    work.then(settle, settle);
    while (!done) {
      await sleep(this.clock, STRETCH_MS);
      await moment(STRETCH_MS);
    }
    return work;
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
