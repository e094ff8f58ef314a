// SPDX-License-Identifier: Apache-2.0
// Moments in which what is known of a job is about to change, so that nothing may be decided from it.

import { readOption } from '../flink/configuration.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import { job } from './draft-status.ts';
import { progressCheckInterval } from './next-look.ts';
import { listIsNotYetBelieved } from './observe-job.ts';
import { pollInterval } from './poll.ts';
import { isTerminal, isTerminalState } from './predicates.ts';
import { find, type Scope } from './scope.ts';
import { wait, type Step } from './step.ts';

/** What to wait for before the job may be stopped with its state; undefined when nothing keeps from it. */
export function notYet(scope: Scope): Step | undefined {
  const { jobs } = scope.observed;
  if (!jobs.known) return undefined;
  const seen = jobs.value.find(({ id }) => id === job(scope.status).jobId);
  if (isTerminalState(seen?.state) && !isTerminal(scope.status)) return waitForLastState(scope);
  return seen === undefined && listIsNotYetBelieved(scope) ? waitForJob(scope) : undefined;
}

/** The job is seen to have ended, but not where it left its state: an older one must not be taken for it. */
function waitForLastState(scope: Scope): Step {
  const { checkpoints } = scope.observed;
  const why = checkpoints.known ? 'not read yet' : checkpoints.why.message;
  find(scope, 'LastStateUnread', `the job has ended and where it left its state is not known: ${why}`);
  const lasted = checkpoints.known ? 0 : scope.now - (checkpoints.since ?? scope.now);
  return wait(pollInterval(lasted, progressCheckInterval(scope)));
}

/** A JobManager that has just come up and does not list the job yet is about to start it. */
function waitForJob(scope: Scope): Step {
  find(scope, 'WaitingForJob', 'the JobManager has just come up and does not list the job yet');
  return wait(pollInterval(0, readOption(scope.operatorConfiguration(), operatorOptions.observerRestReadyDelay)));
}
