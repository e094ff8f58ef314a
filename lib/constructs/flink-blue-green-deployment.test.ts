// SPDX-License-Identifier: Apache-2.0
import { ApiObject, App, Chart, Duration, JsonPatch, Testing } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { StateStore } from '../manifests/cluster/state-store.ts';
import { FlinkVersion, UpgradeMode } from '../manifests/enums.ts';
import { Job } from '../manifests/job.ts';
import { PropsError } from '../manifests/props-error.ts';
import { FlinkApplication } from './flink-application.ts';
import { FlinkBlueGreenDeployment } from './flink-blue-green-deployment.ts';
import type { FlinkBlueGreenDeploymentProps } from './flink-blue-green-deployment.ts';

const application = {
  flinkVersion: FlinkVersion.V1_20,
  image: 'registry.example.com/fraud:44',
  job: Job.jar('/opt/flink/usrlib/fraud.jar', { parallelism: 4 }),
  upgradeMode: UpgradeMode.SAVEPOINT,
  state: StateStore.s3('s3://acme/fraud', { checkpointInterval: Duration.minutes(1) }),
} as const;

const fraud: FlinkBlueGreenDeploymentProps = {
  ...application,
  metadata: { name: 'fraud', labels: { team: 'risk' } },
  transition: {
    abortGracePeriod: Duration.minutes(5),
    deletionDelay: Duration.seconds(30),
    rescheduleInterval: '10 s',
  },
  ingress: { template: 'fraud.example.com', className: 'nginx' },
  childIngress: { template: '{{name}}.example.com' },
};

function chart(): Chart {
  return new Chart(Testing.app(), 'test', { namespace: 'streaming' });
}

type Json = Record<string, Record<string, Record<string, unknown>>>;

function jsonOf(props: FlinkBlueGreenDeploymentProps): Json {
  return new FlinkBlueGreenDeployment(chart(), 'fraud', { onWarning: () => {}, ...props }).resource.toJson() as Json;
}

