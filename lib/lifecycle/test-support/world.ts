// SPDX-License-Identifier: Apache-2.0
// A Kubernetes namespace with one FlinkDeployment in it, as small as it can be: a Deployment makes one JobManager pod, a pod runs one
// Flink. Time passes only when it is told to. It refuses nothing that the real one would allow, and watches what must never happen.

import type {
  FlinkDeployment,
  FlinkDeploymentSpec,
  FlinkDeploymentStatus,
  JobStatusName,
} from '../../api/flink-deployment.ts';
import { isHaActive } from '../../flink/high-availability.ts';
import { effectiveConfiguration } from '../../manifests/effective-configuration.ts';
import type { Deploy } from '../action.ts';
import { FINALIZER } from '../cleanup.ts';
import type { HaMetadata, JobManagerDeployment, JobManagerPod } from '../observation.ts';
import { FlinkProcess, type Storage } from './flink-process.ts';
import { application, NAME, NAMESPACE, NOW } from './resource.ts';
import { Witness } from './witness.ts';

/** How long a moment lasts, in milliseconds. */
export const MOMENT = 1000;

interface Cluster {
  readonly uid: string;
  readonly action: Deploy;
  readonly ha: boolean;
  /** Whether everything that a pod needs besides the Deployment exists. */
  complete: boolean;
  wanted: number;
  deleting: boolean;
  everAvailable: boolean;
  availableChangedAt: number;
  pulls: boolean;
  /** Its job has ended. */
  ended: boolean;
  /** The job had ended and runs once more, which nobody has asked for: what it writes counts for nothing. */
  rerun: boolean;
}

interface Pod {
  readonly name: string;
  readonly cluster: Cluster;
  deletedAt?: number;
  process?: FlinkProcess;
}

export class World {
  now: number = NOW;
  resource: FlinkDeployment | undefined;
  readonly storage: Storage = { files: new Map(), ha: undefined };
  readonly witness: Witness = new Witness();
  cluster: Cluster | undefined;
  pods: Pod[] = [];
  /** Until then nobody reaches Flink. */
  flinkUnreachableUntil = 0;
  /** How the job ended that ran last; undefined while one runs. */
  lastEnd: JobStatusName | undefined;
  /** Whether images can be pulled. */
  imagesExist = true;
  #names = 0;
  #changed = true;

  constructor(spec: FlinkDeploymentSpec) {
    this.resource = application({ spec, finalizers: [] });
  }

  /** Whether Kubernetes has anything to tell since the last time. */
  takeEvents(): boolean {
    const changed = this.#changed;
    this.#changed = false;
    return changed;
  }

  // What the user does

  edit(change: (spec: FlinkDeploymentSpec) => FlinkDeploymentSpec): void {
    if (this.resource === undefined || this.resource.metadata?.deletionTimestamp !== undefined) return;
    const spec = change(structuredClone(this.resource.spec ?? {}));
    if (JSON.stringify(spec) === JSON.stringify(this.resource.spec)) return;
    const { metadata } = this.resource;
    this.resource = { ...this.resource, spec, metadata: { ...metadata, generation: (metadata?.generation ?? 0) + 1 } };
    this.#changed = true;
  }

  deleteResource(): void {
    if (this.resource === undefined) return;
    const deletionTimestamp = this.resource.metadata?.deletionTimestamp ?? new Date(this.now).toISOString();
    this.resource = { ...this.resource, metadata: { ...this.resource.metadata, deletionTimestamp } };
    if ((this.resource.metadata?.finalizers ?? []).length === 0) this.resource = undefined;
    this.#changed = true;
  }

  // What the operator's actions come to

  setFinalizer(present: boolean): void {
    if (this.resource === undefined) return;
    const finalizers = present ? [FINALIZER] : [];
    this.resource = { ...this.resource, metadata: { ...this.resource.metadata, finalizers } };
    if (!present && this.resource.metadata?.deletionTimestamp !== undefined) {
      this.resource = undefined;
      this.witness.removed(this);
    }
    this.#changed = true;
  }

  /** Throws what the API server or the operator's own checks would answer. `half`: dies after the Deployment. */
  deploy(action: Deploy, half: boolean): void {
    const ha = isHaActive(effectiveConfiguration(action.spec, { name: NAME, namespace: NAMESPACE }, {}));
    if (this.cluster === undefined) {
      if (action.requireHaMetadata && !this.haMetadata().available) throw new Error('HA metadata is not available');
      this.witness.deployed(this, action);
      const uid = `deployment-${String(++this.#names)}`;
      const age = { everAvailable: false, availableChangedAt: this.now, ended: false, rerun: false };
      const pulls = this.imagesExist;
      this.cluster = { uid, action, ha, complete: false, wanted: 1, deleting: false, pulls, ...age };
    }
    if (this.cluster.deleting) throw new Error('the Deployment of an older cluster is still being deleted');
    if (this.cluster.action.generation !== action.generation) throw new Error('the Deployment has another generation');
    this.#changed = true;
    if (!half) this.cluster.complete = true;
  }

  scaleToZero(uid: string): void {
    if (this.cluster?.uid !== uid) return;
    this.cluster.wanted = 0;
    this.#changed = true;
  }

