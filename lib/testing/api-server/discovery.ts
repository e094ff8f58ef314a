// SPDX-License-Identifier: Apache-2.0
// How clients find out what is served: the group and resource lists, and the server's version.

import type { Answer } from './answer.ts';
import type { ResourceRegistry } from './resource-registry.ts';
import { apiVersionOf } from './resource-type.ts';
import type { ResourceType } from './resource-type.ts';

const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

/** The answer for a path that is about the API itself, or `undefined` for any other. */
export function discover(path: string, registry: ResourceRegistry, version: string): Answer | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const [root, group = '', ofGroup] = parts;
  if (['healthz', 'livez', 'readyz'].includes(root ?? '')) return { code: 200, text: 'ok' };
  if (path === '/version') {
    const [major = '1', minor = '0'] = version.split('.');
    return { code: 200, body: { major, minor, gitVersion: `v${version}`, platform: 'linux/amd64' } };
  }
  if (root === 'api' && parts.length === 1)
    return { code: 200, body: { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] } };
  if (root === 'api' && parts.length === 2 && group === 'v1') return resources('', 'v1', registry);
  if (root !== 'apis') return undefined;
  if (parts.length === 1) {
    const groups = [...new Set(registry.all().map((type) => type.group))].filter((name) => name !== '');
    return {
      code: 200,
      body: { kind: 'APIGroupList', apiVersion: 'v1', groups: groups.map((name) => groupBody(name, registry)) },
    };
  }
  if (parts.length === 2 && registry.all().some((type) => type.group === group)) {
    return { code: 200, body: { kind: 'APIGroup', apiVersion: 'v1', ...groupBody(group, registry) } };
  }
  return parts.length === 3 ? resources(group, ofGroup ?? '', registry) : undefined;
}

function groupBody(group: string, registry: ResourceRegistry): Record<string, unknown> {
  const versions = [
    ...new Set(
      registry
        .all()
        .filter((type) => type.group === group)
        .map((type) => type.version),
    ),
  ]
    .sort(newestFirst)
    .map((version) => ({ groupVersion: `${group}/${version}`, version }));
  return { name: group, versions, preferredVersion: versions[0] };
}

/** v2 before v1 before v1beta2 before v1beta1 before v1alpha1. */
function newestFirst(a: string, b: string): number {
  const rank = (version: string): number[] => {
    const match = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version);
    if (match === null) return [0, 0, 0];
    return [match[2] === undefined ? 3 : match[2] === 'beta' ? 2 : 1, Number(match[1]), Number(match[3] ?? 0)];
  };
  const [ofA, ofB] = [rank(a), rank(b)];
  for (const [index, value] of ofA.entries()) if (value !== ofB[index]) return (ofB[index] ?? 0) - value;
  return a < b ? -1 : 1;
}

function resources(group: string, version: string, registry: ResourceRegistry): Answer | undefined {
  const types = registry.all().filter((type) => type.group === group && type.version === version);
  const [first] = types;
  if (first === undefined) return undefined;
  return {
    code: 200,
    body: {
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion: apiVersionOf(first),
      resources: types.flatMap(entries),
    },
  };
}

function entries(type: ResourceType): unknown[] {
  const { plural, singular, namespaced, kind, shortNames, categories } = type;
  const sub = { singularName: '', namespaced, verbs: ['get', 'patch', 'update'] };
  return [
    {
      name: plural,
      singularName: singular,
      namespaced,
      kind,
      verbs: VERBS,
      ...(shortNames.length > 0 ? { shortNames } : {}),
      ...(categories.length > 0 ? { categories } : {}),
    },
    ...(type.statusSubresource ? [{ name: `${plural}/status`, kind, ...sub }] : []),
    ...(type.scale === undefined
      ? []
      : [{ name: `${plural}/scale`, kind: 'Scale', group: 'autoscaling', version: 'v1', ...sub }]),
  ];
}
