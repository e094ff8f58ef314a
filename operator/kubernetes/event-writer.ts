// SPDX-License-Identifier: Apache-2.0
// Writes one event: creates it, or counts up the one that is there. The Java operator reads before each write; this one creates
// at once and remembers what it wrote, so that an event costs one request, and reads only what somebody else wrote before.

import type { CoreEvent, KubernetesObject, Stored } from '../../lib/kubernetes/objects.ts';
import { timestamp } from '../../lib/kubernetes/timestamp.ts';
import { eventName } from './event-name.ts';
import type { EventIdentity } from './event-name.ts';
import { isAlreadyExists, isNotFound } from './kube-error.ts';
import type { ResourceClient } from './resource-client.ts';

/** What to do when the event is there already. */
export type Repetition =
  /** Count it up and bring it up to date, every time. */
  | { readonly kind: 'update' }
  /** Leave it alone. */
  | { readonly kind: 'once' }
  /**
   * Leave it alone until `intervalMs` have passed since it was last written. With `sameLabels` only while it carries those
   * labels too; without an interval, always update.
   */
  | { readonly kind: 'interval'; readonly intervalMs?: number; readonly sameLabels?: Readonly<Record<string, string>> };

/** An event to be written. */
export interface EventDraft extends EventIdentity {
  /** `{ kind: 'update' }` unless given. */
  readonly repetition?: Repetition;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** An event as it was written. */
export interface WrittenEvent {
  readonly event: Stored<CoreEvent>;
  readonly about: Stored<KubernetesObject>;
  /** False for the repetition of an event that was there. */
  readonly created: boolean;
}

interface Known {
  readonly count: number;
  readonly lastMs: number;
  readonly labels: Readonly<Record<string, string>>;
}

const KEPT = 4_096;

/** Writes events and remembers their counts. */
export class EventWriter {
  readonly #events: ResourceClient<CoreEvent>;
  /** By namespace and name; least recently used first. */
  readonly #known = new Map<string, Known>();

  constructor(events: ResourceClient<CoreEvent>) {
    this.#events = events;
  }

  /** Writes an event that happened at `at` (milliseconds); undefined when its repetition is not to be written. */
  async write(
    object: Stored<KubernetesObject>,
    draft: EventDraft,
    at: number,
    signal: AbortSignal,
  ): Promise<WrittenEvent | undefined> {
    const name = eventName(draft, object);
    const namespace = object.metadata.namespace ?? 'default';
    let known = this.#known.get(`${namespace}/${name}`);
    // Twice: events live for an hour, so the one that is to be counted up may be gone, and one that was gone be back.
    for (let attempt = 0; ; attempt++) {
      try {
        if (known === undefined) {
          const event = await this.#events.create(newEvent(object, draft, namespace, name, at), { signal });
          return this.#remember(event, object, true);
        }
        if (!isDue(draft.repetition ?? { kind: 'update' }, known, at)) return undefined;
        const event = await this.#events.patch(namespace, name, 'merge', repetition(draft, known, at), { signal });
        return this.#remember(event, object, false);
      } catch (error) {
        if (attempt === 2) throw error;
        if (known !== undefined && isNotFound(error)) known = undefined;
        else if (known === undefined && isAlreadyExists(error))
          known = await this.#read(namespace, name, draft, signal);
        else throw error;
      }
    }
  }

  async #read(namespace: string, name: string, draft: EventDraft, signal: AbortSignal): Promise<Known | undefined> {
    // An event that is to be said once need not be read to know that it was.
    if (draft.repetition?.kind === 'once') return { count: 1, lastMs: 0, labels: {} };
    const event = await this.#events.find(namespace, name, { signal });
    return event === undefined ? undefined : knownOf(event);
  }

  #remember(event: Stored<CoreEvent>, about: Stored<KubernetesObject>, created: boolean): WrittenEvent {
    const key = `${event.metadata.namespace ?? ''}/${event.metadata.name}`;
    this.#known.delete(key);
    this.#known.set(key, knownOf(event));
    if (this.#known.size > KEPT) {
      const [oldest] = this.#known.keys();
      if (oldest !== undefined) this.#known.delete(oldest);
    }
    return { event, about, created };
  }
}

function knownOf(event: CoreEvent): Known {
  return {
    count: event.count ?? 1,
    lastMs: Date.parse(event.lastTimestamp ?? '') || 0,
    labels: event.metadata?.labels ?? {},
  };
}

function isDue(repetition: Repetition, known: Known, at: number): boolean {
  if (repetition.kind === 'update') return true;
  if (repetition.kind === 'once') return false;
  const { intervalMs, sameLabels } = repetition;
  if (intervalMs === undefined || known.lastMs + intervalMs <= at) return true;
  return Object.entries(sameLabels ?? {}).some(([key, value]) => known.labels[key] !== value);
}

function repetition(draft: EventDraft, known: Known, at: number): Record<string, unknown> {
  return {
    ...metadataOf(draft),
    count: known.count + 1,
    lastTimestamp: timestamp(at),
    message: draft.message,
  };
}

function newEvent(
  object: Stored<KubernetesObject>,
  draft: EventDraft,
  namespace: string,
  name: string,
  at: number,
): CoreEvent {
  const { apiVersion, kind } = object;
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { ...metadataOf(draft).metadata, name, namespace },
    involvedObject: {
      ...(apiVersion === undefined ? {} : { apiVersion }),
      ...(kind === undefined ? {} : { kind }),
      name: object.metadata.name,
      namespace,
      uid: object.metadata.uid,
    },
    source: { component: draft.component },
    type: draft.type,
    reason: draft.reason,
    message: draft.message,
    count: 1,
    firstTimestamp: timestamp(at),
    lastTimestamp: timestamp(at),
  };
}

function metadataOf(draft: EventDraft): { metadata?: Record<string, unknown> } {
  const { labels, annotations } = draft;
  if (labels === undefined && annotations === undefined) return {};
  return {
    metadata: { ...(labels === undefined ? {} : { labels }), ...(annotations === undefined ? {} : { annotations }) },
  };
}
