// SPDX-License-Identifier: Apache-2.0
// How long the simulated Flink takes for what, in milliseconds. The defaults are what the real one took on a small, not very busy machine.

/** Milliseconds. */
export interface Latencies {
  /** From the container's start until the JobManager's REST server listens. */
  readonly jobManagerStart: number;
  /** From leadership until the REST server serves. */
  readonly dispatcherStart: number;
  /** From serving until `main()` has submitted the job. */
  readonly mainMethod: number;
  /** How long the job is INITIALIZING, and then CREATED. */
  readonly jobStart: number;
  /** From a TaskManager container's start until it is registered. */
  readonly taskManagerStart: number;
  /** Until a TaskManager that runs already has registered with a new JobManager. */
  readonly taskManagerReturn: number;
  /** How long tasks are DEPLOYING, and then INITIALIZING. */
  readonly taskStart: number;
  /** How long a checkpoint takes. */
  readonly checkpoint: number;
  /** How long a savepoint takes. */
  readonly savepoint: number;
  /** From a complete savepoint of a stop until the job is FINISHED. */
  readonly stop: number;
  /** From CANCELLING to CANCELED, FAILING to FAILED. */
  readonly cancel: number;
  /** How long a failed job waits until it is restarted, unless its restart strategy says. */
  readonly restart: number;
  /** From a job's end until its result is stored and its HA data are gone. */
  readonly cleanup: number;
  /** One REST request. */
  readonly rest: number;
  /** Idle time after which a TaskManager is released; Flink's `resourcemanager.taskmanager-timeout`. */
  readonly taskManagerIdle: number;
}

/** What a real Flink took on a small, not very busy machine. */
export const MEASURED_LATENCIES: Latencies = {
  jobManagerStart: 4500,
  dispatcherStart: 400,
  mainMethod: 400,
  jobStart: 200,
  taskManagerStart: 8000,
  taskManagerReturn: 300,
  taskStart: 300,
  checkpoint: 250,
  savepoint: 300,
  stop: 80,
  cancel: 200,
  restart: 1000,
  cleanup: 50,
  rest: 3,
  taskManagerIdle: 30_000,
};
