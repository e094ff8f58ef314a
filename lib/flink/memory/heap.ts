// SPDX-License-Identifier: Apache-2.0
// What is left of a process for objects on the heap, and for buffers beside it, when everything else has been taken off.

import { isSet } from '../configuration.ts';
import { readMemoryOption } from '../memory-rules.ts';
import { humanSize, mebibytesValue } from '../memory-words.ts';
import { flinkOptions as options } from '../options.ts';
import type { JobManagerAdvice, TaskManagerAdvice } from './advice.ts';

const MEBIBYTE = 2 ** 20;
/** Less is spent on the classes of a connector or two before the first record is read. */
const TASK_HEAP_FLOOR = 64 * MEBIBYTE;
/** What Flink itself names as the least for a JobManager; it starts with less, and says so in its log. */
const JOB_MANAGER_HEAP_FLOOR = 128 * MEBIBYTE;
/** Half of the default, which RPC and the file systems of checkpoints share. */
const OFF_HEAP_FLOOR = 64 * MEBIBYTE;

export const taskHeapSmall: TaskManagerAdvice = ({ memory, config }) => {
  if (memory.taskHeap >= TASK_HEAP_FLOOR) return undefined;
  const missing = Math.ceil((TASK_HEAP_FLOOR - memory.taskHeap) / MEBIBYTE);
  const alone = memory.taskHeap === 0 ? ' (only the framework has a heap)' : ` in ${slotsText(memory.slots)}`;
  return {
    code: 'memory.task-heap-small',
    severity: 'warning',
    message:
      `Of ${humanSize(memory.totalProcess)} only ${humanSize(memory.taskHeap)} are left as heap for the code of the job${alone}; ` +
      `managed memory takes ${humanSize(memory.managed)}, network ${humanSize(memory.network)}, JVM and framework ` +
      `${humanSize(memory.metaspace + memory.overhead + memory.frameworkHeap + memory.frameworkOffHeap)}.`,
    remedy: isSet(config, options.taskmanagerMemoryTaskHeapSize)
      ? `Raise ${options.taskmanagerMemoryTaskHeapSize.key}.`
      : `Give the TaskManager more memory (about ${roundUp(missing * 2)} MiB more), or lower ${options.taskmanagerMemoryManagedFraction.key} if the job keeps its state on the heap.`,
  };
};

export const jobManagerHeapSmall: JobManagerAdvice = ({ memory }) => {
  if (memory.heap >= JOB_MANAGER_HEAP_FLOOR) return undefined;
  return {
    code: 'memory.job-manager-heap-small',
    severity: 'warning',
    message: `Of ${humanSize(memory.totalProcess)} only ${humanSize(memory.heap)} are left as heap of the JobManager; Flink recommends ${humanSize(JOB_MANAGER_HEAP_FLOOR)} at least.`,
    remedy: `Give the JobManager ${Math.ceil((JOB_MANAGER_HEAP_FLOOR - memory.heap) / MEBIBYTE)} MiB more.`,
  };
};

/** Without the limit, the JVM does not hold direct memory to this size, so a small one only makes the container small. */
export const jobManagerOffHeapSmall: JobManagerAdvice = ({ memory, config }) => {
  const { key } = options.jobmanagerMemoryOffHeapSize;
  const limited = readMemoryOption(config, options.jobmanagerMemoryEnableJvmDirectMemoryLimit);
  if (!limited || memory.offHeap >= OFF_HEAP_FLOOR) return undefined;
  return {
    code: 'memory.job-manager-off-heap-small',
    severity: 'warning',
    message: `Direct memory of the JobManager is limited to ${humanSize(memory.offHeap)}, which RPC and the file systems of checkpoints share; when it is used up they fail with "Direct buffer memory".`,
    remedy: `Raise ${key} to ${mebibytesValue(options.jobmanagerMemoryOffHeapSize.default)}, its default, or remove ${options.jobmanagerMemoryEnableJvmDirectMemoryLimit.key}.`,
    key,
  };
};

function slotsText(slots: number): string {
  return slots === 1 ? 'one slot' : `${slots} slots`;
}

function roundUp(mebibytes: number): number {
  return Math.ceil(mebibytes / 64) * 64;
}
