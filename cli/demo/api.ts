// SPDX-License-Identifier: Apache-2.0
// The Kubernetes API as kubectl uses it: it asks the server what there is, applies any kind of object, and lists everything in a namespace.

import type { KubernetesObject, Stored } from '../../lib/kubernetes/objects.ts';
import type { KubernetesClient } from '../../operator/kubernetes/client.ts';
import { KubeError } from '../../operator/kubernetes/kube-error.ts';
import { apiVersionOf, type ResourceKind } from '../../operator/kubernetes/resource-kind.ts';

/** Who has written what the demo applies. */
export const FIELD_MANAGER = 'flinkwright-demo';

interface Groups {
  readonly groups: readonly { readonly preferredVersion: { readonly groupVersion: string } }[];
}

interface Resources {
  readonly resources: readonly {
    readonly name: string;
    readonly kind: string;
    readonly namespaced: boolean;
    readonly verbs: readonly string[];
  }[];
}

/** Every kind that can be listed, in the preferred version of its group. A group whose server does not answer is left out. */
export async function discover(client: KubernetesClient): Promise<ResourceKind[]> {
  const { groups } = (await client.raw('/apis')) as Groups;
  const versions = ['v1', ...groups.map(({ preferredVersion }) => preferredVersion.groupVersion)];
  const found = await Promise.all(
    versions.map(async (groupVersion) => {
      const [group = '', version = ''] = groupVersion === 'v1' ? ['', 'v1'] : groupVersion.split('/');
      const path = group === '' ? '/api/v1' : `/apis/${groupVersion}`;
      const { resources } = await (client.raw(path) as Promise<Resources>).catch((error: unknown): Resources => {
        if (error instanceof KubeError) return { resources: [] };
        throw error;
      });
      return resources
        .filter(({ name, verbs }) => !name.includes('/') && verbs.includes('list'))
        .map(({ name, kind, namespaced }): ResourceKind => ({ group, version, plural: name, kind, namespaced }));
    }),
  );
  return found.flat();
}

/** Server-side apply of one object. @throws Error when the server does not know its kind */
export async function apply(
  client: KubernetesClient,
  kinds: readonly ResourceKind[],
  object: KubernetesObject,
): Promise<Stored<KubernetesObject>> {
  const kind = kinds.find((each) => each.kind === object.kind && apiVersionOf(each) === object.apiVersion);
  if (kind === undefined)
    throw new Error(`the API server does not know ${object.apiVersion ?? '-'} ${object.kind ?? '-'}`);
  return client.resource(kind).patch(object.metadata?.namespace, object.metadata?.name ?? '', 'apply', object, {
    fieldManager: FIELD_MANAGER,
    force: true,
  });
}

/** What appears in every namespace by itself, or says nothing of what an application leaves behind. */
const OF_THE_NAMESPACE: ReadonlySet<string> = new Set(['ServiceAccount/default', 'ConfigMap/kube-root-ca.crt']);

/** Everything in a namespace as `Kind/name`, sorted; without events and measurements. What may not be listed is not seen. */
export async function everythingIn(
  client: KubernetesClient,
  kinds: readonly ResourceKind[],
  namespace: string,
): Promise<string[]> {
  const lists = await Promise.all(
    kinds
      .filter(({ kind, group, namespaced }) => namespaced && kind !== 'Event' && group !== 'metrics.k8s.io')
      .map(async (kind) => {
        const objects = await client
          .resource(kind)
          .listAll(namespace)
          .catch((error: unknown) => {
            if (error instanceof KubeError && [403, 404, 405].includes(error.code)) return [];
            throw error;
          });
        return objects.map(({ metadata }) => `${kind.kind}/${metadata.name}`);
      }),
  );
  return [...new Set(lists.flat())].filter((name) => !OF_THE_NAMESPACE.has(name)).sort();
}
