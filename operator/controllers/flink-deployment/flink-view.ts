// SPDX-License-Identifier: Apache-2.0
// Asks Flink what a decision wants to know, and nothing else. A failure to ask is a value too, with the time since when it lasts.

import { readOption } from '../../../lib/flink/configuration.ts';
import { operatorOptions } from '../../../lib/flink/operator-options.ts';
import {
  known,
  NOT_ASKED,
  type CheckpointsSeen,
  type ClusterSeen,
  type FailureCause,
  type JobSeen,
  type Observation,
  type Observed,
  type StopSeen,
} from '../../../lib/lifecycle/observation.ts';
import { isTerminalState } from '../../../lib/lifecycle/predicates.ts';
import type { Questions } from '../../../lib/lifecycle/questions.ts';
import { innermost } from '../../flink/throwable.ts';
import { latestState, pendingCheckpoint } from '../../flink/checkpoints.ts';
import { FlinkHttpError, isUnreachable } from '../../flink/errors.ts';
import type { JobOverview } from '../../flink/job-overview.ts';
import type { FlinkRestClient } from '../../flink/rest-client.ts';
import type { Context, StoredFlinkDeployment } from './context.ts';
import { flinkClient } from './flink-client.ts';

export type FlinkView = Pick<Observation, 'jobs' | 'checkpoints' | 'cluster' | 'stop' | 'failure'>;

/** What one process remembers of its questions. Losing it costs a question, never a decision. */
interface Memory {
  failingSince?: number;
  stop?: { readonly triggerId: string; readonly since: number };
  clusterAskedAt?: number;
}

export class FlinkObserver {
  readonly #context: Context;
  readonly #memory = new Map<string, Memory>();

  constructor(context: Context) {
    this.#context = context;
  }

  forget(uid: string): void {
    this.#memory.delete(uid);
  }

  /** Asks the questions. Rejects only when `signal` aborts. */
  async ask(resource: StoredFlinkDeployment, questions: Questions, signal: AbortSignal): Promise<FlinkView> {
    const view: FlinkView = {
      jobs: NOT_ASKED,
      checkpoints: NOT_ASKED,
      cluster: NOT_ASKED,
      stop: NOT_ASKED,
      failure: NOT_ASKED,
    };
    if (!questions.jobs) return view;
    const memory = this.#of(resource.metadata.uid);
    const client = flinkClient(this.#context, resource);
    const stop = questions.stop === undefined ? NOT_ASKED : await this.#stop(client, memory, questions.stop, signal);
    // While a savepoint is on its way the job is as it was recorded; only its answer counts.
    if (stop.known && stop.value.state !== 'never-asked') return { ...view, stop };
    const jobs = await this.#try(memory, signal, () => client.jobsOverview(signal).then((all) => all.map(seen)));
    return { ...view, stop, jobs, ...(await this.#aboutJob(resource, jobs, questions, client, memory, signal)) };
  }

  async #aboutJob(
    resource: StoredFlinkDeployment,
    jobs: Observed<readonly JobSeen[]>,
    questions: Questions,
    client: FlinkRestClient,
    memory: Memory,
    signal: AbortSignal,
  ): Promise<Partial<FlinkView>> {
    const job = jobs.known ? jobs.value.find(({ id }) => id === resource.status?.jobStatus?.jobId) : undefined;
    if (job === undefined) return {};
    const ended = isTerminalState(job.state);
    const before = resource.status?.jobStatus?.state;
    const describe = !ended && job.state === 'RUNNING' && this.#clusterIsDue(resource, memory, before);
    const checkpoints =
      ended || describe || questions.checkpoints
        ? await this.#try(memory, signal, () => checkpointsOf(client, job.id, signal))
        : NOT_ASKED;
    const cluster = describe ? await this.#try(memory, signal, () => clusterOf(client, signal)) : NOT_ASKED;
    const failure =
      job.state === 'FAILED' && before !== 'FAILED'
        ? await this.#try(memory, signal, () => failureOf(client, job.id, signal))
        : NOT_ASKED;
    return { checkpoints, cluster, failure };
  }

  /** What changes slowly is asked when the job has just started to run, and then once in an interval. */
  #clusterIsDue(resource: StoredFlinkDeployment, memory: Memory, before: string | undefined): boolean {
    const now = this.#context.clock.now();
    const interval = readOption(this.#context.settings().base, operatorOptions.reconcileInterval);
    if (before === 'RUNNING' && memory.clusterAskedAt !== undefined && now - memory.clusterAskedAt < interval)
      return false;
    memory.clusterAskedAt = now;
    return resource.metadata.deletionTimestamp === undefined;
  }

  async #stop(
    client: FlinkRestClient,
    memory: Memory,
    question: { jobId: string; triggerId: string },
    signal: AbortSignal,
  ): Promise<Observed<StopSeen>> {
    return this.#try(memory, signal, async (): Promise<StopSeen> => {
      const status = await client.savepointStatus(question.jobId, question.triggerId, signal);
      switch (status.state) {
        case 'unknown':
          return { state: 'never-asked' };
        case 'in-progress': {
          if (memory.stop?.triggerId !== question.triggerId)
            memory.stop = { triggerId: question.triggerId, since: this.#context.clock.now() };
          return { state: 'in-progress', since: memory.stop.since };
        }
        case 'completed':
          return { state: 'completed', location: status.location };
        case 'failed':
          return { state: 'failed', cause: innermost(status.cause) };
      }
    });
  }

