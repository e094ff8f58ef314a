// SPDX-License-Identifier: Apache-2.0
// The world inside this process: the embedded cluster on virtual time. A crash harness can decide about each write of its operator.

import { APPLICATION, MISSING_IMAGE } from './application.ts';
import type { Storage } from './application.ts';
import { EmbeddedCluster } from '../../lib/testing/index.ts';
import type { OperatorProcess, ProcessWrite, VirtualClock, WriteFate } from '../../lib/testing/index.ts';
import type { FlinkDeployment } from '../../lib/api/flink-deployment.ts';
import type { Stored } from '../../lib/kubernetes/objects.ts';
import { startOperator } from '../../operator/operator.ts';
import { DEFAULT_SETTINGS } from '../../operator/settings.ts';
import { memoryLog, type LogLine } from '../../operator/telemetry/memory-log.ts';
import { playExampleJob } from './example-job.ts';
import { KubernetesWorld } from './kubernetes-world.ts';
import type { Trace } from './trace.ts';

export interface EmbeddedWorldOptions {
  readonly seed?: number;
  readonly flinkVersion?: string;
  readonly storage?: Storage;
  /** Decides about each write of the operator, whichever incarnation; default: all pass. */
  readonly judge?: (write: ProcessWrite) => WriteFate;
  /** The job does what the example's arguments say, see {@link playExampleJob}. */
  readonly example?: boolean;
  /** Flink's processes start within a second instead of the time that they really take: less to wait through. */
  readonly quickStart?: boolean;
  /** How long nobody works after the operator was killed by the judge, in milliseconds; 1500. */
  readonly restartMs?: number;
}

const NAMESPACE = 'scenario';
const QUICK = { jobManagerStart: 400, dispatcherStart: 100, mainMethod: 100, taskManagerStart: 400, taskStart: 100 };
const RECORDED: ReadonlySet<string> = new Set([
  'FlinkDeployment',
  'Deployment',
  'Service',
  'ConfigMap',
  'Ingress',
  'Pod',
]);
/** Longest time between two looks at a condition while the FlinkDeployment does not change, in milliseconds. */
const LOOK_MS = 1000;

export class EmbeddedWorld extends KubernetesWorld {
  readonly kind = 'embedded';
  readonly cluster: EmbeddedCluster;
  readonly log: LogLine[];
  readonly #operator: OperatorProcess;
  readonly #restartMs: number;
  /** Paths that stood in the status at some time. */
  readonly #savepoints = new Set<string>();
  #changes = 0;
  #wanted = true;

