// SPDX-License-Identifier: Apache-2.0
// What one JobManager does with Flink's Kubernetes high availability: lead, announce itself, keep its job and that job's checkpoints, and
// forget both once the job has ended. The ConfigMaps themselves are ha-maps.ts, the lock leader-lock.ts.

import type { Clock } from '../../runtime/clock.ts';
import type { Random } from '../../runtime/random.ts';
import {
  type CheckpointHandle,
  type HaMaps,
  type JobGraphHandle,
  checkpointKey,
  checkpointsIn,
  decodeHandle,
  encodeHandle,
} from './ha-maps.ts';
import type { CheckpointStore } from './job-snapshots.ts';
import { LeaderLock } from './leader-lock.ts';
import type { JobManagerSettings } from './settings.ts';
import type { JobGraph } from './simulated-job.ts';

export interface HighAvailabilityOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly maps: HaMaps;
  readonly settings: JobManagerSettings;
  readonly podIp: string;
  /** Aborted with the process: nothing may be written afterwards but the release of the lock. */
  readonly signal: AbortSignal;
}

export class HighAvailability implements CheckpointStore {
  readonly #options: HighAvailabilityOptions;
  readonly #session: string;
  readonly #lock: LeaderLock;

  constructor(options: HighAvailabilityOptions) {
    const { clock, random, maps, settings } = options;
    this.#options = options;
    this.#session = random.uuid();
    this.#lock = new LeaderLock({
      clock,
      maps,
      identity: random.uuid(),
      leaseDuration: settings.leaseDuration,
      retryPeriod: settings.leaseRetry,
    });
  }

  /** Resolves once this process leads; `lost` is called should it lose the lock to another. */
  async lead(lost: () => void): Promise<void> {
    const { signal } = this.#options;
    await this.#lock.acquire(signal);
    // Rejects with the end of the process only, which needs no word.
    this.#lock.hold(signal).then(lost, () => undefined);
    await this.#announce(['dispatcher', 'resourcemanager', 'restserver']);
  }

  release(): Promise<void> {
    return this.#lock.release();
  }

  /** The job that a JobManager of this cluster has been running, as it was submitted then. */
  async storedGraph(id: string): Promise<JobGraph | undefined> {
    const { maps } = this.#options;
    const stored = (await maps.read(maps.clusterMapName))?.data?.[maps.graphKey(id)];
    if (stored === undefined) return undefined;
    const { jobId, ...rest } = decodeHandle(stored) as JobGraphHandle;
    return { id: jobId, ...rest };
  }

  /** Keeps the job, so that a successor recovers it. */
  async keep({ id: jobId, ...rest }: JobGraph): Promise<void> {
    const { maps, signal } = this.#options;
    await maps.update(maps.clusterMapName, (map) => {
      map.data[maps.graphKey(jobId)] ??= encodeHandle({ jobId, ...rest } satisfies JobGraphHandle);
      return !signal.aborted;
    });
    await maps.update(maps.jobMapName(jobId), (map) => !signal.aborted && map.metadata?.uid === undefined);
    await this.#announce([`job-${jobId}`]);
  }

  /** The retained checkpoints, oldest first, and the next id. */
  async checkpoints(jobId: string): Promise<{ handles: readonly CheckpointHandle[]; nextId: number }> {
    const { maps } = this.#options;
    const map = await maps.read(maps.jobMapName(jobId));
    return { handles: checkpointsIn(map), nextId: Number(map?.data?.['counter'] ?? 1) };
  }

  async counter(jobId: string, next: number): Promise<void> {
    const { maps, signal } = this.#options;
    await maps.update(maps.jobMapName(jobId), (map) => {
      map.data['counter'] = String(next);
      return !signal.aborted;
    });
  }

  async add(jobId: string, checkpoint: CheckpointHandle, retained: number): Promise<readonly string[]> {
    const { maps, signal } = this.#options;
    let dropped: string[] = [];
    await maps.update(maps.jobMapName(jobId), (map) => {
      map.data[checkpointKey(checkpoint.id)] = encodeHandle(checkpoint);
      const all = checkpointsIn(map);
      const old = all.slice(0, Math.max(0, all.length - retained));
      for (const { id } of old) delete map.data[checkpointKey(id)];
      dropped = old.map(({ path }) => path);
      return !signal.aborted;
    });
    return dropped;
  }

  /** The job has ended: its map is emptied, then deleted, and the cluster's map forgets it. */
  async forget(jobId: string): Promise<void> {
    const { maps } = this.#options;
    await maps.update(maps.jobMapName(jobId), (map) => {
      map.data = {};
      return map.metadata?.uid !== undefined;
    });
    await maps.delete(maps.jobMapName(jobId));
    await maps.update(maps.clusterMapName, (map) => {
      delete map.data[maps.graphKey(jobId)];
      delete map.data[`org.apache.flink.k8s.leader.job-${jobId}`];
      return map.metadata?.uid !== undefined;
    });
  }

  /** The cluster ends in order: nothing of it is left. */
  async dissolve(): Promise<void> {
    await this.#options.maps.delete(this.#options.maps.clusterMapName);
  }

  async #announce(components: readonly string[]): Promise<void> {
    const { maps, podIp, signal } = this.#options;
    await maps.update(maps.clusterMapName, (map) => {
      for (const component of components) {
        const actor = component.replace(/-.*/, '').replace(/^job$/, 'jobmanager');
        const address =
          component === 'restserver' ? `http://${podIp}:8081` : `pekko.tcp://flink@${podIp}:6123/user/rpc/${actor}_0`;
        map.data[`org.apache.flink.k8s.leader.${component}`] = `${this.#session},${address}`;
      }
      return !signal.aborted;
    });
  }
}
