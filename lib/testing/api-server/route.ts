// SPDX-License-Identifier: Apache-2.0
// What a URL asks for. The API's paths are regular: /api/v1 or /apis/<group>/<version>, perhaps a namespace, a resource, a name, a subresource.

import type { ResourceRegistry } from './resource-registry.ts';
import type { ResourceType } from './resource-type.ts';

export interface ResourceRoute {
  readonly type: ResourceType;
  /** Empty: all namespaces, or a cluster-scoped resource. */
  readonly namespace: string;
  /** Empty: the collection. */
  readonly name: string;
  readonly subresource: string;
}

/** The resource that `path` (without query) names; `undefined` when it names none that is served. */
export function routeOf(path: string, registry: ResourceRegistry): ResourceRoute | undefined {
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  const [root, ...rest] = parts;
  if (root !== 'api' && root !== 'apis') return undefined;
  const group = root === 'api' ? '' : (rest.shift() ?? '');
  const version = rest.shift() ?? '';
  let namespace = '';
  // "/api/v1/namespaces/x" is the namespace itself; with more behind it, x is where the rest is.
  if (
    rest[0] === 'namespaces' &&
    rest.length > 2 &&
    !(rest.length === 3 && NAMESPACE_SUBRESOURCES.has(rest[2] ?? ''))
  ) {
    namespace = rest[1] ?? '';
    rest.splice(0, 2);
  }
  const [plural = '', name = '', subresource = '', ...more] = rest;
  if (more.length > 0) return undefined;
  const type = registry.find(group, version, plural);
  if (type === undefined || (!type.namespaced && namespace !== '')) return undefined;
  return { type, namespace, name, subresource };
}

const NAMESPACE_SUBRESOURCES = new Set(['status', 'finalize']);
