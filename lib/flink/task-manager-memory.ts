// SPDX-License-Identifier: Apache-2.0
// The memory and CPU of a TaskManager process, as Flink derives them from its configuration. Environment variables of old images
// (`FLINK_TM_HEAP`) are not seen.

import { isSet, type ConfigOption, type FlatConfiguration } from './configuration.ts';
import { flinkVersionAtLeast, type FlinkVersionName } from './flink-version.ts';
import { javaDouble } from './java-text.ts';
import { withLegacyHeap } from './legacy-heap.ts';
import { memoryOrError, MemoryRuleBroken, type MemoryComponent, type MemoryError } from './memory-error.ts';
import {
  deriveProcessMemory,
  fractionBeside,
  fractionOf,
  multiply,
  readMemoryOption,
  readSize,
  requireInRange,
  type FlinkMemoryRules,
  type MemoryMode,
  type ProcessMemory,
  type RangeOptions,
} from './memory-rules.ts';
import { humanSize, MEMORY_WORDS } from './memory-words.ts';
import { flinkOptions as options } from './options.ts';
import { formatList } from './structured-text.ts';

interface FlinkMemory {
  readonly totalFlink: number;
  readonly frameworkHeap: number;
  readonly taskHeap: number;
  readonly frameworkOffHeap: number;
  readonly taskOffHeap: number;
  readonly network: number;
  readonly managed: number;
}

/** Bytes; `totalFlink` is the sum of the six parts. */
export interface TaskManagerMemory extends ProcessMemory, FlinkMemory {
  readonly cpuCores: number;
  readonly slots: number;
  /** In Flink's order. */
  readonly jvmArgs: readonly string[];
  /** The `-D` settings that the process gets. */
  readonly dynamicConfig: FlatConfiguration;
}

/** The TaskManager's memory by the rules of `version`, or why there is none. */
export function deriveTaskManagerMemory(
  config: FlatConfiguration,
  version: FlinkVersionName,
  mode: MemoryMode = 'kubernetes',
): TaskManagerMemory | MemoryError {
  return memoryOrError(() => {
    const meant = mode === 'script' ? options.taskmanagerMemoryFlinkSize : options.taskmanagerMemoryProcessSize;
    const { taskmanagerHeapSize, taskmanagerHeapMb } = options;
    const complete = withLegacyHeap(config, version, taskmanagerHeapSize, taskmanagerHeapMb, meant);
    const slots = readMemoryOption(complete, options.taskmanagerNumberOfTaskSlots);
    const cpuCores = deriveCpuCores(complete, version, mode, slots);
    const memory = { ...deriveProcessMemory(complete, rulesOf(version)), cpuCores, slots };
    return { ...memory, jvmArgs: jvmArgs(memory), dynamicConfig: dynamicConfig(complete, memory) };
  });
}

/** Older releases know the CPU amount by its older name only. */
const OLD_CPU: ConfigOption<number> = {
  ...options.kubernetesTaskmanagerCpuAmount,
  key: 'kubernetes.taskmanager.cpu',
  fallbackKeys: [],
};
const LIMITED_NETWORK: ConfigOption<number> = { ...options.taskmanagerMemoryNetworkMax, default: 2 ** 30 };

function deriveCpuCores(config: FlatConfiguration, version: FlinkVersionName, mode: MemoryMode, slots: number): number {
  const amount = flinkVersionAtLeast(version, 'v1_17') ? options.kubernetesTaskmanagerCpuAmount : OLD_CPU;
  const configured = mode === 'kubernetes' ? readMemoryOption(config, amount) : -1;
  const cpuCores = readMemoryOption(config, options.taskmanagerCpuCores) ?? (configured > 0 ? configured : slots);
  if (cpuCores > 0) return cpuCores;
  throw new MemoryRuleBroken(
    'cpu-not-positive',
    `the TaskManager's CPU comes to ${javaDouble(cpuCores)}; ${options.taskmanagerCpuCores.key}, ${amount.key} or ${options.taskmanagerNumberOfTaskSlots.key} must be above 0`,
    [options.taskmanagerCpuCores.key],
  );
}

