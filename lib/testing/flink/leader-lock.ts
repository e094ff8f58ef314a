// SPDX-License-Identifier: Apache-2.0
// The lock that one JobManager of a cluster holds: an annotation of the cluster's ConfigMap that its holder renews. A lock that was not
// released keeps a successor waiting until the lease has run out.

import { type Clock, sleep } from '../../runtime/clock.ts';
import { type HaMaps, LEADER_ANNOTATION } from './ha-maps.ts';

interface LeaderRecord {
  holderIdentity: string;
  leaseDuration: number;
  acquireTime: string;
  renewTime: string;
  leaderTransitions: number;
}

export interface LeaderLockOptions {
  readonly clock: Clock;
  readonly maps: HaMaps;
  readonly identity: string;
  /** Milliseconds. */
  readonly leaseDuration: number;
  /** Milliseconds between two tries, and between two renewals. */
  readonly retryPeriod: number;
}

export class LeaderLock {
  readonly #options: LeaderLockOptions;

  constructor(options: LeaderLockOptions) {
    this.#options = options;
  }

  /** Resolves once this process leads; rejects when the signal aborts. */
  async acquire(signal: AbortSignal): Promise<void> {
    while (!(await this.#try())) await sleep(this.#options.clock, this.#options.retryPeriod, signal);
    signal.throwIfAborted();
  }

  /** Renews until the signal aborts; resolves when the lock was lost to another or its ConfigMap has gone. */
  async hold(signal: AbortSignal): Promise<'lost'> {
    for (;;) {
      await sleep(this.#options.clock, this.#options.retryPeriod, signal);
      if (!(await this.#renew())) return 'lost';
    }
  }

  /** Gives the lock back and removes the leader's addresses, as a JobManager does that ends in order. */
  async release(): Promise<void> {
    await this.#options.maps.update(this.#options.maps.clusterMapName, (map) => {
      const record = recordOf(map.metadata?.annotations);
      if (record?.holderIdentity !== this.#options.identity) return false;
      for (const key of Object.keys(map.data)) if (key.startsWith('org.apache.flink.k8s.leader.')) delete map.data[key];
      const now = this.#now();
      write(map.metadata, { ...record, holderIdentity: '', leaseDuration: 1000, acquireTime: now, renewTime: now });
      return true;
    });
  }

  async #try(): Promise<boolean> {
    let mine = false;
    const { maps, clock, identity, leaseDuration } = this.#options;
    const written = await maps.update(maps.clusterMapName, (map) => {
      const record = recordOf(map.metadata?.annotations);
      const free =
        record === undefined ||
        record.holderIdentity === '' ||
        record.holderIdentity === identity ||
        clock.now() > Date.parse(record.renewTime) + record.leaseDuration;
      mine = free;
      if (!free) return false;
      const now = this.#now();
      write(map.metadata, {
        holderIdentity: identity,
        leaseDuration,
        acquireTime: now,
        renewTime: now,
        leaderTransitions: record === undefined ? 0 : record.leaderTransitions + 1,
      });
      return true;
    });
    return mine && written !== undefined;
  }

  async #renew(): Promise<boolean> {
    const { maps, identity } = this.#options;
    const current = await maps.read(maps.clusterMapName);
    if (current === undefined || recordOf(current.metadata?.annotations)?.holderIdentity !== identity) return false;
    await maps.update(maps.clusterMapName, (map) => {
      const record = recordOf(map.metadata?.annotations);
      if (record?.holderIdentity !== identity) return false;
      write(map.metadata, { ...record, renewTime: this.#now() });
      return true;
    });
    return true;
  }

  #now(): string {
    return new Date(this.#options.clock.now()).toISOString();
  }
}

/** The record with its lease in milliseconds; on the wire it is in seconds. */
function recordOf(annotations: Record<string, string> | undefined): LeaderRecord | undefined {
  const text = annotations?.[LEADER_ANNOTATION];
  if (text === undefined) return undefined;
  const record = JSON.parse(text) as LeaderRecord;
  return { ...record, leaseDuration: record.leaseDuration * 1000 };
}

function write(metadata: { annotations?: Record<string, string> } | undefined, record: LeaderRecord): void {
  if (metadata?.annotations === undefined) return;
  const wire = { ...record, leaseDuration: record.leaseDuration / 1000 };
  metadata.annotations[LEADER_ANNOTATION] = JSON.stringify(wire);
}
