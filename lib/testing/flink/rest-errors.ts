// SPDX-License-Identifier: Apache-2.0
// Flink's error answers: one text for what a handler refuses, two for what it did not expect.

import { type JavaException, FLINK_CLASSES, exception, stackTrace } from './throwables.ts';

/** An answer of the REST API: a status and a JSON body. */
export interface RestAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export function ok(body: Readonly<Record<string, unknown>>, status = 200): RestAnswer {
  return { status, body };
}

/** What a handler refuses. */
export function refused(status: number, thrown: JavaException): RestAnswer {
  return { status, body: { errors: [stackTrace(thrown)] } };
}

/** What a handler did not expect. */
export function internalError(thrown: JavaException): RestAnswer {
  const text = `<Exception on server side:\n${stackTrace(thrown)}\nEnd of exception on server side>`;
  return { status: 500, body: { errors: ['Internal server error.', text] } };
}

/** A plain text, without a stack trace. */
export function plain(status: number, text: string): RestAnswer {
  return { status, body: { errors: [text] } };
}

export function jobNotFound(jobId: string): JavaException {
  return exception(FLINK_CLASSES.jobNotFound, `Could not find Flink job (${jobId})`);
}

/** A parameter or a body that cannot be read. */
export function badRequest(message: string, reason?: JavaException): RestAnswer {
  return refused(400, exception(FLINK_CLASSES.restHandler, message, reason));
}

export function badParameter(kind: 'path' | 'query', name: string, value: string): RestAnswer {
  const reason = `Cannot resolve ${kind} parameter (${name}) from value "${value}".`;
  return badRequest(`Bad request, could not parse parameters: ${reason}`, exception(FLINK_CLASSES.badRequest, reason));
}

export const NO_LEADER: RestAnswer = plain(
  503,
  'Service temporarily unavailable due to an ongoing leader election. Please refresh.',
);