  deleteCluster(uid: string, foreground: boolean): void {
    if (this.cluster?.uid !== uid) return;
    if (foreground) this.cluster.deleting = true;
    else this.#clusterIsGone();
    this.#changed = true;
  }

  deleteHaData(): void {
    this.witness.haDataDeleted(this);
    this.storage.ha = undefined;
  }

  writeStatus(status: FlinkDeploymentStatus): void {
    if (this.resource === undefined) return;
    this.resource = { ...this.resource, status };
  }

  // What is seen

  /** The Flink that answers, if there is one. */
  get flink(): FlinkProcess | undefined {
    const pod = this.pods.find(({ deletedAt, process }) => deletedAt === undefined && process !== undefined);
    return pod?.process;
  }

  viewDeployment(): JobManagerDeployment | undefined {
    if (this.cluster === undefined) return undefined;
    const { uid, action, deleting, wanted, everAvailable, availableChangedAt } = this.cluster;
    return {
      uid,
      ours: true,
      generation: String(action.generation),
      deleting,
      wanted,
      available: this.flink === undefined ? 0 : 1,
      availableChangedAt,
      // Without replicas a Deployment has all that it wants, which Kubernetes calls available.
      neverAvailable: !everAvailable && wanted > 0,
    };
  }

  viewPods(): JobManagerPod[] {
    return this.pods.map(({ name, deletedAt, cluster }) => ({
      name,
      ...(deletedAt === undefined ? {} : { deletedAt }),
      ...(cluster.pulls ? {} : { trouble: { reason: 'ImagePullBackOff', message: 'no such image' } }),
    }));
  }

  haMetadata(): HaMetadata {
    const jobs = [...(this.storage.ha ?? [])].filter(([id]) => !id.endsWith(' ended'));
    return {
      available: jobs.length > 0,
      checkpointed: jobs.some(([, { checkpoint }]) => checkpoint !== undefined),
      present: this.storage.ha !== undefined,
    };
  }

  // What passes by itself

  endJob(process: FlinkProcess, state: 'FINISHED' | 'FAILED'): void {
    process.end(state);
    this.lastEnd = state;
    for (const pod of this.pods) if (pod.process === process) pod.cluster.ended = true;
  }

  killPod(): void {
    const pod = this.pods.find(({ deletedAt }) => deletedAt === undefined);
    if (pod === undefined) return;
    this.pods = this.pods.filter((other) => other !== pod);
    pod.cluster.availableChangedAt = this.now;
    this.#changed = true;
  }

  /** A moment passes, for Kubernetes and for Flink. True if anything in Kubernetes changed. */
  tick(): void {
    this.now += MOMENT;
    this.#removePods();
    this.#reconcileDeployment();
    for (const pod of this.pods) this.#runPod(pod);
    this.witness.moment(this);
  }

  #removePods(): void {
    const left = this.pods.filter(({ deletedAt }) => deletedAt === undefined || this.now - deletedAt <= MOMENT);
    if (left.length !== this.pods.length) this.#changed = true;
    this.pods = left;
  }

  #reconcileDeployment(): void {
    for (const pod of this.pods) {
      const { cluster } = pod;
      const orphaned = cluster !== this.cluster;
      if (pod.deletedAt === undefined && (orphaned || cluster.deleting || cluster.wanted === 0)) {
        pod.deletedAt = this.now;
        this.#changed = true;
      }
    }
    if (this.cluster === undefined) return;
    if (this.cluster.deleting && this.pods.length === 0) this.#clusterIsGone();
    else if (this.cluster.wanted > 0 && !this.cluster.deleting && this.pods.length === 0) {
      this.pods.push({ name: `pod-${String(++this.#names)}`, cluster: this.cluster });
      this.#changed = true;
    }
  }

  #runPod(pod: Pod): void {
    if (pod.process !== undefined) {
      const before = pod.process.started;
      const files = this.storage.files.size;
      pod.process.tick(this.now);
      if (pod.process.started !== before && !pod.cluster.rerun) this.lastEnd = undefined;
      if (pod.process.started !== before) this.witness.started(this, pod.cluster, pod.process);
      if (this.storage.files.size > files && !pod.cluster.rerun) this.witness.persisted(pod.process);
      if (pod.process.ended) {
        pod.cluster.ended = true;
        this.lastEnd = pod.process.state ?? this.lastEnd;
      }
      if (pod.process.startFailed) this.witness.note('the job is started from a state that does not exist');
      return;
    }
    if (pod.deletedAt !== undefined || !pod.cluster.complete || !pod.cluster.pulls) return;
    const { jobId, savepointPath } = pod.cluster.action;
    const config = { jobId, ha: pod.cluster.ha, ...(savepointPath === undefined ? {} : { savepointPath }) };
    // Kubernetes alone has restarted it: without HA, Flink itself has lost the state, and runs a job again that had ended.
    if (pod.cluster.everAvailable && !pod.cluster.ha) {
      this.witness.stateLost();
      pod.cluster.rerun = pod.cluster.ended;
    }
    pod.process = new FlinkProcess(config, this.storage, this.now);
    pod.cluster.everAvailable = true;
    pod.cluster.availableChangedAt = this.now;
    this.#changed = true;
  }

  #clusterIsGone(): void {
    this.cluster = undefined;
    this.#changed = true;
  }
}
