// SPDX-License-Identifier: Apache-2.0
// Where the memory of a Flink process goes: every part to the byte as Flink derives it, what the JVM is started with, what the container
// gets, and what is to be said about it; or why Flink would refuse it and what would do. How it is shown is format-breakdown.ts.

import { isSet, type FlatConfiguration } from './configuration.ts';
import type { FlinkVersionName } from './flink-version.ts';
import { deriveJobManagerMemory, type JobManagerMemory } from './job-manager-memory.ts';
import { isMemoryError, memoryOrError, type MemoryError } from './memory-error.ts';
import { memoryRemedy } from './memory-remedy.ts';
import { readMemoryOption, type MemoryMode } from './memory-rules.ts';
import type { AdviceInput, MemoryAdvice } from './memory/advice.ts';
import {
  containerBelowProcess,
  containerMemory,
  containerRoundedDown,
  limitFactorBelowOne,
  type ContainerMemory,
} from './memory/container.ts';
import { jobManagerHeapSmall, jobManagerOffHeapSmall, taskHeapSmall } from './memory/heap.ts';
import { metaspaceSmall, overheadCapped } from './memory/jvm.ts';
import { networkCapped, networkSmall } from './memory/network.ts';
import { managedMemorySmall, managedMemoryUnused, stateBackendUnbounded } from './memory/state-backend.ts';
import { unitMissing } from './memory/units.ts';
import { flinkOptions as options } from './options.ts';
import { deriveTaskManagerMemory, type TaskManagerMemory } from './task-manager-memory.ts';

/** Which of Flink's two kinds of processes. */
export type MemoryRole = 'jobmanager' | 'taskmanager';

/** What the memory of a process depends on besides its configuration. */
export interface MemoryQuestion {
  readonly role: MemoryRole;
  readonly version: FlinkVersionName;
  /**
   * Who derives the sizes: the start script of the container (`script`), or the client and Flink's native resource manager (`kubernetes`).
   * They differ only for the heap keys of old and for the CPU.
   * @default 'kubernetes'
   */
  readonly mode?: MemoryMode;
  /**
   * The largest parallelism of the job.
   * @default - `parallelism.default` of the configuration, if it is set
   */
  readonly parallelism?: number;
}

interface Common<R extends MemoryRole, M> {
  readonly role: R;
  readonly version: FlinkVersionName;
  /** Bytes, `totalProcessMiB` whole MiB, `cpuCores` and `slots` numbers. */
  readonly memory: Omit<M, 'jvmArgs' | 'dynamicConfig'>;
  /** Arguments of the JVM, in Flink's order. */
  readonly jvmArgs: readonly string[];
  /** The `-D` settings with which the process is started. */
  readonly dynamicConfig: FlatConfiguration;
  readonly container: ContainerMemory;
  /** Errors first, then warnings, then hints. */
  readonly advice: readonly MemoryAdvice[];
}

/** Where the memory of a JobManager goes. */
export type JobManagerBreakdown = Common<'jobmanager', JobManagerMemory>;
/** Where the memory of a TaskManager goes. */
export type TaskManagerBreakdown = Common<'taskmanager', TaskManagerMemory>;
/** Where the memory of a process goes. */
export type Breakdown = JobManagerBreakdown | TaskManagerBreakdown;

/** A layout that Flink refuses, and what would do. */
export interface MemoryRefusal extends MemoryError {
  readonly role: MemoryRole;
  readonly remedy: string;
}

const JOB_MANAGER_RULES = [
  limitFactorBelowOne('jobmanager'),
  containerBelowProcess('jobmanager'),
  jobManagerHeapSmall,
  jobManagerOffHeapSmall,
  metaspaceSmall('jobmanager'),
  containerRoundedDown('jobmanager'),
];

const TASK_MANAGER_RULES = [
  limitFactorBelowOne('taskmanager'),
  containerBelowProcess('taskmanager'),
  taskHeapSmall,
  managedMemorySmall,
  stateBackendUnbounded,
  networkSmall,
  metaspaceSmall('taskmanager'),
  managedMemoryUnused,
  overheadCapped,
  networkCapped,
  containerRoundedDown('taskmanager'),
];

/**
 * The memory of one process of a cluster.
 *
 * @param config everything that reaches Flink: for a FlinkDeployment its effective configuration, in which `spec.jobManager.resource` and
 * the like have become keys (`memoryOf` does that)
 */
export function memoryBreakdown(
  config: FlatConfiguration,
  question: MemoryQuestion & { readonly role: 'jobmanager' },
): JobManagerBreakdown | MemoryRefusal;
export function memoryBreakdown(
  config: FlatConfiguration,
  question: MemoryQuestion & { readonly role: 'taskmanager' },
): TaskManagerBreakdown | MemoryRefusal;
export function memoryBreakdown(config: FlatConfiguration, question: MemoryQuestion): Breakdown | MemoryRefusal;
export function memoryBreakdown(config: FlatConfiguration, question: MemoryQuestion): Breakdown | MemoryRefusal {
  const { role, version, mode = 'kubernetes' } = question;
  const derive = (from: FlatConfiguration): JobManagerMemory | TaskManagerMemory | MemoryError =>
    role === 'jobmanager' ? deriveJobManagerMemory(from, version, mode) : deriveTaskManagerMemory(from, version, mode);
  // the options that only advice looks at may be unreadable too
  const result = memoryOrError((): Breakdown | MemoryError => {
    const derived = derive(config);
    if (isMemoryError(derived)) return derived;
    const { jvmArgs, dynamicConfig, ...memory } = derived;
    const container = containerMemory(config, role, sizeOfPod(config, question, memory.totalProcess));
    const parallelism = question.parallelism ?? configuredParallelism(config);
    const input = { config, version, container, ...(parallelism === undefined ? {} : { parallelism }) };
    const found = [
      ...unitMissing(config, role),
      ...('slots' in derived
        ? adviceOf(TASK_MANAGER_RULES, { ...input, memory: derived })
        : adviceOf(JOB_MANAGER_RULES, { ...input, memory: derived })),
    ];
    return { role, version, memory, jvmArgs, dynamicConfig, container, advice: bySeverity(found) } as Breakdown;
  });
  return isMemoryError(result) ? { ...result, role, remedy: memoryRemedy(result, role, config, derive) } : result;
}

function adviceOf<M>(
  rules: readonly ((input: AdviceInput<M>) => MemoryAdvice | undefined)[],
  input: AdviceInput<M>,
): MemoryAdvice[] {
  return rules.flatMap((rule) => rule(input) ?? []);
}

const ORDER = ['error', 'warning', 'hint'] as const;

function bySeverity(found: readonly MemoryAdvice[]): MemoryAdvice[] {
  return ORDER.flatMap((severity) => found.filter((advice) => advice.severity === severity));
}

/** The container is always made by one who reads old heap keys as the size of the process. */
function sizeOfPod(config: FlatConfiguration, { role, version, mode }: MemoryQuestion, totalProcess: number): number {
  if (mode !== 'script') return totalProcess;
  const pod =
    role === 'jobmanager' ? deriveJobManagerMemory(config, version) : deriveTaskManagerMemory(config, version);
  return isMemoryError(pod) ? totalProcess : pod.totalProcess;
}

function configuredParallelism(config: FlatConfiguration): number | undefined {
  return isSet(config, options.parallelismDefault) ? readMemoryOption(config, options.parallelismDefault) : undefined;
}
