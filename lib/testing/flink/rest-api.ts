// SPDX-License-Identifier: Apache-2.0
// The REST API of a simulated JobManager: which path means what. Sockets, Services and faults are simulated-flink.ts.

import type { SimulatedJobManager } from './job-manager.ts';
import type { SimulatedJob } from './simulated-job.ts';
import { type Body, readBody } from './rest-body.ts';
import {
  type RestAnswer,
  NO_LEADER,
  badParameter,
  badRequest,
  internalError,
  jobNotFound,
  ok,
  plain,
  refused,
} from './rest-errors.ts';
import { detailsOf, exceptionsOf, overviewOf, resultOf } from './rest-views.ts';
import { FLINK_CLASSES, completion, exception, serialized } from './throwables.ts';

/** A request without origin and headers. */
export interface RestRequest {
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly body?: string;
}

interface Context {
  readonly manager: SimulatedJobManager;
  readonly now: number;
  readonly jobId: string;
  readonly last: string;
  readonly query: URLSearchParams;
  readonly text: string | undefined;
  /** The job of that id, unless there is none. */
  readonly job: SimulatedJob | undefined;
}

type Handler = (context: Context) => RestAnswer;

const ROUTES: readonly (readonly [method: string, pattern: RegExp, handler: Handler])[] = [
  ['GET', /^\/config$/, ({ manager }) => ok(configOf(manager))],
  ['GET', /^\/overview$/, ({ manager }) => ok(clusterOverview(manager))],
  ['GET', /^\/taskmanagers$/, ({ manager, now }) => ok({ taskmanagers: taskManagersOf(manager, now) })],
  [
    'GET',
    /^\/jobs$/,
    ({ manager }) => ok({ jobs: jobs(manager).map((job) => ({ id: job.graph.id, status: job.status })) }),
  ],
  ['GET', /^\/jobs\/overview$/, ({ manager, now }) => ok({ jobs: jobs(manager).map((job) => overviewOf(job, now)) })],
  ['GET', /^\/jobs\/([^/]+)$/, known(details)],
  ['PATCH', /^\/jobs\/([^/]+)$/, cancel],
  ['GET', /^\/jobs\/([^/]+)\/status$/, status],
  ['GET', /^\/jobs\/([^/]+)\/checkpoints$/, known(checkpoints)],
  ['POST', /^\/jobs\/([^/]+)\/checkpoints$/, triggerCheckpoint],
  ['GET', /^\/jobs\/([^/]+)\/checkpoints\/([^/]+)$/, operation('checkpoint')],
  [
    'GET',
    /^\/jobs\/([^/]+)\/exceptions$/,
    known((job, { manager }) => ok(exceptionsOf(job, manager.settings.flinkVersion))),
  ],
  ['GET', /^\/jobs\/([^/]+)\/execution-result$/, result],
  ['POST', /^\/jobs\/([^/]+)\/stop$/, stop],
  ['POST', /^\/jobs\/([^/]+)\/savepoints$/, savepoint],
  ['GET', /^\/jobs\/([^/]+)\/savepoints\/([^/]+)$/, operation('savepoint')],
];

const HEX32 = /^[0-9a-f]{32}$/i;

/** Answers a request, at once. */
export function answer(manager: SimulatedJobManager, request: RestRequest, now: number): RestAnswer {
  const [rawPath = '', rawQuery = ''] = request.path.split('?');
  const path = rawPath.replace(/^\/v1(?=\/)/, '');
  if (manager.phase !== 'serving') return NO_LEADER;
  let pathKnown = false;
  for (const [method, pattern, handler] of ROUTES) {
    const match = pattern.exec(path);
    if (match === null) continue;
    pathKnown = true;
    if (method !== request.method) continue;
    const [, id, last = ''] = match;
    if (id !== undefined && !HEX32.test(id)) return badParameter('path', 'jobid', id);
    const jobId = id?.toLowerCase() ?? '';
    const job = manager.job?.graph.id === jobId ? manager.job : undefined;
    return handler({ manager, now, jobId, last, query: new URLSearchParams(rawQuery), text: request.body, job });
  }
  if (request.method !== 'GET' || pathKnown) return plain(404, `Not found: ${rawPath}`);
  return plain(404, `Unable to load requested file ${rawPath}.`);
}

