// SPDX-License-Identifier: Apache-2.0
// The text of a `log4j-console.properties`: the console for `kubectl logs`, and a rolling file of 10 × 100 MB for the log view of Flink's web
// interface that starts anew with each process.

/** What differs from one text to the next. */
export interface Log4jConsole {
  /** Of everything that has no level of its own; default `INFO`. */
  readonly level?: string;
  /** Levels by package or class, over those of noisy libraries. */
  readonly loggers?: Readonly<Record<string, string>>;
  /** How a line looks. */
  readonly pattern?: string;
}

const PATTERN = '%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n';

/** Libraries that would drown the others; the name of the entry, the logger, its level. */
const LIBRARIES: readonly (readonly [id: string, logger: string, level: string])[] = [
  ['akka', 'akka', 'INFO'],
  ['pekko', 'org.apache.pekko', 'INFO'],
  ['kafka', 'org.apache.kafka', 'INFO'],
  ['hadoop', 'org.apache.hadoop', 'INFO'],
  ['zookeeper', 'org.apache.zookeeper', 'INFO'],
];

const NETTY = 'org.apache.flink.shaded.akka.org.jboss.netty.channel.DefaultChannelPipeline';

/** The text; the same for the same input. */
export function log4jConsole({ level = 'INFO', loggers = {}, pattern = PATTERN }: Log4jConsole): string {
  const entry = ([id, logger, own]: readonly [string, string, string]): string =>
    `logger.${id}.name = ${logger}\nlogger.${id}.level = ${loggers[logger] ?? own}\n`;
  const known = new Set([...LIBRARIES.map(([, logger]) => logger), NETTY]);
  const others = Object.entries(loggers).filter(([logger]) => !known.has(logger));
  const ownLoggers = others.map(([logger, own], index) => entry([`own${index}`, logger, own])).join('');
  return `rootLogger.level = ${level}
rootLogger.appenderRef.console.ref = ConsoleAppender
rootLogger.appenderRef.rolling.ref = RollingFileAppender

# The root level does not reach these libraries; raise or lower them here.
${LIBRARIES.map(entry).join('')}
# Its warnings mean nothing.
${entry(['netty', NETTY, 'OFF'])}${ownLoggers === '' ? '' : `\n${ownLoggers}`}
appender.console.name = ConsoleAppender
appender.console.type = CONSOLE
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = ${pattern}

# The web interface shows this file.
appender.rolling.name = RollingFileAppender
appender.rolling.type = RollingFile
appender.rolling.append = false
appender.rolling.fileName = \${sys:log.file}
appender.rolling.filePattern = \${sys:log.file}.%i
appender.rolling.layout.type = PatternLayout
appender.rolling.layout.pattern = ${pattern}
appender.rolling.policies.type = Policies
appender.rolling.policies.size.type = SizeBasedTriggeringPolicy
appender.rolling.policies.size.size = 100MB
appender.rolling.strategy.type = DefaultRolloverStrategy
appender.rolling.strategy.max = 10
`;
}
