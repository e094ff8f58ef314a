// SPDX-License-Identifier: Apache-2.0
// One job under one JobManager: its states, its tasks, and the number that is its state. Snapshots are job-snapshots.ts; what survives
// the JobManager is the storage's and the HA maps'.

import type { JobStatusName } from '../../flink/job-status.ts';
import type { Clock, Timer } from '../../runtime/clock.ts';
import { CheckpointLog } from './checkpoint-log.ts';
import type { Latencies } from './latencies.ts';
import type { FlinkHistory, FlinkRun, RestoredFrom, RunEnding } from './runs.ts';
import type { JobManagerSettings } from './settings.ts';
import type { SimulatedStorage } from './storage.ts';
import { type JavaException, FLINK_CLASSES, exception } from './throwables.ts';

export type JobStatus = Exclude<JobStatusName, 'RECONCILING'>;

export type TaskStatus =
  'created' | 'scheduled' | 'deploying' | 'initializing' | 'running' | 'finished' | 'canceling' | 'canceled' | 'failed';

export type TerminalStatus = 'FINISHED' | 'CANCELED' | 'FAILED';

/** What a job is made of. */
export interface JobGraph {
  readonly id: string;
  readonly name: string;
  readonly parallelism: number;
  readonly savepointPath?: string;
}

/** What a job needs of the world. */
export interface JobWorld {
  readonly clock: Clock;
  readonly storage: SimulatedStorage;
  readonly history: FlinkHistory;
  readonly latencies: Latencies;
  readonly settings: JobManagerSettings;
  /** `namespace/cluster-id`. */
  readonly cluster: string;
  readonly pod: string;
  /** Newest snapshot that a predecessor left, if any: of high availability first, then of the graph's savepoint path. */
  restorePoint(graph: JobGraph): Promise<RestorePoint | undefined>;
  /** Slots of registered TaskManagers. */
  slots(): number;
  /** The job has ended for good, its result must be kept and its HA data go. */
  ended(job: SimulatedJob, status: TerminalStatus): void;
  /** The job could not even be initialized. */
  initializationFailed(job: SimulatedJob, cause: JavaException): void;
  /** The job has become RUNNING and wants TaskManagers. */
  scheduled(job: SimulatedJob): void;
}

/** Where a job goes on from. */
export interface RestorePoint {
  readonly from: RestoredFrom;
  readonly path: string;
  /** Highest checkpoint id that was used. */
  readonly nextId: number;
}

export interface ExceptionEntry {
  readonly thrown: JavaException;
  readonly timestamp: number;
}

const TERMINAL: ReadonlySet<JobStatus> = new Set(['FINISHED', 'CANCELED', 'FAILED']);

export class SimulatedJob {
  readonly graph: JobGraph;
  readonly world: JobWorld;
  readonly checkpoints: CheckpointLog;
  readonly startTime: number;
  readonly timestamps: Partial<Record<JobStatus, number>> = {};
  readonly exceptions: ExceptionEntry[] = [];
  status: JobStatus = 'INITIALIZING';
  tasks: TaskStatus = 'created';
  /** False while the graph does not exist yet: then the job has no tasks. */
  hasTasks = false;
  endTime = -1;
  lastModification: number;
  failureCause: JavaException | undefined;
  /** The snapshot that a restart would go back to. */
  lastSnapshot: { readonly from: RestoredFrom; readonly path: string } | undefined;
  nextCheckpointId = 1;
  run: FlinkRun | undefined;
  /** Called when the tasks stop running for whatever reason: operations under way fail then. */
  readonly interruptions: Set<(cause: JavaException) => void> = new Set();
  #restarts = 0;
  #timer: Timer | undefined;
  #gone = false;

  constructor(graph: JobGraph, world: JobWorld) {
    this.graph = graph;
    this.world = world;
    this.checkpoints = new CheckpointLog(world.settings.checkpointHistory);
    this.startTime = world.clock.now();
    this.lastModification = this.startTime;
    this.timestamps.INITIALIZING = this.startTime;
  }

  get isTerminal(): boolean {
    return TERMINAL.has(this.status);
  }

  /** False once the JobManager has gone: then nothing may happen any more. */
  get isAlive(): boolean {
    return !this.#gone;
  }

  /** The job's state now. */
  get value(): number {
    if (this.run === undefined) return 0;
    return this.run.endValue ?? this.run.startValue + (this.world.clock.now() - this.run.startedAt);
  }

  get isExecuting(): boolean {
    return this.status === 'RUNNING' && this.tasks === 'running';
  }

