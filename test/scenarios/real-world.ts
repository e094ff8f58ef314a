// SPDX-License-Identifier: Apache-2.0
// The real world: a Kubernetes cluster by its kubeconfig, real Flink, real time. Each scenario has a namespace of its own, made at its begin
// and removed at its end, and an operator of its own that serves that namespace.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { customResourceDefinitions } from '../../lib/api/crd.ts';
import type { KubernetesObject } from '../../lib/kubernetes/objects.ts';
import { buildOperatorInstallation } from '../../lib/manifests/operator/installation.ts';
import { sleep } from '../../lib/runtime/clock.ts';
import { SystemClock } from '../../lib/runtime/system-clock.ts';
import { SystemRandom } from '../../lib/runtime/system-random.ts';
import { createProxyTransport } from '../../operator/flink/proxy-transport.ts';
import { loadClusterConfig } from '../../operator/kubernetes/cluster-config.ts';
import { connect } from '../../operator/kubernetes/connect.ts';
import {
  CONFIG_MAP,
  CUSTOM_RESOURCE_DEFINITION,
  DEPLOYMENT,
  FLINK_DEPLOYMENT,
  INGRESS,
  NAMESPACE,
  POD,
  SERVICE,
  type ResourceKind,
} from '../../operator/kubernetes/resource-kind.ts';
import type { ClosableTransport } from '../../operator/kubernetes/undici-transport.ts';
import { APPLICATION, type Storage } from './application.ts';
import { KubernetesWorld } from './kubernetes-world.ts';
import type { OperatorControl, OperatorLine } from './operator-control.ts';
import { OPERATOR_NAME, PodOperator } from './pod-operator.ts';
import { ShellOperator } from './shell-operator.ts';
import type { Trace } from './trace.ts';

export interface RealWorldOptions {
  readonly kubeconfig: string;
  readonly namespace: string;
  readonly flinkVersion: string;
  readonly storage: Storage;
  readonly operator: 'shell' | 'pod';
  /** Pod Security Standard that the namespace enforces. */
  readonly podSecurity?: string;
  /** Image of the operator, for pods. */
  readonly image: string;
}

const WATCHED: readonly ResourceKind[] = [FLINK_DEPLOYMENT, DEPLOYMENT, SERVICE, CONFIG_MAP, INGRESS, POD];

/** Kinds that a scenario's namespace is furnished with, besides those that the operator knows. */
const FURNITURE: Readonly<Record<string, ResourceKind>> = {
  ServiceAccount: namespaced('', 'serviceaccounts', 'ServiceAccount'),
  PersistentVolumeClaim: namespaced('', 'persistentvolumeclaims', 'PersistentVolumeClaim'),
  Role: namespaced('rbac.authorization.k8s.io', 'roles', 'Role'),
  RoleBinding: namespaced('rbac.authorization.k8s.io', 'rolebindings', 'RoleBinding'),
  ConfigMap: CONFIG_MAP,
  Deployment: DEPLOYMENT,
  Namespace: NAMESPACE,
  CustomResourceDefinition: CUSTOM_RESOURCE_DEFINITION,
};

const clock = new SystemClock();
const run = promisify(execFile);

export class RealWorld extends KubernetesWorld {
  readonly kind = 'real';
  /** The operator's log so far. */
  readonly lines: OperatorLine[] = [];
  readonly #options: RealWorldOptions;
  readonly #transport: ClosableTransport;
  readonly #operator: OperatorControl;
  readonly #ended = new AbortController();

  private constructor(options: RealWorldOptions, transport: ClosableTransport) {
    super({
      ...options,
      kubernetes: transport,
      flink: createProxyTransport(transport),
      clock,
      random: new SystemRandom(),
    });
    this.#options = options;
    this.#transport = transport;
    const onLine = (line: OperatorLine): void => {
      this.lines.push(line);
      if (line.message === 'acting') this.recorder.acts(line);
    };
    const { kubeconfig, namespace } = options;
    this.#operator =
      options.operator === 'shell'
        ? new ShellOperator({ kubeconfig, namespace, onLine })
        : new PodOperator({ client: this.client, transport, namespace, onLine, sleep: (ms) => sleep(clock, ms) });
  }

  /** Makes the namespace, starts the operator and waits until it works. */
  static async begin(options: RealWorldOptions): Promise<RealWorld> {
    const config = await loadClusterConfig({
      env: {},
      kubeconfig: options.kubeconfig,
      readFile: (path) => readFile(path, 'utf8'),
      clock,
    });
    const world = new RealWorld(options, connect(config));
    try {
      await world.#begin();
    } catch (error) {
      await world.end();
      throw error;
    }
    return world;
  }

