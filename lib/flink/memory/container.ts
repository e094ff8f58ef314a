// SPDX-License-Identifier: Apache-2.0
// The memory that the container of a process gets from Kubernetes, and what is wrong when the process may take more than that: the kernel
// then kills it, and nothing in Flink's log says why.

import { isSet, type ConfigOption, type FlatConfiguration } from '../configuration.ts';
import { javaDouble } from '../java-text.ts';
import { readMemoryOption } from '../memory-rules.ts';
import { humanSize } from '../memory-words.ts';
import { flinkOptions as options } from '../options.ts';
import type { AdviceInput, MemoryAdvice } from './advice.ts';

const MEBIBYTE = 2 ** 20;
/** Less than this is lost in the noise of a JVM. */
const NOTABLE_ROUNDING = 0.1 * MEBIBYTE;

/** Whole MiB, as they stand in the pod. */
export interface ContainerMemory {
  readonly requestMiB: number;
  readonly limitMiB: number;
  /** `kubernetes.<role>.memory.limit-factor`. */
  readonly limitFactor: number;
}

type Role = 'jobmanager' | 'taskmanager';

const FACTORS: Readonly<Record<Role, ConfigOption<number>>> = {
  jobmanager: options.kubernetesJobmanagerMemoryLimitFactor,
  taskmanager: options.kubernetesTaskmanagerMemoryLimitFactor,
};

const PROCESS_SIZES: Readonly<Record<Role, ConfigOption<number | undefined>>> = {
  jobmanager: options.jobmanagerMemoryProcessSize,
  taskmanager: options.taskmanagerMemoryProcessSize,
};

const OLD_HEAP: Readonly<Record<Role, readonly ConfigOption<number | undefined>[]>> = {
  jobmanager: [options.jobmanagerHeapSize, options.jobmanagerHeapMb],
  taskmanager: [options.taskmanagerHeapSize, options.taskmanagerHeapMb],
};

/** Request and limit for a process of `totalProcess` bytes. */
export function containerMemory(config: FlatConfiguration, role: Role, totalProcess: number): ContainerMemory {
  const requestMiB = Math.floor(totalProcess / MEBIBYTE);
  const limitFactor = readMemoryOption(config, FACTORS[role]);
  return { requestMiB, limitMiB: Math.trunc(requestMiB * limitFactor), limitFactor };
}

/** A limit factor below 1: Flink itself refuses it, except where only the operator makes the container. */
export function limitFactorBelowOne(role: Role) {
  return ({ container }: AdviceInput<unknown>): MemoryAdvice | undefined => {
    if (container.limitFactor >= 1) return undefined;
    const { key } = FACTORS[role];
    return {
      code: 'memory.limit-factor-below-one',
      severity: 'error',
      message: `${key} is ${javaDouble(container.limitFactor)}: the container would be limited to ${container.limitMiB} MiB and is to ask for ${container.requestMiB} MiB.`,
      remedy: `Set ${key} to 1 or more, or remove it.`,
      key,
    };
  };
}

/** The process as its start script lays it out is larger than its container. */
export function containerBelowProcess(role: Role) {
  return ({ config, memory, container }: AdviceInput<{ totalProcess: number }>): MemoryAdvice | undefined => {
    // a part of a MiB is another rule's, and a bad factor too
    if (container.limitFactor < 1 || container.limitMiB >= Math.floor(memory.totalProcess / MEBIBYTE)) return undefined;
    const old = OLD_HEAP[role].find((option) => isSet(config, option));
    return {
      code: 'memory.container-below-process',
      severity: 'warning',
      message:
        `The container is limited to ${container.limitMiB} MiB, but the process may take ${humanSize(memory.totalProcess)}` +
        (old === undefined
          ? '.'
          : `: ${old.key} sizes the container where the pod is made, and only a part of the process where its start script reads it.`),
      remedy:
        old === undefined
          ? `Raise the limit, or lower ${role}.memory.process.size.`
          : `Remove ${old.key} and set ${role}.memory.process.size instead.`,
      ...(old === undefined ? {} : { key: old.key }),
    };
  };
}

/** A process that is no whole number of MiB gets a container that is a little smaller; of interest where somebody chose the number. */
export function containerRoundedDown(role: Role) {
  return ({ config, memory }: AdviceInput<{ totalProcess: number }>): MemoryAdvice | undefined => {
    const lost = memory.totalProcess % MEBIBYTE;
    if (lost < NOTABLE_ROUNDING || !isSet(config, PROCESS_SIZES[role])) return undefined;
    const whole = Math.ceil(memory.totalProcess / MEBIBYTE);
    return {
      code: 'memory.container-rounded-down',
      severity: 'hint',
      message: `The process takes ${memory.totalProcess} bytes, which is no whole number of MiB; the container gets ${whole - 1} MiB, ${humanSize(lost)} less.`,
      remedy: `Say ${role}.memory.process.size in whole MiB: ${whole}m.`,
    };
  };
}
