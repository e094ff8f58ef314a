// SPDX-License-Identifier: Apache-2.0
// What both worlds have in common: everything that goes through the Kubernetes API or Flink's REST API, by the operator's own clients. How
// time passes, how an operator runs and what a node can suffer differs.

import type { FlinkDeployment } from '../../lib/api/flink-deployment.ts';
import type { KubernetesObject, Stored } from '../../lib/kubernetes/objects.ts';
import type { Clock } from '../../lib/runtime/clock.ts';
import type { Random } from '../../lib/runtime/random.ts';
import type { Transport } from '../../lib/runtime/transport.ts';
import { FlinkRestClient } from '../../operator/flink/rest-client.ts';
import { KubernetesClient } from '../../operator/kubernetes/client.ts';
import { DEPLOYMENT, FLINK_DEPLOYMENT, POD, type ResourceKind } from '../../operator/kubernetes/resource-kind.ts';
import { APPLICATION, type Storage } from './application.ts';
import { TraceRecorder, type Trace } from './trace.ts';
import type { StoredApplication, World } from './world.ts';

export interface KubernetesWorldOptions {
  readonly namespace: string;
  readonly flinkVersion: string;
  readonly storage: Storage;
  readonly kubernetes: Transport;
  readonly flink: Transport;
  readonly clock: Clock;
  readonly random: Random;
}

/** Kinds that are not worth a look: they say nothing of what an application leaves behind. */
const IGNORED: ReadonlySet<string> = new Set([
  'events',
  'leases',
  'endpoints',
  'endpointslices',
  'controllerrevisions',
]);

interface Discovered {
  readonly resources: readonly {
    readonly name: string;
    readonly kind: string;
    readonly namespaced: boolean;
    readonly verbs: readonly string[];
  }[];
}

export abstract class KubernetesWorld implements World {
  abstract readonly kind: 'embedded' | 'real';
  readonly namespace: string;
  readonly flinkVersion: string;
  readonly storage: Storage;
  readonly recorder: TraceRecorder = new TraceRecorder();
  protected readonly client: KubernetesClient;
  protected readonly clock: Clock;
  readonly #flink: Transport;
  #baseline: ReadonlySet<string> = new Set();
  #kinds: ResourceKind[] | undefined;

  constructor(options: KubernetesWorldOptions) {
    this.namespace = options.namespace;
    this.flinkVersion = options.flinkVersion;
    this.storage = options.storage;
    this.clock = options.clock;
    this.#flink = options.flink;
    this.client = new KubernetesClient({
      transport: options.kubernetes,
      clock: options.clock,
      random: options.random,
      userAgent: 'scenario',
    });
  }

  /** The result of something that takes time. */
  protected abstract outcome<T>(work: Promise<T>): Promise<T>;
  /** Lets a moment pass between two looks; resolves early when something has changed. */
  protected abstract moment(): Promise<void>;
  abstract pause(seconds: number): Promise<void>;
  abstract killOperator(): Promise<void>;
  abstract startOperator(): Promise<void>;
  abstract killOperatorAtStatusWrites(): () => Promise<number>;
  abstract refuseSavepoints(refuse: boolean): Promise<void>;
  abstract trace(): Promise<Trace>;
  abstract checkLineage(lossIsFine: boolean): Promise<void>;

  async apply(application: FlinkDeployment): Promise<void> {
    await this.outcome(this.client.resource(FLINK_DEPLOYMENT).create(application));
  }

  async patchSpec(patch: Readonly<Record<string, unknown>>): Promise<void> {
    await this.outcome(
      this.client.resource(FLINK_DEPLOYMENT).patch(this.namespace, APPLICATION, 'merge', { spec: patch }),
    );
  }

  async delete(): Promise<void> {
    await this.outcome(this.client.resource(FLINK_DEPLOYMENT).delete(this.namespace, APPLICATION));
  }

