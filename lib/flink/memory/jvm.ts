// SPDX-License-Identifier: Apache-2.0
// What the JVM needs for itself: metaspace for classes, and the overhead for stacks, native code and everything that nobody counts.

import { isSet, type ConfigOption } from '../configuration.ts';
import { humanShare, humanSize, mebibytesValue } from '../memory-words.ts';
import { multiply, readMemoryOption } from '../memory-rules.ts';
import { flinkOptions as options } from '../options.ts';
import type { AdviceInput, MemoryAdvice, TaskManagerAdvice } from './advice.ts';
import { stateBackend } from './state-backend.ts';

const MEBIBYTE = 2 ** 20;
/**
 * Flink 1.20 alone, running one of its small examples, fills 50 MiB of a JobManager's and 43 MiB of a TaskManager's (measured); connectors,
 * file systems and SQL come on top, and in a session each job brings its own again.
 */
const METASPACE_FLOOR = 96 * MEBIBYTE;
/** A fraction of 10 % that has shrunk to less than half. */
const SMALL_OVERHEAD = 0.05;

const METASPACE: Readonly<Record<'jobmanager' | 'taskmanager', ConfigOption<number>>> = {
  jobmanager: options.jobmanagerMemoryJvmMetaspaceSize,
  taskmanager: options.taskmanagerMemoryJvmMetaspaceSize,
};

/** Only when somebody set it: the default is enough for most. */
export function metaspaceSmall(role: 'jobmanager' | 'taskmanager') {
  const option = METASPACE[role];
  return ({ config, memory }: AdviceInput<{ metaspace: number }>): MemoryAdvice | undefined => {
    if (memory.metaspace >= METASPACE_FLOOR || !isSet(config, option)) return undefined;
    return {
      code: 'memory.metaspace-small',
      severity: 'warning',
      message: `The JVM may keep classes in ${humanSize(memory.metaspace)}; Flink's own fill about 50 MiB, and a job with its connectors often more than is left: it then fails with "OutOfMemoryError: Metaspace".`,
      remedy: `Remove ${option.key} to get the default, ${humanSize(option.default)}, or set it to ${mebibytesValue(METASPACE_FLOOR)} or more.`,
      key: option.key,
    };
  };
}

/** The default maximum turns the fraction of a large process into a sliver, and a native state backend lives on it. */
export const overheadCapped: TaskManagerAdvice = ({ config, memory }) => {
  const { key } = options.taskmanagerMemoryJvmOverheadMax;
  if (
    isSet(config, options.taskmanagerMemoryJvmOverheadMax) ||
    memory.overhead < readMemoryOption(config, options.taskmanagerMemoryJvmOverheadMax)
  ) {
    return undefined;
  }
  if (memory.overhead >= memory.totalProcess * SMALL_OVERHEAD || !stateBackend(config).native) return undefined;
  const fraction = readMemoryOption(config, options.taskmanagerMemoryJvmOverheadFraction);
  const meant = multiply(memory.totalProcess, fraction);
  return {
    code: 'memory.overhead-capped',
    severity: 'hint',
    message: `The JVM overhead stops at ${humanSize(memory.overhead)}, ${humanShare(memory.overhead, memory.totalProcess)} of ${humanSize(memory.totalProcess)}, where its fraction would be ${humanSize(meant)}; what the state backend allocates beyond its budget has to fit in there too.`,
    remedy: `If containers are killed for their memory, set ${key} to ${mebibytesValue(2 * memory.overhead)} or more.`,
    key,
  };
};
