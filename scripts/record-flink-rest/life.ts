// SPDX-License-Identifier: Apache-2.0
// The long scenario: start, run, savepoints, wrong requests, loss of the JobManager, stop with savepoint, and the time after.

import { JOB } from './application.ts';
import type { Scenario } from './endings.ts';
import { inState, later, present, running, type Observer } from './observer.ts';

/** A job that there is not. */
const OTHER = '0f4b8c6d2a9e4e31b7d5c3a1908e7f62';
const DIRECTORY = 'file:///data/savepoints';
/** Nobody can write there. */
const BAD_DIRECTORY = 'file:///proc/nowhere';

/** See the head of this file. */
export const life: Scenario = async (application, see) => {
  application.deploy();
  await see.until(running, ['/config', '/taskmanagers']);
  await see.until(see.completed(2), [`/jobs/${JOB}/checkpoints`]);
  await see.readings('running');
  await wrongRequests(see);
  const savepoint = await savepoints(see);
  await see.readings('after savepoints');

  application.killJobManager();
  await see.until(later(2));
  await see.until(running, ['/config', `/jobs/${JOB}/checkpoints`, savepoint, '/taskmanagers']);
  await see.until(see.completed(1));
  await see.readings('recovered');
  application.stopJobManager();
  await see.until(later(2));
  await see.until(running, ['/config', `/jobs/${JOB}/checkpoints`, '/taskmanagers']);
  await see.until(see.completed(1));

  await stop(see);
  await see.until(later(35), ['/taskmanagers']);
  application.killJobManager();
  await see.until(later(2));
  await see.until(present, ['/config']);
  await see.until(later(5));
  await see.readings('finished and restarted');
  await see.operate('stop a job that finished before', `/jobs/${JOB}/stop`, { targetDirectory: DIRECTORY });
  await see.call('cancel a job that finished before', 'PATCH', `/jobs/${JOB}?mode=cancel`);
};

async function wrongRequests(see: Observer): Promise<void> {
  await see.call('prefixed path', 'GET', '/v1/jobs/overview');
  await see.call('unknown version', 'GET', '/v2/jobs/overview');
  await see.call('unknown path', 'GET', '/nothing');
  await see.call('wrong method', 'POST', '/jobs/overview');
  await see.call('unknown job', 'GET', `/jobs/${OTHER}`);
  for (const path of ['checkpoints', 'exceptions', 'execution-result', 'status'])
    await see.call('unknown job', 'GET', `/jobs/${OTHER}/${path}`);
  await see.call('malformed job', 'GET', '/jobs/nonsense/checkpoints');
  await see.call('cancel unknown job', 'PATCH', `/jobs/${OTHER}?mode=cancel`);
  await see.call('unknown trigger', 'GET', `/jobs/${JOB}/savepoints/${OTHER}`);
  await see.call('stop mode', 'PATCH', `/jobs/${JOB}?mode=stop`);
  await see.call('unknown mode', 'PATCH', `/jobs/${JOB}?mode=nonsense`);
  await see.call('savepoint without directory', 'POST', `/jobs/${JOB}/savepoints`);
  await see.call('stop without directory', 'POST', `/jobs/${JOB}/stop`, {});
  const stopOther = `/jobs/${OTHER}/stop`;
  await see.call('unknown field', 'POST', stopOther, { targetDirectory: DIRECTORY, nonsense: 1 });
  await see.call('not JSON', 'POST', stopOther, '{');
  await see.call('null for a boolean', 'POST', stopOther, { targetDirectory: DIRECTORY, drain: null, nothing: 1 });
}

/** Savepoints and a checkpoint that succeed and that fail; returns the path of the first. */
async function savepoints(see: Observer): Promise<string> {
  const triggerId = 'e19f7c5508aa4d3e8b61c2d4907f3a6c';
  const path = `/jobs/${JOB}/savepoints`;
  const body = { 'target-directory': DIRECTORY, 'cancel-job': false, formatType: 'CANONICAL', triggerId };
  await see.call('savepoint', 'POST', path, body);
  await see.call('savepoint again, same trigger', 'POST', path, body);
  await see.finish(`${path}/${triggerId}`);
  await see.call('savepoint again, completed', 'POST', path, body);
  await see.call('other job, same trigger', 'GET', `/jobs/${OTHER}/savepoints/${triggerId}`);
  await see.operate('savepoint of unknown job', `/jobs/${OTHER}/savepoints`, { 'target-directory': DIRECTORY });
  await see.operate('stop unknown job', `/jobs/${OTHER}/stop`, { targetDirectory: DIRECTORY });
  await see.operate('savepoint to a bad place', path, { 'target-directory': BAD_DIRECTORY });
  await see.operate('stop to a bad place', `/jobs/${JOB}/stop`, { targetDirectory: BAD_DIRECTORY });
  await see.until(later(4));
  await see.operate('checkpoint', `/jobs/${JOB}/checkpoints`, { checkpointType: 'FULL' });
  return `${path}/${triggerId}`;
}

/** Stop with savepoint, asked for twice, and what a job that has stopped answers. */
async function stop(see: Observer): Promise<void> {
  const triggerId = 'b2d86f1ac4e94b7d9c0a15e37f6824db';
  const body = { targetDirectory: DIRECTORY, drain: false, formatType: 'CANONICAL', triggerId };
  await see.call('stop', 'POST', `/jobs/${JOB}/stop`, body);
  await see.call('stop again, same trigger', 'POST', `/jobs/${JOB}/stop`, body);
  await see.finish(`/jobs/${JOB}/savepoints/${triggerId}`);
  await see.until(inState('FINISHED'), ['/taskmanagers']);
  await see.until(later(5), ['/taskmanagers']);
  await see.readings('stopped');
  await see.call('savepoint status later', 'GET', `/jobs/${JOB}/savepoints/${triggerId}`);
  await see.call('cancel a finished job', 'PATCH', `/jobs/${JOB}?mode=cancel`);
  await see.operate('stop a finished job', `/jobs/${JOB}/stop`, { targetDirectory: DIRECTORY });
}
