// SPDX-License-Identifier: Apache-2.0
// A log that a test (or the demo) reads back. Nothing is redacted and nothing is dropped, so not for a long-lived process.

import type { Log, LogFields } from './log.ts';

/** One line as it was logged, with the fields of all its parents. */
export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: LogFields;
}

/** A log and its lines so far, in order, including those of its children. */
export function memoryLog(): { readonly log: Log; readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (parent: LogFields): Log => {
    const write =
      (level: LogLine['level']) =>
      (fields: LogFields, message: string): void => {
        lines.push({ level, message, fields: { ...parent, ...fields } });
      };
    return {
      debug: write('debug'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
      child: (fields) => at({ ...parent, ...fields }),
    };
  };
  return { log: at({}), lines };
}
