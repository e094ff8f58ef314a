// SPDX-License-Identifier: Apache-2.0
// An object as the server holds it: metadata complete, everything else whatever it is. It is never changed in place: every write makes
// a new one.

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
