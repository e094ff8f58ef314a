// SPDX-License-Identifier: Apache-2.0
// The operator's own configuration: the directory that its ConfigMap is mounted at, read like Flink reads its own.

import { parseConfigurationFile } from '../lib/flink/configuration-file.ts';
import { DEFAULT_CONFIGURATION, DEFAULT_LOG_FILES } from '../lib/manifests/default-configuration.ts';
import type { OperatorSettings } from './controllers/flink-deployment/context.ts';

/** Reads a file as text, or undefined when there is none. */
export type ReadIfThere = (path: string) => Promise<string | undefined>;

const CONFIGURATION_FILES = ['flink-conf.yaml', 'config.yaml'] as const;
const LOG_FILES = ['logback-console.xml', 'log4j-console.properties'] as const;

/** What counts when no directory is given. */
export const DEFAULT_SETTINGS: OperatorSettings = { base: DEFAULT_CONFIGURATION, logFiles: DEFAULT_LOG_FILES };

/** Reads the directories in order, later ones over earlier ones (`FLINK_CONF_DIR`, `CONF_OVERRIDE_DIR`). */
export async function readSettings(directories: readonly string[], read: ReadIfThere): Promise<OperatorSettings> {
  if (directories.length === 0) return DEFAULT_SETTINGS;
  let base: Record<string, string> = {};
  const logFiles: Record<string, string> = {};
  for (const directory of directories) {
    for (const name of CONFIGURATION_FILES) {
      const text = await read(`${directory}/${name}`);
      if (text === undefined) continue;
      base = { ...base, ...parseConfigurationFile(name, text) };
      break;
    }
    for (const name of LOG_FILES) {
      const text = await read(`${directory}/${name}`);
      if (text !== undefined) logFiles[name] = text;
    }
  }
  return { base, logFiles: Object.keys(logFiles).length === 0 ? DEFAULT_LOG_FILES : logFiles };
}
