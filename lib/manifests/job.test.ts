// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { CONTENT_HASH_ANNOTATION } from './cluster/content-hash.ts';
import { FlinkVersion, UpgradeMode } from './enums.ts';
import { buildFlinkApplication } from './flink-application.ts';
import type { FlinkApplicationProps } from './flink-application-props.ts';
import { Job } from './job.ts';
import { StateStore } from './cluster/state-store.ts';

const SCRIPT = "CREATE TABLE a (x INT) WITH ('connector' = 'datagen');\nINSERT INTO b SELECT * FROM a;\n";

function build(job: Job, others: Partial<FlinkApplicationProps> = {}): ReturnType<typeof buildFlinkApplication> {
  return buildFlinkApplication({ flinkVersion: FlinkVersion.V2_0, job, ...others }, { name: 'etl', namespace: 'data' });
}

function told(job: unknown, others: Partial<FlinkApplicationProps> = {}): string[] {
  return build(job as Job, others)
    .findings.filter(({ code }) => code !== 'flink-version-deprecated')
    .map(({ severity, code, path }) => `${severity} ${code} ${path}`);
}

describe('an SQL script', () => {
  it('becomes a ConfigMap that all pods mount, and is run by what Flink 2 brings along', () => {
    const { manifest, extras, findings } = build(Job.sql(SCRIPT, { parallelism: 2, args: ['-x'] }));
    expect(findings).toEqual([]);
    expect(extras.find(({ kind }) => kind === 'ConfigMap')).toMatchObject({
      metadata: { name: 'etl-sql', namespace: 'data' },
      data: { 'script.sql': SCRIPT },
    });
    expect(manifest.spec?.job).toEqual({
      entryClass: 'org.apache.flink.table.runtime.application.SqlDriver',
      args: ['--scriptUri', 'file:///opt/flink/sql/script.sql', '-x'],
      parallelism: 2,
      state: 'running',
      upgradeMode: 'stateless',
    });
    expect(manifest.spec?.podTemplate?.spec).toMatchObject({
      containers: [{ volumeMounts: [{ name: 'flinkwright-sql', mountPath: '/opt/flink/sql', readOnly: true }] }],
      volumes: [{ name: 'flinkwright-sql', configMap: { name: 'etl-sql' } }],
    });
  });

  it('changes the pods when it changes', () => {
    const hashOf = (script: string): string | undefined =>
      build(Job.sql(script, { parallelism: 1 })).manifest.spec?.podTemplate?.metadata?.annotations?.[
        CONTENT_HASH_ANNOTATION
      ];
    expect(hashOf(SCRIPT)).toMatch(/^[\da-f]{16}$/);
    expect(hashOf(SCRIPT)).toBe(hashOf(SCRIPT));
    expect(hashOf(`${SCRIPT}-- other`)).not.toBe(hashOf(SCRIPT));
  });

  it('is handed to a runner of the image by its path', () => {
    const runner = { jar: 'local:///opt/flink/usrlib/runner.jar', entryClass: 'com.example.Run' };
    const { manifest, findings } = build(Job.sql(SCRIPT, { parallelism: 2, args: ['-x'], runner }), {
      flinkVersion: FlinkVersion.V1_20,
    });
    expect(findings).toEqual([]);
    expect(manifest.spec?.job).toMatchObject({
      jarURI: runner.jar,
      entryClass: runner.entryClass,
      args: ['/opt/flink/sql/script.sql', '-x'],
    });
  });

  it('needs a runner before Flink 2', () => {
    const { findings } = build(Job.sql(SCRIPT, { parallelism: 1 }), { flinkVersion: FlinkVersion.V1_20 });
    expect(findings).toEqual([
      expect.objectContaining({
        path: 'job.sql.runner',
        message: expect.stringContaining('Flink 1.20 brings no program'),
      }),
    ]);
  });
});

