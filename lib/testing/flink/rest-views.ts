// SPDX-License-Identifier: Apache-2.0
// A job as the REST API shows it in its various answers.

import { jobStatuses } from '../../flink/job-status.ts';
import type { JobStatus, SimulatedJob, TaskStatus } from './simulated-job.ts';
import { serialized, stackTrace } from './throwables.ts';

const TASK_STATES: readonly (TaskStatus | 'reconciling')[] = [
  'created',
  'scheduled',
  'deploying',
  'initializing',
  'running',
  'finished',
  'canceling',
  'canceled',
  'failed',
  'reconciling',
];

/** One vertex stands for the whole job. */
export const VERTEX = 'cbc357ccb763df2852fee8c4fc7d55f2';

export function overviewOf(job: SimulatedJob, now: number): Record<string, unknown> {
  const total = job.hasTasks ? job.graph.parallelism : 0;
  return {
    jid: job.graph.id,
    name: job.graph.name,
    'start-time': job.startTime,
    'end-time': job.endTime,
    duration: (job.endTime < 0 ? now : job.endTime) - job.startTime,
    state: job.status,
    'last-modification': job.lastModification,
    tasks: { total, ...Object.fromEntries(TASK_STATES.map((state) => [state, state === job.tasks ? total : 0])) },
  };
}

export function detailsOf(job: SimulatedJob, now: number): Record<string, unknown> {
  const { parallelism, id, name } = job.graph;
  const upper = job.tasks.toUpperCase();
  return {
    jid: id,
    name,
    isStoppable: false,
    state: job.status,
    'job-type': 'STREAMING',
    'start-time': job.startTime,
    'end-time': job.endTime,
    duration: (job.endTime < 0 ? now : job.endTime) - job.startTime,
    maxParallelism: -1,
    now,
    timestamps: Object.fromEntries(jobStatuses.map((s) => [s, s === 'RECONCILING' ? 0 : (job.timestamps[s] ?? 0)])),
    vertices: job.hasTasks
      ? [
          {
            id: VERTEX,
            name: 'Source: numbers -> count',
            maxParallelism: 128,
            parallelism,
            status: upper,
            'start-time': job.timestamps.RUNNING ?? -1,
            'end-time': job.endTime,
            duration: now - (job.timestamps.RUNNING ?? now),
            tasks: Object.fromEntries(TASK_STATES.map((s) => [s.toUpperCase(), s === job.tasks ? parallelism : 0])),
          },
        ]
      : [],
    'status-counts': Object.fromEntries(
      TASK_STATES.map((s) => [s.toUpperCase(), job.hasTasks && s === job.tasks ? 1 : 0]),
    ),
    plan: {
      jid: id,
      name,
      type: 'STREAMING',
      nodes: job.hasTasks
        ? [
            {
              id: VERTEX,
              parallelism,
              operator: '',
              operator_strategy: '',
              description: 'Source: numbers -&gt; count<br/>',
              optimizer_properties: {},
            },
          ]
        : [],
    },
  };
}

export function exceptionsOf(job: SimulatedJob, flinkVersion: string): Record<string, unknown> {
  const entries = job.exceptions.map(({ thrown, timestamp }) => ({
    exceptionName: thrown.type,
    stacktrace: stackTrace(thrown),
    timestamp,
    failureLabels: {},
    concurrentExceptions: [],
  }));
  const history = { exceptionHistory: { entries, truncated: false } };
  if (!flinkVersion.startsWith('1.')) return history;
  const newest = job.exceptions[0];
  return {
    'root-exception': newest === undefined ? null : stackTrace(newest.thrown),
    timestamp: newest?.timestamp ?? null,
    'all-exceptions': [],
    truncated: false,
    ...history,
  };
}

const APPLICATION: Partial<Record<JobStatus, string>> = {
  FINISHED: 'SUCCEEDED',
  CANCELED: 'CANCELED',
  FAILED: 'FAILED',
};

export function resultOf(job: SimulatedJob): Record<string, unknown> {
  const status = APPLICATION[job.status];
  if (status === undefined) return { status: { id: 'IN_PROGRESS' } };
  return {
    status: { id: 'COMPLETED' },
    'job-execution-result': {
      id: job.graph.id,
      'application-status': status,
      'accumulator-results': {},
      'net-runtime': job.endTime - job.startTime,
      ...(job.status === 'FAILED' && job.failureCause && { 'failure-cause': serialized(job.failureCause) }),
    },
  };
}
