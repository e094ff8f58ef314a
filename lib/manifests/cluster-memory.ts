// SPDX-License-Identifier: Apache-2.0
// The memory that Kubernetes is asked for by each pod of a cluster, before limit factors: for status figures. Errors are not its business;
// a cluster whose memory cannot be derived is never built.

import type { FlinkVersionName } from '../api/flink-deployment.ts';
import type { FlatConfiguration } from '../flink/configuration.ts';
import { deriveJobManagerMemory, deriveTaskManagerMemory, isMemoryError } from '../flink/process-memory.ts';

const MEBIBYTE = 2 ** 20;

/** Whole MiB of one pod's memory request. */
export interface ClusterMemory {
  readonly jobManagerMiB: number;
  readonly taskManagerMiB: number;
}

/** Nothing if the memory of either process cannot be derived. */
export function clusterMemory(configuration: FlatConfiguration, version: FlinkVersionName): ClusterMemory | undefined {
  const jobManager = deriveJobManagerMemory(configuration, version);
  const taskManager = deriveTaskManagerMemory(configuration, version);
  if (isMemoryError(jobManager) || isMemoryError(taskManager)) return undefined;
  return {
    jobManagerMiB: Math.floor(jobManager.totalProcess / MEBIBYTE),
    taskManagerMiB: Math.floor(taskManager.totalProcess / MEBIBYTE),
  };
}
