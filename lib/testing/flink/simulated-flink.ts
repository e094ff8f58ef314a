// SPDX-License-Identifier: Apache-2.0
// Flink for an in-memory Kubernetes: what runs in JobManager and TaskManager pods, and the network by which their REST services are
// reached. Application mode only: one job a cluster. It shares nothing with the operator but Kubernetes and HTTP.

import type { Pod, Service } from '../../kubernetes/objects.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { Random } from '../../runtime/random.ts';
import {
  type Transport,
  TransportError,
  type TransportRequest,
  type TransportResponse,
} from '../../runtime/transport.ts';
import type { ContainerContext, ContainerRuntime } from '../controllers/container-runtime.ts';
import { type RequestFault, FlinkFaults } from './faults.ts';
import { type FlinkWorld, SimulatedJobManager } from './job-manager.ts';
import { KubernetesAccess } from './kubernetes-access.ts';
import { type Latencies, MEASURED_LATENCIES } from './latencies.ts';
import { answer } from './rest-api.ts';
import { type RestAnswer, plain } from './rest-errors.ts';
import { FlinkHistory } from './runs.ts';
import type { SimulatedJob } from './simulated-job.ts';
import { SimulatedStorage } from './storage.ts';
import { type JavaException, FLINK_CLASSES, exception } from './throwables.ts';

/** What the simulated Flink is given; its JobManagers live in the pods of a cluster. */
export interface SimulatedFlinkOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Kubernetes as the JobManagers' service account. */
  readonly kubernetes: Transport;
  /** Overrides of {@link MEASURED_LATENCIES}, milliseconds. */
  readonly latencies?: Partial<Latencies>;
  /** Give the same storage to two of them to let state survive all pods of one. */
  readonly storage?: SimulatedStorage;
}

/** Every Flink of a cluster: what runs in its pods, what they leave in storage, and how they are reached. */
export class SimulatedFlink {
  /** Checkpoints, savepoints and the files of high availability; it outlives all pods. */
  readonly storage: SimulatedStorage;
  /** What goes wrong in Flink, by cluster or by request. */
  readonly faults: FlinkFaults = new FlinkFaults();
  /** All runs of all jobs, and all snapshots. */
  readonly history: FlinkHistory = new FlinkHistory();
  /** Runs the containers of Flink's pods, known by their label `component`; any other pod is left alone. */
  readonly runtime: ContainerRuntime;
  readonly #clock: Clock;
  readonly #kubernetes: KubernetesAccess;
  readonly #world: FlinkWorld;
  readonly #managers = new Set<SimulatedJobManager>();
  /** Names of registered TaskManagers by cluster. */
  readonly #taskManagers = new Map<string, Set<string>>();