function rulesOf(version: FlinkVersionName): FlinkMemoryRules<FlinkMemory> {
  const network: RangeOptions = {
    component: 'network',
    min: options.taskmanagerMemoryNetworkMin,
    max: flinkVersionAtLeast(version, 'v1_17') ? options.taskmanagerMemoryNetworkMax : LIMITED_NETWORK,
    fraction: options.taskmanagerMemoryNetworkFraction,
  };
  return {
    options: {
      fineGrained: [options.taskmanagerMemoryTaskHeapSize, options.taskmanagerMemoryManagedSize],
      flinkSize: options.taskmanagerMemoryFlinkSize,
      processSize: options.taskmanagerMemoryProcessSize,
      metaspace: options.taskmanagerMemoryJvmMetaspaceSize,
      overhead: {
        component: 'overhead',
        min: options.taskmanagerMemoryJvmOverheadMin,
        max: options.taskmanagerMemoryJvmOverheadMax,
        fraction: options.taskmanagerMemoryJvmOverheadFraction,
      },
    },
    fromParts(config) {
      const managed = readSize(config, options.taskmanagerMemoryManagedSize);
      const taskHeap = readSize(config, options.taskmanagerMemoryTaskHeapSize);
      const fixed = { ...readFixed(config), taskHeap, managed };
      if (isSet(config, options.taskmanagerMemoryFlinkSize)) {
        return withNetworkAsRest(config, network, fixed, readSize(config, options.taskmanagerMemoryFlinkSize));
      }
      const others = sum(fixed);
      const networkSize = oldNetworkSize(config, version, network) ?? fractionBeside(config, network, others);
      return { ...fixed, network: networkSize, totalFlink: others + networkSize };
    },
    fromTotal(config, totalFlink) {
      const managed = isSet(config, options.taskmanagerMemoryManagedSize)
        ? readSize(config, options.taskmanagerMemoryManagedSize)
        : managedFraction(config, totalFlink);
      const fixed = { ...readFixed(config), managed };
      if (isSet(config, options.taskmanagerMemoryTaskHeapSize)) {
        const taskHeap = readSize(config, options.taskmanagerMemoryTaskHeapSize);
        return withNetworkAsRest(config, network, { ...fixed, taskHeap }, totalFlink);
      }
      const networkSize = oldNetworkSize(config, version, network) ?? fractionOf(config, network, totalFlink);
      const parts = { ...fixed, network: networkSize };
      requireFits(parts, totalFlink);
      return { ...parts, taskHeap: totalFlink - sum(parts), totalFlink };
    },
  };
}

type Parts = Partial<Record<MemoryComponent, number>>;

function sum(parts: Parts): number {
  return Object.values(parts).reduce((total, size) => total + size, 0);
}