  constructor(options: EmbeddedWorldOptions = {}) {
    const cluster = new EmbeddedCluster({
      seed: options.seed ?? 1,
      brokenImages: [MISSING_IMAGE],
      flinkLatencies: options.quickStart === true ? QUICK : {},
    });
    super({
      namespace: NAMESPACE,
      flinkVersion: options.flinkVersion ?? '1.20',
      storage: options.storage ?? 'volume',
      kubernetes: cluster.api.transport('scenario'),
      flink: cluster.flink.transport(),
      clock: cluster.clock,
      random: cluster.random,
    });
    this.cluster = cluster;
    this.#restartMs = options.restartMs ?? 1500;
    cluster.api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } });
    cluster.api.onChange(({ type, object }) => {
      if (object.kind === 'FlinkDeployment') {
        this.#changes++;
        const { jobStatus } = (object as FlinkDeployment).status ?? {};
        this.#savepoints.add(jobStatus?.upgradeSavepointPath ?? '');
      }
      if (object.metadata.namespace === NAMESPACE && RECORDED.has(object.kind)) this.recorder.see({ type, object });
    });
    const application = (): Stored<FlinkDeployment> | undefined =>
      cluster.api.get<FlinkDeployment>('flinkdeployments', NAMESPACE, APPLICATION);
    if (options.example === true) playExampleJob(cluster, this.flinkCluster, () => application()?.spec);
    const { log, lines } = memoryLog();
    this.log = lines;
    const { judge } = options;
    this.#operator = cluster.run(
      (surroundings) =>
        startOperator({
          ...surroundings,
          log,
          settings: () => DEFAULT_SETTINGS,
          namespaces: [NAMESPACE],
          freeze: options.quickStart !== true,
        }),
      judge === undefined ? {} : { judge: (write) => this.#judged(judge(write)) },
    );
  }

  /** What the simulated Flink calls the application. */
  get flinkCluster(): string {
    return `${NAMESPACE}/${APPLICATION}`;
  }

  get virtualClock(): VirtualClock {
    return this.cluster.clock;
  }

  /** Waits until the operator works. */
  async begin(): Promise<void> {
    await this.outcome(this.#operator.started);
    await this.rememberBaseline();
  }

  /** Ends everything. */
  end(): void {
    this.#wanted = false;
    this.cluster.stop();
  }

  async pause(seconds: number): Promise<void> {
    await this.cluster.advance(seconds * 1000);
  }

  killOperator(): Promise<void> {
    this.#wanted = false;
    this.#operator.kill();
    return Promise.resolve();
  }

  async startOperator(): Promise<void> {
    this.#wanted = true;
    this.#operator.start();
    await this.outcome(this.#operator.started);
  }

  killOperatorAtStatusWrites(): () => Promise<number> {
    let kills = 0;
    const stop = this.recorder.onStatusWrite(() => {
      if (!this.#operator.running) return;
      kills++;
      this.#operator.kill();
      this.#startLater();
    });
    return () => {
      stop();
      return Promise.resolve(kills);
    };
  }

  refuseSavepoints(refuse: boolean): Promise<void> {
    const faults = this.cluster.flink.faults.of(this.flinkCluster);
    if (refuse) faults.savepointFails = 'Permission denied';
    else delete faults.savepointFails;
    return Promise.resolve();
  }

  trace(): Promise<Trace> {
    const { lifecycle, objects } = this.recorder.trace();
    const actions = this.log.filter(({ message }) => message === 'acting').map(({ fields }) => fields);
    for (const action of actions) this.recorder.acts(action);
    return Promise.resolve({ lifecycle, objects, flinkCalls: this.recorder.trace().flinkCalls });
  }

  checkLineage(lossIsFine: boolean): Promise<void> {
    const wrong = [...this.recorder.clustersAtOnce, ...this.wrongRuns(lossIsFine)];
    return wrong.length === 0 ? Promise.resolve() : Promise.reject(new Error(wrong.join('\n')));
  }

  /** What is wrong with the job's runs: two at once, or one from an older state than was known. */
  wrongRuns(lossIsFine: boolean): string[] {
    const { history } = this.cluster.flink;
    const wrong: string[] = [];
    for (const [one, other] of history.overlaps())
      wrong.push(`job ${one.jobId} in ${one.pod} and job ${other.jobId} in ${other.pod} ran at the same time`);
    if (lossIsFine) return wrong;
    for (const { run, newest } of history.losses()) {
      // A savepoint whose JobManager died before anybody heard of it: Flink itself goes on from its newest checkpoint then.
      const unheard = newest.kind === 'savepoint' && !this.#savepoints.has(newest.path);
      if (unheard && run.restoredFrom.kind === 'checkpoint' && run.jobId === newest.jobId) continue;
      wrong.push(`${run.pod} began with ${String(run.startValue)} though ${newest.path} had ${String(newest.value)}`);
    }
    return wrong;
  }

  protected outcome<T>(work: Promise<T>): Promise<T> {
    return this.cluster.outcome(work);
  }

  protected async moment(): Promise<void> {
    const { virtualClock } = this;
    const before = this.#changes;
    const end = virtualClock.monotonic() + LOOK_MS;
    // The timer guarantees that the clock comes to `end` even when nothing else happens.
    const timer = virtualClock.setTimer(() => undefined, LOOK_MS);
    await virtualClock.runUntil(() => this.#changes > before || virtualClock.monotonic() >= end, LOOK_MS);
    timer.cancel();
  }

  #judged(fate: WriteFate): WriteFate {
    if (fate === 'kill-before' || fate === 'kill-after') this.#startLater();
    return fate;
  }

  #startLater(): void {
    this.cluster.clock.setTimer(() => {
      if (this.#wanted) this.#operator.start();
    }, this.#restartMs);
  }
}