function jobs(manager: SimulatedJobManager): SimulatedJob[] {
  return manager.job === undefined ? [] : [manager.job];
}

/** A handler that needs the job and says 404 without it. */
function known(handler: (job: SimulatedJob, context: Context) => RestAnswer): Handler {
  return (context) =>
    context.job === undefined
      ? refused(404, exception(FLINK_CLASSES.notFound, `Job ${context.jobId} not found`, jobNotFound(context.jobId)))
      : handler(context.job, context);
}

/** As seen: a job that failed before it had a graph cannot be shown. */
function details(job: SimulatedJob, { now }: Context): RestAnswer {
  return job.isTerminal && !job.hasTasks
    ? internalError(exception('java.lang.NullPointerException', ''))
    : ok(detailsOf(job, now));
}

function status({ job, jobId }: Context): RestAnswer {
  return job === undefined ? internalError(jobNotFound(jobId)) : ok({ status: job.status });
}

function result({ job, jobId }: Context): RestAnswer {
  if (job !== undefined) return ok(resultOf(job));
  const cause = jobNotFound(jobId);
  return refused(404, exception(FLINK_CLASSES.restHandler, `${cause.type}: ${cause.message}`, completion(cause)));
}

function checkpoints(job: SimulatedJob, { manager }: Context): RestAnswer {
  if (manager.settings.checkpointInterval === undefined || !job.hasTasks)
    return refused(404, exception(FLINK_CLASSES.restHandler, 'Checkpointing has not been enabled.'));
  return ok(job.checkpoints.toJson(job.graph.parallelism));
}

function cancel({ job, jobId, query }: Context): RestAnswer {
  const mode = query.get('mode') ?? 'cancel';
  if (mode === 'stop')
    return refused(
      308,
      exception(FLINK_CLASSES.restHandler, 'The termination mode "stop" has been removed; use jobs/:jobId/stop.'),
    );
  if (mode !== 'cancel') return badParameter('query', 'mode', mode);
  if (job === undefined)
    return refused(404, exception(FLINK_CLASSES.restHandler, 'Job could not be found.', jobNotFound(jobId)));
  if (job.status === 'FINISHED' || job.status === 'FAILED') {
    const text = `Job cancellation failed because the job has already reached another terminal state (${job.status}).`;
    return refused(409, exception(FLINK_CLASSES.restHandler, text));
  }
  job.cancel();
  return ok({}, 202);
}

function stop(context: Context): RestAnswer {
  return trigger(context, 'StopWithSavepointRequestBody', 'targetDirectory', (body, directory) =>
    snapshotsOf(context)?.stop(directory, formatOf(body)),
  );
}

function savepoint(context: Context): RestAnswer {
  return trigger(context, 'SavepointTriggerRequestBody', 'target-directory', (body, directory) =>
    snapshotsOf(context)?.savepoint(directory, formatOf(body), body['cancel-job'] === true),
  );
}

/** A terminal job is no longer anybody's: its JobMaster has gone. */
function snapshotsOf({ job, manager }: Context): SimulatedJobManager['snapshots'] {
  return job === undefined || job.isTerminal ? undefined : manager.snapshots;
}

const formatOf = (body: Body): string => (body['formatType'] as string | null | undefined) ?? 'CANONICAL';

