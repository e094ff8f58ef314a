// SPDX-License-Identifier: Apache-2.0
// A time limit on top of a caller's signal, without leaving a listener behind on signals that live as long as the process. Says
// only "stop"; that the work listens is the work's business.

import type { Clock } from '../../lib/runtime/clock.ts';
import { TransportError } from '../../lib/runtime/transport.ts';

/** A signal that aborts with its parent or when its time is over. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Starts the time anew. */
  restart(): void;
  /** Ends the time limit; the parent still aborts the signal. */
  keep(): void;
  /** Lets go of the timer and of the parent. Must be called, whatever happened; a second time does nothing. */
  release(): void;
}

/**
 * @param ms limit in milliseconds; 0 for none.
 * @param expired the reason given when the time is over; a TransportError `ETIMEDOUT` unless given.
 */
export function withDeadline(
  clock: Clock,
  ms: number,
  parent: AbortSignal | undefined,
  expired: () => Error = () =>
    new TransportError('ETIMEDOUT', `no answer within ${String(ms / 1000)} s`, { sent: true }),
): Deadline {
  const controller = new AbortController();
  const onParent = (): void => {
    controller.abort(parent?.reason);
  };
  if (parent?.aborted === true) onParent();
  else parent?.addEventListener('abort', onParent, { once: true });
  const start = (): { cancel(): void } | undefined =>
    ms > 0
      ? clock.setTimer(() => {
          controller.abort(expired());
        }, ms)
      : undefined;
  let timer = start();
  const keep = (): void => {
    timer?.cancel();
    timer = undefined;
  };
  return {
    signal: controller.signal,
    restart: () => {
      keep();
      timer = start();
    },
    keep,
    release: () => {
      keep();
      parent?.removeEventListener('abort', onParent);
    },
  };
}
