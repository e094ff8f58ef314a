// SPDX-License-Identifier: Apache-2.0
// One JobManager process of an application cluster, from the start of its container to its end: configuration, leadership, `main()`, its
// one job, and what high availability keeps of it. REST is rest-api.ts.

import type { Pod } from '../../kubernetes/objects.ts';
import { type Clock, sleep } from '../../runtime/clock.ts';
import type { Random } from '../../runtime/random.ts';
import { AsyncOperations } from './async-operations.ts';
import type { ContainerContext } from '../controllers/container-runtime.ts';
import type { ClusterFaults } from './faults.ts';
import { HaMaps } from './ha-maps.ts';
import { HighAvailability } from './high-availability.ts';
import { type CheckpointStore, JobSnapshots } from './job-snapshots.ts';
import { JobManagerPod } from './job-manager-pod.ts';
import type { KubernetesAccess } from './kubernetes-access.ts';
import type { Latencies } from './latencies.ts';
import type { FlinkHistory } from './runs.ts';
import { type JobManagerSettings, readSettings } from './settings.ts';
import { type JobGraph, type JobWorld, type RestorePoint, type TerminalStatus, SimulatedJob } from './simulated-job.ts';
import type { SimulatedStorage } from './storage.ts';
import { TaskManagerPool } from './task-manager-pool.ts';
import { type JavaException, FLINK_CLASSES, exception } from './throwables.ts';

/** What all JobManagers of a simulated Flink share. */
export interface FlinkWorld {
  readonly clock: Clock;
  readonly random: Random;
  readonly kubernetes: KubernetesAccess;
  readonly storage: SimulatedStorage;
  readonly history: FlinkHistory;
  readonly latencies: Latencies;
  faultsOf(cluster: string): ClusterFaults;
  /** Number of TaskManagers of the cluster that have registered. */
  taskManagers(cluster: string): readonly string[];
}

/** `starting`: the port is closed. `waiting`: it is open and answers 503. */
export type Phase = 'starting' | 'waiting' | 'serving' | 'gone';

export class SimulatedJobManager {
  /** `namespace/cluster-id`. */
  readonly cluster: string;
  readonly pod: JobManagerPod;
  readonly world: FlinkWorld;
  readonly #context: ContainerContext;
  phase: Phase = 'starting';
  /** Ready by its probe: behind the Service. */
  isReady = false;
  settings!: JobManagerSettings;
  operations!: AsyncOperations;
  job: SimulatedJob | undefined;
  snapshots: JobSnapshots | undefined;
  readonly #ended = new AbortController();
  #ha: HighAvailability | undefined;
  #pool: TaskManagerPool | undefined;

  constructor(world: FlinkWorld, pod: Pod, context: ContainerContext) {
    this.world = world;
    this.pod = new JobManagerPod(pod);
    this.#context = context;
    this.cluster = `${this.pod.namespace}/${this.pod.clusterId}`;
  }

  /** Runs until the process ends, by itself or by the signal. */
  async run(): Promise<void> {
    const { signal } = this.#context;
    const onAbort = (): void => void this.#stop(signal.reason);
    if (signal.aborted) return;
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      await this.#start();
    } catch (error) {
      if (this.#ended.signal.aborted) return;
      throw error;
    }
  }

