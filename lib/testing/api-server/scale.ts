// SPDX-License-Identifier: Apache-2.0
// `/scale`: a narrow view of a resource's replicas, the same for every kind that can be scaled.

import type { ResourceType, ScalePaths } from './resource-type.ts';
import { at, isObject, withValue } from '../../runtime/json.ts';
import type { JsonObject } from '../../runtime/json.ts';
import type { StoredObject } from './stored-object.ts';

function steps(path: string): string[] {
  return path.split('.').filter((step) => step !== '');
}

/** The `autoscaling/v1` Scale of an object. */
export function scaleOf(type: ResourceType, object: StoredObject): Record<string, unknown> {
  const paths = type.scale as ScalePaths;
  const replicas = at(object, steps(paths.spec));
  const selector = paths.selector === undefined ? undefined : at(object, steps(paths.selector));
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const text = typeof selector === 'string' ? selector : isObject(selector) ? selectorText(selector as JsonObject) : '';
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, ...(namespace === undefined ? {} : { namespace }), uid, resourceVersion, creationTimestamp },
    spec: typeof replicas === 'number' && replicas !== 0 ? { replicas } : {},
    status: { replicas: Number(at(object, steps(paths.status)) ?? 0), ...(text === '' ? {} : { selector: text }) },
  };
}

/** `object` with the replicas that a Scale asks for. */
export function withScale(type: ResourceType, object: StoredObject, scale: JsonObject): StoredObject {
  const replicas = at(scale, ['spec', 'replicas']);
  return withValue(
    object as unknown as JsonObject,
    steps((type.scale as ScalePaths).spec),
    typeof replicas === 'number' ? replicas : 0,
  ) as unknown as StoredObject;
}

function selectorText(selector: JsonObject): string {
  const labels = selector['matchLabels'];
  return isObject(labels)
    ? Object.keys(labels)
        .sort()
        .map((key) => `${key}=${JSON.stringify(labels[key]).replaceAll('"', '')}`)
        .join(',')
    : '';
}
