// SPDX-License-Identifier: Apache-2.0
// What an operator's configuration holds when nobody has said anything. It is part of every cluster's deployed configuration, so it says
// the same as the Java operator's chart: a cluster that changes operators does not change.

import type { FlatConfiguration } from '../flink/configuration.ts';

const EXPORTS = ['java.base/sun.net.util', 'java.rmi/sun.rmi.registry', 'java.security.jgss/sun.security.krb5'];

const OPENED_PACKAGES = [
  'java.lang',
  'java.net',
  'java.io',
  'java.nio',
  'sun.nio.ch',
  'java.lang.reflect',
  'java.text',
  'java.time',
  'java.util',
  'java.util.concurrent',
  'java.util.concurrent.atomic',
  'java.util.concurrent.locks',
];

/** Without these, many jobs fail on Java 17: the mounted configuration hides the file in which images bring them along. */
const MODULE_ACCESS: string = [
  ...EXPORTS.map((module) => `--add-exports=${module}=ALL-UNNAMED`),
  ...OPENED_PACKAGES.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
].join(' ');

/** The operator's own configuration below anything that its owner sets. */
export const DEFAULT_CONFIGURATION: FlatConfiguration = {
  'taskmanager.numberOfTaskSlots': '1',
  'parallelism.default': '1',
  'kubernetes.operator.default-configuration.flink-version.v1_18.env.java.opts.all': MODULE_ACCESS,
  'kubernetes.operator.default-configuration.flink-version.v1_19+.env.java.default-opts.all': MODULE_ACCESS,
};

const PATTERN = '%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n';

/** Logging of Flink's processes: INFO to the console and to a rolling file of 10 × 100 MB that starts anew with each process. */
const LOG4J_CONSOLE = `rootLogger.level = INFO
rootLogger.appenderRef.console.ref = ConsoleAppender
rootLogger.appenderRef.rolling.ref = RollingFileAppender

# The root level does not reach these libraries; raise or lower them here.
logger.akka.name = akka
logger.akka.level = INFO
logger.pekko.name = org.apache.pekko
logger.pekko.level = INFO
logger.kafka.name = org.apache.kafka
logger.kafka.level = INFO
logger.hadoop.name = org.apache.hadoop
logger.hadoop.level = INFO
logger.zookeeper.name = org.apache.zookeeper
logger.zookeeper.level = INFO

# Its warnings mean nothing.
logger.netty.name = org.apache.flink.shaded.akka.org.jboss.netty.channel.DefaultChannelPipeline
logger.netty.level = OFF

appender.console.name = ConsoleAppender
appender.console.type = CONSOLE
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = ${PATTERN}

# The web interface shows this file.
appender.rolling.name = RollingFileAppender
appender.rolling.type = RollingFile
appender.rolling.append = false
appender.rolling.fileName = \${sys:log.file}
appender.rolling.filePattern = \${sys:log.file}.%i
appender.rolling.layout.type = PatternLayout
appender.rolling.layout.pattern = ${PATTERN}
appender.rolling.policies.type = Policies
appender.rolling.policies.size.type = SizeBasedTriggeringPolicy
appender.rolling.policies.size.size = 100MB
appender.rolling.strategy.type = DefaultRolloverStrategy
appender.rolling.strategy.max = 10
`;

/** Log files of clusters whose spec has no `logConfiguration`: file name to text. */
export const DEFAULT_LOG_FILES: Readonly<Record<string, string>> = { 'log4j-console.properties': LOG4J_CONSOLE };
