// SPDX-License-Identifier: Apache-2.0
// The address of a kind of object in the Kubernetes API, and the paths that follow from it. Knows nothing of what the objects
// contain, and discovers nothing: every kind the operator touches is written down here.

import type { FlinkDeployment } from '../../lib/api/flink-deployment.ts';
import type {
  ConfigMap,
  CoreEvent,
  CustomResourceDefinition,
  Deployment,
  Ingress,
  KubernetesObject,
  Namespace,
  Pod,
  Service,
} from '../../lib/kubernetes/objects.ts';

/** A kind of object served by the API server; `T` is the shape of its objects. */
export interface ResourceKind<T extends KubernetesObject = KubernetesObject> {
  /** API group; empty for the core group. */
  readonly group: string;
  readonly version: string;
  /** The name in the path, e.g. `deployments`. */
  readonly plural: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** Never set; carries `T` to where a kind is used. */
  readonly objectType?: T;
}

export const DEPLOYMENT: ResourceKind<Deployment> = kind('apps', 'v1', 'deployments', 'Deployment');
export const POD: ResourceKind<Pod> = kind('', 'v1', 'pods', 'Pod');
export const SERVICE: ResourceKind<Service> = kind('', 'v1', 'services', 'Service');
export const CONFIG_MAP: ResourceKind<ConfigMap> = kind('', 'v1', 'configmaps', 'ConfigMap');
export const EVENT: ResourceKind<CoreEvent> = kind('', 'v1', 'events', 'Event');
export const INGRESS: ResourceKind<Ingress> = kind('networking.k8s.io', 'v1', 'ingresses', 'Ingress');
export const NAMESPACE: ResourceKind<Namespace> = { ...kind('', 'v1', 'namespaces', 'Namespace'), namespaced: false };
export const CUSTOM_RESOURCE_DEFINITION: ResourceKind<CustomResourceDefinition> = {
  ...kind('apiextensions.k8s.io', 'v1', 'customresourcedefinitions', 'CustomResourceDefinition'),
  namespaced: false,
};
export const FLINK_DEPLOYMENT: ResourceKind<FlinkDeployment> = kind(
  'flink.apache.org',
  'v1beta1',
  'flinkdeployments',
  'FlinkDeployment',
);

function kind(group: string, version: string, plural: string, name: string): Omit<ResourceKind, 'objectType'> {
  return { group, version, plural, kind: name, namespaced: true };
}

/** `apps/v1`, or `v1` for the core group. */
export function apiVersionOf(kind: ResourceKind): string {
  return kind.group === '' ? kind.version : `${kind.group}/${kind.version}`;
}

/** The name of the kind in messages, e.g. `flinkdeployments.flink.apache.org`; also the name of its CRD. */
export function resourceName(kind: ResourceKind): string {
  return kind.group === '' ? kind.plural : `${kind.plural}.${kind.group}`;
}

/** Path of all objects of a kind, in one namespace or, with `undefined`, in all. */
export function collectionPath(kind: ResourceKind, namespace: string | undefined): string {
  const root = kind.group === '' ? `/api/${kind.version}` : `/apis/${kind.group}/${kind.version}`;
  const scope = kind.namespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : '';
  return `${root}${scope}/${kind.plural}`;
}

/**
 * Path of one object, or of a sub-resource of it.
 *
 * @throws TypeError when the name is empty, or the namespace of a namespaced kind: such a path would address a collection, and
 * a delete of it every object in it.
 */
export function objectPath(
  kind: ResourceKind,
  namespace: string | undefined,
  name: string,
  subresource?: string,
): string {
  if (name === '') throw new TypeError(`${kind.kind}: an object needs a name`);
  if (kind.namespaced && (namespace === undefined || namespace === '')) {
    throw new TypeError(`${kind.kind} '${name}': an object of this kind needs a namespace`);
  }
  const path = `${collectionPath(kind, namespace)}/${encodeURIComponent(name)}`;
  return subresource === undefined ? path : `${path}/${subresource}`;
}