  async #start(): Promise<void> {
    const { latencies, clock } = this.world;
    const faults = this.world.faultsOf(this.cluster);
    if (!this.pod.hasStartupProbe) this.#becomeReady();
    await this.#pause(latencies.jobManagerStart);
    const config = await this.#configuration();
    this.settings = readSettings(config, this.pod.clusterId, this.pod.image);
    this.operations = new AsyncOperations(clock, this.settings.asyncStore);
    if (faults.exitsAtStart !== undefined) return this.#exit(faults.exitsAtStart);
    if (faults.failsAtStart !== undefined && !this.settings.submitFailedJob) return this.#exit(1);
    this.phase = 'waiting';
    if (faults.neverServes === true) return;
    this.#pool = new TaskManagerPool({
      kubernetes: this.world.kubernetes,
      namespace: this.pod.namespace,
      clusterId: this.pod.clusterId,
      settings: this.settings,
    });
    if (this.settings.haActive) await this.#lead();
    await this.#pause(latencies.dispatcherStart);
    this.phase = 'serving';
    this.#becomeReady();
    await this.#pause(latencies.mainMethod);
    await this.#submit(faults);
  }

  async #configuration(): Promise<Record<string, string>> {
    for (;;) {
      const configuration = await this.pod.configuration(this.world.kubernetes);
      this.#ended.signal.throwIfAborted();
      if (configuration !== undefined) return configuration;
      await this.#pause(1000);
    }
  }

  async #lead(): Promise<void> {
    const { random, clock, kubernetes } = this.world;
    const { settings, pod } = this;
    this.#ha = new HighAvailability({
      clock,
      random,
      maps: new HaMaps(kubernetes, pod.namespace, pod.clusterId, settings.flinkVersion),
      settings,
      podIp: pod.ip,
      signal: this.#ended.signal,
    });
    await this.#ha.lead(() => this.#exit(2));
  }

  /** Recovers the job that high availability knows, or runs `main()`; a job whose result is stored is not run again. */
  async #submit(faults: ClusterFaults): Promise<void> {
    const { settings } = this;
    const id = settings.jobId ?? '0'.repeat(32);
    const recovered = await this.#ha?.storedGraph(id);
    this.#ended.signal.throwIfAborted();
    if (this.#ha !== undefined && this.world.storage.file(this.#resultFile(id)) !== undefined) return;
    const graph: JobGraph = recovered ?? {
      id,
      name: settings.jobName,
      parallelism: settings.parallelism,
      ...(settings.savepointPath !== undefined && { savepointPath: settings.savepointPath }),
    };
    const job = new SimulatedJob(graph, this.#jobWorld());
    if (faults.failsAtStart !== undefined) {
      this.job = job;
      const cause = exception('java.lang.RuntimeException', faults.failsAtStart);
      const message = `The main method caused an error: ${faults.failsAtStart}`;
      return job.failInitialization(exception(FLINK_CLASSES.application, message, cause));
    }
    await this.#ha?.keep(graph);
    this.#ended.signal.throwIfAborted();
    this.job = job;
    this.snapshots = new JobSnapshots(job, this.#ha ?? this.#inMemory(), this.world.random, faults);
    await job.start();
  }

  #jobWorld(): JobWorld {
    const { clock, storage, history, latencies } = this.world;
    return {
      clock,
      storage,
      history,
      latencies,
      settings: this.settings,
      cluster: this.cluster,
      pod: this.pod.name,
      restorePoint: (graph) => this.#restorePoint(graph),
      slots: () => this.slots,
      ended: (job, status) => this.#detached(this.#jobEnded(job, status)),
      initializationFailed: (job, cause) => this.#initializationFailed(job, cause),
      scheduled: () => this.#jobScheduled(),
    };
  }

  get slots(): number {
    return this.world.taskManagers(this.cluster).length * this.settings.slots;
  }

  async #restorePoint(graph: JobGraph): Promise<RestorePoint | undefined> {
    const known = await this.#ha?.checkpoints(graph.id);
    const newest = known?.handles.at(-1);
    if (known !== undefined && newest !== undefined) {
      if (this.snapshots !== undefined) this.snapshots.retained = known.handles.map(({ path }) => path);
      const { id, path } = newest;
      return { from: { kind: 'checkpoint', id, path }, path, nextId: Math.max(id + 1, known.nextId) };
    }
    const path = graph.savepointPath;
    if (path === undefined) return undefined;
    const snapshot = this.world.storage.snapshot(path);
    return { from: { kind: 'savepoint', path }, path, nextId: (snapshot?.id ?? 0) + 1 };
  }

  #jobScheduled(): void {
    this.snapshots?.schedule();
    const { parallelism } = this.job?.graph ?? { parallelism: 0 };
    if (this.pod.isNative) this.#detached(this.#pool?.require(parallelism));
  }

  /** A TaskManager has come or gone. */
  taskManagersChanged(lost: boolean): void {
    const { job } = this;
    if (job === undefined || !job.isAlive || job.isTerminal) return;
    if (lost && this.slots < job.graph.parallelism && job.status === 'RUNNING') {
      const cause = exception('org.apache.flink.util.FlinkException', 'The TaskExecutor is shutting down.');
      if (job.tasks !== 'scheduled') return job.fail(cause);
      if (this.pod.isNative) this.#detached(this.#pool?.require(job.graph.parallelism));
    }
    job.slotsChanged();
  }

  async #jobEnded(job: SimulatedJob, status: TerminalStatus): Promise<void> {
    const { latencies, storage } = this.world;
    await this.#pause(latencies.cleanup);
    const id = job.graph.id;
    const keep = this.settings.retainOnCancellation && status !== 'FINISHED';
    if (!keep) for (const path of this.snapshots?.retained ?? []) this.snapshots?.drop(path);
    if (this.#ha !== undefined) {
      storage.writeFile(this.#resultFile(id), { status });
      await this.#ha.forget(id);
      if (this.settings.jobResultDeletedOnCommit) storage.remove(this.#resultFile(id));
    }
    if (this.#ended.signal.aborted) return;
    if (this.settings.shutdownOnFinish) return this.#shutdown();
    await this.#pause(latencies.taskManagerIdle);
    if (this.pod.isNative) await this.#pool?.release();
  }

  /** As seen: the job shows FAILED for about a second, then the process ends with code 2; with HA the result is stored, so the next one runs nothing. */
  #initializationFailed(job: SimulatedJob, cause: JavaException): void {
    const outer = exception('org.apache.flink.util.FlinkException', 'Could not start the JobMaster.', cause);
    job.failInitialization(exception(FLINK_CLASSES.jobExecution, 'Could not start the JobMaster.', outer));
    this.world.clock.setTimer(() => this.#exit(2), 1200);
  }

  /** An application that has ended takes its cluster with it, unless it is told to stay. */
  async #shutdown(): Promise<void> {
    const { namespace, clusterId } = this.pod;
    await this.world.kubernetes.delete(`/apis/apps/v1/namespaces/${namespace}/deployments/${clusterId}`);
    await this.#ha?.dissolve();
    this.#exit(0);
  }

  /** Without high availability checkpoints are known to this process only. */
  #inMemory(): CheckpointStore {
    return {
      counter: () => Promise.resolve(),
      add: (_jobId, { path }, retained) => {
        const all = [...(this.snapshots?.retained ?? []), path];
        return Promise.resolve(all.slice(0, Math.max(0, all.length - retained)));
      },
    };
  }

  /** Ends from outside. A killed process releases nothing; one that is asked to end does if it still comes to it. */
  async #stop(reason: unknown): Promise<void> {
    if (this.phase === 'gone') return;
    this.#leave();
    const { releasesLock } = this.world.faultsOf(this.cluster);
    const killed = /kill/i.test(String(reason instanceof Error ? reason.message : reason));
    const releases = releasesLock ?? (!killed && this.world.random.next() < 0.5);
    if (releases) await this.#ha?.release();
  }

  #exit(code: number): void {
    if (this.phase === 'gone') return;
    this.#leave();
    void (this.#ha?.release() ?? Promise.resolve()).then(() =>
      this.#context.exit(code, code === 0 ? 'Completed' : 'Error'),
    );
  }

  #leave(): void {
    this.phase = 'gone';
    this.isReady = false;
    this.#ended.abort(new Error('the JobManager process has ended'));
    this.job?.lose();
  }

  #becomeReady(): void {
    if (this.isReady || this.phase === 'gone') return;
    this.isReady = true;
    this.#context.ready();
  }

  /** Work that nobody waits for; that it is cut short by the end of the process is no error. */
  #detached(work: Promise<unknown> | undefined): void {
    work?.catch((error: unknown) => {
      if (!this.#ended.signal.aborted) throw error;
    });
  }

  #pause(ms: number): Promise<void> {
    return sleep(this.world.clock, ms, this.#ended.signal);
  }

  #resultFile(jobId: string): string {
    return `${this.settings.jobResultPath ?? 'file:/job-result-store'}/${jobId}.json`;
  }
}
