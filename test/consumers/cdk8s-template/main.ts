// SPDX-License-Identifier: Apache-2.0
// The application of what `cdk8s init typescript-app` makes, with our package in it. That its declarations compile at all is the point: they
// are checked too, against es2016. It is also compiled to JavaScript, run, and synthesised by the cdk8s CLI.
import { App, Chart, Duration, Size } from 'cdk8s';
import { FlinkApplication, FlinkVersion, Job, StateStore, UpgradeMode } from 'flinkwright';
import * as constructs from 'flinkwright/cdk8s';

const app = new App();
const chart = new Chart(app, 'consumer', { namespace: 'streaming' });

new FlinkApplication(chart, 'fraud-detection', {
  flinkVersion: FlinkVersion.V1_20,
  image: 'registry.example.com/fraud:1.4.2',
  job: Job.jar('local:///opt/flink/usrlib/fraud.jar', { parallelism: 4 }),
  upgradeMode: UpgradeMode.SAVEPOINT,
  state: StateStore.s3('s3://acme-flink/fraud', { checkpointInterval: Duration.minutes(1) }),
  jobManager: { cpu: 1, memory: Size.gibibytes(2) },
  taskManager: { cpu: 2, memory: Size.gibibytes(4), slots: 2 },
});

const same: typeof FlinkApplication = constructs.FlinkApplication;
declare const console: { log(text: string): void };
app.synth();
console.log(same === FlinkApplication ? app.synthYaml() : 'the constructs exist twice');