  async #try<T>(memory: Memory, signal: AbortSignal, ask: () => Promise<T>): Promise<Observed<T>> {
    try {
      const value = await ask();
      delete memory.failingSince;
      return known(value);
    } catch (error) {
      if (signal.aborted) throw error;
      memory.failingSince ??= this.#context.clock.now();
      const leaderless = error instanceof FlinkHttpError && error.status === 503;
      const code = leaderless ? 'not-ready' : isUnreachable(error) ? 'unreachable' : 'error';
      return {
        known: false,
        why: { code, message: error instanceof Error ? error.message : String(error) },
        since: memory.failingSince,
      };
    }
  }

  #of(uid: string): Memory {
    let memory = this.#memory.get(uid);
    if (memory === undefined) this.#memory.set(uid, (memory = {}));
    return memory;
  }
}

function seen(job: JobOverview): JobSeen {
  return { id: job.id, name: job.name, state: job.effectiveState as JobSeen['state'], startTime: job.startTime };
}

async function checkpointsOf(client: FlinkRestClient, jobId: string, signal: AbortSignal): Promise<CheckpointsSeen> {
  const statistics = await client.checkpoints(jobId, signal);
  if (statistics === 'not-enabled') return {};
  const latest = latestState(statistics);
  const pending = pendingCheckpoint(statistics);
  const stateSize = statistics.latest.completed?.stateSize;
  return {
    ...(latest === undefined ? {} : { latest }),
    ...(pending === undefined ? {} : { pendingSince: pending.timestamp }),
    ...(stateSize === undefined ? {} : { stateSize }),
  };
}

async function clusterOf(client: FlinkRestClient, signal: AbortSignal): Promise<ClusterSeen> {
  const [config, taskManagers] = await Promise.all([client.config(signal), client.taskManagers(signal)]);
  return { flinkVersion: config.flinkVersion, flinkRevision: config.flinkRevision, taskManagers: taskManagers.length };
}

async function failureOf(
  client: FlinkRestClient,
  jobId: string,
  signal: AbortSignal,
): Promise<FailureCause | undefined> {
  const result = await client.executionResult(jobId, signal);
  return result.state === 'completed' && result.cause !== undefined
    ? { type: result.cause.type, message: result.cause.message }
    : undefined;
}
