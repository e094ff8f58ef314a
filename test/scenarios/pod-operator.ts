// SPDX-License-Identifier: Apache-2.0
// The operator as a pod from its own image, installed by our own manifests in the namespace that it serves.

import type { Deployment, Pod, Stored } from '../../lib/kubernetes/objects.ts';
import type { Transport } from '../../lib/runtime/transport.ts';
import type { KubernetesClient } from '../../operator/kubernetes/client.ts';
import { DEPLOYMENT, POD } from '../../operator/kubernetes/resource-kind.ts';
import type { OperatorControl, OperatorLine } from './operator-control.ts';

/** Name of the installation. */
export const OPERATOR_NAME = 'flinkwright';

export interface PodOperatorOptions {
  readonly client: KubernetesClient;
  readonly transport: Transport;
  readonly namespace: string;
  readonly onLine: (line: OperatorLine) => void;
  readonly sleep: (ms: number) => Promise<void>;
}

const SELECTOR = `app.kubernetes.io/name=${OPERATOR_NAME}`;

export class PodOperator implements OperatorControl {
  readonly #options: PodOperatorOptions;
  readonly #followed = new Set<string>();
  readonly #ended = new AbortController();

  constructor(options: PodOperatorOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    await this.#scale(1);
    for (;;) {
      const pod = (await this.#pods()).find(
        ({ metadata, status }) =>
          metadata.deletionTimestamp === undefined &&
          status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true,
      );
      if (pod !== undefined) {
        this.#follow(pod);
        return;
      }
      await this.#options.sleep(200);
    }
  }

  /** Without grace: its container gets SIGKILL. Its Deployment replaces it. */
  async kill(): Promise<void> {
    const { client, namespace } = this.#options;
    for (const { metadata } of await this.#pods())
      await client
        .resource(POD)
        .delete(namespace, metadata.name, { gracePeriodSeconds: 0 })
        .catch(() => undefined);
  }

  async stop(): Promise<void> {
    await this.#scale(0);
    while ((await this.#pods()).length > 0) await this.#options.sleep(200);
    this.#ended.abort(new Error('the scenario has ended'));
  }

  #pods(): Promise<Stored<Pod>[]> {
    const { client, namespace } = this.#options;
    return client.resource(POD).listAll(namespace, { labelSelector: SELECTOR });
  }

  async #scale(replicas: number): Promise<void> {
    const { client, namespace } = this.#options;
    const deployments = client.resource<Deployment>(DEPLOYMENT);
    await deployments.patch(namespace, OPERATOR_NAME, 'merge', { spec: { replicas } });
  }

  #follow({ metadata: { name, uid } }: Stored<Pod>): void {
    if (this.#followed.has(uid)) return;
    this.#followed.add(uid);
    this.#read(name).catch((error: unknown) =>
      this.#options.onLine({ message: `the log of ${name} ends: ${String(error)}` }),
    );
  }

  async #read(pod: string): Promise<void> {
    const { transport, namespace, onLine } = this.#options;
    const response = await transport.request({
      method: 'GET',
      path: `/api/v1/namespaces/${namespace}/pods/${pod}/log?follow=true`,
      stream: true,
      signal: this.#ended.signal,
    });
    const decoder = new TextDecoder();
    let rest = '';
    for await (const part of response.body) {
      const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line.startsWith('{') ? (JSON.parse(line) as OperatorLine) : { message: line });
    }
  }
}