function requireFits(parts: Parts, totalFlink: number): void {
  if (sum(parts) <= totalFlink) return;
  const names = Object.keys(parts) as MemoryComponent[];
  const sizes = names
    .filter((name) => parts[name] !== 0)
    .map((name) => `${MEMORY_WORDS[name]} (${humanSize(parts[name] ?? 0)})`);
  throw new MemoryRuleBroken(
    'sum-exceeds-total',
    `${listed(sizes)} come to ${humanSize(sum(parts))}, which is more than Flink's memory (${humanSize(totalFlink)})`,
    [],
    [...names, 'totalFlink'],
  );
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function readFixed(config: FlatConfiguration): {
  frameworkHeap: number;
  frameworkOffHeap: number;
  taskOffHeap: number;
} {
  return {
    frameworkHeap: readSize(config, options.taskmanagerMemoryFrameworkHeapSize),
    frameworkOffHeap: readSize(config, options.taskmanagerMemoryFrameworkOffHeapSize),
    taskOffHeap: readSize(config, options.taskmanagerMemoryTaskOffHeapSize),
  };
}

function managedFraction(config: FlatConfiguration, totalFlink: number): number {
  const fraction = readMemoryOption(config, options.taskmanagerMemoryManagedFraction);
  if (fraction >= 0 && fraction < 1) return multiply(totalFlink, fraction);
  const { key } = options.taskmanagerMemoryManagedFraction;
  const message = `${key} (${javaDouble(fraction)}) must be at least 0 and below 1`;
  throw new MemoryRuleBroken('range-inverted-or-fraction-invalid', message, [key]);
}

function withNetworkAsRest(
  config: FlatConfiguration,
  range: RangeOptions,
  parts: Omit<FlinkMemory, 'totalFlink' | 'network'>,
  totalFlink: number,
): FlinkMemory {
  requireFits({ ...parts }, totalFlink);
  const network = totalFlink - sum({ ...parts });
  try {
    requireInRange(config, range, network);
  } catch (error) {
    if (!(error instanceof MemoryRuleBroken)) throw error;
    throw new MemoryRuleBroken(
      'network-rest-out-of-range',
      `with Flink's memory, the task heap and the managed memory given, the network memory is the rest: ${error.message}`,
      [],
      ['managed', 'network', 'taskHeap', 'totalFlink'],
    );
  }
  return { ...parts, network, totalFlink };
}

/** A number of buffers instead of a size: read before 2.0, and only if no network option of today is set. */
function oldNetworkSize(config: FlatConfiguration, version: FlinkVersionName, range: RangeOptions): number | undefined {
  const modern = [range.min, range.max, range.fraction].some((option) => isSet(config, option));
  if (flinkVersionAtLeast(version, 'v2_0') || modern || !isSet(config, options.taskmanagerNetworkNumberOfBuffers)) {
    return undefined;
  }
  const segment = readSize(config, options.taskmanagerMemorySegmentSize);
  return readMemoryOption(config, options.taskmanagerNetworkNumberOfBuffers) * segment;
}

function jvmArgs(memory: FlinkMemory & ProcessMemory): string[] {
  const heap = memory.frameworkHeap + memory.taskHeap;
  const direct = memory.frameworkOffHeap + memory.taskOffHeap + memory.network;
  return [
    `-Xmx${heap}`,
    `-Xms${heap}`,
    `-XX:MaxDirectMemorySize=${direct}`,
    `-XX:MaxMetaspaceSize=${memory.metaspace}`,
  ];
}

function dynamicConfig(
  config: FlatConfiguration,
  memory: FlinkMemory & ProcessMemory & { cpuCores: number; slots: number },
): FlatConfiguration {
  const external = readMemoryOption(config, options.externalResources);
  return {
    [options.externalResources.key]: external.length === 0 ? 'none' : formatList(external),
    [options.taskmanagerCpuCores.key]: javaDouble(memory.cpuCores),
    [options.taskmanagerMemoryFrameworkHeapSize.key]: `${memory.frameworkHeap}b`,
    [options.taskmanagerMemoryFrameworkOffHeapSize.key]: `${memory.frameworkOffHeap}b`,
    [options.taskmanagerMemoryJvmMetaspaceSize.key]: `${memory.metaspace}b`,
    [options.taskmanagerMemoryJvmOverheadMax.key]: `${memory.overhead}b`,
    [options.taskmanagerMemoryJvmOverheadMin.key]: `${memory.overhead}b`,
    [options.taskmanagerMemoryManagedSize.key]: `${memory.managed}b`,
    [options.taskmanagerMemoryNetworkMax.key]: `${memory.network}b`,
    [options.taskmanagerMemoryNetworkMin.key]: `${memory.network}b`,
    [options.taskmanagerMemoryTaskHeapSize.key]: `${memory.taskHeap}b`,
    [options.taskmanagerMemoryTaskOffHeapSize.key]: `${memory.taskOffHeap}b`,
    [options.taskmanagerNumberOfTaskSlots.key]: String(memory.slots),
  };
}
