// SPDX-License-Identifier: Apache-2.0
// What the demo needs before it can begin, and what it takes away afterwards: the definition of FlinkDeployment, a namespace of its own, and
// in it a service account for Flink and a volume.

import { customResourceDefinitions } from '../../lib/api/crd.ts';
import type { CustomResourceDefinition, KubernetesObject } from '../../lib/kubernetes/objects.ts';
import { sleep } from '../../lib/runtime/clock.ts';
import type { KubernetesClient } from '../../operator/kubernetes/client.ts';
import { isAlreadyExists, isNotFound } from '../../operator/kubernetes/kube-error.ts';
import { CUSTOM_RESOURCE_DEFINITION, FLINK_DEPLOYMENT, NAMESPACE } from '../../operator/kubernetes/resource-kind.ts';
import type { ResourceKind } from '../../operator/kubernetes/resource-kind.ts';
import { UsageError } from '../usage-error.ts';
import { apply, discover, FIELD_MANAGER } from './api.ts';
import { synthesiseGround } from './example.ts';

/** How long the server may take to make a definition known, or to empty a namespace, in seconds. */
const PATIENCE = 120;

export class Ground {
  readonly #client: KubernetesClient;
  readonly #namespace: string;
  readonly #definitions: string[] = [];
  #madeNamespace = false;

  constructor(client: KubernetesClient, namespace: string) {
    this.#client = client;
    this.#namespace = namespace;
  }

  /** Makes it all, and returns the kinds that the server knows. @throws UsageError when the namespace is somebody's already */
  async prepare(): Promise<ResourceKind[]> {
    await this.#makeNamespace();
    await this.#installDefinitions();
    const kinds = await discover(this.#client);
    for (const object of synthesiseGround(this.#namespace)) await apply(this.#client, kinds, object);
    return kinds;
  }

  /** Removes what {@link prepare} made and waits until it is gone. Safe to call whatever came of that. */
  async remove(): Promise<void> {
    await this.#letResourcesGo();
    await this.#removeNamespace();
    await this.#removeDefinitions();
  }

  async #makeNamespace(): Promise<void> {
    try {
      await this.#client
        .resource(NAMESPACE)
        .create(
          { apiVersion: 'v1', kind: 'Namespace', metadata: { name: this.#namespace } },
          { fieldManager: FIELD_MANAGER },
        );
    } catch (error) {
      if (!isAlreadyExists(error)) throw error;
      throw new UsageError(
        `the namespace ${this.#namespace} exists already; the demo removes its namespace in the end, so name one that does not exist`,
      );
    }
    this.#madeNamespace = true;
  }

  async #installDefinitions(): Promise<void> {
    const definitions = this.#client.resource(CUSTOM_RESOURCE_DEFINITION);
    for (const definition of customResourceDefinitions()) {
      const { name } = definition.metadata;
      if ((await definitions.find(undefined, name)) !== undefined) continue;
      await definitions.create(definition as KubernetesObject as CustomResourceDefinition, {
        fieldManager: FIELD_MANAGER,
      });
      this.#definitions.push(name);
      await this.#until(`${name} established`, async () => isEstablished(await definitions.find(undefined, name)));
    }
  }

  /** Without an operator nobody would take the finalizer of a FlinkDeployment away, and the namespace would stay for ever. */
  async #letResourcesGo(): Promise<void> {
    if (!this.#madeNamespace) return;
    const resources = this.#client.resource(FLINK_DEPLOYMENT);
    const left = await resources.listAll(this.#namespace).catch(() => []);
    for (const { metadata } of left) {
      await ignoreMissing(resources.delete(this.#namespace, metadata.name));
      await ignoreMissing(resources.patch(this.#namespace, metadata.name, 'merge', { metadata: { finalizers: null } }));
    }
  }

  async #removeNamespace(): Promise<void> {
    if (!this.#madeNamespace) return;
    const namespaces = this.#client.resource(NAMESPACE);
    await ignoreMissing(namespaces.delete(undefined, this.#namespace));
    await this.#until(
      `namespace ${this.#namespace} gone`,
      async () => (await namespaces.find(undefined, this.#namespace)) === undefined,
    );
    this.#madeNamespace = false;
  }

  /** Only what the demo brought along, and only while nobody else has begun to use it. */
  async #removeDefinitions(): Promise<void> {
    const definitions = this.#client.resource(CUSTOM_RESOURCE_DEFINITION);
    for (const name of this.#definitions.splice(0)) {
      const inUse = (await this.#client.resource(FLINK_DEPLOYMENT).listAll(undefined)).length > 0;
      const found = await definitions.find(undefined, name);
      const managers = (found?.metadata.managedFields ?? []) as readonly { manager?: string; subresource?: string }[];
      const shared = managers.some(
        ({ manager, subresource }) => manager !== FIELD_MANAGER && subresource === undefined,
      );
      if (found === undefined || inUse || shared) continue;
      await ignoreMissing(definitions.delete(undefined, name, { preconditions: { uid: found.metadata.uid } }));
    }
  }

  async #until(what: string, condition: () => Promise<boolean>): Promise<void> {
    const { clock } = this.#client;
    const end = clock.monotonic() + PATIENCE * 1000;
    while (!(await condition())) {
      if (clock.monotonic() > end) throw new Error(`not within ${String(PATIENCE)} s: ${what}`);
      await sleep(clock, 200);
    }
  }
}

function isEstablished(definition: CustomResourceDefinition | undefined): boolean {
  const { conditions } =
    (definition as { status?: { conditions?: readonly { type: string; status: string }[] } } | undefined)?.status ?? {};
  return conditions?.some(({ type, status }) => type === 'Established' && status === 'True') === true;
}

async function ignoreMissing(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!isNotFound(error)) throw error;
  });
}
