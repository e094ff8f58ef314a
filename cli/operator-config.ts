// SPDX-License-Identifier: Apache-2.0
// The operator's own configuration out of a file: `flink-conf.yaml`, `config.yaml`, or the ConfigMap that holds one of them.

import { parseAllDocuments } from 'yaml';
import { parseConfigurationFile } from '../lib/flink/configuration-file.ts';
import type { FlatConfiguration } from '../lib/flink/configuration.ts';
import { ValueError } from '../lib/flink/value-error.ts';
import { valueOfDocument } from '../lib/flink/yaml-text.ts';
import { isObject } from '../lib/runtime/json.ts';
import { readTextFile } from './input-files.ts';
import { UsageError } from './usage-error.ts';

const NAMES = ['config.yaml', 'flink-conf.yaml'] as const;

/** Throws a `UsageError` for a file that is missing or holds no configuration. */
export async function readOperatorConfig(file: string): Promise<FlatConfiguration> {
  const text = await readTextFile(file);
  try {
    for (const document of parseAllDocuments(text, { logLevel: 'silent' })) {
      const value: unknown = document.errors.length === 0 ? valueOfDocument(document, {}) : undefined;
      if (!isObject(value) || value['kind'] !== 'ConfigMap') continue;
      const data = isObject(value['data']) ? value['data'] : {};
      const name = NAMES.find((one) => typeof data[one] === 'string');
      if (name !== undefined) return parseConfigurationFile(name, String(data[name]));
    }
    return parseConfigurationFile(file.endsWith('flink-conf.yaml') ? 'flink-conf.yaml' : 'config.yaml', text);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new UsageError(`${file} is no configuration of an operator: ${error.message}`);
  }
}
