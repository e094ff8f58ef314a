// SPDX-License-Identifier: Apache-2.0
// The memory model in one import; the rules stand in the files named here.

export { deriveJobManagerMemory, type JobManagerMemory } from './job-manager-memory.ts';
export { isMemoryError, type MemoryComponent, type MemoryError, type MemoryErrorKind } from './memory-error.ts';
export type { MemoryMode, ProcessMemory } from './memory-rules.ts';
export { deriveTaskManagerMemory, type TaskManagerMemory } from './task-manager-memory.ts';
