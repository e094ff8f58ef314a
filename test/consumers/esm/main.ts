// SPDX-License-Identifier: Apache-2.0
// The cdk8s template's application once more, in ESM and run as it stands by Node's type stripping.
import { App, Chart, Duration, Size } from 'cdk8s';
import { FlinkApplication, FlinkVersion, Job, StateStore, UpgradeMode } from 'flinkwright';

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

console.log(app.synthYaml());
