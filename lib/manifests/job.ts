// SPDX-License-Identifier: Apache-2.0
// What a Flink job runs: a jar, an SQL script, a Python program, or a class of the image. A `Job` is a plain value: the factories only help to
// write it. `job-shape.ts` checks it, `job-spec.ts` turns it into `spec.job`.

import { given } from './given.ts';

/** Says on purpose that state is dropped. */
export interface StartFresh {
  /**
   * Why; it stays readable in the annotation `flinkwright.dev/start-fresh`. A new reason starts fresh again.
   * @example 'new keys: old state cannot be read'
   */
  readonly reason: string;
}

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
  /**
   * Stops the job and starts it empty, once for each reason: `upgradeMode` counts as `stateless`, and `restartNonce`, unless given, follows
   * the reason. Every other change drops state too while this stands here, so remove it once it has been rolled out: that restarts nothing.
   * @default - state is carried over as `upgradeMode` says
   */
  readonly startFresh?: StartFresh;
}

/** A program that runs SQL scripts, for Flink versions that bring none. */
export interface SqlRunner {
  /**
   * Where it is (`spec.job.jarURI`).
   * @example 'local:///opt/flink/usrlib/sql-runner.jar'
   */
  readonly jar: string;
  /**
   * Its main class (`spec.job.entryClass`).
   * @default - that of the jar's manifest
   */
  readonly entryClass?: string;
}

/** An SQL script as a job. */
export interface SqlProgram {
  /** The statements, separated by `;`. */
  readonly script: string;
  /**
   * What runs the script: gets the path of the script's file as first argument, `args` after it.
   * @default - Flink's own, which there is from 2.0 on; required before
   */
  readonly runner?: SqlRunner;
}

/** A Python program as a job. Paths are those of the image, or URIs of file systems that the image knows. */
export interface PythonProgram {
  /**
   * File with the program; ends in `.py` (`-py`).
   * @default - `module` is run
   * @example '/opt/flink/usrlib/job.py'
   */
  readonly file?: string;
  /**
   * Module with the program, in one of `files` (`-pym`).
   * @default - `file` is run
   */
  readonly module?: string;
  /**
   * Files, directories and archives for the `PYTHONPATH` (`-pyfs`).
   * @default - none
   */
  readonly files?: readonly string[];
  /**
   * `requirements.txt` whose packages the workers install, with `#` and a directory of packages if they cannot download any (`-pyreq`).
   * @default - none
   */
  readonly requirements?: string;
  /**
   * Archives that the workers unpack, each with `#` and the directory's name if that is not to be the archive's (`-pyarch`).
   * @default - none
   */
  readonly archives?: readonly string[];
  /**
   * Interpreter of the program and, unless `workerInterpreter` says otherwise, of its functions (`-pyclientexec`, `-pyexec`).
   * @default - `python` on the path of the image
   * @example '/opt/venv/bin/python'
   */
  readonly interpreter?: string;
  /**
   * Interpreter of Python functions in the TaskManagers (`-pyexec`).
   * @default - `interpreter`
   */
  readonly workerInterpreter?: string;
}

/** What runs: one of `jar`, `sql`, `python`, or a class of the image by `entryClass` alone. Made by the factories of the same name. */
export interface Job extends JobOptions {
  /**
   * Where the code is (`spec.job.jarURI`): in the image, or, from Flink 1.19 on, anywhere that Flink can fetch it from.
   * @example 'local:///opt/flink/usrlib/fraud.jar'
   */
  readonly jar?: string;
  /** An SQL script. */
  readonly sql?: SqlProgram;
  /** A Python program. */
  readonly python?: PythonProgram;
}

/** Options of an SQL job. */
export interface SqlJobOptions extends Omit<JobOptions, 'entryClass'>, Omit<SqlProgram, 'script'> {}

/** Options of a Python job. */
export interface PythonJobOptions extends Omit<JobOptions, 'entryClass'>, Omit<PythonProgram, 'file' | 'module'> {}

const PYTHON_MEMBERS = ['files', 'requirements', 'archives', 'interpreter', 'workerInterpreter'] as const;

/** Makes jobs. */
export const Job = {
  /**
   * A job whose code is a jar.
   * @param uri in the image (`local:///opt/flink/usrlib/job.jar`, or the path alone), or from Flink 1.19 on also remote: `https://…`, `s3://…`,
   * fetched at each start of the JobManager. Plain `http://` needs `config: { 'user.artifacts.raw-http-enabled': true }`, a file system its
   * plugin in the image.
   */
  jar(uri: string, options: JobOptions = {}): Job {
    return { jar: uri, ...options };
  },
  /** A job whose main class is already on the class path of the image (`/opt/flink/lib` or `/opt/flink/usrlib`). */
  onClasspath(entryClass: string, options: Omit<JobOptions, 'entryClass'> = {}): Job {
    return { ...options, entryClass };
  },
  /**
   * A job whose code is an SQL script. The script becomes a ConfigMap beside the application; a changed script restarts the job. One script is
   * one Flink job: put several `INSERT`s into one `EXECUTE STATEMENT SET`. Flink 2.0 and later run it with what is in
   * `/opt/flink/opt/flink-sql-gateway-*.jar` of official images.
   * @param script the statements, not the name of a file
   * @example Job.sql(readFileSync('etl.sql', 'utf8'), { parallelism: 2 })
   */
  sql(script: string, options: SqlJobOptions = {}): Job {
    const { runner, ...others } = given(options);
    return { sql: { script, ...(runner === undefined ? {} : { runner }) }, ...others };
  },
  /**
   * A job whose code is a Python program. The image must hold Python and PyFlink of its Flink version.
   * @param file in the image, ending in `.py`: `/opt/flink/usrlib/job.py`; or `{ module }`, to be found in one of `files`
   */
  python(file: string | { readonly module: string }, options: PythonJobOptions = {}): Job {
    const others: Record<string, unknown> = { ...options };
    const python: Record<string, unknown> = typeof file === 'string' ? { file } : { module: given(file).module };
    for (const name of PYTHON_MEMBERS) {
      if (others[name] !== undefined) python[name] = others[name];
      delete others[name];
    }
    return { python, ...others };
  },
} as const;
