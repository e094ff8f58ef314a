// SPDX-License-Identifier: Apache-2.0
// What a Flink application runs. A `Job` is a plain value: the factories only help to write it.

/** Everything about a job except where its code is. */
export interface JobOptions {
  /**
   * Number of parallel subtasks of each operator (`spec.job.parallelism`). At least 1.
   * @default - `taskManager.replicas` × `taskManager.slots` when `taskManager.replicas` is set; otherwise required
   */
  readonly parallelism?: number;
  /**
   * Program arguments, in order (`spec.job.args`).
   * @default - none
   * @example ['--env', 'prod']
   */
  readonly args?: readonly string[];
  /**
   * Fully qualified main class (`spec.job.entryClass`).
   * @default - the `Main-Class` (or `program-class`) of the jar's manifest
   */
  readonly entryClass?: string;
  /**
   * Whether state in the savepoint that no operator claims may be dropped on restore (`spec.job.allowNonRestoredState`).
   * @default false
   */
  readonly allowNonRestoredState?: boolean;
  /**
   * Savepoint or retained checkpoint to start from on the *first* deployment (`spec.job.initialSavepointPath`). Later changes act only
   * together with a new `redeployNonce`.
   * @default - start empty
   * @example 's3://acme-flink/fraud/savepoints/savepoint-a1b2c3-0123456789ab'
   */
  readonly restoreFrom?: string;
  /**
   * A new value stops the job *without* a savepoint and starts it again from `restoreFrom` (`spec.job.savepointRedeployNonce`).
   * @default - none
   */
  readonly redeployNonce?: number;
}

/** The job of a Flink application; made by the factories of the same name. */
export interface Job extends JobOptions {
  /**
   * Where the code is (`spec.job.jarURI`). Absent: the main class is on the image's class path.
   * @example 'local:///opt/flink/usrlib/fraud.jar'
   */
  readonly jar?: string;
}

/** Makes jobs. */
export const Job = {
  /**
   * A job whose code is a jar.
   * @param uri in the image: `local:///opt/flink/usrlib/job.jar`
   */
  jar(uri: string, options: JobOptions = {}): Job {
    return { jar: uri, ...options };
  },
  /** A job whose main class is already on the class path of the image (`/opt/flink/lib` or `/opt/flink/usrlib`). */
  onClasspath(entryClass: string, options: Omit<JobOptions, 'entryClass'> = {}): Job {
    return { ...options, entryClass };
  },
} as const;
