// SPDX-License-Identifier: Apache-2.0
// For tests: one application cluster on the in-memory API server, whose pods are started and stopped by hand, so that
// what is tested is Flink and not the kubelet.

import { FlinkRestClient } from '../../operator/flink/rest-client.ts';
import type {
  ConfigMap,
  Deployment,
  KubernetesObject,
  Pod,
  PodSpec,
  Service,
  Stored,
} from '../../lib/kubernetes/objects.ts';
import { InMemoryApiServer } from '../../lib/testing/api-server/server.ts';
import type { ContainerContext } from '../../lib/testing/controllers/container-runtime.ts';
import { SeededRandom } from '../../lib/testing/seeded-random.ts';
import { VirtualClock } from '../../lib/testing/virtual-clock.ts';
import type { Latencies } from '../../lib/testing/flink/latencies.ts';
import { SimulatedFlink } from '../../lib/testing/flink/simulated-flink.ts';

export const JOB = '7c1e9a40b5d24f0f8a6b3d2e1f904c57';
export const OTHER = '0f4b8c6d2a9e4e31b7d5c3a1908e7f62';
export const CLUSTER = 'streams/clicks';

const BASE: Readonly<Record<string, string>> = {
  '$internal.pipeline.job-id': JOB,
  '$internal.flink.version': 'v1_20',
  'pipeline.name': 'clicks',
  'kubernetes.cluster-id': 'clicks',
  'kubernetes.namespace': 'streams',
  'parallelism.default': '2',
  'taskmanager.numberOfTaskSlots': '1',
  'execution.checkpointing.interval': '5s',
  'state.checkpoints.dir': 'file:///data/checkpoints',
  'execution.shutdown-on-application-finish': 'false',
  'execution.submit-failed-job-on-application-error': 'true',
  'execution.checkpointing.externalized-checkpoint-retention': 'RETAIN_ON_CANCELLATION',
  'job-result-store.delete-on-commit': 'false',
};

export const HA: Readonly<Record<string, string>> = {
  'high-availability.type': 'kubernetes',
  'high-availability.storageDir': 'file:///data/ha',
};

/** Configuration, Service and Deployment of the cluster, as an operator makes them. */
export function clusterObjects(config: Readonly<Record<string, string>> = {}): KubernetesObject[] {
  const text = Object.entries({ ...BASE, ...config })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');
  const labels = { app: 'clicks', component: 'jobmanager', type: 'flink-native-kubernetes' };
  const metadata = (name: string): { name: string; namespace: string } => ({ name, namespace: 'streams' });
  const map: ConfigMap = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadata('flink-config-clicks'),
    data: { 'flink-conf.yaml': text },
  };
  const service: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata('clicks-rest'),
    spec: { selector: labels, ports: [{ name: 'rest', port: 8081 }] },
  };
  const deployment: Deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata('clicks'),
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: JOB_MANAGER } },
  };
  return [map, service, deployment];
}

const JOB_MANAGER: PodSpec = {
  containers: [
    {
      name: 'flink-main-container',
      image: 'flink:1.20',
      args: ['bash', '-c', 'kubernetes-jobmanager.sh kubernetes-application '],
      ports: [{ name: 'rest', containerPort: 8081 }],
      startupProbe: { httpGet: { path: '/config', port: 'rest' }, failureThreshold: 2147483647, periodSeconds: 1 },
    },
  ],
};

interface Container {
  readonly stop: AbortController;
  ready: boolean;
  exitCode?: number;
}

export class FlinkBench {
  readonly clock: VirtualClock = new VirtualClock(Date.UTC(2026, 0, 1, 12));
  readonly random: SeededRandom = new SeededRandom(7);
  readonly server: InMemoryApiServer = new InMemoryApiServer({ clock: this.clock, random: this.random });
  readonly flink: SimulatedFlink;
  readonly client: FlinkRestClient;
  readonly containers: Map<string, Container> = new Map();
  #pods = 0;

