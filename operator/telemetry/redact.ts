// SPDX-License-Identifier: Apache-2.0
// Keeps secrets out of log lines by the names of their keys. It can not know a secret that stands in a sentence or under an
// innocent key, so values from users are logged under their own key or not at all.

/** Key names whose values are never shown: Flink's own sensitive keys and what Kubernetes and cloud clients call theirs. */
export const SECRET_KEY: RegExp =
  /passw(or)?d|secret|token|credential|apikey|(api|access|account|private|service)[-_.]?key|authorization|auth-params|basic-auth|jaas[-_.]?config|http-headers|certificate-data/i;

const HIDDEN = '******';
const DEPTH = 8;

/** A copy of `value` in which the value of every secret key is replaced; errors become plain values with their causes. */
export function redact(value: unknown, secretKey: RegExp = SECRET_KEY, depth: number = DEPTH): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '[too deep]';
  if (value instanceof Error) return plainError(value, secretKey, depth);
  if (Array.isArray(value)) return value.map((item) => redact(item, secretKey, depth - 1));
  if (value instanceof Date) return value.toISOString();
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    copy[key] =
      secretKey.test(key) && item !== undefined && item !== null ? HIDDEN : redact(item, secretKey, depth - 1);
  }
  return copy;
}

function plainError(error: Error, secretKey: RegExp, depth: number): Record<string, unknown> {
  const { code, reason } = error as { code?: unknown; reason?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof reason === 'string' && reason !== '' ? { reason } : {}),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, secretKey, depth - 1) }),
  };
}