  constructor(options: SimulatedFlinkOptions) {
    this.storage = options.storage ?? new SimulatedStorage();
    this.#clock = options.clock;
    this.#kubernetes = new KubernetesAccess(options.kubernetes);
    this.#world = {
      clock: options.clock,
      random: options.random,
      kubernetes: this.#kubernetes,
      storage: this.storage,
      history: this.history,
      latencies: { ...MEASURED_LATENCIES, ...options.latencies },
      faultsOf: (cluster) => this.faults.of(cluster),
      taskManagers: (cluster) => [...(this.#taskManagers.get(cluster) ?? [])],
    };
    this.runtime = { start: (pod, context) => this.#start(pod, context) };
  }

  /** The network: answers `http://<cluster-id>-rest.<namespace>:<port>`. */
  transport(): Transport {
    return { request: (request) => this.#request(request) };
  }

  /** The job of a cluster (`namespace/cluster-id`) under the JobManager that serves it, if any. */
  job(cluster: string): SimulatedJob | undefined {
    return this.manager(cluster)?.job;
  }

  /** The cluster's JobManager that leads, or else any that runs. */
  manager(cluster: string): SimulatedJobManager | undefined {
    const all = [...this.#managers].filter((manager) => manager.cluster === cluster && manager.phase !== 'gone');
    return all.find((manager) => manager.phase === 'serving') ?? all.at(-1);
  }

  /** Lets the tasks of a cluster's job fail; `final` leaves it no restart. */
  failJob(cluster: string, options: { message?: string; final?: boolean; cause?: JavaException } = {}): void {
    const cause = options.cause ?? exception(FLINK_CLASSES.illegalState, options.message ?? 'made to fail by the test');
    const job = this.job(cluster);
    if (job === undefined) throw new Error(`cluster ${cluster} has no job that could fail`);
    job.fail(cause, { final: options.final ?? false });
  }

  #start(pod: Pod, context: ContainerContext): void {
    const component = pod.metadata?.labels?.['component'];
    for (const manager of this.#managers) if (manager.phase === 'gone') this.#managers.delete(manager);
    if (component === 'jobmanager') {
      const manager = new SimulatedJobManager(this.#world, pod, context);
      this.#managers.add(manager);
      void manager.run();
    } else if (component === 'taskmanager') this.#startTaskManager(pod, context);
  }

  #startTaskManager(pod: Pod, context: ContainerContext): void {
    const cluster = `${pod.metadata?.namespace ?? 'default'}/${pod.metadata?.labels?.['app'] ?? ''}`;
    const name = pod.metadata?.name ?? '';
    context.ready();
    const timer = this.#clock.setTimer(() => {
      if (this.faults.of(cluster).noTaskManagers === true) return;
      let names = this.#taskManagers.get(cluster);
      if (names === undefined) this.#taskManagers.set(cluster, (names = new Set()));
      names.add(name);
      this.manager(cluster)?.taskManagersChanged(false);
    }, this.#world.latencies.taskManagerStart);
    context.signal.addEventListener(
      'abort',
      () => {
        timer.cancel();
        if (this.#taskManagers.get(cluster)?.delete(name) === true) this.manager(cluster)?.taskManagersChanged(true);
      },
      { once: true },
    );
  }

  async #request(request: TransportRequest): Promise<TransportResponse> {
    request.signal?.throwIfAborted();
    const { cluster, namespace, service } = target(request);
    const path = (request.path.split('?')[0] ?? '').replace(/^\/v1(?=\/)/, '');
    const fault = this.faults.take({ cluster, method: request.method, path });
    if (fault?.kind === 'refused') throw refusedAt(request);
    await this.#pass(this.#world.latencies.rest + (fault?.kind === 'delay' ? fault.ms : 0), request.signal);
    if (fault?.kind === 'reset' && fault.when === 'before') throw resetAt(request, false);
    if (fault?.kind === 'status') return responseOf(faultAnswer(fault));
    const found = await this.#kubernetes.get<Service>(`/api/v1/namespaces/${namespace}/services/${service}`);
    request.signal?.throwIfAborted();
    if (found === undefined)
      throw new TransportError('ENOTFOUND', `getaddrinfo ENOTFOUND ${service}.${namespace}`, { sent: false });
    const manager = [...this.#managers].find((candidate) => candidate.cluster === cluster && candidate.isReady);
    if (manager === undefined || manager.phase === 'starting' || manager.phase === 'gone') throw refusedAt(request);
    const result = answer(manager, request, this.#clock.now());
    if (fault?.kind === 'reset') throw resetAt(request, true);
    return responseOf(result);
  }

  #pass(ms: number, signal: AbortSignal | undefined): Promise<void> {
    if (ms === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = this.#clock.setTimer(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, ms);
      const onAbort = (): void => {
        timer.cancel();
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }
}

/** `http://clicks-rest.streams:8081` is the REST service of cluster `clicks` in namespace `streams`. */
function target(request: TransportRequest): { cluster: string; namespace: string; service: string } {
  const match = /^https?:\/\/([a-z0-9-]+)\.([a-z0-9-]+)[^:/]*(?::\d+)?$/.exec(request.origin ?? '');
  const [, service = '', namespace = ''] = match ?? [];
  if (!service.endsWith('-rest'))
    throw new TransportError('ENOTFOUND', `getaddrinfo ENOTFOUND ${request.origin ?? ''}`, { sent: false });
  return { cluster: `${namespace}/${service.slice(0, -'-rest'.length)}`, namespace, service };
}

function refusedAt(request: TransportRequest): TransportError {
  return new TransportError('ECONNREFUSED', `connect ECONNREFUSED ${request.origin ?? ''}`, { sent: false });
}

function resetAt(request: TransportRequest, processed: boolean): TransportError {
  const note = processed ? 'after' : 'before';
  return new TransportError('ECONNRESET', `read ECONNRESET ${request.origin ?? ''} (${note} Flink saw it)`, {
    sent: true,
  });
}

function faultAnswer(fault: RequestFault & { kind: 'status' }): RestAnswer {
  if (fault.errors !== undefined) return { status: fault.status, body: { errors: fault.errors } };
  return plain(
    fault.status,
    fault.status === 503 ? 'Service temporarily unavailable due to an ongoing leader election.' : 'made by the test',
  );
}

function responseOf({ status, body }: RestAnswer): TransportResponse {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8', 'access-control-allow-origin': '*' },
    body: (async function* () {
      yield bytes;
    })(),
  };
}
