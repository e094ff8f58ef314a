// SPDX-License-Identifier: Apache-2.0
// The memory of a JobManager process, as Flink derives it from its configuration. Environment variables of old images
// (`FLINK_JM_HEAP`) are not seen.

import { isSet, type FlatConfiguration } from './configuration.ts';
import type { FlinkVersionName } from './flink-version.ts';
import { withLegacyHeap } from './legacy-heap.ts';
import { memoryOrError, MemoryRuleBroken, type MemoryError } from './memory-error.ts';
import {
  deriveProcessMemory,
  readMemoryOption,
  readSize,
  type FlinkMemoryRules,
  type MemoryMode,
  type ProcessMemory,
} from './memory-rules.ts';
import { humanSize } from './memory-words.ts';
import { flinkOptions as options } from './options.ts';

interface FlinkMemory {
  readonly totalFlink: number;
  readonly heap: number;
  readonly offHeap: number;
}

/** Bytes; `totalFlink` is `heap` + `offHeap`. */
export interface JobManagerMemory extends ProcessMemory, FlinkMemory {
  /** In Flink's order. */
  readonly jvmArgs: readonly string[];
  /** The `-D` settings that the process gets. */
  readonly dynamicConfig: FlatConfiguration;
}

/** The JobManager's memory by the rules of `version`, or why there is none. */
export function deriveJobManagerMemory(
  config: FlatConfiguration,
  version: FlinkVersionName,
  mode: MemoryMode = 'kubernetes',
): JobManagerMemory | MemoryError {
  return memoryOrError(() => {
    const meant = mode === 'script' ? options.jobmanagerMemoryHeapSize : options.jobmanagerMemoryProcessSize;
    const { jobmanagerHeapSize, jobmanagerHeapMb } = options;
    const complete = withLegacyHeap(config, version, jobmanagerHeapSize, jobmanagerHeapMb, meant);
    const memory = deriveProcessMemory(complete, rules);
    return { ...memory, jvmArgs: jvmArgs(complete, memory), dynamicConfig: dynamicConfig(memory) };
  });
}

const rules: FlinkMemoryRules<FlinkMemory> = {
  options: {
    fineGrained: [options.jobmanagerMemoryHeapSize],
    flinkSize: options.jobmanagerMemoryFlinkSize,
    processSize: options.jobmanagerMemoryProcessSize,
    metaspace: options.jobmanagerMemoryJvmMetaspaceSize,
    overhead: {
      component: 'overhead',
      min: options.jobmanagerMemoryJvmOverheadMin,
      max: options.jobmanagerMemoryJvmOverheadMax,
      fraction: options.jobmanagerMemoryJvmOverheadFraction,
    },
  },
  fromParts(config) {
    const heap = readSize(config, options.jobmanagerMemoryHeapSize);
    const offHeap = readSize(config, options.jobmanagerMemoryOffHeapSize);
    if (!isSet(config, options.jobmanagerMemoryFlinkSize)) return { totalFlink: heap + offHeap, heap, offHeap };
    const totalFlink = readSize(config, options.jobmanagerMemoryFlinkSize);
    const sizes = `${options.jobmanagerMemoryHeapSize.key} (${humanSize(heap)})`;
    const total = `${options.jobmanagerMemoryFlinkSize.key} (${humanSize(totalFlink)})`;
    if (isSet(config, options.jobmanagerMemoryOffHeapSize)) {
      if (heap + offHeap === totalFlink) return { totalFlink, heap, offHeap };
      throw new MemoryRuleBroken(
        'sum-differs-from-flink-size',
        `${sizes} and ${options.jobmanagerMemoryOffHeapSize.key} (${humanSize(offHeap)}) come to ${humanSize(heap + offHeap)}, which is not ${total}`,
        [],
        ['heap', 'offHeap', 'totalFlink'],
      );
    }
    if (heap <= totalFlink) return { totalFlink, heap, offHeap: totalFlink - heap };
    throw new MemoryRuleBroken('heap-exceeds-flink-size', `${sizes} is more than ${total}`, [], ['heap', 'totalFlink']);
  },
  fromTotal(config, totalFlink) {
    const offHeap = readSize(config, options.jobmanagerMemoryOffHeapSize);
    if (offHeap < totalFlink) return { totalFlink, heap: totalFlink - offHeap, offHeap };
    throw new MemoryRuleBroken(
      'flink-size-below-off-heap',
      `Flink's memory (${humanSize(totalFlink)}) leaves no heap beside ${options.jobmanagerMemoryOffHeapSize.key} (${humanSize(offHeap)})`,
      [],
      ['offHeap', 'totalFlink'],
    );
  },
};

function jvmArgs(config: FlatConfiguration, memory: FlinkMemory & ProcessMemory): string[] {
  const limited = readMemoryOption(config, options.jobmanagerMemoryEnableJvmDirectMemoryLimit);
  return [
    `-Xmx${memory.heap}`,
    `-Xms${memory.heap}`,
    ...(limited ? [`-XX:MaxDirectMemorySize=${memory.offHeap}`] : []),
    `-XX:MaxMetaspaceSize=${memory.metaspace}`,
  ];
}

function dynamicConfig(memory: FlinkMemory & ProcessMemory): FlatConfiguration {
  return {
    [options.jobmanagerMemoryHeapSize.key]: `${memory.heap}b`,
    [options.jobmanagerMemoryJvmMetaspaceSize.key]: `${memory.metaspace}b`,
    [options.jobmanagerMemoryJvmOverheadMax.key]: `${memory.overhead}b`,
    [options.jobmanagerMemoryJvmOverheadMin.key]: `${memory.overhead}b`,
    [options.jobmanagerMemoryOffHeapSize.key]: `${memory.offHeap}b`,
  };
}
