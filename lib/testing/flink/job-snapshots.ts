// SPDX-License-Identifier: Apache-2.0
// The snapshots of a job: periodic checkpoints, savepoints, and the stop with a savepoint. A snapshot counts only once everything that must
// know of it does; a JobManager that dies before leaves none.

import type { Random } from '../../runtime/random.ts';
import type { CheckpointEntry } from './checkpoint-log.ts';
import type { ClusterFaults } from './faults.ts';
import type { SimulatedJob } from './simulated-job.ts';
import { normalizePath } from './storage.ts';
import { type JavaException, FLINK_CLASSES, completion, exception, serialized } from './throwables.ts';

/** Tells high availability of the ids and checkpoints of a job; resolves when it knows. */
export interface CheckpointStore {
  counter(jobId: string, next: number): Promise<void>;
  /** Adds a checkpoint and drops the oldest beyond `retained`; resolves with the paths that were dropped. */
  add(jobId: string, checkpoint: { id: number; path: string }, retained: number): Promise<readonly string[]>;
}

export class JobSnapshots {
  readonly #job: SimulatedJob;
  readonly #store: CheckpointStore;
  readonly #random: Random;
  readonly #faults: ClusterFaults;
  /** Paths of the retained checkpoints, oldest first. */
  retained: string[] = [];
  #stopping = false;
  #ticking = false;

  constructor(job: SimulatedJob, store: CheckpointStore, random: Random, faults: ClusterFaults) {
    this.#job = job;
    this.#store = store;
    this.#random = random;
    this.#faults = faults;
  }

  /** Begins to take checkpoints if the configuration asks for them. */
  schedule(): void {
    const { checkpointInterval } = this.#job.world.settings;
    if (checkpointInterval === undefined || checkpointInterval <= 0 || this.#ticking) return;
    this.#ticking = true;
    const tick = (): void => {
      if (!this.#job.isAlive || this.#job.isTerminal) return;
      if (this.#job.status === 'RUNNING' && !this.#stopping) void this.checkpoint();
      this.#job.world.clock.setTimer(tick, checkpointInterval);
    };
    this.#job.world.clock.setTimer(tick, checkpointInterval);
  }

  /** Takes one checkpoint; resolves with its id, or with why there is none. */
  async checkpoint(): Promise<{ id: number } | { failure: JavaException }> {
    const { world, graph } = this.#job;
    const directory = world.settings.checkpointDirectory ?? 'file:/tmp/flink-checkpoints';
    const declined = this.#faults.checkpointsFail === true ? 'The checkpoint was declined.' : undefined;
    const taken = await this.#take('CHECKPOINT', null, world.latencies.checkpoint, declined, (id) =>
      normalizePath(`${directory}/${graph.id}/chk-${id}`),
    );
    if ('failure' in taken) return taken;
    return { id: taken.entry.id };
  }

  /** Takes a savepoint; resolves with the member `operation` of the trigger's status. */
  async savepoint(directory: string, format: string, cancelJob: boolean): Promise<Record<string, unknown>> {
    const taken = await this.#savepoint('SAVEPOINT', directory, format);
    if ('failure' in taken) return failed(taken.failure);
    if (cancelJob) this.#job.cancel();
    return { location: taken.path };
  }

  /** Takes a savepoint and ends the job. */
  async stop(directory: string, format: string): Promise<Record<string, unknown>> {
    if (this.#stopping) {
      // As seen: a second stop while one is under way does not wait, it makes the job fail over, and with it the first.
      const cause = exception(
        FLINK_CLASSES.illegalState,
        'at most one stop-with-savepoint checkpoint at a time is allowed',
      );
      this.#job.fail(cause);
      return failed(exception(FLINK_CLASSES.checkpoint, 'Checkpoint Coordinator is suspending.'));
    }
    this.#stopping = true;
    const taken = await this.#savepoint('SYNC_SAVEPOINT', directory, format).finally(() => (this.#stopping = false));
    if ('failure' in taken) return failed(taken.failure);
    const { world, graph } = this.#job;
    if (this.#faults.stopFailsAfterSavepoint === true) {
      const message = `A savepoint has been created at: ${taken.path}, but the corresponding job ${graph.id} failed during stopping.`;
      const cause = exception(FLINK_CLASSES.stopping, message);
      this.#job.fail(cause, { final: true });
      return failed(cause);
    }
    this.#job.finish();
    await new Promise<void>((resolve) => world.clock.setTimer(resolve, world.latencies.stop));
    return this.#job.status === 'FINISHED'
      ? { location: taken.path }
      : failed(exception(FLINK_CLASSES.checkpoint, 'Checkpoint Coordinator is suspending.'));
  }

  async #savepoint(
    type: 'SAVEPOINT' | 'SYNC_SAVEPOINT',
    directory: string,
    format: string,
  ): Promise<{ entry: CheckpointEntry; path: string } | { failure: JavaException }> {
    const { latencies } = this.#job.world;
    const ms = this.#faults.savepointMs ?? latencies.savepoint;
    return this.#take(type, format, ms, this.#faults.savepointFails, () =>
      normalizePath(`${directory}/savepoint-${this.#job.graph.id.slice(0, 6)}-${this.#random.hex(6)}`),
    );
  }

