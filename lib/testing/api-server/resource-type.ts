// SPDX-License-Identifier: Apache-2.0
// What the server knows of one kind of resource in one version: its names, its scope and how writes to it behave.

import type { StructuralSchema } from './structural-schema.ts';

/** Where a custom resource keeps what `/scale` shows; JSON paths such as `.spec.replicas`. */
export interface ScalePaths {
  readonly spec: string;
  readonly status: string;
  readonly selector?: string;
}

/** What only a resource defined by a CustomResourceDefinition has. */
export interface CustomType {
  /** `metadata.name` of the definition. */
  readonly definition: string;
  readonly schema?: StructuralSchema;
  /** Fields by which a list may be selected, e.g. `.spec.mode`. */
  readonly selectableFields: readonly string[];
  readonly printerColumns: readonly { name: string; type: string; jsonPath: string; priority?: number }[];
}

export interface ResourceType {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly listKind: string;
  readonly plural: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  readonly namespaced: boolean;
  /** Whether `/status` exists, and with it the rule that the main endpoint ignores `status`. */
  readonly statusSubresource: boolean;
  readonly scale?: ScalePaths;
  /** Whether the server counts `metadata.generation`. */
  readonly generation: boolean;
  readonly custom?: CustomType;
}

/** `apps/v1`, or `v1` in the core group. */
export function apiVersionOf(type: ResourceType): string {
  return type.group === '' ? type.version : `${type.group}/${type.version}`;
}

/** All versions of a resource share one place in the store. */
export function storageKey(type: ResourceType): string {
  return `${type.group}/${type.plural}`;
}
