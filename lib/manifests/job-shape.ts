// SPDX-License-Identifier: Apache-2.0
// The shape of a job in props. Whether the version of Flink can run it, and which members go together, is said in `job-rules.ts`.

import { nonce, plainText } from './cluster/common-shapes.ts';
import type { Job, PythonProgram, SqlProgram, SqlRunner, StartFresh } from './job.ts';
import { flag, integer, listOf, object, reject, shown, text } from './props-shape.ts';
import type { Shape } from './props-shape.ts';

/** A Python file as PythonDriver takes it: a path, or a URI; `local://` is how jars are written, and means a path. */
const pythonFile: Shape<string> = (value, path, report) =>
  typeof value === 'string' && /^(\/|[a-z][a-z\d+.-]*:\/).*\.py$/i.test(value)
    ? value.replace(/^local:\/\/(?=\/)/, '')
    : reject(
        report,
        path,
        `${shown(value)} is not a Python file of the image`,
        'an absolute path or a URI that ends in .py',
        typeof value === 'string' && !value.endsWith('.py')
          ? 'give the file with the program; for a module, Job.python({ module }, { files })'
          : "write the whole path: '/opt/flink/usrlib/job.py'",
      );

/** A jar as Flink takes it: a URI; an absolute path is one of the image. */
const jar: Shape<string> = (value, path, report) =>
  typeof value === 'string' && value.startsWith('/') ? `local://${value}` : text(value, path, report);

const sqlRunner: Shape<SqlRunner> = object<SqlRunner>({ jar, entryClass: text }, ['jar']);

/** A file name where the script should be is the mistake that everybody makes once. */
const script: Shape<string> = (value, path, report) =>
  typeof value === 'string' && /^[^\s;'"]+\.sql$/i.test(value.trim())
    ? reject(
        report,
        path,
        `${shown(value)} is the name of a file`,
        'the statements themselves',
        `read the file: readFileSync('${value.trim()}', 'utf8')`,
      )
    : text(value, path, report);

const python: Shape<PythonProgram> = object<PythonProgram>({
  file: pythonFile,
  module: text,
  files: listOf(text),
  requirements: text,
  archives: listOf(text),
  interpreter: text,
  workerInterpreter: text,
});

/** The shape of `job`. */
export const jobShape: Shape<Job> = object<Job>({
  jar,
  sql: object<SqlProgram>({ script, runner: sqlRunner }, ['script']),
  python,
  parallelism: integer(1),
  args: listOf(plainText),
  entryClass: text,
  allowNonRestoredState: flag,
  restoreFrom: text,
  redeployNonce: nonce,
  startFresh: object<StartFresh>({ reason: text }, ['reason']),
});
