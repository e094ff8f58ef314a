// SPDX-License-Identifier: Apache-2.0
// One connection of a watch: bytes to lines to events, with a limit on silence. Ends or throws when the connection does; coming
// back, and what a lost connection means for a cache, is reflector.ts.

import type { KubernetesObject, Stored } from '../../lib/kubernetes/objects.ts';
import type { Clock } from '../../lib/runtime/clock.ts';
import { TransportError } from '../../lib/runtime/transport.ts';
import type { TransportResponse } from '../../lib/runtime/transport.ts';
import { withDeadline } from './deadline.ts';
import { KubeError } from './kube-error.ts';
import type { KubeStatus } from './kube-error.ts';

/** Something happened to an object; or, with `BOOKMARK`, nothing did up to the version that the object carries. */
export interface WatchEvent<T extends KubernetesObject> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  readonly object: Stored<T>;
}

export interface WatchConnection {
  readonly open: (signal: AbortSignal) => Promise<TransportResponse>;
  readonly parse: (text: string) => unknown;
  readonly clock: Clock;
  /** Longest silence in milliseconds. */
  readonly inactivityMs: number;
  /** For messages. */
  readonly request: string;
  readonly signal?: AbortSignal;
}

/**
 * Reads a watch to its end.
 *
 * @throws KubeError for a refusal and for an `ERROR` event; TransportError when the connection breaks or falls silent.
 */
export async function* readWatch<T extends KubernetesObject>(
  connection: WatchConnection,
): AsyncGenerator<WatchEvent<T>> {
  const { clock, inactivityMs, request } = connection;
  // A peer that vanished without a word looks like a quiet one. Bookmarks come about every minute, so silence is a broken line.
  const silence = withDeadline(clock, inactivityMs, connection.signal, () => {
    const message = `${request}: nothing received for ${String(inactivityMs / 1000)} s`;
    return new TransportError('ETIMEDOUT', message, { sent: true });
  });
  try {
    const response = await connection.open(silence.signal);
    for await (const line of readLines(response.body, () => silence.restart())) {
      const event = parseLine<T>(line, connection);
      if (event.type === 'ERROR') throw new KubeError(event.object as KubeStatus, request);
      yield event;
    }
  } finally {
    silence.release();
  }
}

function parseLine<T extends KubernetesObject>(
  line: string,
  connection: WatchConnection,
): WatchEvent<T> | { type: 'ERROR'; object: unknown } {
  try {
    return connection.parse(line) as WatchEvent<T>;
  } catch (cause) {
    // Half a line before the connection closed: the same as a connection that broke.
    throw new TransportError('EPROTO', `${connection.request}: a line that is not JSON`, { sent: true, cause });
  }
}

const NEWLINE = 10;

/** Splits bytes into lines; only whole lines are decoded, because a character may straddle two parts. */
export async function* readLines(body: AsyncIterable<Uint8Array>, onPart?: () => void): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: Uint8Array[] = [];
  for await (const part of body) {
    onPart?.();
    let start = 0;
    for (let end = part.indexOf(NEWLINE); end !== -1; end = part.indexOf(NEWLINE, start)) {
      parts.push(part.subarray(start, end));
      const line = decoder.decode(joined(parts));
      parts = [];
      start = end + 1;
      if (line.trim() !== '') yield line;
    }
    if (start < part.length) parts.push(part.subarray(start));
  }
  const rest = decoder.decode(joined(parts));
  if (rest.trim() !== '') yield rest;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