describe('a Python program', () => {
  it('is started by the driver of the image, options before arguments', () => {
    const job = Job.python('/opt/flink/usrlib/job.py', {
      parallelism: 2,
      args: ['--topic', 'clicks'],
      files: ['/opt/flink/usrlib/lib', '/opt/flink/usrlib/more.zip'],
      requirements: '/opt/flink/usrlib/requirements.txt#/opt/flink/usrlib/cached',
      archives: ['/opt/flink/usrlib/data.zip#data'],
      interpreter: '/opt/venv/bin/python',
    });
    const { manifest, findings } = build(job, { flinkVersion: FlinkVersion.V1_19 });
    expect(findings).toEqual([]);
    expect(manifest.spec?.job).toEqual({
      entryClass: 'org.apache.flink.client.python.PythonDriver',
      args: [
        ...['-pyclientexec', '/opt/venv/bin/python', '-pyexec', '/opt/venv/bin/python'],
        ...['-pyfs', '/opt/flink/usrlib/lib,/opt/flink/usrlib/more.zip'],
        ...['-pyreq', '/opt/flink/usrlib/requirements.txt#/opt/flink/usrlib/cached'],
        ...['-pyarch', '/opt/flink/usrlib/data.zip#data', '-py', '/opt/flink/usrlib/job.py', '--topic', 'clicks'],
      ],
      parallelism: 2,
      state: 'running',
      upgradeMode: 'stateless',
    });
  });

  it('may be a module, with an interpreter for its functions', () => {
    const { manifest } = build(
      Job.python({ module: 'jobs.clicks' }, { parallelism: 1, files: ['/app/'], workerInterpreter: '/w/python' }),
    );
    expect(manifest.spec?.job?.args).toEqual(['-pyexec', '/w/python', '-pyfs', '/app/', '-pym', 'jobs.clicks']);
  });

  it('may be written as jars are', () => {
    const { manifest } = build(Job.python('local:///opt/flink/usrlib/job.py', { parallelism: 1 }));
    expect(manifest.spec?.job?.args).toEqual(['-py', '/opt/flink/usrlib/job.py']);
  });
});

describe('a jar', () => {
  it.each([
    ['local:///opt/flink/usrlib/j.jar', 'local:///opt/flink/usrlib/j.jar'],
    ['/opt/flink/usrlib/j.jar', 'local:///opt/flink/usrlib/j.jar'],
    ['https://artifacts.example.com/j.jar', 'https://artifacts.example.com/j.jar'],
    ['s3://acme/j.jar', 's3://acme/j.jar'],
  ])('%s is %s', (written, uri) => {
    expect(build(Job.jar(written, { parallelism: 1 })).manifest.spec?.job?.jarURI).toBe(uri);
  });
});

describe('a fresh start', () => {
  const state = StateStore.s3('s3://acme/etl');
  const image = 'registry.example/etl:1';
  const jar = 'local:///opt/flink/usrlib/etl.jar';
  const fresh = (reason: string, others: Partial<FlinkApplicationProps> = {}): ReturnType<typeof build> =>
    build(Job.jar(jar, { parallelism: 1, startFresh: { reason } }), { image, state, ...others });

  it('drops the state, restarts, and keeps the reason on record', () => {
    const { manifest, findings } = fresh('new keys', { metadata: { annotations: { note: 'kept' } } });
    expect(manifest.metadata?.annotations).toEqual({ note: 'kept', 'flinkwright.dev/start-fresh': 'new keys' });
    expect(manifest.spec).toMatchObject({ restartNonce: expect.any(Number), job: { upgradeMode: 'stateless' } });
    expect(findings.map(({ severity, code, path }) => [severity, code, path])).toEqual([
      ['warning', 'props.starts-fresh', 'job.startFresh'],
    ]);
  });

  it('leaves everything else as it is, so that taking it away restarts nothing', () => {
    const without = build(Job.jar(jar, { parallelism: 1 }), { image, state }).manifest.spec;
    const { restartNonce: _, ...withIt } = fresh('new keys').manifest.spec ?? {};
    expect({ ...withIt, job: { ...withIt.job, upgradeMode: 'last-state' } }).toEqual(without);
  });

  it('happens once for each reason', () => {
    const nonce = (reason: string): number | undefined => fresh(reason).manifest.spec?.restartNonce;
    expect(nonce('a')).toBe(nonce('a'));
    expect(nonce('a')).not.toBe(nonce('b'));
    expect(Number.isSafeInteger(nonce('a'))).toBe(true);
  });

  it('leaves a nonce of the user alone, and wins over the upgrade mode', () => {
    const { manifest } = fresh('a', { restartNonce: 3, upgradeMode: UpgradeMode.SAVEPOINT });
    expect(manifest.spec).toMatchObject({ restartNonce: 3, job: { upgradeMode: 'stateless' } });
  });
});

