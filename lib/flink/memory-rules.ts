// SPDX-License-Identifier: Apache-2.0
// The rules that both kinds of process share: how a total is split into Flink's memory, JVM metaspace and JVM overhead, in which of
// three ways, and how a part is taken as a fraction between limits. The parts of Flink's memory are the two processes' own.

import { isSet, readOption, type ConfigOption, type FlatConfiguration } from './configuration.ts';
import { javaDouble } from './java-text.ts';
import { MemoryRuleBroken, type MemoryComponent } from './memory-error.ts';
import { humanSize, MEMORY_WORDS } from './memory-words.ts';
import { ValueError } from './value-error.ts';

/**
 * Where a process runs: `script` is the container's start script (standalone, and every native JobManager), `kubernetes` the
 * client and the native resource manager. They read the old heap keys differently, and find the CPU in different places.
 */
export type MemoryMode = 'script' | 'kubernetes';

type Size = ConfigOption<number> | ConfigOption<number | undefined>;

/** A part that is a fraction of something, kept between two sizes. */
export interface RangeOptions {
  readonly component: MemoryComponent;
  readonly min: ConfigOption<number>;
  readonly max: ConfigOption<number>;
  readonly fraction: ConfigOption<number>;
}

/** The options of one kind of process that the common rules need. */
export interface ProcessMemoryOptions {
  /** Options that, set together, make every part explicit. */
  readonly fineGrained: readonly Size[];
  readonly flinkSize: ConfigOption<number | undefined>;
  readonly processSize: ConfigOption<number | undefined>;
  readonly metaspace: ConfigOption<number>;
  readonly overhead: RangeOptions;
}

/** How Flink's own memory is split. */
export interface FlinkMemoryRules<T extends { readonly totalFlink: number }> {
  readonly options: ProcessMemoryOptions;
  fromParts(config: FlatConfiguration): T;
  fromTotal(config: FlatConfiguration, totalFlink: number): T;
}

/** What every process has; bytes. */
export interface ProcessMemory {
  readonly totalProcess: number;
  readonly totalFlink: number;
  readonly metaspace: number;
  readonly overhead: number;
  /** Whole MiB, rounded down: the container's memory request. */
  readonly totalProcessMiB: number;
}

/** Applies the first of the three ways that the configuration allows. Throws `MemoryRuleBroken`. */
export function deriveProcessMemory<T extends { readonly totalFlink: number }>(
  config: FlatConfiguration,
  rules: FlinkMemoryRules<T>,
): T & ProcessMemory {
  const { options } = rules;
  if (options.fineGrained.every((option) => isSet(config, option))) {
    return aroundFlinkMemory(config, options, rules.fromParts(config));
  }
  if (isSet(config, options.flinkSize)) {
    return aroundFlinkMemory(config, options, rules.fromTotal(config, readSize(config, options.flinkSize)));
  }
  if (isSet(config, options.processSize)) {
    const totalProcess = readSize(config, options.processSize);
    const jvm = jvmOfProcess(config, options, totalProcess);
    return withTotals(rules.fromTotal(config, totalProcess - jvm.metaspace - jvm.overhead), jvm);
  }
  const choices = [...options.fineGrained, options.flinkSize, options.processSize].map((option) => option.key);
  throw new MemoryRuleBroken(
    'nothing-configured',
    `no memory is configured; set ${options.processSize.key}, or ${options.flinkSize.key}, or ${options.fineGrained
      .map((option) => option.key)
      .join(' together with ')}`,
    choices,
    ['totalFlink', 'totalProcess'],
  );
}

/** The bytes of an option. Throws `MemoryRuleBroken` for a text that is no size; an option without value counts as 0. */
export function readSize(config: FlatConfiguration, option: Size): number {
  return readMemoryOption<number | undefined>(config, option) ?? 0;
}

/** Any option's value, with a text that cannot be read turned into a broken rule. */
export function readMemoryOption<T>(config: FlatConfiguration, option: ConfigOption<T>): T {
  try {
    return readOption(config, option);
  } catch (error) {
    if (error instanceof ValueError) throw new MemoryRuleBroken('unparsable-value', error.message, [option.key]);
    throw error;
  }
}

/** `fraction` of `base`, kept between the limits. */
export function fractionOf(config: FlatConfiguration, range: RangeOptions, base: number): number {
  const { min, max, fraction } = readRange(config, range);
  return Math.max(min, Math.min(max, multiply(base, fraction)));
}

