// SPDX-License-Identifier: Apache-2.0
// Request bodies as Flink reads them: empty is an empty object, a field of the wrong type is refused. Unknown fields pass, as they were
// seen to do in 1.20.

import { type RestAnswer, badRequest } from './rest-errors.ts';
import { exception } from './throwables.ts';

export type Body = Readonly<Record<string, unknown>>;

const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  targetDirectory: isText,
  'target-directory': isText,
  drain: isFlag,
  'cancel-job': isFlag,
  formatType: (value) => value === null || value === 'CANONICAL' || value === 'NATIVE',
  triggerId: (value) => value === null || (typeof value === 'string' && /^[0-9a-f]{32}$/i.test(value)),
  checkpointType: (value) => value === null || ['CONFIGURED', 'FULL', 'INCREMENTAL'].includes(value as string),
};

/** The body, or Flink's refusal of it. `name`: the class that the refusal names. */
export function readBody(text: string | undefined, name: string): { body: Body } | { refusal: RestAnswer } {
  const refuse = (why: string): { refusal: RestAnswer } => ({
    refusal: badRequest(
      `Request did not match expected format ${name}.`,
      exception('org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonMappingException', why),
    ),
  });
  if (text === undefined || text === '') return { body: {} };
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refuse('Unexpected end-of-input or character');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return refuse('Cannot deserialize value from this token');
  for (const [field, value] of Object.entries(body))
    if (FIELDS[field]?.(value) === false) return refuse(`Cannot deserialize field ${field}`);
  return { body: body as Body };
}

function isText(value: unknown): boolean {
  return value === null || typeof value === 'string';
}
function isFlag(value: unknown): boolean {
  return value === null || typeof value === 'boolean';
}
