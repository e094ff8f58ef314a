// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { buildFlinkApplication } from './flink-application.ts';
import { Job } from './job.ts';
import { secretsInCode } from './job-secrets.ts';

const said = (job: Job): string[] =>
  secretsInCode(job).map(({ severity, path, message }) => `${severity} ${path} ${/'(.*)'$/.exec(message)?.[1]}`);

describe('arguments', () => {
  it.each<[args: string[], expected: string[]]>([
    [['--password', 'hunter2'], ['warning job.args[1] password']],
    [['--env', 'prod', '-db.password=hunter2'], ['warning job.args[2] db.password']],
    [
      ['--client-secret', 'x', '--api.token=y'],
      ['warning job.args[1] client-secret', 'warning job.args[2] api.token'],
    ],
    [['--password'], []],
    [['--password', '--verbose'], []],
    [['--password', ''], []],
    [['--password=${DB_PASSWORD}', '--secret', '$(SECRET)', '--token', '{{ token }}'], []],
    [['--password-file', 'secret.txt', '--secret', '/etc/secret', '--token-limit', '10'], []],
    [['--name', 'password', 'hunter2', 'a=b'], []],
  ])('%j', (args, expected) => {
    expect(said(Job.jar('/a.jar', { args }))).toEqual(expected);
  });
});

describe('scripts', () => {
  const table = (options: string): Job => Job.sql(`CREATE TABLE a (x INT) WITH (${options}); INSERT INTO a SELECT 1;`);
  it.each<[options: string, expected: string[]]>([
    ["'connector' = 'jdbc', 'password'='hunter2'", ['warning job.sql.script password']],
    ["'properties.sasl.jaas.config' = 'x password=\"y\";'", ['warning job.sql.script properties.sasl.jaas.config']],
    ["'password' = 'a', 'username' = 'b' ), ('password' = 'c'", ['warning job.sql.script password']],
    ["'password' = '${PASSWORD}'", []],
    ["-- 'password' = 'hunter2'\n 'connector' = 'datagen'", []],
    ["'lookup.cache.ttl' = '1 h'", []],
  ])('%s', (options, expected) => {
    expect(said(table(options))).toEqual(expected);
  });

  it('are deployed, with a warning that says what to do', () => {
    const { findings } = buildFlinkApplication(
      { flinkVersion: 'v2_0', job: Job.sql("SET 'a.password' = 'b';\nINSERT INTO a SELECT 1;", { parallelism: 1 }) },
      { name: 'a', namespace: 'n' },
    );
    expect(findings.filter(({ severity }) => severity !== 'hint')).toMatchObject([
      {
        code: 'props.secret',
        severity: 'warning',
        path: 'job.sql.script',
        remedy: expect.stringContaining('Job.onClasspath('),
      },
    ]);
  });
});
