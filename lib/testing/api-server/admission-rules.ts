// SPDX-License-Identifier: Apache-2.0
// Which webhooks a request concerns. `matchPolicy` and `matchConditions` are not looked at.

import { at } from '../../runtime/json.ts';
import { labelSelectorTest } from './label-selector.ts';
import type { ResourceType } from './resource-type.ts';
import type { Store } from './store.ts';
import type { StoredObject } from './stored-object.ts';

export interface Webhook {
  name: string;
  clientConfig: {
    url?: string;
    service?: { namespace: string; name: string; path?: string; port?: number };
    caBundle?: string;
  };
  rules?: { operations: string[]; apiGroups: string[]; apiVersions: string[]; resources: string[]; scope?: string }[];
  failurePolicy?: 'Fail' | 'Ignore';
  /** Default 10. */
  timeoutSeconds?: number;
  namespaceSelector?: Parameters<typeof labelSelectorTest>[0];
  objectSelector?: Parameters<typeof labelSelectorTest>[0];
}

export interface AdmittedRequest {
  readonly operation: 'CREATE' | 'UPDATE' | 'DELETE';
  readonly type: ResourceType;
  readonly namespace: string;
  readonly subresource: string;
  readonly object: StoredObject | undefined;
  readonly before: StoredObject | undefined;
}

/** The webhooks of all configurations of one kind that want to see this request, in the order of the configurations' names. */
export function webhooksFor(store: Store, configurations: string, request: AdmittedRequest): Webhook[] {
  return store
    .list(`admissionregistration.k8s.io/${configurations}`)
    .flatMap((configuration) => (configuration['webhooks'] ?? []) as Webhook[])
    .filter((webhook) => concerns(webhook, store, request));
}

function concerns(webhook: Webhook, store: Store, request: AdmittedRequest): boolean {
  const { type, operation, subresource, namespace } = request;
  const resource = subresource === '' ? type.plural : `${type.plural}/${subresource}`;
  const named = (webhook.rules ?? []).some(
    (rule) =>
      oneOf(rule.operations, operation) &&
      oneOf(rule.apiGroups, type.group) &&
      oneOf(rule.apiVersions, type.version) &&
      rule.resources.some((pattern) => fits(pattern, resource, subresource)) &&
      (rule.scope === undefined || rule.scope === '*' || (rule.scope === 'Namespaced') === type.namespaced),
  );
  if (!named) return false;
  const { namespaceSelector, objectSelector } = webhook;
  if (namespaceSelector !== undefined && type.namespaced) {
    const labels = store.get('/namespaces', namespace)?.metadata.labels;
    if (!labelSelectorTest(namespaceSelector)(labels)) return false;
  }
  if (objectSelector === undefined) return true;
  const selected = labelSelectorTest(objectSelector);
  const labelsOf = (object: StoredObject | undefined): Record<string, string> | undefined =>
    at(object, ['metadata', 'labels']) as Record<string, string> | undefined;
  return [request.object, request.before].some((object) => object !== undefined && selected(labelsOf(object)));
}

function oneOf(patterns: readonly string[], value: string): boolean {
  return patterns.includes('*') || patterns.includes(value);
}

function fits(pattern: string, resource: string, subresource: string): boolean {
  if (pattern === resource || pattern === '*/*') return true;
  if (pattern === '*') return subresource === '';
  const [plural, part] = pattern.split('/');
  return (plural === '*' && part === subresource) || (part === '*' && plural === resource.split('/')[0]);
}
