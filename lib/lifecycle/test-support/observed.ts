// SPDX-License-Identifier: Apache-2.0
// Observations for the tests of the lifecycle: a JobManager in its different conditions, and what its Flink answers.

import type { JobStatusName } from '../../api/flink-deployment.ts';
import {
  known,
  NOTHING_OBSERVED,
  type CheckpointsSeen,
  type HaMetadata,
  type JobManagerDeployment,
  type Observation,
  type StopSeen,
} from '../observation.ts';
import { NOW } from './resource.ts';

/** The JobManager of generation 1, up for a minute. */
export function jobManager(change: Partial<JobManagerDeployment> = {}): JobManagerDeployment {
  return {
    uid: 'deployment-1',
    ours: true,
    generation: '1',
    deleting: false,
    wanted: 1,
    available: 1,
    availableChangedAt: NOW - 60_000,
    neverAvailable: false,
    ...change,
  };
}

/** Just created: no pod is available, and none ever was. */
export function starting(change: Partial<JobManagerDeployment> = {}): Observation {
  return {
    ...NOTHING_OBSERVED,
    deployment: jobManager({ available: 0, neverAvailable: true, ...change }),
    pods: [POD],
  };
}

export const POD = { name: 'clicks-7d9' } as const;
export const HA_EMPTY: HaMetadata = { available: false, checkpointed: false, present: false };
export const HA_FULL: HaMetadata = { available: true, checkpointed: true, present: true };
export const UNKNOWN = { known: false, why: { code: 'error', message: 'the API server does not answer' } } as const;

/** The JobManager is up and lists one job. */
export function listed(
  jobId: string | undefined,
  state: JobStatusName,
  change: Partial<Observation> = {},
): Observation {
  return {
    ...NOTHING_OBSERVED,
    deployment: jobManager(),
    pods: [POD],
    jobs: known(jobId === undefined ? [] : [{ id: jobId, name: 'clicks', state, startTime: NOW - 50_000 }]),
    ...change,
  };
}

/** The JobManager is up and says how a stop stands; nothing else is asked then. */
export function stopping(stop: StopSeen, change: Partial<Observation> = {}): Observation {
  return { ...NOTHING_OBSERVED, deployment: jobManager(), pods: [POD], stop: known(stop), ...change };
}

/** A job that has ended, with its last state. */
export function ended(jobId: string, state: JobStatusName, checkpoints: CheckpointsSeen = {}): Observation {
  return listed(jobId, state, { checkpoints: known(checkpoints) });
}

/** The JobManager should be up, but its REST API has not answered for `since` milliseconds. */
export function unreachable(lasted: number, code: 'unreachable' | 'not-ready' = 'unreachable'): Observation {
  const jobs = { known: false, why: { code, message: 'connect ECONNREFUSED' }, since: NOW - lasted } as const;
  return { ...NOTHING_OBSERVED, deployment: jobManager(), pods: [POD], jobs };
}

/** No Deployment and no pod. */
export const GONE: Observation = NOTHING_OBSERVED;
