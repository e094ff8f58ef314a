// SPDX-License-Identifier: Apache-2.0
import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { FlinkVersion } from '../manifests/enums.ts';
import { Job } from '../manifests/job.ts';
import { PropsError } from '../manifests/props-error.ts';
import { FlinkApplication } from './flink-application.ts';
import { FlinkOperator } from './flink-operator.ts';
import type { FlinkOperatorProps } from './flink-operator.ts';
import { FlinkServiceAccount } from './flink-service-account.ts';
import { OPERATORS_ELSEWHERE } from './tree-checks.ts';

const image = 'registry.example.com/flinkwright:0.1.0';
const job = Job.jar('local:///job.jar', { parallelism: 1 });

interface Rendered {
  kind: string;
  metadata: { name: string; namespace?: string };
}

function render(props: Partial<FlinkOperatorProps> = {}, namespace?: string): Rendered[] {
  const chart = new Chart(Testing.app(), 'test', namespace === undefined ? {} : { namespace });
  new FlinkOperator(chart, 'operator', { image, ...props });
  return Testing.synth(chart) as Rendered[];
}

const names = (objects: Rendered[]): string[] =>
  objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? '-'}/${metadata.name}`);

describe('the operator', () => {
  it.each([
    ['operator-everywhere', {}],
    [
      'operator-watching',
      { watchNamespaces: ['streaming', 'batch'], namespace: 'flink', configuration: { a: { b: 1 } } },
    ],
  ] satisfies [string, Partial<FlinkOperatorProps>][])('%s', async (name, props) => {
    const app = new App();
    new FlinkOperator(new Chart(app, 'test'), 'operator', { image, installCrds: false, ...props });
    await expect(app.synthYaml()).toMatchFileSnapshot(`golden/${name}.yaml`);
  });

  it('brings the definitions first, and only if wanted', () => {
    expect(render()[0]?.kind).toBe('CustomResourceDefinition');
    expect(render({ installCrds: false }).map(({ kind }) => kind)).not.toContain('CustomResourceDefinition');
  });

  it('gives no namespace to what has none, whatever the chart says', () => {
    const objects = render({}, 'streaming');
    const clusterWide = objects.filter(({ kind }) => /^(CustomResourceDefinition|Cluster|Namespace)/.test(kind));
    expect(clusterWide.length).toBeGreaterThanOrEqual(3);
    expect(clusterWide.filter(({ metadata }) => metadata.namespace !== undefined)).toEqual([]);
    expect(names(objects)).toContain('Deployment streaming/flinkwright');
    expect(objects.map(({ kind }) => kind)).not.toContain('Namespace');
  });

  it('has its Deployment as default child', () => {
    const operator = new FlinkOperator(new Chart(Testing.app(), 'test'), 'operator', { image });
    expect(ApiObject.of(operator).kind).toBe('Deployment');
    expect(FlinkOperator.isFlinkOperator(operator)).toBe(true);
    expect(operator).toMatchObject({ name: 'flinkwright', namespace: 'flinkwright', watchNamespaces: undefined });
  });

  it.each([
    ['no image', { image: undefined }, 'image', /give `image`/],
    ['a misspelt prop', { watchNamespace: ['a'] }, 'watchNamespace', /did you mean 'watchNamespaces'/],
    ['no namespaces at all', { watchNamespaces: [] }, 'watchNamespaces', /leave it out/],
    ['an impossible namespace', { watchNamespaces: ['ok', 'Not_ok'] }, 'watchNamespaces[1]', /lower-case/],
    ['two operators that do not elect', { replicas: 2 }, 'replicas', /leader-election/],
  ])('tells of %s', (_, props, path, says) => {
    const chart = new Chart(Testing.app(), 'test');
    let error: unknown;
    try {
      new FlinkOperator(chart, 'operator', { image, ...props } as never);
    } catch (thrown) {
      error = thrown;
    }
    if (!PropsError.isPropsError(error)) throw error;
    expect(error.findings.map((found) => found.path)).toEqual([path]);
    expect(error.message).toMatch(says);
    expect(error.message).toContain('FlinkOperator test/operator');
  });
});

describe('a service account', () => {
  it('fits an application', () => {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'streaming' });
    const serviceAccount = new FlinkServiceAccount(chart, 'account', { name: 'fraud' });
    const application = new FlinkApplication(chart, 'app', { flinkVersion: FlinkVersion.V1_20, job, serviceAccount });
    expect(application.serviceAccountName).toBe('fraud');
    expect(names(Testing.synth(chart) as Rendered[]).slice(0, 3)).toEqual([
      'ServiceAccount streaming/fraud',
      'Role streaming/fraud',
      'RoleBinding streaming/fraud-role-binding',
    ]);
  });

  it('needs a namespace', () => {
    expect(() => new FlinkServiceAccount(new Chart(Testing.app(), 'test'), 'account')).toThrow(/namespace/);
  });
});

describe('the whole tree', () => {
  const application = (chart: Chart, id: string, metadata = {}): FlinkApplication =>
    new FlinkApplication(chart, id, { flinkVersion: FlinkVersion.V1_20, job, metadata });

  it('may not hold one name twice', () => {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'streaming' });
    application(chart, 'a', { name: 'fraud' });
    application(chart, 'b', { name: 'fraud' });
    application(chart, 'c', { name: 'fraud', namespace: 'batch' });
    expect(() => Testing.synth(chart)).toThrow(
      /test\/b\/Resource: .*streaming\/fraud is there already, from test\/a\/Resource/,
    );
  });

  it('may not hold an application that no operator sees', () => {
    const make = (app: App): App => {
      new FlinkOperator(new Chart(app, 'operator'), 'operator', { image, watchNamespaces: ['batch'] });
      application(new Chart(app, 'streaming', { namespace: 'streaming' }), 'a');
      return app;
    };
    expect(() => make(new App()).synthYaml()).toThrow(/no operator of this app watches namespace streaming/);
    const elsewhere = new App();
    elsewhere.node.setContext(OPERATORS_ELSEWHERE, true);
    expect(make(elsewhere).synthYaml()).toContain('kind: FlinkDeployment');
  });
});