  async #take(
    type: CheckpointEntry['type'],
    format: string | null,
    ms: number,
    fault: string | undefined,
    pathOf: (id: number) => string,
  ): Promise<{ entry: CheckpointEntry; path: string } | { failure: JavaException }> {
    const job = this.#job;
    const { world, graph } = job;
    const refusal = refusedNow(job);
    if (refusal !== undefined) {
      if (job.status === 'RUNNING') job.checkpoints.refuse();
      return { failure: refusal };
    }
    const id = job.nextCheckpointId++;
    const entry: CheckpointEntry = {
      id,
      type,
      format,
      triggeredAt: world.clock.now(),
      status: 'IN_PROGRESS',
      endedAt: -1,
      path: null,
      discarded: false,
      failure: null,
    };
    job.checkpoints.begin(entry);
    const interruption = new Promise<JavaException>((resolve) => {
      job.interruptions.add(resolve);
      world.clock.setTimer(() => {
        job.interruptions.delete(resolve);
        resolve(NONE);
      }, ms);
    });
    // A checkpoint holds the state of the moment in which it is triggered; a stop lets nothing happen after its savepoint.
    const { value } = job;
    await this.#store.counter(graph.id, job.nextCheckpointId);
    const interrupted = await interruption;
    const now = world.clock.now();
    if (!job.isAlive) return { failure: interrupted };
    if (interrupted !== NONE || fault !== undefined) {
      const failure =
        interrupted !== NONE
          ? interrupted
          : exception(
              FLINK_CLASSES.checkpoint,
              'Checkpoint expired or failed.',
              exception(FLINK_CLASSES.io, fault ?? ''),
            );
      job.checkpoints.fail(entry, failure.message, now);
      return { failure };
    }
    const path = pathOf(id);
    const kind = type === 'CHECKPOINT' ? 'checkpoint' : 'savepoint';
    const kept = type === 'SYNC_SAVEPOINT' ? job.value : value;
    world.storage.writeSnapshot(path, { kind, jobId: graph.id, id, value: kept, takenAt: now });
    if (kind === 'checkpoint') {
      const dropped = await this.#store.add(graph.id, { id, path }, world.settings.retainedCheckpoints);
      if (!job.isAlive) return { failure: exception(FLINK_CLASSES.checkpoint, 'The JobManager is gone.') };
      this.retained.push(path);
      for (const old of dropped) this.drop(old);
      job.lastSnapshot = { from: { kind: 'checkpoint', path, id }, path };
    }
    job.checkpoints.complete(entry, path, now);
    world.history.snapshots.push({
      cluster: world.cluster,
      jobId: graph.id,
      kind,
      path,
      value: kept,
      completedAt: now,
    });
    return { entry, path };
  }

  /** Removes the files of a checkpoint. */
  drop(path: string): void {
    this.retained = this.retained.filter((other) => other !== path);
    this.#job.checkpoints.discard(path);
    this.#job.world.storage.remove(path);
  }
}

const NONE: JavaException = exception('', '');

function refusedNow(job: SimulatedJob): JavaException | undefined {
  if (job.status === 'INITIALIZING')
    return exception(FLINK_CLASSES.unavailable, 'Unable to get JobMasterGateway for initializing job.');
  if (!job.isExecuting)
    return exception(
      FLINK_CLASSES.checkpoint,
      `Checkpoint triggering task of job ${job.graph.id} is not being executed at the moment. Aborting checkpoint. Failure reason: Not all required tasks are currently running.`,
    );
  return undefined;
}

function failed(cause: JavaException): Record<string, unknown> {
  return { 'failure-cause': serialized(completion(cause)) };
}
