// SPDX-License-Identifier: Apache-2.0
// The operator's log in a cluster: one JSON object per line on standard output, through pino. Written synchronously, so that the
// last line before a crash is there; at the operator's rate of lines that costs nothing.

import { destination, pino, stdTimeFunctions } from 'pino';
import type { Logger } from 'pino';
import type { Log, LogFields } from './log.ts';
import { redact, SECRET_KEY } from './redact.ts';

export interface PinoLogOptions {
  /** `debug`, `info` (the default), `warn` or `error`. */
  readonly level?: string;
  /** Where lines go; standard output unless given. */
  readonly to?: { write(line: string): void };
  /** Keys whose values are hidden; {@link SECRET_KEY} unless given. */
  readonly secretKey?: RegExp;
  /** The wall clock in milliseconds, for the `time` of a line; pino's own unless given. */
  readonly now?: () => number;
}

/** Makes the log of a process. */
export function pinoLog(options: PinoLogOptions = {}): Log {
  const secretKey = options.secretKey ?? SECRET_KEY;
  const { now } = options;
  const logger = pino(
    {
      level: options.level ?? 'info',
      base: null,
      messageKey: 'message',
      formatters: { level: (label) => ({ level: label }) },
      timestamp: now === undefined ? stdTimeFunctions.isoTime : () => `,"time":"${new Date(now()).toISOString()}"`,
    },
    options.to ?? destination({ sync: true }),
  );
  return wrap(logger, (fields) => redact(fields, secretKey) as object);
}

function wrap(logger: Logger, clean: (fields: LogFields) => object): Log {
  return {
    // A line below the level is not worth a copy of its fields.
    debug: (fields, message) => {
      if (logger.isLevelEnabled('debug')) logger.debug(clean(fields), message);
    },
    info: (fields, message) => {
      if (logger.isLevelEnabled('info')) logger.info(clean(fields), message);
    },
    warn: (fields, message) => {
      logger.warn(clean(fields), message);
    },
    error: (fields, message) => {
      logger.error(clean(fields), message);
    },
    child: (fields) => wrap(logger.child(clean(fields)), clean),
  };
}
