// SPDX-License-Identifier: Apache-2.0
// An ApiObject whose content is plain data, as our builders make it, rendered in one walk. cdk8s asks every resolver about every value and
// walks twice; where there is nothing to resolve but what comes late the result is the same, and synthesis of many objects is much faster.
// Whatever is not plain (other tokens, patches, resolvers of the app) is left to cdk8s.

import { ApiObject, App, ImplicitTokenResolver, Lazy, LazyResolver, NumberStringUnionResolver } from 'cdk8s';
import type { ApiObjectMetadataDefinition, ApiObjectProps, IResolver, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkTree } from './tree-checks.ts';

/** The resolvers that every app has; none of them does anything about plain data. */
const BUILT_IN = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

/** Found something that is not plain data. */
const NOT_PLAIN = Symbol('not plain');

/** An {@link ApiObject} in every respect; only faster. */
export class PlainApiObject extends ApiObject {
  readonly #content: ApiObjectProps;
  #patched = false;

  constructor(scope: Construct, id: string, props: ApiObjectProps) {
    super(scope, id, props);
    this.#content = props;
  }

  override addJsonPatch(...ops: JsonPatch[]): void {
    this.#patched = true;
    super.addJsonPatch(...ops);
    checkTree(this);
  }

  override toJson(): unknown {
    const plain = this.#patched || !hasBuiltInResolversOnly(App.of(this)) ? NOT_PLAIN : this.#rendered();
    return plain === NOT_PLAIN ? (super.toJson() as unknown) : plain;
  }

  #rendered(): unknown {
    // eslint-disable-next-line no-restricted-properties -- the switch is cdk8s's, and read by it at this very moment
    const sorted = (process.env['CDK8S_DISABLE_SORT'] ?? '') === '';
    const { metadata: _, apiVersion, kind, ...others } = this.#content;
    const rest = plainObject(others, sorted);
    if (rest === NOT_PLAIN || typeof apiVersion !== 'string' || typeof kind !== 'string') return NOT_PLAIN;
    const metadata = plainMetadata(this.metadata);
    return metadata === NOT_PLAIN ? NOT_PLAIN : { apiVersion, kind, metadata, ...rest };
  }
}

function hasBuiltInResolversOnly({ resolvers }: { readonly resolvers: readonly IResolver[] }): boolean {
  return (
    resolvers.length === BUILT_IN.length &&
    resolvers.every((resolver, index) => resolver.constructor === BUILT_IN[index])
  );
}

/** What metadata consist of in the releases of cdk8s that we know; in another there may be more, and then cdk8s renders them. */
interface KnownMetadata {
  readonly name?: unknown;
  readonly namespace?: unknown;
  readonly labels: object;
  readonly annotations: object;
  readonly finalizers: readonly unknown[];
  readonly ownerReferences: readonly unknown[];
  readonly _additionalAttributes: object;
}
const KNOWN_METADATA: ReadonlySet<string> = new Set([
  '_additionalAttributes',
  'annotations',
  'apiObject',
  'finalizers',
  'labels',
  'name',
  'namespace',
  'ownerReferences',
]);

/** As `metadata.toJson()`, which also leaves out what is empty, at any depth. */
function plainMetadata(metadata: ApiObjectMetadataDefinition): unknown {
  let known = 0;
  for (const name in metadata) {
    if (!KNOWN_METADATA.has(name)) return NOT_PLAIN;
    known++;
  }
  if (known !== KNOWN_METADATA.size) return NOT_PLAIN;
  const { name, namespace, labels, annotations, finalizers, ownerReferences, _additionalAttributes } =
    metadata as unknown as KnownMetadata;
  const all = { ..._additionalAttributes, name, namespace, annotations, finalizers, ownerReferences, labels };
  const plain = plainObject(all, true);
  return plain === NOT_PLAIN ? NOT_PLAIN : withoutEmpty(plain);
}

function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(withoutEmpty);
  const copy: Record<string, unknown> = {};
  let empty = true;
  for (const name in value) {
    const kept = withoutEmpty((value as Record<string, unknown>)[name]);
    if (kept === undefined) continue;
    copy[name] = kept;
    empty = false;
  }
  return empty ? undefined : copy;
}

function isSorted(names: readonly string[]): boolean {
  for (let index = 1; index < names.length; index++) if ((names[index - 1] ?? '') > (names[index] ?? '')) return false;
  return true;
}

/** A copy without members that are null or undefined. */
function plainValue(value: unknown, sorted: boolean): unknown {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
    case 'object':
      if (value === null) return undefined;
      if (value instanceof Lazy) return plainValue(value.produce() as unknown, sorted);
      return Array.isArray(value) ? plainArray(value, sorted) : plainObject(value, sorted);
    default:
      return NOT_PLAIN;
  }
}

function plainArray(elements: readonly unknown[], sorted: boolean): unknown {
  const copy: unknown[] = [];
  for (const element of elements) {
    const plain = plainValue(element, sorted);
    if (plain === NOT_PLAIN) return NOT_PLAIN;
    copy.push(plain);
  }
  return copy;
}

function plainObject(value: object, sorted: boolean): Record<string, unknown> | typeof NOT_PLAIN {
  if (value.constructor !== Object || typeof (value as { resolve?: unknown }).resolve === 'function') return NOT_PLAIN;
  const members = value as Record<string, unknown>;
  const copy: Record<string, unknown> = {};
  const names = Object.keys(members);
  if (sorted && !isSorted(names)) names.sort();
  for (const name of names) {
    const plain = plainValue(members[name], sorted);
    if (plain === NOT_PLAIN || name === '__proto__') return NOT_PLAIN;
    if (plain !== undefined) copy[name] = plain;
  }
  return copy;
}
