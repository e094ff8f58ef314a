// SPDX-License-Identifier: Apache-2.0
// The names of the Flink operator's events. A name is a hash of what the event says about which object, so that the same thing
// said again finds its first event, whichever of the two operators said it.

import type { KubernetesObject } from '../../lib/kubernetes/objects.ts';

/** Who an event is about, in the operator's own terms; `source.component` of the event. */
export const EventComponent = {
  operator: 'Operator',
  jobManagerDeployment: 'JobManagerDeployment',
  job: 'Job',
  snapshot: 'Snapshot',
} as const;
export type EventComponent = (typeof EventComponent)[keyof typeof EventComponent];

/** What decides an event's name. */
export interface EventIdentity {
  readonly component: EventComponent;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  /** Stands in for the message, so that events that differ only in their text are one. */
  readonly messageKey?: string;
}

/** `<Component>.<hash>` for an event about `object`. */
export function eventName(event: EventIdentity, object: KubernetesObject): string {
  const { name = '', uid = '' } = object.metadata ?? {};
  const said = event.reason + (event.messageKey ?? event.message) + event.type;
  const hash = javaHashCode(said + (object.kind ?? '') + name + uid) & 0x7fffffff;
  return `${event.component}.${String(hash)}`;
}

/** `String.hashCode()` of Java: 31-polynomial over UTF-16 units, modulo 2^32, signed. */
export function javaHashCode(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}