  constructor(latencies: Partial<Latencies> = {}) {
    this.flink = new SimulatedFlink({
      clock: this.clock,
      random: this.random,
      kubernetes: this.server.transport('flink'),
      latencies,
    });
    this.client = new FlinkRestClient({
      transport: this.flink.transport(),
      clock: this.clock,
      origin: 'http://clicks-rest.streams:8081',
      timeoutMs: 10_000,
    });
    this.server.onChange(({ type, resource, object }) => {
      if (resource !== '/pods' && resource !== 'pods') return;
      const pod = object as unknown as Stored<Pod>;
      if (pod.metadata.labels?.['component'] !== 'taskmanager') return;
      if (type === 'ADDED') this.startPod(pod);
      if (type === 'DELETED') this.containers.get(pod.metadata.name)?.stop.abort(new Error('deleted'));
    });
  }

  /** Creates the cluster's objects anew and starts its JobManager. */
  deploy(config: Readonly<Record<string, string>> = {}): string {
    for (const object of clusterObjects(config)) this.server.apply(object);
    return this.startJobManager();
  }

  /** Starts another JobManager pod, as a ReplicaSet would after the loss of one. */
  startJobManager(): string {
    const pod: Pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `clicks-${++this.#pods}`,
        namespace: 'streams',
        labels: { app: 'clicks', component: 'jobmanager', type: 'flink-native-kubernetes' },
      },
      spec: JOB_MANAGER,
    };
    const stored = this.server.apply(pod);
    this.startPod(stored);
    return stored.metadata.name;
  }

  /** Starts the containers of a pod, also once more after they have exited. */
  startPod(pod: Stored<Pod>): void {
    const container: Container = { stop: new AbortController(), ready: false };
    this.containers.set(pod.metadata.name, container);
    const context: ContainerContext = {
      setStatus: () => undefined,
      ready: () => (container.ready = true),
      unready: () => (container.ready = false),
      exit: (code) => (container.exitCode = code),
      signal: container.stop.signal,
      restartCount: 0,
    };
    this.flink.runtime.start(pod, context);
  }

  /** Ends a pod's processes; with `kill` nothing is released. */
  stopPod(name: string, how: 'kill' | 'terminate' = 'kill'): void {
    this.containers.get(name)?.stop.abort(new Error(how === 'kill' ? 'SIGKILL' : 'SIGTERM'));
    this.server.delete('pods', 'streams', name);
  }

  /** Runs until the job is in that effective state. */
  async until(state: string, limitMs = 120_000): Promise<void> {
    await this.clock.runUntil(() => {
      const job = this.flink.job(CLUSTER);
      return state === 'RUNNING' ? job?.isExecuting === true : job?.status === state;
    }, limitMs);
  }

  /** Runs until as many checkpoints were completed by the present JobManager. */
  async checkpoints(count: number): Promise<void> {
    await this.clock.runUntil(() => (this.flink.job(CLUSTER)?.checkpoints.completed ?? 0) >= count, 120_000);
  }

  /** The result of a call, while time passes for it. */
  async call<T>(call: Promise<T>): Promise<T> {
    let settled: { value: T } | { error: unknown } | undefined;
    call.then(
      (value) => (settled = { value }),
      (error: unknown) => (settled = { error }),
    );
    await this.clock.runUntil(() => settled !== undefined, 60_000);
    if (settled !== undefined && 'value' in settled) return settled.value;
    throw (settled as { error: unknown } | undefined)?.error;
  }

  /** Runs and returns all states of the job on the way, without repetitions, until the last of them is `last`. */
  async states(last: string): Promise<string[]> {
    const seen: string[] = [];
    await this.clock.runUntil(() => {
      const job = this.flink.job(CLUSTER);
      const now = job === undefined ? 'absent' : `${job.status}/${job.hasTasks ? job.tasks : 'none'}`;
      if (seen.at(-1) !== now) seen.push(now);
      return now === last;
    }, 120_000);
    return seen;
  }
}
