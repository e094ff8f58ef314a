// SPDX-License-Identifier: Apache-2.0
// Putting an error into the status in the form that readers of either operator know.

import { errorJson, JavaErrorType } from '../api/java-error.ts';
import { readOption } from '../flink/configuration.ts';
import { operatorOptions } from '../flink/operator-options.ts';
import type { Scope } from './scope.ts';

export interface StatusError {
  /** Which of the well-known classes it is reported as. */
  readonly type: keyof typeof JavaErrorType;
  readonly message: string;
  readonly reason?: string;
  readonly cause?: { readonly type: string; readonly message: string; readonly httpStatus?: number };
}

/** Sets `status.error`. */
export function setError(scope: Scope, error: StatusError): void {
  const configuration = scope.operatorConfiguration();
  scope.status.error = errorJson(
    {
      type: JavaErrorType[error.type],
      message: error.message,
      ...(error.reason === undefined ? {} : { metadata: { reason: error.reason } }),
      ...(error.cause === undefined
        ? {}
        : {
            causes: [
              {
                type: error.cause.type,
                message: error.cause.message,
                ...(error.cause.httpStatus === undefined
                  ? {}
                  : { metadata: { httpResponseCode: error.cause.httpStatus } }),
              },
            ],
          }),
    },
    {
      fieldLength: readOption(configuration, operatorOptions.exceptionFieldMaxLength),
      causes: readOption(configuration, operatorOptions.exceptionThrowableListMaxCount),
    },
  );
}