  /** From submission to scheduling. */
  async start(): Promise<void> {
    await this.#pause(this.world.latencies.jobStart);
    if (this.#gone || this.status !== 'INITIALIZING') return;
    const point = await this.world.restorePoint(this.graph);
    if (this.#gone || this.status !== 'INITIALIZING') return;
    if (point !== undefined) {
      if (this.world.storage.snapshot(point.path) === undefined) {
        const missing = exception(
          FLINK_CLASSES.noFile,
          `Cannot find checkpoint or savepoint file/directory '${point.path}'`,
        );
        return this.world.initializationFailed(this, missing);
      }
      this.nextCheckpointId = point.nextId;
      this.lastSnapshot = point;
    }
    this.hasTasks = true;
    this.#set('CREATED', 'created');
    this.#after(this.world.latencies.jobStart, () => this.#schedule());
  }

  /** Deploys the tasks as soon as there are slots for all of them. */
  slotsChanged(): void {
    if (this.#gone || this.status !== 'RUNNING' || this.tasks !== 'scheduled') return;
    if (this.world.slots() < this.graph.parallelism) return;
    this.#setTasks('deploying');
    this.#after(this.world.latencies.taskStart, () => {
      this.#setTasks('initializing');
      this.#after(this.world.latencies.taskStart, () => this.#execute());
    });
  }

  /** The job's tasks fail: it restarts if its strategy lets it, else it ends. `final` leaves it no choice. */
  fail(cause: JavaException, options: { final?: boolean } = {}): void {
    if (this.#gone || this.isTerminal || this.status === 'CANCELLING' || this.status === 'FAILING') return;
    this.exceptions.unshift({ thrown: cause, timestamp: this.world.clock.now() });
    const { restart } = this.world.settings;
    const again = options.final !== true && this.#restarts < restart.attempts;
    this.interrupt(again ? 'RESTARTING' : 'FAILED');
    this.failureCause = again
      ? cause
      : exception(
          FLINK_CLASSES.jobException,
          options.final === true ? 'The failure is not recoverable' : 'Recovery is suppressed by the restart strategy',
          cause,
        );
    this.#set(again ? 'RESTARTING' : 'FAILING', 'canceling');
    if (!again) {
      this.#after(this.world.latencies.cancel, () => this.#end('FAILED', 'failed'));
      return;
    }
    this.#restarts++;
    this.#after(this.world.latencies.taskStart, () => {
      this.#setTasks('canceled');
      this.#after(restart.delay ?? this.world.latencies.restart, () => this.#schedule());
    });
  }

  /** Cancels without a savepoint. */
  cancel(): void {
    if (this.#gone || this.isTerminal || this.status === 'CANCELLING') return;
    this.interrupt('CANCELED');
    this.#set('CANCELLING', 'canceling');
    this.#after(this.world.latencies.cancel, () => this.#end('CANCELED', 'canceled'));
  }

  /** The tasks have come to their end, as after a stop. */
  finish(): void {
    if (this.#gone || this.isTerminal) return;
    this.interrupt('FINISHED');
    this.#setTasks('finished');
    this.#after(this.world.latencies.stop, () => this.#end('FINISHED', 'finished'));
  }

  /** Ends as FAILED without ever having run. */
  failInitialization(cause: JavaException): void {
    if (this.#gone || this.isTerminal) return;
    this.exceptions.unshift({ thrown: cause, timestamp: this.world.clock.now() });
    this.failureCause = cause;
    this.#end('FAILED', 'failed');
  }

  /** The JobManager is gone, and the job's tasks with it. */
  lose(): void {
    if (this.#gone) return;
    this.interrupt('LOST');
    this.#gone = true;
    this.#timer?.cancel();
  }

  /** Ends the run that is going on. */
  interrupt(ending: RunEnding): void {
    const { run } = this;
    if (run !== undefined && run.endedAt === undefined) {
      run.endValue = this.value;
      run.endedAt = this.world.clock.now();
      run.ending = ending;
    }
    const suspended = exception(FLINK_CLASSES.checkpoint, 'Checkpoint Coordinator is suspending.');
    for (const interrupted of [...this.interruptions]) interrupted(suspended);
    this.interruptions.clear();
  }

  #schedule(): void {
    this.#set('RUNNING', 'scheduled');
    const { lastSnapshot } = this;
    if (lastSnapshot !== undefined) {
      const snapshot = this.world.storage.snapshot(lastSnapshot.path);
      if (snapshot !== undefined)
        this.checkpoints.restore({
          id: snapshot.id,
          restoredAt: this.world.clock.now(),
          isSavepoint: snapshot.kind === 'savepoint',
          path: lastSnapshot.path,
        });
    }
    this.world.scheduled(this);
    this.slotsChanged();
  }

  #execute(): void {
    this.#setTasks('running');
    const { lastSnapshot, world } = this;
    const snapshot = lastSnapshot && world.storage.snapshot(lastSnapshot.path);
    this.run = {
      cluster: world.cluster,
      jobId: this.graph.id,
      pod: world.pod,
      parallelism: this.graph.parallelism,
      restoredFrom: lastSnapshot?.from ?? { kind: 'none' },
      startValue: snapshot?.value ?? 0,
      startedAt: world.clock.now(),
    };
    world.history.runs.push(this.run);
  }

  #end(status: TerminalStatus, tasks: TaskStatus): void {
    this.endTime = this.world.clock.now();
    this.#set(status, tasks);
    this.world.ended(this, status);
  }

  #set(status: JobStatus, tasks: TaskStatus): void {
    this.status = status;
    this.timestamps[status] = this.world.clock.now();
    this.#setTasks(tasks);
  }

  #setTasks(tasks: TaskStatus): void {
    this.tasks = tasks;
    this.lastModification = this.world.clock.now();
  }

  /** The one step that is next; a new one replaces it. */
  #after(ms: number, step: () => void): void {
    this.#timer?.cancel();
    this.#timer = this.world.clock.setTimer(() => {
      if (!this.#gone) step();
    }, ms);
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.world.clock.setTimer(resolve, ms));
  }
}
