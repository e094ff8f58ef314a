// SPDX-License-Identifier: Apache-2.0
// What can be said about a request for objects, and what a list comes back as.

import type { KubernetesObject, Stored } from '../../lib/kubernetes/objects.ts';

/** A request that can be given up. */
export interface Abortable {
  readonly signal?: AbortSignal;
}

export interface SelectorOptions extends Abortable {
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
}

export interface ListOptions extends SelectorOptions {
  /** Objects per page; 500 unless given. */
  readonly limit?: number;
  /** `'0'`: any version will do, from the server's cache; a version: at least that new; absent: the newest there is. */
  readonly resourceVersion?: string;
}

/** A part of a list. */
export interface ListPage<T extends KubernetesObject> {
  readonly items: Stored<T>[];
  /** Version of the whole list, the same on every page: where a watch goes on. */
  readonly resourceVersion: string;
}

export interface WatchOptions extends SelectorOptions {
  /** Tell everything that happened after this version. */
  readonly resourceVersion?: string;
  /** The server ends the watch after so many seconds; a random 300 to 600 unless given. */
  readonly timeoutSeconds?: number;
  /** Ends the watch with an error when the server says nothing for so long, in milliseconds; 180 s unless given. */
  readonly inactivityMs?: number;
}

export interface WriteOptions extends Abortable {
  readonly fieldManager?: string;
  /** `status` or `scale`. */
  readonly subresource?: string;
}

export interface PatchOptions extends WriteOptions {
  /** Server-side apply takes over fields of other managers. */
  readonly force?: boolean;
}

export interface DeleteOptions extends Abortable {
  readonly propagationPolicy?: 'Orphan' | 'Background' | 'Foreground';
  readonly preconditions?: { readonly uid?: string; readonly resourceVersion?: string };
  readonly gracePeriodSeconds?: number;
}

/** `merge`: RFC 7386; `json`: RFC 6902; `strategic`: built-in kinds only; `apply`: server-side apply. */
export type PatchType = 'merge' | 'json' | 'strategic' | 'apply';
