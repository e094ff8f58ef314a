// SPDX-License-Identifier: Apache-2.0
// What an operator's configuration holds when nobody has said anything. It is part of every cluster's deployed configuration, so it says
// the same as the Java operator's chart: a cluster that changes operators does not change.

import type { FlatConfiguration } from '../flink/configuration.ts';
import { log4jConsole } from './log4j-console.ts';

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

/** Log files of clusters whose spec has no `logConfiguration`: file name to text. */
export const DEFAULT_LOG_FILES: Readonly<Record<string, string>> = { 'log4j-console.properties': log4jConsole({}) };
