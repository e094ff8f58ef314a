// SPDX-License-Identifier: Apache-2.0
// What is found when the whole app stands: each row builds an app, and must be told these things and nothing else.

import { ApiObject, App, Chart } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { FlinkVersion } from '../manifests/enums.ts';
import { Job } from '../manifests/job.ts';
import { FlinkApplication } from './flink-application.ts';
import { FlinkBlueGreenDeployment } from './flink-blue-green-deployment.ts';
import { FlinkOperator } from './flink-operator.ts';
import { FlinkServiceAccount } from './flink-service-account.ts';
import { FlinkSession } from './flink-session.ts';
import { FlinkSessionJob } from './flink-session-job.ts';
import { FlinkStateSnapshot } from './flink-state-snapshot.ts';
import { OPERATORS_ELSEWHERE } from './tree-checks.ts';

const job = Job.jar('/opt/flink/usrlib/job.jar', { parallelism: 1 });
const remote = Job.jar('https://artifacts.example.com/job.jar', { parallelism: 1 });
const flinkVersion = FlinkVersion.V1_20;

const application = (chart: Chart, name: string): FlinkApplication =>
  new FlinkApplication(chart, name, { metadata: { name }, flinkVersion, job });
const session = (chart: Chart, name: string): FlinkSession =>
  new FlinkSession(chart, name, { metadata: { name }, flinkVersion });
const blueGreen = (chart: Chart, name: string): FlinkBlueGreenDeployment =>
  new FlinkBlueGreenDeployment(chart, name, { metadata: { name }, flinkVersion, job });
const sessionJob = (chart: Chart, name: string, of: string): FlinkSessionJob =>
  new FlinkSessionJob(chart, name, { metadata: { name }, session: of, job: remote });
const snapshot = (chart: Chart, kind: 'FlinkDeployment' | 'FlinkSessionJob', name: string): FlinkStateSnapshot =>
  new FlinkStateSnapshot(chart, `of-${name}`, { of: { kind, name } });

function told(build: (one: Chart, two: Chart, app: App) => void, elsewhere = false): string[] {
  const app = new App();
  if (elsewhere) app.node.setContext(OPERATORS_ELSEWHERE, true);
  build(new Chart(app, 'one', { namespace: 'one' }), new Chart(app, 'two', { namespace: 'two' }), app);
  return app.node.validate();
}

