// SPDX-License-Identifier: Apache-2.0
// What to do about a memory configuration that Flink refuses: the least size that would do, found by asking the rules themselves, or the
// key to leave out. It knows no rule of its own.

import { keysOf, type ConfigOption, type FlatConfiguration } from './configuration.ts';
import { isMemoryError, type MemoryError } from './memory-error.ts';
import { parseMemorySize } from './memory-size.ts';
import { humanSize } from './memory-words.ts';
import { flinkOptions as options } from './options.ts';

/** Derives the memory of one kind of process from a configuration, everything else being fixed. */
export type Derive = (config: FlatConfiguration) => object;

interface Sizes {
  readonly processSize: ConfigOption<number | undefined>;
  readonly flinkSize: ConfigOption<number | undefined>;
  readonly parts: readonly ConfigOption<number | undefined>[];
}

const SIZES: Readonly<Record<'jobmanager' | 'taskmanager', Sizes>> = {
  jobmanager: {
    processSize: options.jobmanagerMemoryProcessSize,
    flinkSize: options.jobmanagerMemoryFlinkSize,
    parts: [options.jobmanagerMemoryHeapSize],
  },
  taskmanager: {
    processSize: options.taskmanagerMemoryProcessSize,
    flinkSize: options.taskmanagerMemoryFlinkSize,
    parts: [options.taskmanagerMemoryTaskHeapSize, options.taskmanagerMemoryManagedSize],
  },
};

/** More than any process has: where the search for a size that fits ends. */
const LARGEST_MEBIBYTES = 2 ** 24;

/** One sentence or two on how to get out of `error`. */
export function memoryRemedy(
  error: MemoryError,
  role: 'jobmanager' | 'taskmanager',
  config: FlatConfiguration,
  derive: Derive,
): string {
  const { processSize, flinkSize, parts } = SIZES[role];
  const [key = processSize.key] = error.keys;
  switch (error.error) {
    case 'nothing-configured':
      return `Set ${processSize.key} to what the container shall have, for example 2048m; Flink derives the rest.`;
    case 'unparsable-value':
      return `Correct ${key}${wholeInstead(config[key])}.`;
    case 'range-inverted-or-fraction-invalid':
      return `Correct the limits or the fraction, or remove ${key} and its limits to get the defaults.`;
    case 'cpu-not-positive':
      return `Set ${key} to a number above 0, or remove it.`;
    case 'sum-differs-from-flink-size':
    case 'heap-exceeds-flink-size':
    case 'network-rest-out-of-range':
    case 'derived-size-out-of-range':
    case 'process-below-flink-plus-metaspace':
    case 'sum-exceeds-total':
    case 'flink-size-below-off-heap': {
      const set = [processSize, flinkSize, ...parts].flatMap((option) => keysOf(config, option));
      const enough = [processSize, flinkSize].filter((option) => keysOf(config, option).length > 0);
      const least = enough.flatMap((option) => raised(option, config, derive)).slice(0, 1);
      const sentences = [...withoutUnit(set, config), ...least];
      const [first, ...others] = set;
      if (first !== undefined && others.length > 0) {
        sentences.push(
          `${least.length > 0 ? 'Or keep' : 'Keep'} ${first} and remove ${others.join(', ')}: Flink derives the rest.`,
        );
      }
      return sentences.length > 0 ? sentences.join(' ') : 'Make the parts smaller.';
    }
  }
}

/** The least whole number of MiB with which the rules are content, if there is one. */
export function leastMebibytes(
  option: ConfigOption<number | undefined>,
  config: FlatConfiguration,
  derive: Derive,
): number | undefined {
  const others = Object.fromEntries(Object.entries(config).filter(([key]) => !keysOf(config, option).includes(key)));
  const fits = (mebibytes: number): boolean => !isMemoryError(derive({ ...others, [option.key]: `${mebibytes}m` }));
  let high = 1;
  while (high <= LARGEST_MEBIBYTES && !fits(high)) high *= 2;
  if (high > LARGEST_MEBIBYTES) return undefined;
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function raised(option: ConfigOption<number | undefined>, config: FlatConfiguration, derive: Derive): string[] {
  const least = leastMebibytes(option, config, derive);
  return least === undefined ? [] : [`With everything else as it is, ${option.key} has to be at least ${least}m.`];
}

/** Nobody means a process of less than a MiB: the unit was forgotten. */
function withoutUnit(keys: readonly string[], config: FlatConfiguration): string[] {
  return keys.flatMap((key) => {
    const bytes = parseMemorySize(config[key] ?? '0');
    return bytes > 0 && bytes < 2 ** 20
      ? [`A size without unit is bytes, and ${key} comes to ${humanSize(bytes)}: did you mean ${bytes}m?`]
      : [];
  });
}

/** `1.5g` cannot be read, `1536m` can. */
function wholeInstead(text: string | undefined): string {
  const match = /^\s*(\d+\.\d+)\s*([kmgt])i?b?\s*$/iu.exec(text ?? '');
  const smaller = { k: 'b', m: 'k', g: 'm', t: 'g' }[match?.[2]?.toLowerCase() ?? ''];
  const amount = Number(match?.[1]) * 1024;
  return smaller === undefined || !Number.isInteger(amount) ? '' : `: write ${amount}${smaller}`;
}
