// SPDX-License-Identifier: Apache-2.0
// Strategic merge patch: a merge patch that knows which lists are maps in disguise. Known are the lists of the objects that Flinkwright
// handles; any other list is replaced whole.

import { copy, equal, isObject } from '../../runtime/json.ts';
import type { Json, JsonObject } from '../../runtime/json.ts';

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
  if (SETS.has(name)) {
    const added = patch.filter((item) => !has(target, item, undefined));
    return ordered([...target, ...added], target, order ?? patch, undefined);
  }
  const key = mergeKey(name, patch, target);
  if (key === undefined) return copy(patch);
  if (patch.some((item) => isObject(item) && item['$patch'] === 'replace' && Object.keys(item).length === 1)) {
    return patch.filter((item) => !(isObject(item) && item['$patch'] === 'replace')).map((item) => copy(item));
  }
  let result = [...target];
  for (const item of patch) {
    if (!isObject(item)) continue;
    const index = result.findIndex((other) => same(other, item, key));
    if (item['$patch'] === 'delete') result = result.filter((_, position) => position !== index);
    else if (index < 0) result.push(withoutDirectives(item));
    else result[index] = mergeObject(result[index] as JsonObject, item);
  }
  return ordered(result, target, order ?? patch, key);
}

/** `ports` are told apart by `containerPort` in a container and by `port` in a Service. */
function mergeKey(name: string, patch: Json[], target: Json[]): string | undefined {
  if (name !== 'ports') return MERGE_KEYS[name];
  const sample = [...patch, ...target].find((item) => isObject(item));
  return sample !== undefined && 'containerPort' in sample ? 'containerPort' : 'port';
}

/**
 * The order in which Kubernetes leaves a merged list: what the patch names stands in the patch's order, the rest in its own, and of the two
 * the rest comes first only where it did so before.
 */
function ordered(merged: Json[], before: Json[], order: Json[], key: string | undefined): Json[] {
  const named = order
    .map((item) => merged.find((other) => same(other, item, key)))
    .filter((item) => item !== undefined);
  const rest = merged.filter((item) => !has(order, item, key));
  const place = (item: Json | undefined): number =>
    before.findIndex((other) => item !== undefined && same(other, item, key));
  const result: Json[] = [];
  while (named.length > 0 && rest.length > 0) {
    const [ofRest, ofNamed] = [place(rest[0]), place(named[0])];
    const restFirst = ofRest >= 0 && ofNamed >= 0 && ofRest < ofNamed;
    result.push((restFirst ? rest : named).shift() as Json);
  }
  return [...result, ...named, ...rest];
}

function same(a: Json, b: Json, key: string | undefined): boolean {
  if (key === undefined) return equal(a, b);
  return isObject(a) && isObject(b) && equal(a[key], b[key]);
}

function has(list: Json[], item: Json, key: string | undefined): boolean {
  return list.some((other) => same(other, item, key));
}

function withoutDirectives(object: JsonObject): JsonObject {
  return mergeObject({}, Object.fromEntries(Object.entries(object).filter(([key]) => key !== '$patch')));
}
