// SPDX-License-Identifier: Apache-2.0
// Which resources are served at this moment: the built-in ones and those of the CustomResourceDefinitions that exist.

import { BUILT_IN_RESOURCES } from './built-in-resources.ts';
import { apiVersionOf } from './resource-type.ts';
import type { ResourceType } from './resource-type.ts';

export class ResourceRegistry {
  readonly #types = new Map<string, ResourceType>();
  /** By every name that a test or kubectl may use; the first to register a short form keeps it. */
  readonly #names = new Map<string, ResourceType>();

  constructor() {
    for (const type of BUILT_IN_RESOURCES) this.#add(type);
  }

  /** Serves exactly `types` for one definition; an empty list takes it out of service. */
  replace(definition: string, types: readonly ResourceType[]): void {
    for (const [key, type] of this.#types) if (type.custom?.definition === definition) this.#types.delete(key);
    for (const type of types) this.#types.set(this.#key(type), type);
    this.#names.clear();
    for (const type of this.#types.values()) this.#index(type);
  }

  find(group: string, version: string, plural: string): ResourceType | undefined {
    return this.#types.get(`${group}/${version}/${plural}`);
  }

  findKind(apiVersion: string, kind: string): ResourceType | undefined {
    return this.#names.get(`${apiVersion}/${kind}`);
  }

  /**
   * The type that `name` means: a plural, a kind, a short name, `plural.group` or `apiVersion/Kind`.
   *
   * @throws Error naming what is served, when nothing is called so.
   */
  byName(name: string): ResourceType {
    const type = this.#names.get(name) ?? this.#names.get(name.toLowerCase());
    if (type === undefined) {
      const known = [...new Set([...this.#types.values()].map((each) => each.plural))].sort();
      throw new Error(`the in-memory API server serves no resource "${name}"; it serves: ${known.join(', ')}`);
    }
    return type;
  }

  all(): ResourceType[] {
    return [...this.#types.values()];
  }

  #key(type: ResourceType): string {
    return `${type.group}/${type.version}/${type.plural}`;
  }

  #add(type: ResourceType): void {
    this.#types.set(this.#key(type), type);
    this.#index(type);
  }

  #index(type: ResourceType): void {
    const names = [type.plural, `${type.plural}.${type.group}`, type.kind.toLowerCase(), ...type.shortNames];
    for (const name of names) if (!this.#names.has(name)) this.#names.set(name, type);
    this.#names.set(`${apiVersionOf(type)}/${type.kind}`, type);
  }
}
