// SPDX-License-Identifier: Apache-2.0
// Secrets among the arguments of a job and in SQL scripts, where everybody can read them who may read the resource or its ConfigMap. Only
// doubts: a program may take such a value for a name, and a runner may put something else into its place.

import type { Finding } from '../api/finding.ts';
import { isSecretKey } from '../flink/secret-keys.ts';
import { finding } from './finding.ts';
import type { Job } from './job.ts';
import { isFlinksOwn, SQL_DRIVER } from './job-spec.ts';

const OPTION = /^--?([a-z][\w.-]*)(?:=([^]*))?$/i;
/** `'key' = 'value'`, in WITH clauses and SET statements; comments are passed over first. */
const COMMENT_OR_PAIR = /--[^\n]*|\/\*[^]*?\*\/|'((?:[^']|'')*)'\s*=\s*'((?:[^']|'')*)'/g;
/** What stands for a value that comes from elsewhere. */
const PLACEHOLDER = /[$%]\{?\w|\{\{|^<.*>$|^\*+$/;

const NOTHING: readonly Finding[] = [];

/** What everybody could read of the code of a job. */
export function secretsInCode({ args, sql }: Job): readonly Finding[] {
  if (args === undefined && sql === undefined) return NOTHING;
  return [...secretArguments(args ?? []), ...secretsInScript(sql)];
}

function secretArguments(args: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  args.forEach((argument, index) => {
    const [, name, behind] = OPTION.exec(argument) ?? [];
    if (name === undefined) return;
    const next = args[index + 1] ?? '';
    const isNext = behind === undefined;
    const value = isNext && next.startsWith('-') ? '' : (behind ?? next);
    if (!isSecret(name, value)) return;
    findings.push(
      finding(
        'props.secret',
        `job.args[${isNext ? index + 1 : index}]`,
        `holds a secret, which everybody could read in the manifest: it follows '${name}'`,
        "put it into a Secret, give it in `env` by EnvValue.fromSecret('name', 'key') or in `mounts`, and have the program read it there",
        'warning',
      ),
    );
  });
  return findings;
}

function secretsInScript(sql: Job['sql']): Finding[] {
  if (typeof sql?.script !== 'string') return [];
  const keys = new Set<string>();
  for (const [, key, value] of sql.script.matchAll(COMMENT_OR_PAIR))
    if (key !== undefined && value !== undefined && isSecret(key, value)) keys.add(key);
  const remedy = isFlinksOwn(sql)
    ? `keep the whole script in a Secret: \`mounts: { '/etc/sql': Volume.secret('name') }\` and Job.onClasspath('${SQL_DRIVER}', { args: ['--scriptUri', 'file:///etc/sql/script.sql'] })`
    : 'have the runner put it in, from `env` or `mounts`';
  return [...keys].map((key) =>
    finding(
      'props.secret',
      'job.sql.script',
      `holds a secret, which everybody could read in its ConfigMap: the value of '${key}'`,
      remedy,
      'warning',
    ),
  );
}

function isSecret(key: string, value: string): boolean {
  return !PLACEHOLDER.test(value) && isSecretKey(key.toLowerCase(), value);
}
