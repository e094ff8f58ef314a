// SPDX-License-Identifier: Apache-2.0
// Which state backend a configuration names, and whether the managed memory suits it. Code of the job may choose another backend; then
// nothing here applies, which is why most of this is a hint.

import { isSet, type ConfigOption, type FlatConfiguration } from '../configuration.ts';
import { humanShare, humanSize } from '../memory-words.ts';
import { readMemoryOption } from '../memory-rules.ts';
import { flinkOptions as options } from '../options.ts';
import type { TaskManagerAdvice } from './advice.ts';

const MEBIBYTE = 2 ** 20;
/** Below this there is no room for one full write buffer of the default size beside a block cache. */
const COMFORTABLE_PER_SLOT = 128 * MEBIBYTE;
/** Less is not worth a word. */
const NOTABLE_WASTE = 256 * MEBIBYTE;

/** What the configuration says about where state is kept. */
export interface StateBackendChoice {
  /** `other` is a class that is not Flink's own. */
  readonly kind: 'hashmap' | 'rocksdb' | 'forst' | 'other';
  /** Whether it keeps state in memory that the JVM does not see. */
  readonly native: boolean;
  /** Whether somebody chose it, and it is not just the default. */
  readonly given: boolean;
}

/** The state backend of `config`. */
export function stateBackend(config: FlatConfiguration): StateBackendChoice {
  const name = readMemoryOption(config, options.stateBackendType).toLowerCase();
  const given = isSet(config, options.stateBackendType);
  if (name === 'rocksdb' || name.includes('rocksdb')) return { kind: 'rocksdb', native: true, given };
  if (name === 'forst' || name.includes('forst')) return { kind: 'forst', native: true, given };
  const onHeap = ['hashmap', 'jobmanager', 'filesystem'].includes(name) || name.includes('hashmap');
  return { kind: onHeap ? 'hashmap' : 'other', native: false, given };
}

interface NativeOptions {
  readonly managed: ConfigOption<boolean>;
  readonly fixedPerSlot: ConfigOption<number | undefined>;
  readonly fixedPerTaskManager: ConfigOption<number | undefined>;
  readonly writeBufferRatio: ConfigOption<number>;
  readonly writeBuffer: ConfigOption<number>;
}

const ROCKSDB: NativeOptions = {
  managed: options.stateBackendRocksdbMemoryManaged,
  fixedPerSlot: options.stateBackendRocksdbMemoryFixedPerSlot,
  fixedPerTaskManager: options.stateBackendRocksdbMemoryFixedPerTm,
  writeBufferRatio: options.stateBackendRocksdbMemoryWriteBufferRatio,
  writeBuffer: options.stateBackendRocksdbWritebufferSize,
};

/** ForSt has the options of RocksDB, from which it descends, under its own name. */
const FORST: NativeOptions = {
  managed: ofForSt(ROCKSDB.managed),
  fixedPerSlot: ofForSt(ROCKSDB.fixedPerSlot),
  fixedPerTaskManager: ofForSt(ROCKSDB.fixedPerTaskManager),
  writeBufferRatio: ofForSt(ROCKSDB.writeBufferRatio),
  writeBuffer: ofForSt(ROCKSDB.writeBuffer),
};

function ofForSt<T>(option: ConfigOption<T>): ConfigOption<T> {
  return { ...option, key: option.key.replace('.rocksdb.', '.forst.') };
}

const TITLES = { rocksdb: 'RocksDB', forst: 'ForSt' } as const;

/**
 * RocksDB and ForSt share one budget in each slot. A third of it (by default) is for write buffers, of which seven eighths may be in use; if
 * that is less than one block of a write buffer (an eighth of it), every write makes a file.
 */
