// SPDX-License-Identifier: Apache-2.0
// A Flink cluster with one job, as small as it can be: a counter that grows while the job runs, written to storage by checkpoints
// and savepoints and read back at the start. Knows nothing of Kubernetes.

import type { JobStatusName } from '../../api/flink-deployment.ts';
import type { CheckpointsSeen, StopSeen } from '../observation.ts';
import { isTerminalState, LAST_STATE_MARKER } from '../predicates.ts';

/** What outlives every process: files, and the high-availability data of the cluster. */
export interface Storage {
  /** Path of a checkpoint or savepoint to the count that it holds. */
  readonly files: Map<string, number>;
  /** Job id to what its HA metadata hold. Undefined: no object of the HA services exists. */
  ha: Map<string, { checkpoint?: string }> | undefined;
}

export interface ProcessConfig {
  readonly jobId: string;
  readonly savepointPath?: string;
  readonly ha: boolean;
}

/** How a job began to run: with which count, and whether it was told to start so or found it in HA metadata. */
export interface Start {
  readonly count: number;
  readonly from: string | undefined;
}

const CHECKPOINT_EVERY = 3;

/** One JobManager with its TaskManagers, from the start of its process to the end. */
export class FlinkProcess {
  readonly config: ProcessConfig;
  state: JobStatusName | undefined = 'INITIALIZING';
  readonly startTime: number;
  /** Set by whoever wants the next savepoint to fail. */
  savepointFails = false;
  count = 0;
  /** It was told to start from a state that does not exist. */
  startFailed = false;
  started: Start | undefined;
  readonly #storage: Storage;
  readonly #stops = new Map<string, StopSeen>();
  #latest: { path: string; timestamp: number } | undefined;
  #ticks = 0;

  constructor(config: ProcessConfig, storage: Storage, now: number) {
    this.config = config;
    this.#storage = storage;
    this.startTime = now;
    if (!config.ha) return;
    storage.ha ??= new Map();
    // The metadata of a job that has ended are gone, but its result is remembered: the job is not run again.
    if (storage.ha.has(`${config.jobId} ended`)) this.state = undefined;
    else if (!storage.ha.has(config.jobId)) storage.ha.set(config.jobId, {});
  }

  get ended(): boolean {
    return this.state === undefined || isTerminalState(this.state);
  }

  get checkpoints(): CheckpointsSeen {
    return this.#latest === undefined ? {} : { latest: this.#latest };
  }

  stop(triggerId: string): StopSeen {
    return this.#stops.get(triggerId) ?? { state: 'never-asked' };
  }

  /** `POST /jobs/:id/stop`; false: refused. */
  askToStop(triggerId: string, now: number): boolean {
    if (this.#stops.has(triggerId)) return true;
    if (this.state !== 'RUNNING') return false;
    this.#stops.set(triggerId, { state: 'in-progress', since: now });
    return true;
  }

  /** `PATCH /jobs/:id?mode=cancel`; false: there is no such job, or it has ended. */
  cancel(jobId: string): boolean {
    if (jobId !== this.config.jobId || this.ended) return false;
    this.state = 'CANCELLING';
    return true;
  }

  /** A moment passes. */
  tick(now: number): void {
    this.#ticks++;
    switch (this.state) {
      case 'INITIALIZING':
        this.#restore(now);
        return;
      case 'CREATED':
      case 'RESTARTING':
        this.state = 'RUNNING';
        return;
      case 'CANCELLING':
        this.end('CANCELED');
        return;
      case 'RUNNING':
        this.count++;
        if (!this.#carryOutStops(now) && this.#ticks % CHECKPOINT_EVERY === 0)
          this.#persist(`checkpoint-${this.config.jobId.slice(0, 8)}`, now);
        return;
      default:
        return;
    }
  }

  end(state: 'CANCELED' | 'FINISHED' | 'FAILED'): void {
    this.state = state;
    for (const [id, stop] of this.#stops)
      if (stop.state === 'in-progress')
        this.#stops.set(id, { state: 'failed', cause: { type: 'JobEnded', message: state } });
    if (!this.config.ha) return;
    this.#storage.ha?.delete(this.config.jobId);
    this.#storage.ha?.set(`${this.config.jobId} ended`, {});
  }

  #restore(now: number): void {
    const recovered = this.config.ha ? this.#storage.ha?.get(this.config.jobId)?.checkpoint : undefined;
    const from = recovered ?? this.config.savepointPath;
    const count = from === undefined ? 0 : this.#storage.files.get(from);
    if (count === undefined || from === LAST_STATE_MARKER) {
      this.startFailed = true;
      this.end('FAILED');
      return;
    }
    this.count = count;
    this.started = { count, from };
    this.state = 'CREATED';
    if (from === undefined) return;
    this.#latest = { path: from, timestamp: now };
    if (this.config.ha) this.#storage.ha?.set(this.config.jobId, { checkpoint: from });
  }

  #persist(name: string, now: number): string {
    const path = `s3://state/${name}-${String(this.#storage.files.size)}`;
    this.#storage.files.set(path, this.count);
    this.#latest = { path, timestamp: now };
    if (this.config.ha) this.#storage.ha?.set(this.config.jobId, { checkpoint: path });
    return path;
  }

  #carryOutStops(now: number): boolean {
    for (const [id, stop] of this.#stops) {
      if (stop.state !== 'in-progress') continue;
      if (this.savepointFails) {
        this.savepointFails = false;
        this.#stops.set(id, { state: 'failed', cause: { type: 'CheckpointException', message: 'declined' } });
        continue;
      }
      const location = this.#persist('savepoint', now);
      this.#stops.set(id, { state: 'completed', location });
      this.end('FINISHED');
      return true;
    }
    return false;
  }
}
