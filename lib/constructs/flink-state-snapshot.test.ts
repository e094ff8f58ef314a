// SPDX-License-Identifier: Apache-2.0
import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { StateStore } from '../manifests/cluster/state-store.ts';
import { FlinkVersion } from '../manifests/enums.ts';
import { Job } from '../manifests/job.ts';
import { PropsError } from '../manifests/props-error.ts';
import { FlinkApplication } from './flink-application.ts';
import { FlinkSessionJob } from './flink-session-job.ts';
import { FlinkStateSnapshot } from './flink-state-snapshot.ts';

const of = { kind: 'FlinkDeployment', name: 'ledger' } as const;

function chart(namespace = 'streaming'): Chart {
  return new Chart(Testing.app(), 'test', { namespace });
}

function ledger(parent: Chart): FlinkApplication {
  return new FlinkApplication(parent, 'ledger', {
    metadata: { name: 'ledger' },
    flinkVersion: FlinkVersion.V1_20,
    job: Job.jar('/opt/flink/usrlib/ledger.jar', { parallelism: 1 }),
    state: StateStore.s3('s3://acme/ledger'),
  });
}

function mistakes(props: object): string[] {
  try {
    new FlinkStateSnapshot(chart(), 'snapshot', { onWarning: () => {}, ...props });
  } catch (error) {
    if (PropsError.isPropsError(error)) return error.findings.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
}

describe('a snapshot', () => {
  it('snapshots', async () => {
    const app = new App();
    const parent = new Chart(app, 'test', { namespace: 'streaming' });
    new FlinkStateSnapshot(parent, 'default', { of });
    new FlinkStateSnapshot(parent, 'native', {
      metadata: { name: 'before-migration', annotations: { why: 'new keys' } },
      of,
      savepoint: { path: 's3://acme/manual', format: 'native', disposeOnDelete: false },
      backoffLimit: 3,
    });
    new FlinkStateSnapshot(parent, 'checkpoint', { of: { kind: 'FlinkSessionJob', name: 'dedupe' }, checkpoint: true });
    new FlinkStateSnapshot(parent, 'imported', {
      savepoint: { path: 's3://acme/old/savepoint-1', alreadyExists: true, disposeOnDelete: false },
    });
    await expect(app.synthYaml()).toMatchFileSnapshot('golden/snapshots.yaml');
  });

  it('is added to an application or a session job, lives where that does, and comes after it', () => {
    const parent = chart();
    const application = ledger(parent);
    const job = new FlinkSessionJob(parent, 'job', {
      metadata: { name: 'dedupe', namespace: 'elsewhere' },
      session: 'shared',
      job: Job.onClasspath('com.example.Dedupe', { parallelism: 1 }),
    });
    const ofApplication = application.addSnapshot('a-first');
    const ofJob = job.addSnapshot('a-second', { checkpoint: true });
    expect(ofApplication.resource.toJson()).toMatchObject({
      metadata: { namespace: 'streaming' },
      spec: { jobReference: { kind: 'FlinkDeployment', name: 'ledger' }, savepoint: {} },
    });
    expect(ofJob.resource.toJson()).toMatchObject({
      metadata: { namespace: 'elsewhere' },
      spec: { jobReference: { kind: 'FlinkSessionJob', name: 'dedupe' }, checkpoint: {} },
    });
    const kinds = (Testing.synth(parent) as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds.indexOf('FlinkStateSnapshot')).toBeGreaterThan(kinds.indexOf('FlinkDeployment'));
    expect(kinds.at(-1)).toBe('FlinkStateSnapshot');
  });

  it('is found as the default child and by its brand, and takes patches', () => {
    const snapshot = new FlinkStateSnapshot(chart(), 'snapshot', { metadata: { name: 'first' }, of });
    expect(ApiObject.of(snapshot)).toBe(snapshot.resource);
    expect(snapshot).toMatchObject({ name: 'first', namespace: 'streaming' });
    expect(FlinkStateSnapshot.isFlinkStateSnapshot(snapshot)).toBe(true);
    expect(FlinkStateSnapshot.isFlinkStateSnapshot(snapshot.resource)).toBe(false);
    snapshot.resource.addJsonPatch(JsonPatch.add('/spec/fromTheFuture', { a: 1 }));
    expect(snapshot.resource.toJson()).toMatchObject({ spec: { fromTheFuture: { a: 1 }, jobReference: of } });
  });

  it('takes what has no prop through `spec`', () => {
    const warnings: string[] = [];
    const snapshot = new FlinkStateSnapshot(chart(), 'snapshot', {
      of,
      spec: { savepoint: { formatType: 'NATIVE' }, fromTheFuture: 1 },
      onWarning: ({ path }) => warnings.push(path),
    });
    expect(snapshot.resource.toJson()).toMatchObject({
      spec: { savepoint: { formatType: 'NATIVE' }, fromTheFuture: 1 },
    });
    expect(warnings).toEqual(['spec.fromTheFuture']);
  });

  it.each<[mistake: string, props: object, said: string[]]>([
    ['of nothing', {}, ['props.missing of']],
    ['of a kind that has no job', { of: { kind: 'FlinkSession', name: 'a' } }, ['props.invalid of.kind']],
    ['of a misspelt reference', { of: { ...of, nmae: 'a' } }, ['props.unknown of.nmae']],
    ['of a job in another namespace', { of: { ...of, namespace: 'other' } }, ['props.invalid of']],
    ['of an application in another namespace', { of: ledger(chart('other')) }, ['props.invalid of']],
    ['with both', { of, savepoint: true, checkpoint: true }, ['props.twice checkpoint']],
    ['with no savepoint', { of, savepoint: false }, ['props.invalid savepoint']],
    ['that exists nowhere', { savepoint: { alreadyExists: true } }, ['props.missing savepoint.path']],
    ['without a scheme', { of, savepoint: { path: '/data' } }, ['props.invalid savepoint.path']],
    ['in an unknown format', { of, savepoint: { format: 'NATIVE' } }, ['props.invalid savepoint.format']],
    ['tried less than never', { of, backoffLimit: -2 }, ['props.invalid backoffLimit']],
    ['with a name that Kubernetes refuses', { of, metadata: { name: 'First' } }, ['props.invalid metadata.name']],
    ['with a long name', { of, metadata: { name: `${'a'.repeat(60)}.b` } }, []],
  ])('%s', (_, props, said) => {
    expect(mistakes(props)).toEqual(said);
  });
});
