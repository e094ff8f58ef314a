// SPDX-License-Identifier: Apache-2.0
// What the operator's parts know of logging: fields and a sentence. Where lines go and how they look is the composition root's
// choice (pino-log.ts), and a test reads them back (memory-log.ts).

/** Values that belong to a line: `controller`, `namespace`, `name`, `uid`, `generation`, `reconcileID`, `error`, ... */
export type LogFields = Readonly<Record<string, unknown>>;

/** A log; `child` returns one whose lines all carry `fields`. */
export interface Log {
  /** For whoever follows one decision. */
  debug(fields: LogFields, message: string): void;
  /** What was done. */
  info(fields: LogFields, message: string): void;
  /** What was expected to work and will be tried again. */
  warn(fields: LogFields, message: string): void;
  /** What somebody has to look at. */
  error(fields: LogFields, message: string): void;
  /** The same log with more fields. */
  child(fields: LogFields): Log;
}

/** Says nothing. */
export const noLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => noLog,
};
