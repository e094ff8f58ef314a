// SPDX-License-Identifier: Apache-2.0
// Which lists are maps in disguise: known by name for built-in objects, by the schema's `x-kubernetes-list-type` for custom ones.

import { isObject } from '../../runtime/json.ts';
import type { Json, JsonObject } from '../../runtime/json.ts';
import type { ResourceType } from './resource-type.ts';
import type { StructuralSchema } from './structural-schema.ts';

/** How the items of a list are told apart; `atomic` lists are one value. */
export type ListKind =
  { readonly kind: 'atomic' } | { readonly kind: 'set' } | { readonly kind: 'map'; readonly keys: readonly string[] };

const ATOMIC: ListKind = { kind: 'atomic' };
const SET: ListKind = { kind: 'set' };

const KEYS: Record<string, readonly string[]> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  volumes: ['name'],
  env: ['name'],
  imagePullSecrets: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  hostAliases: ['ip'],
  conditions: ['type'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
};

/** What stands at a place of an object, as far as merging it goes. */
export interface Position {
  readonly custom: boolean;
  readonly name: string;
  readonly schema: StructuralSchema | undefined;
}

export function rootPosition(type: ResourceType): Position {
  return { custom: type.custom !== undefined, name: '', schema: type.custom?.schema };
}

export function inner(position: Position, name: string): Position {
  const { schema } = position;
  // Metadata is the same in every object.
  if (position.name === '' && name === 'metadata') return { custom: false, name, schema: undefined };
  const own =
    schema?.properties?.[name] ??
    (typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined);
  return { custom: position.custom, name, schema: own };
}

export function itemPosition(position: Position): Position {
  return { custom: position.custom, name: '[]', schema: position.schema?.items };
}

export function isAtomicMap(position: Position): boolean {
  return position.custom
    ? position.schema?.['x-kubernetes-map-type'] === 'atomic'
    : position.name === 'selector' || position.name === 'nodeSelector';
}

export function listKind(position: Position, list: readonly Json[]): ListKind {
  if (position.custom) {
    const kind = position.schema?.['x-kubernetes-list-type'];
    if (kind === 'set') return SET;
    return kind === 'map' ? { kind: 'map', keys: position.schema?.['x-kubernetes-list-map-keys'] ?? [] } : ATOMIC;
  }
  if (position.name === 'finalizers') return SET;
  if (position.name === 'ownerReferences') return { kind: 'map', keys: ['uid'] };
  if (position.name === 'ports') {
    const sample = list.find((item) => isObject(item));
    return {
      kind: 'map',
      keys: [sample !== undefined && 'containerPort' in sample ? 'containerPort' : 'port', 'protocol'],
    };
  }
  const keys = KEYS[position.name];
  return keys === undefined ? ATOMIC : { kind: 'map', keys };
}

/** The item's name in a managed field: `k:{"name":"c"}`, or `v:"x"` in a set. */
export function itemElement(kind: ListKind, item: Json): string {
  if (kind.kind !== 'map') return `v:${JSON.stringify(item)}`;
  const object: JsonObject = isObject(item) ? item : {};
  return `k:${JSON.stringify(Object.fromEntries(kind.keys.map((key) => [key, object[key] ?? (key === 'protocol' ? 'TCP' : null)])))}`;
}
