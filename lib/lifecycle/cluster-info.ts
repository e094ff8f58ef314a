// SPDX-License-Identifier: Apache-2.0
// `status.clusterInfo`: what the JobManager says of itself and what the cluster asks of Kubernetes. Keys are merged, never removed.

import { readOption } from '../flink/configuration.ts';
import { javaDouble } from '../flink/java-text.ts';
import { flinkOptions } from '../flink/options.ts';
import { deriveJobManagerMemory, deriveTaskManagerMemory, isMemoryError } from '../flink/process-memory.ts';
import type { Scope } from './scope.ts';

/** Merges what was seen; leaves everything alone when the JobManager was not asked. */
export function observeClusterInfo(scope: Scope): void {
  const { cluster, checkpoints } = scope.observed;
  const info = (scope.status.clusterInfo ??= {});
  if (checkpoints.known && checkpoints.value.stateSize !== undefined)
    info['state-size'] = String(checkpoints.value.stateSize);
  if (!cluster.known) return;
  const configuration = scope.observeConfiguration();
  const { flinkVersion, flinkRevision, taskManagers } = cluster.value;
  const jobManagers = readOption(configuration, flinkOptions.kubernetesJobmanagerReplicas);
  const cpu =
    readOption(configuration, flinkOptions.kubernetesJobmanagerCpuAmount) *
      readOption(configuration, flinkOptions.kubernetesJobmanagerCpuLimitFactor) *
      jobManagers +
    taskManagerCpu(readOption(configuration, flinkOptions.kubernetesTaskmanagerCpuAmount)) *
      readOption(configuration, flinkOptions.kubernetesTaskmanagerCpuLimitFactor) *
      taskManagers;
  info['flink-version'] = flinkVersion;
  info['flink-revision'] = flinkRevision;
  info['total-cpu'] = javaDouble(cpu);
  const version = scope.spec.flinkVersion ?? 'v1_20';
  const jobManager = deriveJobManagerMemory(configuration, version);
  const taskManager = deriveTaskManagerMemory(configuration, version);
  if (isMemoryError(jobManager) || isMemoryError(taskManager)) return;
  const each = (mebibytes: number, factor: number): number => mebibytes * 2 ** 20 * factor;
  const total =
    Math.round(
      each(jobManager.totalProcessMiB, readOption(configuration, flinkOptions.kubernetesJobmanagerMemoryLimitFactor)) *
        jobManagers,
    ) +
    Math.round(
      each(
        taskManager.totalProcessMiB,
        readOption(configuration, flinkOptions.kubernetesTaskmanagerMemoryLimitFactor),
      ) * taskManagers,
    );
  info['total-memory'] = String(total);
}

/** Flink's default for a TaskManager's CPU is "not set", which counts as one. */
function taskManagerCpu(configured: number): number {
  return configured > 0 ? configured : 1;
}
