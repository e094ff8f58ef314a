// SPDX-License-Identifier: Apache-2.0
// What Flink logs: a level for everything and for single loggers, out of which a Log4j configuration is made, or a configuration as text.
// Flink looks for two files only; which of them counts is decided by the logging library in the image.

import { log4jConsole } from '../log4j-console.ts';
import { object, oneOf, recordOf, reject, text } from '../props-shape.ts';
import type { Shape } from '../props-shape.ts';
import type { FlinkClusterProps } from './cluster-props.ts';

/** Levels, from most to least. */
export const LogLevel = {
  TRACE: 'TRACE',
  DEBUG: 'DEBUG',
  INFO: 'INFO',
  WARN: 'WARN',
  ERROR: 'ERROR',
  OFF: 'OFF',
} as const;
export type LogLevel = (typeof LogLevel)[keyof typeof LogLevel];

/** What is logged; made by the factories of the same name, or by hand from `level` and `loggers`. */
export interface Logging {
  /**
   * Level of everything that has none of its own.
   * @default 'INFO'
   */
  readonly level?: LogLevel;
  /**
   * Levels of single loggers, by package or class.
   * @default - the noisy ones of Flink's own default file at INFO and WARN
   * @example { 'org.apache.kafka': 'WARN', 'com.example': 'DEBUG' }
   */
  readonly loggers?: Readonly<Record<string, LogLevel>>;
  /**
   * How a line looks, in Log4j's notation.
   * @default '%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n'
   */
  readonly pattern?: string;
  /** A whole `log4j-console.properties` instead. */
  readonly log4j?: string;
  /** A whole `logback-console.xml` instead, for images with Logback. */
  readonly logback?: string;
}

/** Makes logging. */
export const Logging = {
  /** Levels for the Log4j of official images; see {@link Logging}. */
  levels(level: LogLevel, loggers: Readonly<Record<string, LogLevel>> = {}): Logging {
    return { level, loggers };
  },
  /** The text of a `log4j-console.properties`, in the syntax of Log4j 2. */
  log4j(properties: string): Logging {
    return { log4j: properties };
  },
  /** The text of a `logback-console.xml`, for images with Logback instead of Log4j. */
  logback(xml: string): Logging {
    return { logback: xml };
  },
} as const;

const LEVELS = Object.values(LogLevel);

const shape = object<Logging>({
  level: oneOf(LEVELS),
  loggers: recordOf(oneOf(LEVELS)),
  pattern: text,
  log4j: text,
  logback: text,
});

/** The shape of `logging`. */
export const loggingShape: Shape<Logging> = (value, path, report) => {
  const checked = shape(value, path, report);
  if (checked?.log4j === undefined && checked?.logback === undefined) return checked;
  for (const member of ['level', 'loggers', 'pattern'] as const) {
    if (checked[member] === undefined) continue;
    const whole = checked.log4j === undefined ? 'logback' : 'log4j';
    const remedy = `say it in \`${path}.${whole}\`, or remove that`;
    reject(
      report,
      `${path}.${member}`,
      `would be ignored beside \`${path}.${whole}\``,
      'nothing',
      remedy,
      'props.ignored',
    );
  }
  return checked;
};

/** `spec.logConfiguration`; nothing if the props say nothing of it. */
export function logConfiguration({
  logging,
  logConfiguration: files,
}: FlinkClusterProps): Record<string, string> | undefined {
  if (logging === undefined) return files === undefined ? undefined : { ...files };
  const { log4j, logback } = logging;
  return {
    ...files,
    ...(log4j === undefined && logback !== undefined
      ? {}
      : { 'log4j-console.properties': log4j ?? log4jConsole(logging) }),
    ...(logback === undefined ? {} : { 'logback-console.xml': logback }),
  };
}
