// SPDX-License-Identifier: Apache-2.0
// The name of an object inside its kind as one string, for maps and queues: `namespace/name`, or `name` without a namespace.

import type { KubernetesObject } from './objects.ts';

/** The key of a name. */
export function keyOf(namespace: string | undefined, name: string): string {
  return namespace === undefined || namespace === '' ? name : `${namespace}/${name}`;
}

/** The key of an object. */
export function objectKey(object: KubernetesObject): string {
  return keyOf(object.metadata?.namespace, object.metadata?.name ?? '');
}

/** The name of a key; neither part can contain a slash. */
export function parseKey(key: string): { readonly namespace: string | undefined; readonly name: string } {
  const slash = key.indexOf('/');
  return slash === -1
    ? { namespace: undefined, name: key }
    : { namespace: key.slice(0, slash), name: key.slice(slash + 1) };
}