describe('mistakes', () => {
  const jar = 'local:///j.jar';
  const remote = 'https://artifacts.example/j.jar';
  it.each<[string, unknown, Partial<FlinkApplicationProps>, string[]]>([
    ['nothing to run', { parallelism: 1 }, { flinkVersion: 'v1_20' }, ['error jar-missing job.jar']],
    ['two things to run', { jar, python: { file: '/a.py' }, parallelism: 1 }, {}, ['error props.twice job.python']],
    [
      'a class of the image in Flink 1',
      { entryClass: 'A', parallelism: 1 },
      { flinkVersion: 'v1_20' },
      ['error jar-missing job.jar'],
    ],
    ['a class of the image in Flink 2', { entryClass: 'A', parallelism: 1 }, {}, ['hint jar-missing job.jar']],
    [
      'a class of the image, standalone',
      { entryClass: 'A', parallelism: 1 },
      { flinkVersion: 'v1_20', mode: 'standalone' },
      [],
    ],
    [
      'a main class of a script',
      { sql: { script: SCRIPT }, entryClass: 'A', parallelism: 1 },
      {},
      ['error props.ignored job.entryClass'],
    ],
    ['a file for a script', { sql: { script: 'etl.sql' }, parallelism: 1 }, {}, ['error props.invalid job.sql.script']],
    ['an empty script', { sql: { script: ' ' }, parallelism: 1 }, {}, ['error props.invalid job.sql.script']],
    [
      'two jobs in a script',
      Job.sql(`${SCRIPT}${SCRIPT}`, { parallelism: 1 }),
      {},
      ['error props.invalid job.sql.script'],
    ],
    [
      'a runner without a jar',
      { sql: { script: SCRIPT, runner: {} }, parallelism: 1 },
      {},
      ['error props.missing job.sql.runner.jar'],
    ],
    ['no Python program', { python: {}, parallelism: 1 }, {}, ['error props.missing job.python.file']],
    [
      'file and module',
      { python: { file: '/a.py', module: 'a' }, parallelism: 1 },
      {},
      ['error props.twice job.python.module'],
    ],
    [
      'a module from nowhere',
      { python: { module: 'a' }, parallelism: 1 },
      {},
      ['error props.missing job.python.files'],
    ],
    [
      'a Python file without a path',
      { python: { file: 'a.py' }, parallelism: 1 },
      {},
      ['error props.invalid job.python.file'],
    ],
    ['a path of the image', { jar: '/opt/j.jar', parallelism: 1 }, {}, []],
    ['a name for a jar', { jar: 'j.jar', parallelism: 1 }, {}, ['warning props.invalid job.jar']],
    [
      'a name for a jar in Flink 1.18',
      { jar: 'j.jar', parallelism: 1 },
      { flinkVersion: 'v1_18' },
      ['error props.invalid job.jar'],
    ],
    [
      'a name for a jar, standalone',
      { jar: 'j.jar', parallelism: 1 },
      { mode: 'standalone' },
      ['error props.invalid job.jar'],
    ],
    [
      'a remote jar in Flink 1.18',
      { jar: remote, parallelism: 1 },
      { flinkVersion: 'v1_18' },
      ['error props.invalid job.jar'],
    ],
    ['a remote jar in Flink 1.19', { jar: remote, parallelism: 1 }, { flinkVersion: 'v1_19' }, []],
    ['a jar over plain http', { jar: 'http://a/j.jar', parallelism: 1 }, {}, ['error props.invalid job.jar']],
    [
      'a jar over plain http that is wanted',
      { jar: 'http://a/j.jar', parallelism: 1 },
      { config: { 'user.artifacts.raw-http-enabled': true } },
      [],
    ],
    [
      'a remote runner in Flink 1.18',
      Job.sql(SCRIPT, { parallelism: 1, runner: { jar: remote } }),
      { flinkVersion: 'v1_18' },
      ['error props.invalid job.sql.runner.jar'],
    ],
    [
      'a fresh start without a reason',
      { jar, parallelism: 1, startFresh: {} },
      {},
      ['error props.missing job.startFresh.reason'],
    ],
    [
      'a fresh start from a savepoint',
      { jar, parallelism: 1, startFresh: { reason: 'a' }, restoreFrom: 's3://a', redeployNonce: 1 },
      {},
      [
        'error props.ignored job.restoreFrom',
        'error props.ignored job.redeployNonce',
        'warning props.starts-fresh job.startFresh',
      ],
    ],
    [
      'a redeployment from nowhere',
      { jar, parallelism: 1, redeployNonce: 1 },
      {},
      ['error props.missing job.restoreFrom'],
    ],
  ])('%s', (_, job, others, expected) => {
    expect(told(job, others)).toEqual(expected);
  });
});