const rows: [what: string, build: Parameters<typeof told>[0], says: RegExp[]][] = [
  [
    'one of each',
    (one) => {
      application(one, 'a').addSnapshot('s');
      session(one, 'b').addJob('j', { job: remote }).addSnapshot('s');
      blueGreen(one, 'c');
    },
    [],
  ],
  [
    'one name in two kinds',
    (one) => {
      application(one, 'a');
      sessionJob(one, 'a-job', 'elsewhere');
      new FlinkSessionJob(one, 'same', { metadata: { name: 'a' }, session: 'elsewhere', job: remote });
    },
    [],
  ],
  [
    'one name in two namespaces',
    (one, two) => {
      application(one, 'a');
      application(two, 'a');
    },
    [],
  ],
  [
    'an application and a session of one name',
    (one) => {
      application(one, 'a');
      new FlinkSession(one, 'other', { metadata: { name: 'a' }, flinkVersion });
    },
    [/one\/other\/Resource: the FlinkDeployment one\/a is there already, from one\/a\/Resource/],
  ],
  [
    'two session jobs of one name',
    (one) => {
      sessionJob(one, 'a', 'b');
      new FlinkSessionJob(one, 'other', { metadata: { name: 'a' }, session: 'b', job: remote });
    },
    [/the FlinkSessionJob one\/a is there already/],
  ],
  [
    'an application that is called like a child of a blue/green one',
    (one, two) => {
      blueGreen(one, 'a');
      application(one, 'a-green');
      application(two, 'a-blue');
    },
    [/one\/a-green\/Resource: the FlinkDeployment one\/a-green is what the operator makes of one\/a\/Resource/],
  ],
  [
    'two accounts of one name that may do different things',
    (one) => {
      application(one, 'a');
      new FlinkServiceAccount(one, 'account', { name: 'a' });
    },
    [/one\/account\/[^:]+: the Role one\/a is there already with other rules, from one\/a\//],
  ],
  [
    'two accounts of one name that may do the same',
    (one) => {
      new FlinkServiceAccount(one, 'first');
      new FlinkServiceAccount(one, 'second');
    },
    [],
  ],
  [
    'namespaces that nobody watches',
    (one, two, app) => {
      new FlinkOperator(new Chart(app, 'operator'), 'operator', { image: 'flinkwright:1', watchNamespaces: ['one'] });
      sessionJob(one, 'watched', 'a');
      sessionJob(two, 'job', 'a');
      blueGreen(two, 'parent');
      snapshot(two, 'FlinkDeployment', 'x');
    },
    [/two\/job\/.*no operator/, /two\/parent\/.*no operator/, /two\/of-x\/.*no operator/],
  ],
  [
    'a session that nobody here makes',
    (one) => {
      sessionJob(one, 'job', 'elsewhere');
    },
    [],
  ],
  [
    'a session in another namespace',
    (one, two) => {
      session(two, 'shared');
      sessionJob(one, 'job', 'shared');
    },
    [/one\/job\/Resource: its session two\/shared \(two\/shared\/Resource\) is in another namespace than one\/job/],
  ],
  [
    'sessions of one name in both namespaces',
    (one, two) => {
      session(one, 'shared');
      session(two, 'shared');
      sessionJob(one, 'job', 'shared');
    },
    [],
  ],
  [
    'a session that has a job',
    (one) => {
      application(one, 'a');
      sessionJob(one, 'job', 'a');
    },
    [/one\/job\/Resource: its session one\/a \(one\/a\/Resource\) has a job of its own/],
  ],
  [
    'a session that is a blue/green application',
    (one) => {
      blueGreen(one, 'a');
      sessionJob(one, 'job', 'a');
    },
    [/one\/a \(one\/a\/Resource\) is an application, and takes no jobs/],
  ],
  [
    'a session written by hand',
    (one) => {
      new ApiObject(one, 'a', {
        apiVersion: 'flink.apache.org/v1beta1',
        kind: 'FlinkDeployment',
        metadata: { name: 'a' },
        spec: { job: {} },
      });
      sessionJob(one, 'job', 'a');
    },
    [/has a job of its own/],
  ],
  [
    'a snapshot of a job that nobody here makes',
    (one) => {
      snapshot(one, 'FlinkDeployment', 'elsewhere');
    },
    [],
  ],
  [
    'a snapshot of a job in another namespace',
    (one, two) => {
      application(two, 'a');
      snapshot(one, 'FlinkDeployment', 'a');
    },
    [/one\/of-a\/Resource: its job two\/a \(two\/a\/Resource\) is in another namespace/],
  ],
  [
    'a snapshot of a session',
    (one) => {
      session(one, 'a');
      snapshot(one, 'FlinkDeployment', 'a');
    },
    [/is a session and has no state of its own/],
  ],
  [
    'a snapshot of the wrong kind',
    (one) => {
      sessionJob(one, 'a', 'elsewhere');
      snapshot(one, 'FlinkDeployment', 'a');
    },
    [
      /there is no FlinkDeployment a, but one\/a \(one\/a\/Resource\) is a FlinkSessionJob; say so: of: \{ kind: 'FlinkSessionJob'/,
    ],
  ],
  [
    'a snapshot of a blue/green application',
    (one) => {
      blueGreen(one, 'a');
      snapshot(one, 'FlinkDeployment', 'a');
    },
    [/take it of the FlinkDeployment a-blue or a-green/],
  ],
  [
    'a snapshot of a child of a blue/green application',
    (one) => {
      blueGreen(one, 'a');
      snapshot(one, 'FlinkDeployment', 'a-blue');
    },
    [],
  ],
];

describe('the whole tree', () => {
  it.each(rows)('%s', (_, build, says) => {
    const messages = told(build);
    expect(messages).toHaveLength(says.length);
    for (const [index, expected] of says.entries()) expect(messages[index]).toMatch(expected);
  });

  it('leaves namespaces alone that somebody else watches', () => {
    const build: Parameters<typeof told>[0] = (_one, two, app) => {
      new FlinkOperator(new Chart(app, 'operator'), 'operator', { image: 'flinkwright:1', watchNamespaces: ['one'] });
      sessionJob(two, 'job', 'a');
    };
    expect(told(build)).toHaveLength(1);
    expect(told(build, true)).toEqual([]);
  });

  it('is looked over once, however many constructs it has', () => {
    const messages = told((one) => {
      for (const id of ['x', 'y', 'z'])
        new FlinkApplication(one, id, { metadata: { name: 'same' }, flinkVersion, job });
    });
    expect(messages.filter((message) => message.includes('FlinkDeployment'))).toHaveLength(2);
  });
});
