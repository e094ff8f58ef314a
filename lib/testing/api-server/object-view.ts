// SPDX-License-Identifier: Apache-2.0
// Which objects a list or watch is about, and how they look in the version that was asked for.

import { parseFieldSelector } from './field-selector.ts';
import { parseLabelSelector } from './label-selector.ts';
import { apiVersionOf } from './resource-type.ts';
import type { ResourceType } from './resource-type.ts';
import type { StoredObject } from './stored-object.ts';

export interface View {
  readonly type: ResourceType;
  /** Empty for all namespaces. */
  readonly namespace: string;
  /** True when a label or field selector narrows it. */
  readonly selective: boolean;
  includes(object: StoredObject): boolean;
}

/** @throws ApiError 400 for a selector that cannot be read. */
export function viewOf(type: ResourceType, namespace: string, query: URLSearchParams): View {
  const labels = query.get('labelSelector') ?? '';
  const fields = query.get('fieldSelector') ?? '';
  const byLabels = labels === '' ? undefined : parseLabelSelector(labels);
  const byFields = fields === '' ? undefined : parseFieldSelector(fields, type);
  return {
    type,
    namespace,
    selective: byLabels !== undefined || byFields !== undefined,
    includes: (object) =>
      (namespace === '' || object.metadata.namespace === namespace) &&
      (byLabels === undefined || byLabels(object.metadata.labels)) &&
      (byFields === undefined || byFields(object)),
  };
}

/** Conversion between versions of a custom resource is "None": only the apiVersion differs. */
export function inVersion(type: ResourceType, object: StoredObject): StoredObject {
  const apiVersion = apiVersionOf(type);
  return object.apiVersion === apiVersion ? object : { ...object, apiVersion };
}