export const managedMemorySmall: TaskManagerAdvice = ({ config, memory }) => {
  const { kind } = stateBackend(config);
  if (kind !== 'rocksdb' && kind !== 'forst') return undefined;
  const native = kind === 'rocksdb' ? ROCKSDB : FORST;
  const fixed = isSet(config, native.fixedPerSlot) || isSet(config, native.fixedPerTaskManager);
  if (fixed || !readMemoryOption(config, native.managed)) return undefined;
  const perSlot = memory.managed / memory.slots;
  if (perSlot >= COMFORTABLE_PER_SLOT) return undefined;
  const block = Math.ceil(readMemoryOption(config, native.writeBuffer) / 8);
  const usable = ((2 * readMemoryOption(config, native.writeBufferRatio)) / 3) * (7 / 8);
  const hopeless = perSlot * usable < block;
  const head = `${TITLES[kind]} gets ${humanSize(memory.managed)} of managed memory${memory.slots === 1 ? '' : `, ${humanSize(Math.floor(perSlot))} for each of ${memory.slots} slots`}`;
  return {
    code: 'memory.managed-small',
    severity: hopeless ? 'warning' : 'hint',
    message: hopeless
      ? `${head}; below ${humanSize(Math.ceil(block / usable / MEBIBYTE) * MEBIBYTE)} a slot not one block of its write buffers fits, and it writes a file for nearly every record.`
      : `${head}: less than two write buffers of ${humanSize(readMemoryOption(config, native.writeBuffer))}, and each state of each operator wants one.`,
    remedy: `Give the TaskManager more memory or fewer slots, or raise ${options.taskmanagerMemoryManagedFraction.key} (or .size) until each slot has ${humanSize(COMFORTABLE_PER_SLOT)} or more.`,
    key: isSet(config, options.taskmanagerMemoryManagedSize)
      ? options.taskmanagerMemoryManagedSize.key
      : options.taskmanagerMemoryManagedFraction.key,
  };
};

/** A native backend that was told to leave managed memory alone takes what it likes from the container. */
export const stateBackendUnbounded: TaskManagerAdvice = ({ config, memory }) => {
  const { kind } = stateBackend(config);
  if (kind !== 'rocksdb' && kind !== 'forst') return undefined;
  const native = kind === 'rocksdb' ? ROCKSDB : FORST;
  if (isSet(config, native.fixedPerSlot) || isSet(config, native.fixedPerTaskManager)) return undefined;
  if (readMemoryOption(config, native.managed)) return undefined;
  return {
    code: 'memory.state-backend-unbounded',
    severity: 'warning',
    message: `${native.managed.key} is false: ${TITLES[kind]} takes as much memory as its states and their settings come to, on top of the ${humanSize(memory.totalProcess)} that the container is made for, and leaves ${humanSize(memory.managed)} of managed memory unused.`,
    remedy: `Remove ${native.managed.key}, or set ${native.fixedPerSlot.key}; or make room with ${options.taskmanagerMemoryTaskOffHeapSize.key} and a small ${options.taskmanagerMemoryManagedFraction.key}.`,
    key: native.managed.key,
  };
};

/** State on the heap leaves managed memory to batch, SQL and Python, if there is any of them. */
export const managedMemoryUnused: TaskManagerAdvice = ({ config, memory }) => {
  const { kind, given } = stateBackend(config);
  const streaming = /^streaming$/iu.test(config[options.executionRuntimeMode.key] ?? 'STREAMING');
  if (kind !== 'hashmap' || !given || !streaming || memory.managed < NOTABLE_WASTE) return undefined;
  return {
    code: 'memory.managed-unused',
    severity: 'hint',
    message: `State is kept on the heap, but ${humanSize(memory.managed)} (${humanShare(memory.managed, memory.totalProcess)} of the process) are reserved as managed memory, which only native state backends, batch jobs, some operators of SQL, and Python use; the job itself has ${humanSize(memory.taskHeap)} of heap.`,
    remedy: `If the job is none of these, set ${options.taskmanagerMemoryManagedFraction.key} to 0: the heap then grows to ${humanSize(memory.taskHeap + memory.managed)}.`,
    key: options.taskmanagerMemoryManagedFraction.key,
  };
};
