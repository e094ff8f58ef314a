// SPDX-License-Identifier: Apache-2.0
// What users write, for compilers and module systems of all kinds: constructs, values, checks, the memory model, and our types by name.
import { App, Chart, Duration, Size } from 'cdk8s';
import * as constructs from 'flinkwright/cdk8s';
import {
  checkResource,
  FlinkApplication,
  FlinkVersion,
  formatBreakdown,
  isMemoryError,
  Job,
  memoryOf,
  StateStore,
  UpgradeMode,
} from 'flinkwright';
import type { Finding, FlinkApplicationProps, FlinkDeployment } from 'flinkwright';

const props: FlinkApplicationProps = {
  flinkVersion: FlinkVersion.V1_20,
  image: 'registry.example.com/fraud:1.4.2',
  job: Job.jar('local:///opt/flink/usrlib/fraud.jar', { parallelism: 4 }),
  upgradeMode: UpgradeMode.SAVEPOINT,
  state: StateStore.s3('s3://acme-flink/fraud', { checkpointInterval: Duration.minutes(1) }),
  jobManager: { cpu: 1, memory: Size.gibibytes(2) },
  taskManager: { cpu: 2, memory: Size.gibibytes(4), slots: 2 },
};
const application: constructs.FlinkApplication = new FlinkApplication(new Chart(new App(), 'consumer'), 'fraud', props);

export const manifest: FlinkDeployment = application.resource.toJson();
export const findings: Finding[] = checkResource(manifest);
const { jobManager } = memoryOf(manifest);
export const texts: string[] = [formatBreakdown(jobManager), isMemoryError(jobManager) ? jobManager.remedy : ''];
// @ts-expect-error -- a version that does not exist
export const wrong: FlinkApplicationProps = { ...props, flinkVersion: 'v1_99' };
