// SPDX-License-Identifier: Apache-2.0
// How much checked constructs cost over the bare objects they stand for: FlinkApplications against ApiObjects of the same content, both built
// and rendered to YAML, in turns within one process. Whether the two sides render the same is asserted first.
//   node [--expose-gc] bench/synthesis.ts [--rounds 15] [--count 1000] [--charts 1] [--only ours|bare]     --only: that side alone, for a profile

import { ApiObject, App, Chart, Duration, Size } from 'cdk8s';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { FlinkApplication, FlinkVersion, Job, StateStore, UpgradeMode } from '../lib/index.ts';
import { median, spread, table } from './support/figures.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    count: { type: 'string', default: '1000' },
    charts: { type: 'string' },
    only: { type: 'string' },
  },
});
const count = Number(values.count);
const rounds = Number(values.rounds);

/** How many charts the applications are spread over, evenly. */
type Charts = number;
type Make = (charts: Charts) => App;

function chartsOf(app: App, charts: Charts): Chart[] {
  return Array.from({ length: charts }, (_, i) => new Chart(app, `bench-${i}`, { namespace: 'bench' }));
}

const applications: Make = (charts) => {
  const app = new App();
  const of = chartsOf(app, charts);
  for (let i = 0; i < count; i++) {
    const chart = of[i % charts];
    if (chart === undefined) throw new Error('no chart');
    new FlinkApplication(chart, `app-${i}`, {
      flinkVersion: FlinkVersion.V1_20,
      image: 'registry.example.com/fraud:1.4.2',
      job: Job.jar('local:///opt/flink/usrlib/fraud.jar', { parallelism: 4 + (i % 4), args: ['--env', `prod-${i}`] }),
      upgradeMode: UpgradeMode.SAVEPOINT,
      state: StateStore.s3(`s3://acme-flink/fraud-${i}`, { checkpointInterval: Duration.minutes(1) }),
      jobManager: { cpu: 1, memory: Size.gibibytes(2) },
      taskManager: { cpu: 2, memory: Size.gibibytes(4), slots: 2 },
      config: { 'restart-strategy.type': 'exponential-delay' },
    });
  }
  return app;
};

type ObjectProps = ConstructorParameters<typeof ApiObject>[2];
interface Bare {
  readonly chart: number;
  readonly id: string;
  readonly props: ObjectProps;
}

/**
 * Every object that the applications come to, in the order in which they are rendered, as somebody would write it by hand: what the chart
 * gives anyway is left to the chart.
 */
function contents(charts: Charts): Bare[] {
  const all = applications(charts).node.children.filter((node) => Chart.isChart(node));
  return all.flatMap((chart, index) => {
    const identity = ({ kind, metadata }: ObjectProps): string => `${kind} ${metadata?.name ?? ''}`;
    const paths = new Map<string, string[]>();
    for (const object of chart.node.findAll()) {
      if (ApiObject.isApiObject(object))
        paths.set(identity(object.toJson() as ObjectProps), object.node.path.split('/'));
    }
    return (chart.toJson() as ObjectProps[]).map((object): Bare => {
      const [, ...path] = paths.get(identity(object)) ?? [];
      const { metadata, ...content } = object;
      // the one object of an application whose name is the chart's to give
      if (path.length !== 2 || path[1] !== 'Resource') return { chart: index, id: path.join('-'), props: object };
      const { name: _, namespace: __, ...others } = metadata ?? {};
      const kept = Object.keys(others).length === 0 ? {} : { metadata: others };
      return { chart: index, id: path[0] ?? '', props: { ...kept, ...content } };
    });
  });
}

function bareObjects(objects: readonly Bare[]): Make {
  return (charts) => {
    const app = new App();
    const of = chartsOf(app, charts);
    for (const { chart, id, props } of objects) new ApiObject(of[chart] ?? app, id, props);
    return app;
  };
}

interface Cost {
  /** Milliseconds of processor time: on a shared machine the clock on the wall measures the neighbours. */
  readonly processor: number;
  readonly wall: number;
  /** MiB of heap that the tree and its YAML take. */
  readonly heap: number;
}

function measure(make: Make, charts: Charts): Cost {
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const cpu = process.cpuUsage();
  const began = performance.now();
  const app = make(charts);
  const yaml = app.synthYaml();
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  globalThis.gc?.();
  const kept = process.memoryUsage().heapUsed - heap;
  if (yaml.length === 0 || app.node.children.length === 0) throw new Error('nothing was made');
  return { processor: (user + system) / 1000, wall, heap: kept / 2 ** 20 };
}

const rows = [
  [
    'charts',
    'objects',
    'ratio of the medians',
    'of the best',
    'FlinkApplications',
    'bare ApiObjects',
    'on the clock',
    'heap kept, MiB',
  ],
];
for (const charts of values.charts === undefined ? [1, 50, count] : [Number(values.charts)]) {
  const objects = contents(charts);
  const bare = bareObjects(objects);
  if (applications(charts).synthYaml() !== bare(charts).synthYaml())
    throw new Error('the two sides do not have the same content');
  const ours: Cost[] = [];
  const theirs: Cost[] = [];
  // cdk8s looks at the whole app once for each chart: seconds a round, on either side
  for (let round = 0; round < (charts > 100 ? Math.min(rounds, 3) : rounds); round++) {
    if (values.only !== 'ours') theirs.push(measure(bare, charts));
    if (values.only !== 'bare') ours.push(measure(applications, charts));
  }
  const of = (costs: readonly Cost[], what: keyof Cost): number[] => costs.map((cost) => cost[what]);
  rows.push([
    String(charts),
    String(objects.length),
    (median(of(ours, 'processor')) / median(of(theirs, 'processor'))).toFixed(2),
    (Math.min(...of(ours, 'processor')) / Math.min(...of(theirs, 'processor'))).toFixed(2),
    `${spread(of(ours, 'processor'), 0)} ms`,
    `${spread(of(theirs, 'processor'), 0)} ms`,
    `${median(of(ours, 'wall')).toFixed(0)} and ${median(of(theirs, 'wall')).toFixed(0)} ms`,
    `${median(of(ours, 'heap')).toFixed(0)} and ${median(of(theirs, 'heap')).toFixed(0)}`,
  ]);
}
table(`${count} applications, built, checked and rendered; milliseconds of processor time`, rows);
