// SPDX-License-Identifier: Apache-2.0
// The life of one pod on its node: volumes, image, containers, restarts, end. Containers live and die together; init containers succeed
// without being run.

import type { Clock, Timer } from '../../runtime/clock.ts';
import type { Condition, Container, Pod, Stored } from '../../kubernetes/objects.ts';
import { copy } from '../../runtime/json.ts';
import { mergePatch } from '../../manifests/merge-patch.ts';
import { timestamp } from '../../kubernetes/timestamp.ts';
import type { ClusterAccess } from './cluster-access.ts';
import type { ClusterEvents } from './cluster-events.ts';
import type { ContainerRuntime } from './container-runtime.ts';
import type { ClusterLatencies } from './latencies.ts';
import { missingVolume } from './pod-volumes.ts';
import { containerStatuses, podConditions } from './pod-status.ts';
import type { ContainersState, Terminated } from './pod-status.ts';

export interface PodLifeOptions {
  readonly access: ClusterAccess;
  readonly events: ClusterEvents;
  readonly clock: Clock;
  readonly runtime: ContainerRuntime;
  readonly latencies: ClusterLatencies;
  readonly isBroken: (image: string) => boolean;
  readonly podIp: string;
  readonly pod: Stored<Pod>;
}

/** What the kubelet takes between a container's end and the next look at it. */
const SYNC_MS = 1000;

export class PodLife {
  readonly #options: PodLifeOptions;
  readonly #namespace: string;
  readonly #name: string;
  readonly #containers: readonly Container[];
  #timer: Timer | undefined;
  #process: AbortController | undefined;
  #state: ContainersState = { kind: 'waiting', reason: 'ContainerCreating' };
  #last: Terminated | undefined;
  #restarts = 0;
  #attempts = 0;
  #terminating = false;
  #over = false;

  constructor(options: PodLifeOptions) {
    this.#options = options;
    this.#namespace = options.pod.metadata.namespace ?? '';
    this.#name = options.pod.metadata.name;
    this.#containers = options.pod.spec?.containers ?? [];
  }

  begin(): void {
    this.#options.access.edit<Pod>('pods', this.#namespace, this.#name, 'status', (pod) => {
      pod.status = { ...pod.status, hostIP: '10.0.0.1', startTime: timestamp(this.#options.clock.now()) };
    });
    this.#show();
    this.#mount();
  }

  /** The pod is gone, or the cluster ends: nothing more is written. */
  stop(): void {
    this.#over = true;
    this.#timer?.cancel();
    this.#process?.abort(new Error(`pod ${this.#name} is gone`));
  }

  /** The pod is to go: its processes are asked to end, and the object goes when they have. */
  terminate(graceSeconds: number): void {
    if (this.#terminating || this.#over) return;
    this.#terminating = true;
    const running = this.#process !== undefined;
    if (running)
      for (const { name } of this.#containers) this.#event('Normal', 'Killing', `Stopping container ${name}`);
    this.#process?.abort(new Error(`pod ${this.#name} is being deleted`));
    const delay = running ? Math.min(this.#options.latencies.termination, graceSeconds * 1000) : 0;
    this.#after(delay, () => {
      // Flink's processes answer SIGTERM with 143, which counts as a failure.
      if (running) this.#end(143, 'Error');
      this.#show(running ? 'Failed' : undefined);
      this.#options.access.delete('pods', this.#namespace, this.#name, { gracePeriodSeconds: 0 });
    });
  }

  /** The containers' process has ended. */
  exit(code: number, reason?: string): void {
    if (this.#process === undefined || this.#terminating || this.#over) return;
    this.#process.abort(new Error(`the containers of pod ${this.#name} have ended`));
    this.#end(code, reason ?? (code === 0 ? 'Completed' : 'Error'));
    const policy = this.#options.pod.spec?.['restartPolicy'];
    if (policy === 'Never' || (policy === 'OnFailure' && code === 0)) {
      this.#show(code === 0 ? 'Succeeded' : 'Failed');
      return;
    }
    this.#show();
    // The first restart comes at once, the next ones after 10 s, 20 s, 40 s ...
    if (this.#restarts === 0) {
      this.#after(SYNC_MS, () => this.#run(this.#restarts + 1));
      return;
    }
    const delay = this.#backOff(this.#restarts);
    this.#after(SYNC_MS, () => {
      const { uid } = this.#options.pod.metadata;
      const id = `${this.#name}_${this.#namespace}(${uid})`;
      const [container] = this.#containers;
      const message = `back-off ${goDuration(delay)} restarting failed container=${container?.name ?? ''} pod=${id}`;
      this.#state = { kind: 'waiting', reason: 'CrashLoopBackOff', message };
      this.#show();
      this.#event('Warning', 'BackOff', `Back-off restarting failed container ${container?.name ?? ''} in pod ${id}`);
      this.#after(delay, () => this.#run(this.#restarts + 1));
    });
  }

