// SPDX-License-Identifier: Apache-2.0
// The typed client of one cluster's JobManager: the calls that running an application needs, and no others. Each is one attempt within
// one deadline; retrying, and deciding what "not reachable" means for the job, is the caller's.

import type { FlinkVersionName } from '../../lib/api/flink-deployment.ts';
import { type CallSettings, call } from './call.ts';
import { type CheckpointStatistics, readCheckpoints } from './checkpoints.ts';
import { type ClusterConfig, type TaskManager, readConfig, readTaskManagers } from './cluster-info.ts';
import { FlinkHttpError, FlinkParseError } from './errors.ts';
import { type ExecutionResult, readExecutionResult } from './execution-result.ts';
import { type JobExceptions, readExceptions } from './job-exceptions.ts';
import { type JobOverview, readJobsOverview } from './job-overview.ts';
import { type Reader, textAt } from './json-reader.ts';
import { type SavepointStatus, readSavepointStatus } from './savepoint-status.ts';
import { type StopRequest, stopBody } from './stop-request.ts';

/** What Flink made of a request to cancel: taken up, no such job, or the job has already ended otherwise. */
export type CancelOutcome = 'accepted' | 'missing' | 'already-terminal';

const enc = encodeURIComponent;

/**
 * Speaks to the JobManager behind `origin`. Every method rejects with FlinkHttpError, FlinkTimeoutError, FlinkConnectionError or
 * FlinkParseError (see `isUnreachable`), or with the reason of its signal.
 */
export class FlinkRestClient {
  readonly #settings: CallSettings;

  constructor(settings: CallSettings) {
    this.#settings = settings;
  }

  /** All jobs that the cluster runs or remembers. A job whose JobMaster is slow can be missing for a moment. */
  async jobsOverview(signal?: AbortSignal): Promise<JobOverview[]> {
    return readJobsOverview(await this.#get('/jobs/overview', signal));
  }

  async config(signal?: AbortSignal): Promise<ClusterConfig> {
    const path = '/config';
    return this.#required(path, readConfig(await this.#get(path, signal)));
  }

  async taskManagers(signal?: AbortSignal): Promise<TaskManager[]> {
    return readTaskManagers(await this.#get('/taskmanagers', signal));
  }

  /** The job's checkpoint statistics; `not-enabled` when the job takes none (a batch job). */
  async checkpoints(jobId: string, signal?: AbortSignal): Promise<CheckpointStatistics | 'not-enabled'> {
    try {
      return readCheckpoints(await this.#get(`/jobs/${enc(jobId)}/checkpoints`, signal));
    } catch (error) {
      if (
        error instanceof FlinkHttpError &&
        error.status === 404 &&
        error.contains('Checkpointing has not been enabled')
      )
        return 'not-enabled';
      throw error;
    }
  }

  /**
   * Asks for a savepoint after which the job ends FINISHED, and returns the id under which `savepointStatus` tells how it goes. Flink takes
   * the request even for a job that it does not know; the refusal is then the savepoint's failure.
   */
  async stopWithSavepoint(
    jobId: string,
    request: StopRequest,
    version: FlinkVersionName,
    signal?: AbortSignal,
  ): Promise<string> {
    const path = `/jobs/${enc(jobId)}/stop`;
    const answer = await this.#send('POST', path, signal, stopBody(request, version));
    return this.#required(path, textAt(answer, 'request-id'), 'POST');
  }

  async savepointStatus(jobId: string, triggerId: string, signal?: AbortSignal): Promise<SavepointStatus> {
    const path = `/jobs/${enc(jobId)}/savepoints/${enc(triggerId)}`;
    try {
      return this.#required(path, readSavepointStatus(await this.#get(path, signal)));
    } catch (error) {
      if (error instanceof FlinkHttpError && error.status === 404) return { state: 'unknown' };
      throw error;
    }
  }

  /** Cancels without savepoint. After `accepted` the job goes on to CANCELED by itself. */
  async cancel(jobId: string, signal?: AbortSignal): Promise<CancelOutcome> {
    try {
      await this.#send('PATCH', `/jobs/${enc(jobId)}?mode=cancel`, signal);
      return 'accepted';
    } catch (error) {
      if (!(error instanceof FlinkHttpError)) throw error;
      if (error.status === 409 || TERMINATED.some((text) => error.contains(text))) return 'already-terminal';
      if (error.status === 404 || error.contains('FlinkJobNotFoundException')) return 'missing';
      throw error;
    }
  }

  async executionResult(jobId: string, signal?: AbortSignal): Promise<ExecutionResult> {
    const path = `/jobs/${enc(jobId)}/execution-result`;
    return this.#required(path, readExecutionResult(await this.#get(path, signal)));
  }

  async exceptions(jobId: string, signal?: AbortSignal): Promise<JobExceptions> {
    return readExceptions(await this.#get(`/jobs/${enc(jobId)}/exceptions`, signal));
  }

  #get(path: string, signal: AbortSignal | undefined): Promise<Reader> {
    return this.#send('GET', path, signal);
  }

  #send(method: string, path: string, signal: AbortSignal | undefined, body?: Reader): Promise<Reader> {
    return call(this.#settings, { method, path: `/v1${path}`, signal, ...(body !== undefined && { body }) });
  }

  #required<T>(path: string, value: T | undefined, method = 'GET'): T {
    if (value !== undefined) return value;
    const site = { call: `${method} /v1${path}`, origin: this.#settings.origin };
    throw new FlinkParseError(site, 'a member that every version of Flink sends is not there');
  }
}

/** What the versions of Flink say when the job to cancel has ended otherwise. */
const TERMINATED = ['FlinkJobTerminatedWithoutCancellationException', 'already reached another terminal state'];
