// SPDX-License-Identifier: Apache-2.0
// The short scenarios: the ways in which a job ends, and what it can be started from afterwards.

import { objectAt, textAt } from '../../operator/flink/json-reader.ts';
import { JOB, type Application } from './application.ts';
import { inState, later, running, type Observer } from './observer.ts';

/** What is done to one application, and looked at meanwhile. */
export type Scenario = (application: Application, see: Observer) => Promise<void>;

const STOP = `/jobs/${JOB}/stop`;
const CANCEL = `/jobs/${JOB}?mode=cancel`;
const INTO_SAVEPOINTS = { targetDirectory: 'file:///data/savepoints' };
const LAST_STATE = ['-s', 'KUBERNETES_OPERATOR_LAST_STATE'];
const WITHOUT_HA = { 'high-availability.type': 'NONE' };

/** A second stop under another trigger id while the first is under way; then a job whose `main()` throws. */
export const twoStops: Scenario = async (application, see) => {
  application.deploy();
  await see.until(running);
  await see.until(see.completed(1));
  const first = await see.call('stop', 'POST', STOP, INTO_SAVEPOINTS);
  const second = await see.call('second stop', 'POST', STOP, INTO_SAVEPOINTS);
  for (const answer of [first, second])
    await see.finish(`/jobs/${JOB}/savepoints/${textAt(answer, 'request-id') ?? ''}`);
  await see.until(later(4));
  await see.readings('after two stops');
  application.forget();
  application.deployAgain([], ['--rate', 'nonsense']);
  await see.until(inState('FAILED'), [], 60);
  await see.until(later(6));
  await see.readings('main() threw');
};

/** Cancel, its refusals, and checkpoints that stay; then from such a state a last-state deployment whose HA data have gone. */
export const cancel: Scenario = async (application, see) => {
  application.deploy();
  await see.until(running);
  await see.until(see.completed(1));
  await see.call('cancel', 'PATCH', CANCEL);
  await see.until(inState('CANCELED'), [`/jobs/${JOB}/execution-result`]);
  await see.call('cancel again', 'PATCH', CANCEL);
  await see.operate('stop a canceled job', STOP, INTO_SAVEPOINTS);
  await see.readings('canceled');
  application.forget();
  see.event('deployment and HA data deleted');
  application.deployAgain(LAST_STATE);
  await see.until(inState('FAILED', 'RUNNING'), ['/config']);
  await see.until(later(8));
  await see.readings('last state without HA data');
  await see.call('cancel a failed job', 'PATCH', CANCEL);
  await see.operate('stop a failed job', STOP, INTO_SAVEPOINTS);
};

/** Deployment deleted while the job runs, job graph removed, deployed again with the dummy path; then without HA at all. */
export const lastState: Scenario = async (application, see) => {
  application.deploy();
  await see.until(running);
  await see.until(see.completed(2));
  await see.readings('before');
  application.remove();
  see.event('deployment deleted');
  application.removeJobGraph();
  application.deployAgain(LAST_STATE);
  await see.until(running, ['/config', `/jobs/${JOB}/checkpoints`]);
  await see.until(see.completed(1));
  await see.readings('after');
  const stopped = await see.operate('stop', STOP, INTO_SAVEPOINTS);
  await see.until(inState('FINISHED'));
  application.forget();
  see.event('deployment and HA data deleted');
  application.deploy(WITHOUT_HA, ['-s', textAt(objectAt(stopped, 'operation') ?? {}, 'location') ?? '']);
  await see.until(running, ['/config', `/jobs/${JOB}/checkpoints`]);
  await see.until(see.completed(1));
  await see.readings('restored from savepoint, no HA');
  application.killJobManager();
  await see.until(later(2));
  await see.until(running, ['/config', `/jobs/${JOB}/checkpoints`]);
  await see.readings('restarted without HA');
};

/** A job that fails at run time (one restart allowed), one whose main class does not exist, one from a savepoint that is not there. */
export const failure: Scenario = async (application, see) => {
  const restartOnce = {
    'restart-strategy.type': 'fixed-delay',
    'restart-strategy.fixed-delay.attempts': '1',
    'restart-strategy.fixed-delay.delay': '2 s',
  };
  application.deploy(restartOnce, [], ['--rate', '1000', '--fail-at', '3000']);
  await see.until(inState('FAILED'), [`/jobs/${JOB}/execution-result`], 120);
  await see.until(later(4));
  await see.readings('failed');
  await see.call('cancel a failed job', 'PATCH', CANCEL);
  application.forget();
  application.deployAgain(['-c', 'does.not.Exist']);
  await see.until(inState('FAILED'), ['/config'], 60);
  await see.until(later(4));
  await see.readings('bad entry class');
  application.forget();
  application.deploy(WITHOUT_HA, ['-s', 'file:///data/savepoints/savepoint-gone']);
  await see.until(inState('FAILED'), ['/config'], 60);
  await see.until(later(4));
  await see.readings('bad savepoint, no HA');
};
