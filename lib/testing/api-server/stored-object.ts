// SPDX-License-Identifier: Apache-2.0
// An object as the server holds it: metadata complete, everything else whatever it is.

import type { ObjectMeta } from '../../kubernetes/objects.ts';

export interface StoredObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: StoredMeta;
  readonly [field: string]: unknown;
}

export type StoredMeta = ObjectMeta & { name: string; uid: string; resourceVersion: string };

/** An object as a client sends it. */
export interface DraftObject {
  apiVersion?: string;
  kind?: string;
  metadata?: ObjectMeta;
  [field: string]: unknown;
}

/** `namespace/name`, or `name` where there is no namespace. */
export function keyOf(namespace: string | undefined, name: string): string {
  return namespace === undefined || namespace === '' ? name : `${namespace}/${name}`;
}
