// SPDX-License-Identifier: Apache-2.0
// How much a checked construct costs over the bare object it stands for: 1,000 FlinkApplications against 1,000 ApiObjects with the same
// content, both built and rendered to YAML, in turns within one process. Prints the ratio of the medians of processor time; see `node bench/synthesis.ts`.

import { ApiObject, App, Chart, Duration, Size } from 'cdk8s';
import { FlinkApplication, FlinkVersion, Job, StateStore, UpgradeMode } from '../lib/index.ts';

const COUNT = 1000;
const ROUNDS = 21;

function applications(): App {
  const app = new App();
  const chart = new Chart(app, 'bench', { namespace: 'bench' });
  for (let i = 0; i < COUNT; i++) {
    new FlinkApplication(chart, `app-${i}`, {
      flinkVersion: FlinkVersion.V1_20,
      image: 'registry.example.com/fraud:1.4.2',
      job: Job.jar('local:///opt/flink/usrlib/fraud.jar', { parallelism: 4, args: ['--env', 'prod'] }),
      upgradeMode: UpgradeMode.SAVEPOINT,
      state: StateStore.s3('s3://acme-flink/fraud', { checkpointInterval: Duration.minutes(1) }),
      jobManager: { cpu: 1, memory: Size.gibibytes(2) },
      taskManager: { cpu: 2, memory: Size.gibibytes(4), slots: 2 },
      config: { 'restart-strategy.type': 'exponential-delay' },
    });
  }
  return app;
}

type ObjectProps = ConstructorParameters<typeof ApiObject>[2];
const contents = applications()
  .node.findAll()
  .filter((node) => ApiObject.isApiObject(node))
  // name and namespace left to the chart on both sides: that is how either is written by hand
  .map((object): ObjectProps => {
    const { metadata: _, ...content } = object.toJson() as ObjectProps;
    return content;
  });

function bareObjects(): App {
  const app = new App();
  const chart = new Chart(app, 'bench', { namespace: 'bench' });
  contents.forEach((content, i) => new ApiObject(chart, `app-${i}`, content));
  return app;
}

/** Milliseconds of processor time: on a shared machine the clock on the wall measures the neighbours. */
function measure(make: () => App): number {
  const before = process.cpuUsage();
  make().synthYaml();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

if (applications().synthYaml() !== bareObjects().synthYaml())
  throw new Error('the two sides do not have the same content');

const ours: number[] = [];
const bare: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  bare.push(measure(bareObjects));
  ours.push(measure(applications));
}
const [of, against] = [median(ours), median(bare)];
console.log(
  `${COUNT} FlinkApplications: ${of.toFixed(0)} ms, ${COUNT} bare ApiObjects: ${against.toFixed(0)} ms, ratio ${(of / against).toFixed(2)}`,
);
