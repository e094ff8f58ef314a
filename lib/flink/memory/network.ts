// SPDX-License-Identifier: Apache-2.0
// Whether the network memory has buffers enough for the parallelism. The shape of the job is not known here, so the estimate is for the
// simplest one that has a shuffle at all: two steps with every subtask of the first sending to every subtask of the second. What a sender and
// a receiver need was tried: one sender to eight subtasks in two TaskManagers starts with 13 buffers and not with 12 (Flink 2.0; 1.20: with 16,
// not with 11).

import { isSet, type ConfigOption } from '../configuration.ts';
import { flinkVersionAtLeast } from '../flink-version.ts';
import { fractionOf, readMemoryOption, readSize } from '../memory-rules.ts';
import { humanSize, mebibytesValue } from '../memory-words.ts';
import { flinkOptions as options } from '../options.ts';
import type { TaskManagerAdvice } from './advice.ts';

/** Cap of the network memory before 1.17. */
const OLD_CAP = 2 ** 30;

/** Buffers for one shuffle between all subtasks, in one TaskManager whose slots are all in use. */
export interface ShuffleBuffers {
  /** Without these the job does not start: "Insufficient number of network buffers". */
  readonly required: number;
  /** With these it need not wait for any. */
  readonly wanted: number;
}

/**
 * Each receiving subtask keeps `perChannel` buffers for each of the subtasks that send to it from other TaskManagers, or one, and likes
 * `floating` more; each sending subtask needs one buffer for each that it sends to and one besides, and likes as many as a receiver has.
 */
export function shuffleBuffers(
  parallelism: number,
  slots: number,
  tuning: { readonly perChannel?: number; readonly floating?: number; readonly requiredPerGate?: number } = {},
): ShuffleBuffers {
  const { perChannel = 2, floating = 8, requiredPerGate = Number.POSITIVE_INFINITY } = tuning;
  const subtasks = Math.min(slots, parallelism);
  const receiving = Math.max(1, Math.min(perChannel * (parallelism - subtasks), requiredPerGate));
  const sending = parallelism + 1;
  return {
    required: subtasks * (receiving + sending),
    wanted: subtasks * 2 * (perChannel * parallelism + floating),
  };
}

export const networkSmall: TaskManagerAdvice = ({ config, memory, parallelism, version }) => {
  if (parallelism === undefined || parallelism < 2) return undefined;
  // these two became constants in 2.0
  const tuned = <T>(option: ConfigOption<T>): T =>
    flinkVersionAtLeast(version, 'v2_0') ? option.default : readMemoryOption(config, option);
  const segment = readSize(config, options.taskmanagerMemorySegmentSize);
  const { required, wanted } = shuffleBuffers(parallelism, memory.slots, {
    perChannel: tuned(options.taskmanagerNetworkMemoryBuffersPerChannel),
    floating: tuned(options.taskmanagerNetworkMemoryFloatingBuffersPerGate),
    requiredPerGate:
      readMemoryOption(config, options.taskmanagerNetworkMemoryReadBufferRequiredPerGateMax) ??
      Number.POSITIVE_INFINITY,
  });
  const available = Math.floor(memory.network / segment);
  if (available >= required) return undefined;
  const key = isSet(config, options.taskmanagerMemoryNetworkMax)
    ? options.taskmanagerMemoryNetworkMax.key
    : options.taskmanagerMemoryNetworkMin.key;
  return {
    code: 'memory.network-small',
    severity: 'warning',
    message:
      `The network memory of ${humanSize(memory.network)} is ${available} buffers of ${humanSize(segment)}; one shuffle at parallelism ${parallelism} ` +
      `(a keyBy, say) takes ${required} in a TaskManager with ${memory.slots === 1 ? 'one slot' : `${memory.slots} slots`} before it starts, and up to ${wanted} when it runs.`,
    remedy: `If the job shuffles, set ${options.taskmanagerMemoryNetworkMin.key} (and .max) to ${mebibytesValue(wanted * segment)} for each shuffle, or give the TaskManager more memory.`,
    key,
  };
};

/** What an upgrade from 1.16 changes without being asked: the network takes its full fraction, and the heap gets the rest. */
export const networkCapped: TaskManagerAdvice = ({ config, memory, version }) => {
  if (flinkVersionAtLeast(version, 'v1_17') || isSet(config, options.taskmanagerMemoryNetworkMax)) return undefined;
  if (memory.network !== OLD_CAP) return undefined;
  const later = fractionOf(
    config,
    {
      component: 'network',
      min: options.taskmanagerMemoryNetworkMin,
      max: options.taskmanagerMemoryNetworkMax,
      fraction: options.taskmanagerMemoryNetworkFraction,
    },
    memory.totalFlink,
  );
  if (later <= OLD_CAP) return undefined;
  const { key } = options.taskmanagerMemoryNetworkMax;
  return {
    code: 'memory.network-capped',
    severity: 'hint',
    message: `This version stops the network memory at ${humanSize(OLD_CAP)}; from 1.17 on it would be ${humanSize(later)}, and the task heap ${humanSize(later - OLD_CAP)} less.`,
    remedy: `Before an upgrade to 1.17 or later, set ${key} to 1g if the heap is to stay as it is.`,
    key,
  };
};
