// SPDX-License-Identifier: Apache-2.0
// From a (checked) job to `spec.job`, the same for applications and session jobs. Where an SQL script ends up is decided by the one who
// delivers it; see `sql-script-part.ts`.

import { createHash } from 'node:crypto';
import type { JobSpec, UpgradeModeName } from '../api/flink-deployment.ts';
import { optional } from './cluster/cluster-spec.ts';
import type { MetadataProps } from './cluster/cluster-props.ts';
import type { JobState } from './enums.ts';
import type { Job, PythonProgram, SqlProgram } from './job.ts';

/** Runs an SQL script in the JobManager; in `flink-table-runtime` of Flink 2.0 and later, with `flink-sql-gateway` from `/opt/flink/opt`. */
export const SQL_DRIVER = 'org.apache.flink.table.runtime.application.SqlDriver';

/** Starts a Python program; in `flink-python`, which the image finds in `/opt/flink/opt` by itself. */
export const PYTHON_DRIVER = 'org.apache.flink.client.python.PythonDriver';

/** Annotation of a resource whose state is dropped on purpose: why. */
const START_FRESH_ANNOTATION = 'flinkwright.dev/start-fresh';

/** What is said beside the job about how it is run. */
export interface JobLife {
  readonly jobState: JobState | undefined;
  readonly upgradeMode: UpgradeModeName;
  /** Arguments by which the SQL driver finds the script, and the one that another runner gets. */
  readonly sqlScript?: { readonly driver: readonly string[]; readonly runner: readonly string[] };
}

/** `spec.job`, its members in the order of the API's field table. */
export function jobSpec(job: Job, { jobState, upgradeMode, sqlScript }: JobLife): JobSpec {
  const { jarURI, entryClass, args } = code(job, sqlScript);
  const fresh = job.startFresh !== undefined;
  return {
    ...optional('jarURI', jarURI),
    ...optional('parallelism', job.parallelism),
    ...optional('entryClass', entryClass),
    ...(args.length === 0 ? {} : { args }),
    state: jobState ?? 'running',
    ...optional('initialSavepointPath', fresh ? undefined : job.restoreFrom),
    upgradeMode: fresh ? 'stateless' : upgradeMode,
    ...optional('allowNonRestoredState', job.allowNonRestoredState),
    ...optional('savepointRedeployNonce', fresh ? undefined : job.redeployNonce),
  };
}

function code(
  job: Job,
  sqlScript: JobLife['sqlScript'],
): { jarURI?: string | undefined; entryClass?: string | undefined; args: string[] } {
  const args = job.args ?? [];
  if (job.sql !== undefined) {
    return isFlinksOwn(job.sql)
      ? { entryClass: SQL_DRIVER, args: [...(sqlScript?.driver ?? []), ...args] }
      : {
          jarURI: job.sql.runner?.jar,
          entryClass: job.sql.runner?.entryClass,
          args: [...(sqlScript?.runner ?? []), ...args],
        };
  }
  if (job.python !== undefined) return { entryClass: PYTHON_DRIVER, args: [...pythonArguments(job.python), ...args] };
  return { jarURI: job.jar, entryClass: job.entryClass, args: [...args] };
}

/** Whether the script is run by what Flink brings along. */
export function isFlinksOwn(sql: SqlProgram): boolean {
  return sql.runner === undefined;
}

/** Options come first: from the first word that is none, everything is an argument of the program. */
function pythonArguments(program: PythonProgram): string[] {
  const {
    file,
    module,
    files = [],
    requirements,
    archives = [],
    interpreter,
    workerInterpreter = interpreter,
  } = program;
  const pairs: [string, string | undefined][] = [
    ['-pyclientexec', interpreter],
    ['-pyexec', workerInterpreter],
    ['-pyfs', files.length === 0 ? undefined : files.join(',')],
    ['-pyreq', requirements],
    ['-pyarch', archives.length === 0 ? undefined : archives.join(',')],
    ['-py', file],
    ['-pym', file === undefined ? module : undefined],
  ];
  return pairs.flatMap(([option, value]) => (value === undefined ? [] : [option, value]));
}

/**
 * Props whose job starts fresh, with what has to change besides `spec.job`: a restart, and the reason on record. Taking `startFresh` away
 * again restarts nothing, because operators ignore a nonce that goes.
 */
export function withStartFresh<P extends { job?: Job; restartNonce?: number; metadata?: MetadataProps }>(props: P): P {
  const reason = props.job?.startFresh?.reason;
  if (reason === undefined) return props;
  const { annotations } = props.metadata ?? {};
  return {
    ...props,
    restartNonce: props.restartNonce ?? nonceOf(reason),
    metadata: { ...props.metadata, annotations: { ...annotations, [START_FRESH_ANNOTATION]: reason } },
  };
}

/** A whole number that JSON and Java read alike. */
function nonceOf(reason: string): number {
  return createHash('sha256').update(reason).digest().readUIntBE(0, 6);
}