  #mount(): void {
    const missing = missingVolume(this.#options.access, this.#options.pod);
    if (missing === undefined) {
      this.#attempts = 0;
      this.#pull();
      return;
    }
    this.#event(
      'Warning',
      'FailedMount',
      `MountVolume.SetUp failed for volume "${missing.volume}" : ${missing.what} not found`,
    );
    const { mountRetry, mountRetryLimit } = this.#options.latencies;
    this.#after(Math.min(mountRetry * 2 ** this.#attempts++, mountRetryLimit), () => this.#mount());
  }

  #pull(): void {
    const image = this.#containers
      .map((container) => container.image ?? '')
      .find((name) => this.#options.isBroken(name));
    if (image === undefined) {
      this.#after(this.#options.latencies.podStart, () => this.#run(0));
      return;
    }
    this.#event('Normal', 'Pulling', `Pulling image "${image}"`);
    this.#after(this.#options.latencies.failedPull, () => {
      const message = `failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`;
      this.#state = { kind: 'waiting', reason: 'ErrImagePull', message };
      this.#show();
      this.#event('Warning', 'Failed', `Failed to pull image "${image}": ${message}`);
      this.#event('Warning', 'Failed', 'Error: ErrImagePull');
      this.#after(SYNC_MS, () => {
        this.#state = {
          kind: 'waiting',
          reason: 'ImagePullBackOff',
          message: `Back-off pulling image "${image}": ErrImagePull: ${message}`,
        };
        this.#show();
        this.#event('Normal', 'BackOff', `Back-off pulling image "${image}"`);
        this.#event('Warning', 'Failed', 'Error: ImagePullBackOff');
        this.#after(this.#backOff(++this.#attempts), () => this.#pull());
      });
    });
  }

  #run(restarts: number): void {
    this.#restarts = restarts;
    const process = new AbortController();
    this.#process = process;
    const startedAt = timestamp(this.#options.clock.now());
    this.#state = {
      kind: 'running',
      startedAt,
      started: !this.#hasProbe('startupProbe'),
      ready: !this.#hasProbe('startupProbe') && !this.#hasProbe('readinessProbe'),
    };
    for (const { name, image } of this.#containers) {
      this.#event('Normal', 'Pulled', `Container image "${image ?? ''}" already present on machine`);
      this.#event('Normal', 'Created', `Created container: ${name}`);
      this.#event('Normal', 'Started', `Started container ${name}`);
    }
    this.#show('Running');
    const live = (act: () => void): void => {
      if (!process.signal.aborted && !this.#over) act();
    };
    const pod = this.#options.access.find<Pod>('pods', this.#namespace, this.#name);
    if (pod === undefined) return;
    this.#options.runtime.start(copy(pod), {
      signal: process.signal,
      restartCount: restarts,
      setStatus: (patch) => live(() => this.#patchStatus(patch)),
      ready: () => live(() => this.#setReady(startedAt, true)),
      unready: () => live(() => this.#setReady(startedAt, false)),
      exit: (code, reason) => live(() => this.exit(code, reason)),
    });
  }

  #setReady(startedAt: string, ready: boolean): void {
    this.#state = { kind: 'running', startedAt, started: true, ready };
    this.#show();
  }

  #end(exitCode: number, reason: string): void {
    const startedAt = this.#state.kind === 'running' ? this.#state.startedAt : '';
    const terminated: Terminated = { exitCode, reason, startedAt, finishedAt: timestamp(this.#options.clock.now()) };
    this.#process = undefined;
    this.#state = { kind: 'terminated', terminated };
    this.#last = terminated;
  }

  /** Writes the containers' state, and a new phase where there is one, into the pod's status. */
  #show(phase?: string): void {
    const { access, clock, podIp } = this.#options;
    access.edit<Pod>('pods', this.#namespace, this.#name, 'status', (pod) => {
      const conditions: Condition[] = podConditions(
        pod.status?.conditions ?? [],
        this.#state,
        this.#containers,
        phase,
        timestamp(clock.now()),
      );
      pod.status = {
        ...pod.status,
        ...(pod.metadata.generation === undefined ? {} : { observedGeneration: pod.metadata.generation }),
        ...(phase === undefined ? {} : { phase }),
        ...(this.#state.kind === 'running' ? { podIP: podIp, podIPs: [{ ip: podIp }] } : {}),
        conditions,
        containerStatuses: containerStatuses(this.#containers, this.#state, this.#last, this.#restarts),
      };
    });
  }

  #patchStatus(patch: Record<string, unknown>): void {
    this.#options.access.edit<Pod>('pods', this.#namespace, this.#name, 'status', (pod) => {
      pod.status = mergePatch(pod.status, copy(patch)) as NonNullable<Pod['status']>;
    });
  }

  #hasProbe(name: string): boolean {
    return this.#containers.some((container) => container[name] !== undefined);
  }

  #backOff(attempt: number): number {
    const { backOff, backOffLimit } = this.#options.latencies;
    return Math.min(backOff * 2 ** Math.max(0, attempt - 1), backOffLimit);
  }

  #event(type: 'Normal' | 'Warning', reason: string, message: string): void {
    this.#options.events.write(this.#options.pod, type, reason, message);
  }

  #after(ms: number, work: () => void): void {
    this.#timer?.cancel();
    this.#timer = this.#options.clock.setTimer(() => {
      if (!this.#over) work();
    }, ms);
  }
}

/** `10s`, `1m20s`, as Go prints durations. */
function goDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}