function mistakes(props: object): string[] {
  const said: string[] = [];
  try {
    new FlinkBlueGreenDeployment(chart(), 'fraud', {
      ...fraud,
      onWarning: ({ code, path }: { code: string; path: string }) => said.push(`${code} ${path}`),
      ...props,
    });
  } catch (error) {
    if (PropsError.isPropsError(error)) return error.findings.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return said;
}

describe('a blue/green application', () => {
  it('blue-green', async () => {
    const app = new App();
    new FlinkBlueGreenDeployment(new Chart(app, 'test', { namespace: 'streaming' }), 'fraud', fraud);
    await expect(app.synthYaml()).toMatchFileSnapshot('golden/blue-green.yaml');
  });

  it('is the application of the same props, as a template', () => {
    const plain = new FlinkApplication(chart(), 'fraud', { ...application, metadata: { name: 'fraud' } });
    const { template } = jsonOf({ ...application, metadata: { name: 'fraud' } })['spec'] ?? {};
    expect(template).toEqual({ spec: (plain.resource.toJson() as Json)['spec'] });
  });

  it('is found as the default child and by its brand, and takes patches', () => {
    const deployment = new FlinkBlueGreenDeployment(chart(), 'fraud', fraud);
    expect(ApiObject.of(deployment)).toBe(deployment.resource);
    expect(deployment).toMatchObject({ name: 'fraud', namespace: 'streaming', serviceAccountName: 'fraud' });
    expect(FlinkBlueGreenDeployment.isFlinkBlueGreenDeployment(deployment)).toBe(true);
    expect(FlinkApplication.isFlinkApplication(deployment)).toBe(false);
    deployment.resource.addJsonPatch(
      JsonPatch.add('/spec/fromTheFuture', { a: 1 }),
      JsonPatch.add('/spec/template/spec/job/fromTheFuture', 2),
    );
    expect(deployment.resource.toJson()).toMatchObject({
      spec: { fromTheFuture: { a: 1 }, template: { spec: { job: { fromTheFuture: 2 } } } },
    });
  });

  it('leaves the files of the old application alone when they change', () => {
    const mapsOf = (script: string): { metadata: { name: string }; immutable?: boolean }[] => {
      const parent = chart();
      const job = Job.sql(script, { parallelism: 1 });
      new FlinkBlueGreenDeployment(parent, 'fraud', { ...fraud, flinkVersion: FlinkVersion.V2_0, image: 'a:2', job });
      return (Testing.synth(parent) as { kind: string; metadata: { name: string } }[]).filter(
        ({ kind }) => kind === 'ConfigMap',
      );
    };
    const [first] = mapsOf('SELECT 1;');
    const [second] = mapsOf('SELECT 2;');
    expect(first).toMatchObject({
      metadata: { name: expect.stringMatching(/^fraud-sql-[\da-f]{8}$/) },
      immutable: true,
    });
    expect(second?.metadata.name).not.toBe(first?.metadata.name);
    expect(mapsOf('SELECT 1;')[0]?.metadata.name).toBe(first?.metadata.name);
  });

  it('has a name that leaves room for blue and green', () => {
    const parent = new Chart(Testing.app(), 'a-chart-with-a-name-that-goes-on-and-on-and-on', {});
    const { name } = new FlinkBlueGreenDeployment(parent, 'and-an-application-with-one', application);
    expect(name.length).toBeLessThanOrEqual(39);
    expect(name).toMatch(/^[a-z][-a-z\d]*$/);
  });

  it('takes what has no prop through `spec`, in the template with its configuration flat', () => {
    const warnings: string[] = [];
    const { spec } = jsonOf({
      ...fraud,
      spec: {
        configuration: { 'kubernetes.operator.bluegreen.abort.grace-period': '1 min' },
        fromTheFuture: 1,
        template: {
          spec: {
            job: { parallelism: 8 },
            flinkConfiguration: { 'restart-strategy': { type: 'none' } },
            alsoFromTheFuture: 2,
          },
        },
      },
      onWarning: ({ path }) => warnings.push(path),
    });
    expect(spec).toMatchObject({
      fromTheFuture: 1,
      configuration: { 'kubernetes.operator.bluegreen.abort.grace-period': '1 min' },
      template: {
        spec: {
          job: { parallelism: 8 },
          flinkConfiguration: { 'restart-strategy.type': 'none' },
          alsoFromTheFuture: 2,
        },
      },
    });
    expect(warnings.sort()).toEqual(['spec.fromTheFuture', 'spec.template.spec.alsoFromTheFuture']);
  });

  it.each<[mistake: string, props: object, said: string[]]>([
    ['nothing wrong', {}, []],
    ['a name without room', { metadata: { name: 'a'.repeat(40) } }, ['blue-green.name metadata.name']],
    ['no job', { job: undefined }, ['props.missing job']],
    [
      'a misspelt transition',
      { transition: { abortGracePeriode: '1 min' } },
      ['props.unknown transition.abortGracePeriode'],
    ],
    ['a transition in no unit', { transition: { abortGracePeriod: 5 } }, ['props.invalid transition.abortGracePeriod']],
    ['an ingress without a template', { ingress: { className: 'nginx' } }, ['props.missing ingress.template']],
    ['an ingress of its applications without a template', { childIngress: {} }, ['V-08 childIngress.template']],
    ['no parallelism', { job: Job.jar('/a.jar') }, ['V-17 job.parallelism']],
    [
      'no state to keep',
      { state: undefined },
      ['V-11 state', 'V-12 state', 'job.no-checkpoints state.checkpointInterval'],
    ],
    ['a job that is never started', { jobState: 'suspended' }, ['blue-green.suspended-at-creation jobState']],
  ])('with %s', (_, props, said) => {
    expect(mistakes(props)).toEqual(said);
  });
});