  application(): Promise<StoredApplication | undefined> {
    return this.outcome(this.client.resource(FLINK_DEPLOYMENT).find(this.namespace, APPLICATION));
  }

  list<T extends KubernetesObject>(kind: ResourceKind<T>): Promise<Stored<T>[]> {
    return this.outcome(this.client.resource(kind).listAll(this.namespace));
  }

  ask<T>(question: (client: FlinkRestClient) => Promise<T>): Promise<T> {
    return this.outcome(
      question(
        new FlinkRestClient({
          transport: this.#flink,
          clock: this.clock,
          origin: `http://${APPLICATION}-rest.${this.namespace}:8081`,
          timeoutMs: 10_000,
        }),
      ),
    );
  }

  async until(what: string, condition: () => Promise<boolean> | boolean, limitSeconds = 240): Promise<void> {
    const end = this.clock.monotonic() + limitSeconds * 1000;
    for (;;) {
      if (await condition()) return;
      if (this.clock.monotonic() > end)
        throw new Error(`not reached within ${String(limitSeconds)} s: ${what}\n${await this.describe()}`);
      await this.moment();
    }
  }

  async killJobManagerPod(): Promise<void> {
    const pods = await this.list(POD);
    const running = pods.filter(
      ({ metadata }) =>
        metadata.labels?.['app'] === APPLICATION &&
        metadata.labels['component'] === 'jobmanager' &&
        metadata.deletionTimestamp === undefined,
    );
    if (running.length === 0) throw new Error('there is no JobManager pod to kill');
    for (const pod of running)
      await this.outcome(
        this.client.resource(POD).delete(this.namespace, pod.metadata.name, { gracePeriodSeconds: 0 }),
      );
  }

  async deleteJobManagerDeployment(): Promise<void> {
    await this.outcome(
      this.client.resource(DEPLOYMENT).delete(this.namespace, APPLICATION, { propagationPolicy: 'Background' }),
    );
  }

  async leftovers(): Promise<string[]> {
    return (await this.#everything()).filter((name) => !this.#baseline.has(name));
  }

  /** Takes what is there now for what was there from the start. */
  async rememberBaseline(): Promise<void> {
    this.#baseline = new Set(await this.#everything());
  }

  async #everything(): Promise<string[]> {
    this.#kinds ??= await this.#discover();
    const names: string[] = [];
    for (const kind of this.#kinds)
      names.push(...(await this.list(kind)).map(({ metadata }) => `${kind.kind}/${metadata.name}`));
    return names.sort();
  }

  async #discover(): Promise<ResourceKind[]> {
    const groups = (await this.outcome(this.client.raw('/apis'))) as {
      groups: { preferredVersion: { groupVersion: string } }[];
    };
    const kinds: ResourceKind[] = [];
    for (const groupVersion of ['v1', ...groups.groups.map((group) => group.preferredVersion.groupVersion)]) {
      const core = groupVersion === 'v1';
      const path = core ? '/api/v1' : `/apis/${groupVersion}`;
      const { resources } = (await this.outcome(this.client.raw(path))) as Discovered;
      const [group = '', version = ''] = core ? ['', 'v1'] : groupVersion.split('/');
      for (const { name, kind, namespaced, verbs } of resources)
        if (namespaced && verbs.includes('list') && !name.includes('/') && !IGNORED.has(name))
          kinds.push({ group, version, plural: name, kind, namespaced });
    }
    return kinds;
  }

  /** For messages: the status, and the pods. */
  protected async describe(): Promise<string> {
    const found = await this.application().catch(() => undefined);
    const pods = await this.list(POD).catch(() => []);
    const { reconciliationStatus, ...status } = found?.status ?? {};
    return JSON.stringify(
      {
        generation: found?.metadata.generation,
        status,
        reconciliation: reconciliationStatus?.state,
        pods: pods.map(({ metadata, status: { phase } = {} }) => `${metadata.name} ${phase ?? ''}`),
      },
      undefined,
      1,
    );
  }
}
