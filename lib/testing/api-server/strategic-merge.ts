// SPDX-License-Identifier: Apache-2.0
// Strategic merge patch: a merge patch that knows which lists are maps in disguise. Known are the lists of the objects that Flinkwright
// handles; any other list is replaced whole.

import { copy, equal, isObject } from './json.ts';
import type { Json, JsonObject } from './json.ts';

/** The member that tells the items of a list apart, by the name of the list. */
const MERGE_KEYS: Record<string, string> = {
  containers: 'name',
  initContainers: 'name',
  ephemeralContainers: 'name',
  volumes: 'name',
  env: 'name',
  imagePullSecrets: 'name',
  secrets: 'name',
  volumeMounts: 'mountPath',
  volumeDevices: 'devicePath',
  hostAliases: 'ip',
  ownerReferences: 'uid',
  conditions: 'type',
  topologySpreadConstraints: 'topologyKey',
};

/** Lists that are merged as sets of plain values. */
const SETS = new Set(['finalizers']);

/** `target` with `patch` merged into it; neither is changed. */
export function applyStrategicMerge(target: JsonObject, patch: JsonObject): JsonObject {
  return mergeObject(target, patch);
}

function mergeObject(target: JsonObject, patch: JsonObject): JsonObject {
  if (patch['$patch'] === 'replace') return withoutDirectives(patch);
  if (patch['$patch'] === 'delete') return {};
  const result: JsonObject = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    if (key === '$patch' || key === '$retainKeys' || key.startsWith('$setElementOrder/')) continue;
    if (key.startsWith('$deleteFromPrimitiveList/')) {
      const list = key.slice('$deleteFromPrimitiveList/'.length);
      const gone = Array.isArray(value) ? value : [];
      const current = result[list];
      if (Array.isArray(current)) result[list] = current.filter((item) => !gone.some((other) => equal(other, item)));
    } else if (value === null) {
      delete result[key];
    } else if (Array.isArray(value)) {
      const order = patch[`$setElementOrder/${key}`];
      result[key] = mergeList(key, result[key], value, Array.isArray(order) ? order : undefined);
    } else if (isObject(value)) {
      const current = result[key];
      if (value['$patch'] === 'delete') delete result[key];
      else result[key] = mergeObject(isObject(current) ? current : {}, value);
    } else {
      result[key] = value;
    }
  }
  const retained = patch['$retainKeys'];
  if (Array.isArray(retained)) for (const key of Object.keys(result)) if (!retained.includes(key)) delete result[key];
  return result;
}

function mergeList(name: string, current: Json | undefined, patch: Json[], order: Json[] | undefined): Json[] {
  const target = Array.isArray(current) ? current : [];
  if (SETS.has(name)) return [...target, ...patch.filter((item) => !target.some((other) => equal(other, item)))];
  const key = mergeKey(name, patch, target);
  if (key === undefined) return copy(patch);
  if (patch.some((item) => isObject(item) && item['$patch'] === 'replace' && Object.keys(item).length === 1)) {
    return patch.filter((item) => !(isObject(item) && item['$patch'] === 'replace')).map((item) => copy(item));
  }
  let result = [...target];
  for (const item of patch) {
    if (!isObject(item)) continue;
    const index = result.findIndex((other) => isObject(other) && equal(other[key], item[key]));
    if (item['$patch'] === 'delete') result = result.filter((_, position) => position !== index);
    else if (index < 0) result.push(withoutDirectives(item));
    else result[index] = mergeObject(result[index] as JsonObject, item);
  }
  return order === undefined ? result : ordered(result, key, order);
}

/** `ports` are told apart by `containerPort` in a container and by `port` in a Service. */
function mergeKey(name: string, patch: Json[], target: Json[]): string | undefined {
  if (name !== 'ports') return MERGE_KEYS[name];
  const sample = [...patch, ...target].find(isObject);
  return sample !== undefined && 'containerPort' in sample ? 'containerPort' : 'port';
}

function ordered(list: Json[], key: string, order: Json[]): Json[] {
  const place = (item: Json): number => {
    const found = order.findIndex((other) => isObject(other) && isObject(item) && equal(other[key], item[key]));
    return found < 0 ? order.length : found;
  };
  return list
    .map((item, index) => ({ item, index }))
    .sort((a, b) => place(a.item) - place(b.item) || a.index - b.index)
    .map(({ item }) => item);
}

function withoutDirectives(object: JsonObject): JsonObject {
  return mergeObject({}, Object.fromEntries(Object.entries(object).filter(([key]) => key !== '$patch')));
}
