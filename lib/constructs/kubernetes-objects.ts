// SPDX-License-Identifier: Apache-2.0
// Delivers built Kubernetes objects as children of a construct. An object keeps exactly the namespace it was built with: cdk8s would give
// the chart's to everything, also to what has none, such as a ClusterRole.

import { JsonPatch } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KubernetesObject } from '../kubernetes/objects.ts';
import { PlainApiObject } from './plain-api-object.ts';

/**
 * Adds `objects` below `scope`, each under an id made of its kind, name and namespace.
 *
 * @param main the object that becomes the construct's default child
 */
export function addObjects(
  scope: Construct,
  objects: readonly KubernetesObject[],
  main: (object: KubernetesObject) => boolean,
): ApiObject[] {
  const ids = objects.map((object) => (main(object) ? 'Resource' : idOf(object)));
  return objects.map((object, index) => {
    const apiObject = new PlainApiObject(scope, ids[index] ?? '', object as ConstructorParameters<typeof ApiObject>[2]);
    if (object.metadata?.namespace === undefined && apiObject.metadata.namespace !== undefined) {
      apiObject.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    }
    return apiObject;
  });
}

function idOf({ kind = '', metadata: { name = '', namespace } = {} }: KubernetesObject): string {
  return [kind.toLowerCase(), name, ...(namespace === undefined ? [] : [namespace])].join('-');
}
