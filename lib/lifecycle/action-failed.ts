// SPDX-License-Identifier: Apache-2.0
// An action that failed: said in the status and in an event, and tried again by the operator's retry schedule.

import { setError } from './error-status.ts';
import type { ActionFailure } from './observation.ts';
import { emit, find, type Scope } from './scope.ts';
import { RETRY, type Step } from './step.ts';

/** `what` starts the sentence: "Deploying the cluster". */
export function actionFailed(scope: Scope, failure: ActionFailure, what: string): Step {
  const message = `${what} of FlinkDeployment ${scope.at.namespace}/${scope.at.name} failed: ${failure.message}`;
  find(scope, 'ActionFailed', message);
  setError(scope, {
    type: 'reconciliation',
    message,
    cause: {
      type: failure.type,
      message: failure.message,
      ...(failure.httpStatus === undefined ? {} : { httpStatus: failure.httpStatus }),
    },
  });
  emit(scope, { type: 'Warning', reason: 'Error', component: 'JobManagerDeployment', message });
  return RETRY;
}
