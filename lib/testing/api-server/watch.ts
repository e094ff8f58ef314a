// SPDX-License-Identifier: Apache-2.0
// WATCH: what has changed since a version, as a stream of lines. A selector makes objects appear and disappear as they start and cease
// to match; a version that is forgotten ends the watch with 410.

import type { Clock } from '../../runtime/clock.ts';
import { expired } from './api-error.ts';
import { LineStream } from './line-stream.ts';
import { inVersion } from './object-view.ts';
import type { View } from './object-view.ts';
import { apiVersionOf, storageKey } from './resource-type.ts';
import type { Change, Store } from './store.ts';
import type { StoredObject } from './stored-object.ts';

/** How often a watch that asked for bookmarks gets one. */
const BOOKMARK_EVERY_MS = 60_000;
/** The last bookmark comes this long before the server ends the watch. */
const BOOKMARK_BEFORE_END_MS = 2_000;

export interface WatchOptions {
  readonly view: View;
  /** As in the query; absent or `0` means: begin with everything that exists. */
  readonly resourceVersion: string | null;
  readonly bookmarks: boolean;
  readonly sendInitialEvents: boolean;
  readonly timeoutMs: number;
}

export function openWatch(store: Store, clock: Clock, options: WatchOptions): LineStream {
  const { view } = options;
  const resource = storageKey(view.type);
  const cancels: (() => void)[] = [];
  const stream = new LineStream(() => {
    for (const cancel of cancels) cancel();
  });
  const from = options.resourceVersion ?? '';
  const fromNow = from === '' || from === '0';
  if (fromNow || options.sendInitialEvents) {
    for (const object of store.list(resource))
      if (view.includes(object)) stream.write(line('ADDED', inVersion(view.type, object)));
    if (options.bookmarks) stream.write(bookmark(store, view, { 'k8s.io/initial-events-end': 'true' }));
  } else {
    const missed = store.changesSince(resource, Number(from));
    if (missed === undefined) {
      stream.write(
        line('ERROR', expired(`too old resource version: ${from} (${store.oldestVersion(resource)})`).status),
      );
      stream.close();
      return stream;
    }
    for (const change of missed) writeChange(stream, view, change);
  }
  const skipUpTo = fromNow ? 0 : Number(from);
  cancels.push(
    store.onChange((change) => {
      if (change.resource === resource && change.version > skipUpTo) writeChange(stream, view, change);
    }),
  );
  schedule(stream, store, clock, options, cancels);
  return stream;
}

function schedule(
  stream: LineStream,
  store: Store,
  clock: Clock,
  options: WatchOptions,
  cancels: (() => void)[],
): void {
  const end = clock.setTimer(() => stream.close(), options.timeoutMs);
  cancels.push(() => end.cancel());
  if (!options.bookmarks) return;
  const last = clock.setTimer(
    () => stream.write(bookmark(store, options.view)),
    Math.max(0, options.timeoutMs - BOOKMARK_BEFORE_END_MS),
  );
  cancels.push(() => last.cancel());
  let next = { cancel: (): void => undefined };
  const arm = (): void => {
    next = clock.setTimer(() => {
      stream.write(bookmark(store, options.view));
      arm();
    }, BOOKMARK_EVERY_MS);
  };
  arm();
  cancels.push(() => next.cancel());
}

function writeChange(stream: LineStream, view: View, change: Change): void {
  const is = change.type !== 'DELETED' && view.includes(change.object);
  const was = change.before !== undefined && view.includes(change.before);
  if (is) stream.write(line(was ? 'MODIFIED' : 'ADDED', inVersion(view.type, change.object)));
  else if (was) stream.write(line('DELETED', inVersion(view.type, lastSeen(change))));
}

/** An object that ceases to match is shown as it was when it matched, under the version of the change. */
function lastSeen(change: Change): StoredObject {
  const { before = change.object, object } = change;
  return { ...before, metadata: { ...before.metadata, resourceVersion: object.metadata.resourceVersion } };
}

function line(type: string, object: unknown): string {
  return `${JSON.stringify({ type, object })}\n`;
}

function bookmark(store: Store, view: View, annotations?: Record<string, string>): string {
  return line('BOOKMARK', {
    kind: view.type.kind,
    apiVersion: apiVersionOf(view.type),
    metadata: { resourceVersion: String(store.version), ...(annotations === undefined ? {} : { annotations }) },
  });
}