/** Acknowledges an operation; what is wrong with the job appears in its status. */
function trigger(
  context: Context,
  bodyClass: string,
  directoryField: string,
  work: (body: Body, directory: string) => Promise<Record<string, unknown>> | undefined,
): RestAnswer {
  const { manager, jobId, text } = context;
  const read = readBody(text, bodyClass);
  if ('refusal' in read) return read.refusal;
  const directory = (read.body[directoryField] as string | null | undefined) ?? manager.settings.savepointDirectory;
  if (directory === undefined) {
    const missing = `Config key [execution.checkpointing.savepoint-dir] is not set. Property [${directoryField}] must be provided.`;
    return badRequest(missing);
  }
  const id = (read.body['triggerId'] as string | null | undefined)?.toLowerCase() ?? manager.world.random.hex(16);
  manager.operations.trigger(
    jobId,
    id,
    () =>
      work(read.body, directory) ?? Promise.resolve({ 'failure-cause': serialized(completion(jobNotFound(jobId))) }),
  );
  return ok({ 'request-id': id }, 202);
}

function triggerCheckpoint(context: Context): RestAnswer {
  const { manager, jobId, text } = context;
  const read = readBody(text, 'CheckpointTriggerRequestBody');
  if ('refusal' in read) return read.refusal;
  const id = (read.body['triggerId'] as string | null | undefined)?.toLowerCase() ?? manager.world.random.hex(16);
  manager.operations.trigger(jobId, id, async () => {
    const taken = (await snapshotsOf(context)?.checkpoint()) ?? { failure: jobNotFound(jobId) };
    return 'id' in taken ? { checkpointId: taken.id } : { failureCause: serialized(completion(taken.failure)) };
  });
  return ok({ 'request-id': id }, 202);
}

function operation(kind: string): Handler {
  return ({ manager, jobId, last }) => {
    if (!HEX32.test(last)) return badParameter('path', 'triggerid', last);
    const found = manager.operations.status(jobId, last.toLowerCase());
    if (found !== undefined) return ok(found);
    const text = `There is no ${kind} operation with triggerId=${last} for job ${jobId}.`;
    return refused(404, exception(FLINK_CLASSES.restHandler, text));
  };
}

function configOf({ settings }: SimulatedJobManager): Record<string, unknown> {
  return {
    'refresh-interval': 3000,
    'timezone-name': 'Coordinated Universal Time',
    'timezone-offset': 0,
    'flink-version': settings.flinkVersion,
    'flink-revision': '0980485 @ 2026-06-08T09:21:06+02:00',
    features: { 'web-submit': false, 'web-cancel': false, 'web-rescale': false, 'web-history': false },
  };
}

function clusterOverview(manager: SimulatedJobManager): Record<string, unknown> {
  const { settings, job } = manager;
  const names = manager.world.taskManagers(manager.cluster);
  return {
    taskmanagers: names.length,
    'slots-total': manager.slots,
    'slots-available': manager.slots - usedSlots(manager),
    'jobs-running': job !== undefined && !job.isTerminal ? 1 : 0,
    'jobs-finished': job?.status === 'FINISHED' ? 1 : 0,
    'jobs-cancelled': job?.status === 'CANCELED' ? 1 : 0,
    'jobs-failed': job?.status === 'FAILED' ? 1 : 0,
    'flink-version': settings.flinkVersion,
    'flink-commit': '0980485',
  };
}

function usedSlots({ job, slots }: SimulatedJobManager): number {
  const uses = job !== undefined && ['deploying', 'initializing', 'running', 'canceling'].includes(job.tasks);
  return uses ? Math.min(slots, job.graph.parallelism) : 0;
}

function taskManagersOf(manager: SimulatedJobManager, now: number): Record<string, unknown>[] {
  let used = usedSlots(manager);
  return manager.world.taskManagers(manager.cluster).map((id) => {
    const slotsNumber = manager.settings.slots;
    const free = Math.max(0, slotsNumber - used);
    used = Math.max(0, used - slotsNumber);
    return {
      id,
      path: `pekko.tcp://flink@${id}:6122/user/rpc/taskmanager_0`,
      dataPort: 35_613,
      jmxPort: -1,
      timeSinceLastHeartbeat: now,
      slotsNumber,
      freeSlots: free,
    };
  });
}
