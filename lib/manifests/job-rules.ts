// SPDX-License-Identifier: Apache-2.0
// What can be known about a job before it runs: which kinds of code a version of Flink can start, and members that would count for nothing
// together. Rules about the finished resource stand with the API; that nothing says what runs is one of them.

import type { Finding } from '../api/finding.ts';
import type { DeploymentModeName, FlinkVersionName } from '../api/flink-deployment.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { flinkVersionAtLeast, flinkVersionText } from '../flink/flink-version.ts';
import { finding } from './finding.ts';
import type { Job } from './job.ts';
import { secretsInCode } from './job-secrets.ts';
import { isFlinksOwn } from './job-spec.ts';
import { sqlJobCount } from './sql-statements.ts';

/** What decides about a job besides itself; a rule that lacks something says nothing. */
export interface JobSurroundings {
  readonly version: FlinkVersionName | undefined;
  /** Absent: a session job, whose code the operator fetches. */
  readonly mode: DeploymentModeName | undefined;
  readonly config: FlatConfiguration;
}

type JobRule = (job: Job, around: JobSurroundings) => readonly Finding[];

const ONE_OF = '`jar`, `sql`, `python`, or `entryClass` for a class of the image';

/** Most jobs are right: nothing is allocated for them. */
const NOTHING: readonly Finding[] = [];

