// SPDX-License-Identifier: Apache-2.0
// Makes lib/flink/operator-options.ts and lib/flink/autoscaler-options.ts from the list of the Java operator's options:
// `node scripts/generate-operator-options.ts <operator-options.json>`. Families of keys (`<name>`) are not options and are left out.

import { readFileSync } from 'node:fs';
import { parseDuration } from '../lib/flink/duration.ts';
import { optionName, writeOptions, type OptionFact } from './option-source.ts';

interface OperatorOption {
  key: string;
  type: string;
  default: unknown;
  fallbackKeys: string[];
  enumValues?: string[];
}

const TYPES: Record<string, OptionFact['type']> = {
  String: 'string',
  Boolean: 'boolean',
  Integer: 'int',
  Double: 'double',
  Duration: 'duration',
  MemorySize: 'memory',
  Enum: 'enum',
  Map: 'map',
  'List<String>': 'list',
};

function factsOf(prefix: string): OptionFact[] {
  return options
    .filter(({ key }) => key.startsWith(prefix) && !key.includes('<'))
    .map((option) => {
      const type = TYPES[option.type];
      if (type === undefined) throw new Error(`${option.key}: type ${option.type} is not known`);
      return {
        name: optionName(option.key.slice(prefix.length)),
        key: option.key,
        type,
        fallbackKeys: option.fallbackKeys,
        default: option.default === null ? undefined : defaultOf(type, option.default),
        ...(option.enumValues ? { enumValues: option.enumValues } : {}),
      };
    });
}

/** A default may be negative ("off"), which Flink's syntax for durations cannot say. */
function defaultOf(type: OptionFact['type'], value: unknown): unknown {
  if (type !== 'duration') return value;
  const text = String(value);
  return text.startsWith('-') ? -parseDuration(text.slice(1)) : parseDuration(text);
}

const file = process.argv[2];
if (file === undefined) throw new Error('usage: node scripts/generate-operator-options.ts <operator-options.json>');
const options = JSON.parse(readFileSync(file, 'utf8')) as OperatorOption[];
const made = 'Made by scripts/generate-operator-options.ts; do not edit.';
writeOptions(
  'lib/flink/operator-options.ts',
  'operatorOptions',
  [
    'The options of the operator, `kubernetes.operator.*`: keys, older keys, defaults and types. Durations are milliseconds.',
    `Names are the keys without the prefix. ${made}`,
  ],
  factsOf('kubernetes.operator.'),
);
writeOptions(
  'lib/flink/autoscaler-options.ts',
  'autoscalerOptions',
  [
    'The options of the autoscaler, `job.autoscaler.*`: keys, older keys, defaults and types. Durations are milliseconds, sizes bytes.',
    `Names are the keys without the prefix. ${made}`,
  ],
  factsOf('job.autoscaler.'),
);