  async #begin(): Promise<void> {
    const { namespace, operator, image, podSecurity } = this.#options;
    for (const definition of customResourceDefinitions()) await this.#furnish(definition);
    const labels = podSecurity === undefined ? {} : { 'pod-security.kubernetes.io/enforce': podSecurity };
    await this.#furnish({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels } });
    const installation = buildOperatorInstallation({
      image,
      name: OPERATOR_NAME,
      namespace,
      watchNamespaces: [namespace],
      imagePullPolicy: 'IfNotPresent',
      replicas: 0,
    });
    for (const object of [...installation, CLAIM])
      if (operator === 'pod' || object.kind !== 'Deployment') await this.#furnish(object);
    for (const kind of WATCHED) await this.#watch(kind);
    await this.#operator.start();
    await this.rememberBaseline();
  }

  /** Removes everything. */
  async end(): Promise<void> {
    const { namespace } = this;
    try {
      const resources = this.client.resource(FLINK_DEPLOYMENT);
      if ((await this.application().catch(() => undefined)) !== undefined) {
        await this.#operator.start();
        await resources.delete(namespace, APPLICATION).catch(() => undefined);
        await this.until('the FlinkDeployment is gone', async () => (await this.application()) === undefined, 60).catch(
          () => resources.patch(namespace, APPLICATION, 'merge', { metadata: { finalizers: null } }),
        );
      }
      await this.#operator.stop().catch(() => undefined);
      await this.client
        .resource(NAMESPACE)
        .delete(undefined, namespace)
        .catch(() => undefined);
    } finally {
      this.#ended.abort(new Error('the scenario has ended'));
      await this.#transport.close();
    }
  }

  async pause(seconds: number): Promise<void> {
    await sleep(clock, seconds * 1000);
  }

  killOperator(): Promise<void> {
    return this.#operator.kill();
  }

  startOperator(): Promise<void> {
    return this.#operator.start();
  }

  killOperatorAtStatusWrites(): () => Promise<number> {
    let kills = 0;
    let work: Promise<void> | undefined;
    const stop = this.recorder.onStatusWrite(() => {
      kills++;
      work ??= this.#operator
        .kill()
        .then(() => this.#operator.start())
        .catch((error: unknown) => void this.lines.push({ message: String(error) }))
        .finally(() => (work = undefined));
    });
    return async () => {
      stop();
      await work;
      return kills;
    };
  }

  async refuseSavepoints(refuse: boolean): Promise<void> {
    const command = `mkdir -p /data/savepoints && chmod ${refuse ? '555' : '777'} /data/savepoints`;
    await run('kubectl', [
      ...['--kubeconfig', this.#options.kubeconfig, '--namespace', this.namespace],
      ...['exec', `deployment/${APPLICATION}`, '--', 'sh', '-c', command],
    ]);
  }

  async trace(): Promise<Trace> {
    // Watches and logs are a little behind.
    await sleep(clock, 1000);
    return this.recorder.trace();
  }

  checkLineage(): Promise<void> {
    const wrong = this.recorder.clustersAtOnce;
    return wrong.length === 0 ? Promise.resolve() : Promise.reject(new Error(wrong.join('\n')));
  }

  protected outcome<T>(work: Promise<T>): Promise<T> {
    return work;
  }

  protected moment(): Promise<void> {
    return sleep(clock, 300);
  }

  async #furnish(object: KubernetesObject): Promise<void> {
    const kind = FURNITURE[object.kind ?? ''];
    if (kind === undefined) throw new Error(`no client for ${object.kind ?? 'an object without kind'}`);
    await this.client
      .resource(kind)
      .patch(kind.namespaced ? this.namespace : undefined, object.metadata?.name ?? '', 'apply', inside(object, this), {
        fieldManager: 'scenario',
        force: true,
      });
  }

  async #watch(kind: ResourceKind): Promise<void> {
    const resource = this.client.resource(kind);
    let version = '';
    for await (const page of resource.list(this.namespace)) version = page.resourceVersion;
    const { signal } = this.#ended;
    const follow = async (): Promise<void> => {
      while (!signal.aborted) {
        try {
          for await (const event of resource.watch(this.namespace, { resourceVersion: version, signal })) {
            version = event.object.metadata.resourceVersion;
            // Items of a watch carry their kind, but not every server says it for all of them.
            if (event.type !== 'BOOKMARK')
              this.recorder.see({ type: event.type, object: { ...event.object, kind: kind.kind } });
          }
        } catch {
          if (!signal.aborted) await sleep(clock, 200);
        }
      }
    };
    void follow();
  }
}

const CLAIM = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
};

function inside(object: KubernetesObject, { namespace }: { namespace: string }): KubernetesObject {
  return FURNITURE[object.kind ?? '']?.namespaced === true
    ? { ...object, metadata: { ...object.metadata, namespace } }
    : object;
}

function namespaced(group: string, plural: string, kind: string): ResourceKind {
  return { group, version: 'v1', plural, kind, namespaced: true };
}