/** The part that is `fraction` of a whole whose other parts are `others`, kept between the limits. */
export function fractionBeside(config: FlatConfiguration, range: RangeOptions, others: number): number {
  const { min, max, fraction } = readRange(config, range);
  return Math.max(min, Math.min(max, multiply(others, fraction / (1 - fraction))));
}

/** Refuses a part that is the rest of others and lies outside its own limits. */
export function requireInRange(config: FlatConfiguration, range: RangeOptions, size: number): void {
  const { min, max } = readRange(config, range);
  if (size >= min && size <= max) return;
  throw new MemoryRuleBroken(
    'derived-size-out-of-range',
    `${humanSize(size)} remain for the ${MEMORY_WORDS[range.component]} memory, but ${range.min.key} is ${humanSize(min)} and ${range.max.key} is ${humanSize(max)}`,
    [],
    [range.component],
  );
}

/** bytes x the decimal text of the fraction, truncated: exact where doubles are not. */
export function multiply(bytes: number, fraction: number): number {
  const [mantissa = '0', exponent = '0'] = fraction.toExponential().split('e');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const product = BigInt(bytes) * BigInt(whole + decimals);
  const scale = decimals.length - Number(exponent);
  return Number(scale > 0 ? product / 10n ** BigInt(scale) : product * 10n ** BigInt(-scale));
}

function readRange(config: FlatConfiguration, range: RangeOptions): { min: number; max: number; fraction: number } {
  const min = readSize(config, range.min);
  const max = readSize(config, range.max);
  const fraction = readMemoryOption(config, range.fraction);
  if (min <= max && fraction >= 0 && fraction < 1) return { min, max, fraction };
  throw new MemoryRuleBroken(
    'range-inverted-or-fraction-invalid',
    `${range.min.key} (${humanSize(min)}) must not exceed ${range.max.key} (${humanSize(max)}), and ${range.fraction.key} (${javaDouble(fraction)}) must be at least 0 and below 1`,
    [range.fraction.key],
  );
}

interface Jvm {
  readonly metaspace: number;
  readonly overhead: number;
}

function jvmOfProcess(config: FlatConfiguration, options: ProcessMemoryOptions, totalProcess: number): Jvm {
  const metaspace = readSize(config, options.metaspace);
  const overhead = fractionOf(config, options.overhead, totalProcess);
  if (metaspace + overhead <= totalProcess) return { metaspace, overhead };
  throw new MemoryRuleBroken(
    'sum-exceeds-total',
    `JVM metaspace (${humanSize(metaspace)}) and JVM overhead (${humanSize(overhead)}) come to ${humanSize(metaspace + overhead)}, which is more than ${options.processSize.key} (${humanSize(totalProcess)})`,
    [],
    ['metaspace', 'overhead', 'totalProcess'],
  );
}

function aroundFlinkMemory<T extends { readonly totalFlink: number }>(
  config: FlatConfiguration,
  options: ProcessMemoryOptions,
  flink: T,
): T & ProcessMemory {
  const metaspace = readSize(config, options.metaspace);
  const inner = flink.totalFlink + metaspace;
  if (!isSet(config, options.processSize)) {
    return withTotals(flink, { metaspace, overhead: fractionBeside(config, options.overhead, inner) });
  }
  const totalProcess = readSize(config, options.processSize);
  if (inner > totalProcess) {
    throw new MemoryRuleBroken(
      'process-below-flink-plus-metaspace',
      `${options.processSize.key} (${humanSize(totalProcess)}) is less than Flink's memory (${humanSize(flink.totalFlink)}) and JVM metaspace (${humanSize(metaspace)}), which come to ${humanSize(inner)}`,
      [],
      ['metaspace', 'totalFlink', 'totalProcess'],
    );
  }
  requireInRange(config, options.overhead, totalProcess - inner);
  return withTotals(flink, { metaspace, overhead: totalProcess - inner });
}

function withTotals<T extends { readonly totalFlink: number }>(flink: T, jvm: Jvm): T & ProcessMemory {
  const totalProcess = flink.totalFlink + jvm.metaspace + jvm.overhead;
  return { ...flink, ...jvm, totalProcess, totalProcessMiB: Math.floor(totalProcess / 2 ** 20) };
}
