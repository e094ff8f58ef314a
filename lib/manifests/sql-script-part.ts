// SPDX-License-Identifier: Apache-2.0
// Delivers the SQL script of an application: as a file in a ConfigMap that every pod mounts, so that the script's fingerprint is part of the
// pods and a changed script restarts the job. Session jobs have no pods of their own; they carry the script as an argument.

import type { ClusterDraft } from './cluster/cluster-draft.ts';
import type { Job } from './job.ts';
import type { JobLife } from './job-spec.ts';

const SUFFIX = 'sql';
const FILE = 'script.sql';
const DIRECTORY = '/opt/flink/sql';

/** Where the script of an application stands. */
export const SQL_SCRIPT_FILE: string = `${DIRECTORY}/${FILE}`;

/** How the script in that file is handed over. */
export const SQL_SCRIPT_ARGUMENTS: NonNullable<JobLife['sqlScript']> = {
  driver: ['--scriptUri', `file://${SQL_SCRIPT_FILE}`],
  runner: [SQL_SCRIPT_FILE],
};

/** Adds the ConfigMap `<application>-sql` and its mount. */
export function addSqlScript({ job }: { readonly job?: Job }, cluster: ClusterDraft): void {
  const script = job?.sql?.script;
  if (script === undefined) return;
  cluster.mountFiles({ suffix: SUFFIX, files: { [FILE]: script }, mountPath: DIRECTORY });
}
