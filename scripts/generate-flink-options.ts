// SPDX-License-Identifier: Apache-2.0
// Makes lib/flink/options.ts from the option lists of Flink's releases: `node scripts/generate-flink-options.ts <folder>`, where
// the folder holds v1_16.json and its siblings. Only the keys that this code base names are taken.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDuration } from '../lib/flink/duration.ts';
import { parseMemorySize } from '../lib/flink/memory-size.ts';
import { parseMap } from '../lib/flink/structured-text.ts';
import { optionName, writeOptions, type OptionFact } from './option-source.ts';

/** The release whose names and defaults the Java operator reads with, so ours do too. */
const CLIENT = 'v1_20';

const KEYS = `
$internal.application.main $internal.application.program-args $internal.deployment.config-dir $internal.pipeline.job-id
blob.server.port
execution.checkpointing.dir execution.checkpointing.savepoint-dir execution.checkpointing.interval execution.checkpointing.timeout
execution.checkpointing.externalized-checkpoint-retention execution.shutdown-on-application-finish
execution.state-recovery.path execution.state-recovery.ignore-unclaimed-state
execution.submit-failed-job-on-application-error execution.target external-resources
high-availability.type high-availability.storageDir high-availability.cluster-id high-availability.jobmanager.port
internal.cluster.execution-mode
job-result-store.delete-on-commit job-result-store.storage-path
jobmanager.bind-host jobmanager.rpc.address jobmanager.rpc.port jobmanager.scheduler
jobmanager.memory.process.size jobmanager.memory.flink.size jobmanager.memory.heap.size jobmanager.memory.off-heap.size
jobmanager.memory.jvm-metaspace.size jobmanager.memory.jvm-overhead.min jobmanager.memory.jvm-overhead.max
jobmanager.memory.jvm-overhead.fraction jobmanager.memory.enable-jvm-direct-memory-limit jobmanager.heap.size jobmanager.heap.mb
parallelism.default
pipeline.name pipeline.jars pipeline.classpaths pipeline.jobvertex-parallelism-overrides pipeline.max-parallelism
rest.port rest.bind-port rest.bind-address rest.retry.max-attempts rest.retry.delay
scheduler-mode
security.kerberos.login.keytab security.ssl.rest.enabled security.ssl.rest.authentication-enabled
execution.runtime-mode
state.backend.type state.backend.rocksdb.memory.managed state.backend.rocksdb.memory.fixed-per-slot
state.backend.rocksdb.memory.fixed-per-tm state.backend.rocksdb.memory.write-buffer-ratio state.backend.rocksdb.writebuffer.size
taskmanager.bind-host taskmanager.cpu.cores taskmanager.heap.size taskmanager.heap.mb taskmanager.host
taskmanager.memory.process.size taskmanager.memory.flink.size taskmanager.memory.framework.heap.size
taskmanager.memory.framework.off-heap.size taskmanager.memory.task.heap.size taskmanager.memory.task.off-heap.size
taskmanager.memory.managed.size taskmanager.memory.managed.fraction taskmanager.memory.network.min taskmanager.memory.network.max
taskmanager.memory.network.fraction taskmanager.memory.jvm-metaspace.size taskmanager.memory.jvm-overhead.min
taskmanager.memory.jvm-overhead.max taskmanager.memory.jvm-overhead.fraction taskmanager.memory.segment-size
taskmanager.network.numberOfBuffers taskmanager.network.memory.buffers-per-channel
taskmanager.network.memory.floating-buffers-per-gate taskmanager.network.memory.read-buffer.required-per-gate.max taskmanager.numberOfTaskSlots taskmanager.rpc.port
user.artifacts.base-dir
web.cancel.enable web.submit.enable
`
  .trim()
  .split(/\s+/u);

interface FlinkOption {
  key: string;
  type: string;
  defaultValue: string | null;
  fallbackKeys?: string[];
  deprecatedKeys?: string[];
  enumValues?: string[];
}

const TYPES: Record<string, OptionFact['type']> = { long: 'int', 'list<string>': 'list', 'list<map>': 'list-of-maps' };

function fact(option: FlinkOption): OptionFact {
  const type = TYPES[option.type] ?? (option.type as OptionFact['type']);
  return {
    name: optionName(option.key),
    key: option.key,
    type,
    fallbackKeys: [...(option.fallbackKeys ?? []), ...(option.deprecatedKeys ?? [])],
    default: option.defaultValue === null ? undefined : defaultOf(type, option.defaultValue),
    ...(option.enumValues ? { enumValues: option.enumValues } : {}),
  };
}

function defaultOf(type: OptionFact['type'], text: string): unknown {
  switch (type) {
    case 'boolean':
      return text === 'true';
    case 'int':
    case 'double':
    case 'float':
      return Number(text);
    case 'duration':
      return parseDuration(text);
    case 'memory':
      return parseMemorySize(text) === 2 ** 63 ? Infinity : parseMemorySize(text);
    case 'list':
      return text === '' ? [] : text.split(';');
    case 'map':
      return parseMap(text);
    default:
      return text;
  }
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node scripts/generate-flink-options.ts <folder with v1_20.json>');
const { options } = JSON.parse(readFileSync(join(folder, `${CLIENT}.json`), 'utf8')) as { options: FlinkOption[] };
const wanted = options.filter(({ key }) => KEYS.includes(key) || key.startsWith('kubernetes.'));
const missing = KEYS.filter((key) => !wanted.some((option) => option.key === key));
if (missing.length > 0) throw new Error(`not an option of Flink ${CLIENT}: ${missing.join(', ')}`);

writeOptions(
  'lib/flink/options.ts',
  'flinkOptions',
  [
    'The options of Flink that this code base names, with the older names and defaults of the release that the Java operator reads',
    'with. Made by scripts/generate-flink-options.ts; change its list of keys, not this file. Durations are milliseconds, sizes bytes.',
  ],
  wanted.map(fact),
);