const CodeIsSaidOnce: JobRule = ({ jar, sql, python, entryClass }) => {
  if (sql === undefined && python === undefined) return NOTHING;
  const given = Object.entries({ jar, sql, python }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const [first = '', ...others] = given;
  const twice = others.map((name) =>
    finding(
      'props.twice',
      `job.${name}`,
      `and \`job.${first}\` both say what runs`,
      'remove one of the two',
      'error',
      ONE_OF,
    ),
  );
  if (entryClass === undefined) return twice;
  const instead = sql === undefined ? 'remove it' : 'remove it, or move it to `job.sql.runner.entryClass`';
  return [
    ...twice,
    finding(
      'props.ignored',
      'job.entryClass',
      `would be ignored: \`job.${sql === undefined ? 'python' : 'sql'}\` decides`,
      instead,
    ),
  ];
};

const SqlNeedsRunner: JobRule = ({ sql }, { version, mode }) => {
  if (sql === undefined || !isFlinksOwn(sql) || version === undefined || flinkVersionAtLeast(version, 'v2_0'))
    return NOTHING;
  const lacking = `Flink ${flinkVersionText(version)} brings no program that runs scripts`;
  // a session job cannot have a runner: it has no file to run
  return mode === undefined
    ? [
        finding(
          'props.invalid',
          'job.sql',
          `cannot be run: ${lacking}`,
          'use the SQL gateway of the session, a FlinkApplication with a runner, or Flink 2.0 and later',
        ),
      ]
    : [
        finding(
          'props.missing',
          'job.sql.runner',
          `is missing: ${lacking}`,
          "put one into the image and name it: Job.sql(script, { runner: { jar: 'local:///opt/flink/usrlib/sql-runner.jar' } }); or use Flink 2.0 and later",
        ),
      ];
};

/** Operators give a job its id before it starts, so Flink takes a second one for the first, which it has already. */
const SqlIsOneJob: JobRule = ({ sql }) => {
  const jobs = sql?.script === undefined ? 0 : sqlJobCount(sql.script);
  if (sql === undefined || jobs < 2) return NOTHING;
  return [
    finding(
      'props.invalid',
      'job.sql.script',
      `has ${jobs} statements that each start a Flink job, of which only the first would run; the others are left out without a word`,
      'put them into one EXECUTE STATEMENT SET BEGIN ... END;',
      // a runner may put them together by itself
      isFlinksOwn(sql) ? 'error' : 'warning',
      'one such statement',
    ),
  ];
};

const PythonHasProgram: JobRule = ({ python }) => {
  if (python === undefined) return NOTHING;
  if (python.file !== undefined && python.module !== undefined)
    return [
      finding('props.twice', 'job.python.module', 'and `job.python.file` both say what runs', 'remove one of the two'),
    ];
  if (python.file === undefined && python.module === undefined)
    return [
      finding(
        'props.missing',
        'job.python.file',
        'is missing: nothing says what runs',
        "use Job.python('/opt/flink/usrlib/job.py')",
      ),
    ];
  return python.module !== undefined && (python.files ?? []).length === 0
    ? [
        finding(
          'props.missing',
          'job.python.files',
          `is missing: the module '${python.module}' is looked for there`,
          "give the file or directory that holds it: Job.python({ module }, { files: ['/opt/flink/usrlib/'] })",
        ),
      ]
    : NOTHING;
};

/** The scheme of a URI, in lower case; undefined for a path. */
function schemeOf(uri: string): string | undefined {
  return /^([a-z][a-z\d+.-]*):/i.exec(uri)?.[1]?.toLowerCase();
}

const JarCanBeFetched: JobRule = ({ jar, sql }, { version, mode, config }) => {
  const uri = jar ?? sql?.runner?.jar;
  if (uri === undefined || mode === undefined || uri.startsWith('local:/')) return NOTHING;
  const path = jar === undefined ? 'job.sql.runner.jar' : 'job.jar';
  const scheme = schemeOf(uri);
  if (scheme === undefined)
    return [
      finding(
        'props.invalid',
        path,
        `'${uri}' has no scheme`,
        `write the whole path of the image: '/opt/flink/usrlib/${uri}'`,
        // newer images look for it in their working directory
        mode === 'native' && version !== undefined && flinkVersionAtLeast(version, 'v1_19') ? 'warning' : 'error',
        'local:///…, https://…, s3://…',
      ),
    ];
  if (mode === 'standalone' || scheme === 'local' || version === undefined) return NOTHING;
  if (!flinkVersionAtLeast(version, 'v1_19'))
    return [
      finding(
        'props.invalid',
        path,
        `'${uri}' cannot be run: Flink ${flinkVersionText(version)} takes jars only from its image`,
        'put the jar into the image, fetch it with an init container into a shared volume, or use Flink 1.19 and later',
        'error',
        'local:///…',
      ),
    ];
  if (scheme === 'http' && config['user.artifacts.raw-http-enabled']?.toLowerCase() !== 'true')
    return [
      finding(
        'props.invalid',
        path,
        `'${uri}' is not fetched: anybody on the way could change it, so Flink wants to be told`,
        "use https, or allow it: config: { 'user.artifacts.raw-http-enabled': true }",
        'error',
        'local:///…, https://…, s3://…',
      ),
    ];
  return NOTHING;
};

const RedeployNeedsSavepoint: JobRule = ({ redeployNonce, restoreFrom, startFresh }) =>
  redeployNonce === undefined || restoreFrom !== undefined || startFresh !== undefined
    ? NOTHING
    : [
        finding(
          'props.missing',
          'job.restoreFrom',
          'is missing: `job.redeployNonce` says to start from it',
          'give the savepoint, or remove `job.redeployNonce`',
        ),
      ];

const StartFreshIsForOnce: JobRule = ({ startFresh, restoreFrom, redeployNonce }) => {
  if (startFresh === undefined) return NOTHING;
  const contradicting = Object.entries({ restoreFrom, redeployNonce }).filter(([, value]) => value !== undefined);
  return [
    ...contradicting.map(([name]) =>
      finding(
        'props.ignored',
        `job.${name}`,
        'would be ignored: `job.startFresh` starts empty',
        'remove one of the two',
      ),
    ),
    finding(
      'props.starts-fresh',
      'job.startFresh',
      `drops the state of the job at this and every further change ('${startFresh.reason}')`,
      'remove it once it has been rolled out; that restarts nothing',
      'warning',
    ),
  ];
};

const RULES: readonly JobRule[] = [
  CodeIsSaidOnce,
  SqlNeedsRunner,
  SqlIsOneJob,
  PythonHasProgram,
  JarCanBeFetched,
  RedeployNeedsSavepoint,
  StartFreshIsForOnce,
  secretsInCode,
];

/** Everything the rules have to say about `job`. */
export function jobFindings(job: Job | undefined, around: JobSurroundings): readonly Finding[] {
  if (job === undefined) return NOTHING;
  let all: Finding[] | undefined;
  for (const rule of RULES) {
    const found = rule(job, around);
    if (found.length > 0) (all ??= []).push(...found);
  }
  return all ?? NOTHING;
}
