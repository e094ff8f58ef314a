// SPDX-License-Identifier: Apache-2.0
// The form of what is said about a memory layout that Flink accepts, and that yet is not what its owner will want. The rules stand in the
// files beside this one; each is a function of one derived layout.

import type { FlatConfiguration } from '../configuration.ts';
import type { FlinkVersionName } from '../flink-version.ts';
import type { JobManagerMemory } from '../job-manager-memory.ts';
import type { TaskManagerMemory } from '../task-manager-memory.ts';
import type { ContainerMemory } from './container.ts';

/** Everything that can be said; `lib/api/codes/memory.ts` explains each. */
export type MemoryCode =
  | 'memory.container-below-process'
  | 'memory.limit-factor-below-one'
  | 'memory.container-rounded-down'
  | 'memory.unit-missing'
  | 'memory.task-heap-small'
  | 'memory.job-manager-heap-small'
  | 'memory.job-manager-off-heap-small'
  | 'memory.metaspace-small'
  | 'memory.overhead-capped'
  | 'memory.managed-small'
  | 'memory.managed-unused'
  | 'memory.state-backend-unbounded'
  | 'memory.network-small'
  | 'memory.network-capped'
  | 'memory.pod-template-ignored';

/** One piece of advice about the memory of a process. */
export interface MemoryAdvice {
  readonly code: MemoryCode;
  readonly severity: 'error' | 'warning' | 'hint';
  /** What is the case, with the numbers. */
  readonly message: string;
  readonly remedy: string;
  /** The configuration key to look at first; absent if it is the size as a whole. */
  readonly key?: string;
}

/** What a rule looks at. */
export interface AdviceInput<M> {
  readonly config: FlatConfiguration;
  readonly version: FlinkVersionName;
  readonly memory: M;
  readonly container: ContainerMemory;
  /** The largest parallelism of the job, if it is known. */
  readonly parallelism?: number;
}

export type JobManagerAdvice = (input: AdviceInput<JobManagerMemory>) => MemoryAdvice | undefined;
export type TaskManagerAdvice = (input: AdviceInput<TaskManagerMemory>) => MemoryAdvice | undefined;
