// SPDX-License-Identifier: Apache-2.0
// What an informer tells its handlers.

import type { KubernetesObject, Stored } from '../../lib/kubernetes/objects.ts';

/** One object came, changed or went. */
export interface Change<T extends KubernetesObject> {
  readonly type: 'add' | 'update' | 'delete';
  readonly object: Stored<T>;
  /** The state before, for `update` and `delete`. */
  readonly old?: Stored<T>;
  /** True for what was there when the informer (or the handler) started. */
  readonly initial: boolean;
  /** With `delete`: the end was missed, and `object` is the last state seen, not the last there was. */
  readonly finalStateUnknown?: boolean;
}

/** The change from `old` to `object`, or undefined when it is the same version again, as after a new list. */
export function changeOf<T extends KubernetesObject>(
  old: Stored<T> | undefined,
  object: Stored<T>,
  initial: boolean,
): Change<T> | undefined {
  if (old === undefined || old.metadata.uid !== object.metadata.uid) return { type: 'add', object, initial };
  if (old.metadata.resourceVersion === object.metadata.resourceVersion) return undefined;
  return { type: 'update', object, old, initial: false };
}
