// SPDX-License-Identifier: Apache-2.0
// Requests and limits of the JobManager's container, as Flink derives them from its configuration.

import type { ConfigOption } from '../flink/configuration.ts';
import { readOption } from '../flink/configuration.ts';
import { javaDouble } from '../flink/java-text.ts';
import { flinkOptions } from '../flink/options.ts';
import { deriveJobManagerMemory, isMemoryError } from '../flink/process-memory.ts';
import type { ResourceRequirements } from '../kubernetes/objects.ts';
import { ClusterError } from './cluster-error.ts';
import type { NativeCluster } from './native-cluster.ts';

const MEBIBYTE = 2 ** 20;

/** `template`'s resources with cpu and memory set. Throws `ClusterError` if the memory cannot be derived. */
export function jobManagerResources(
  { configuration, version }: NativeCluster,
  template: ResourceRequirements | undefined,
): ResourceRequirements {
  const memory = deriveJobManagerMemory(configuration, version);
  if (isMemoryError(memory)) throw new ClusterError(memory.keys[0] ?? 'jobmanager.memory', memory.message);
  const mebibytes = Math.floor(memory.totalProcess / MEBIBYTE);
  const memoryFactor = factor(configuration, flinkOptions.kubernetesJobmanagerMemoryLimitFactor);
  const cpu = readOption(configuration, flinkOptions.kubernetesJobmanagerCpuAmount);
  const cpuFactor = factor(configuration, flinkOptions.kubernetesJobmanagerCpuLimitFactor);
  return {
    ...template,
    requests: { ...template?.requests, cpu: javaDouble(cpu), memory: `${mebibytes}Mi` },
    limits: {
      ...template?.limits,
      cpu: javaDouble(cpu * cpuFactor),
      memory: `${Math.trunc(mebibytes * memoryFactor)}Mi`,
    },
  };
}

function factor(configuration: NativeCluster['configuration'], option: ConfigOption<number>): number {
  const value = readOption(configuration, option);
  if (value < 1) throw new ClusterError(option.key, `${value} must be 1 or more: a limit cannot be below its request`);
  return value;
}
