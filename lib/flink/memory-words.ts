// SPDX-License-Identifier: Apache-2.0
// How sizes and parts of a process' memory are called in sentences and tables for people. What a program reads is bytes under the names of
// `MemoryComponent`.

import type { MemoryComponent } from './memory-error.ts';

const KIBIBYTE = 2 ** 10;
const MEBIBYTE = 2 ** 20;
const GIBIBYTE = 2 ** 30;

/** The parts as Flink's own documentation calls them. */
export const MEMORY_WORDS: Readonly<Record<MemoryComponent, string>> = {
  totalProcess: 'total process memory',
  totalFlink: 'total Flink memory',
  heap: 'JVM heap',
  offHeap: 'off-heap',
  frameworkHeap: 'framework heap',
  taskHeap: 'task heap',
  frameworkOffHeap: 'framework off-heap',
  taskOffHeap: 'task off-heap',
  network: 'network',
  managed: 'managed',
  metaspace: 'JVM metaspace',
  overhead: 'JVM overhead',
};

/** `1728 MiB`, `2 GiB`, `460.8 MiB`: whole where it is whole, otherwise rounded; `no limit` for infinity. */
export function humanSize(bytes: number): string {
  if (!Number.isFinite(bytes)) return 'no limit';
  if (bytes !== 0 && bytes % GIBIBYTE === 0) return `${bytes / GIBIBYTE} GiB`;
  if (bytes % MEBIBYTE === 0) return `${bytes / MEBIBYTE} MiB`;
  if (Math.abs(bytes) < KIBIBYTE) return `${bytes} bytes`;
  if (Math.abs(bytes) < MEBIBYTE) return `${rounded(bytes / KIBIBYTE, 1)} KiB`;
  return Math.abs(bytes) < 10 * GIBIBYTE
    ? `${rounded(bytes / MEBIBYTE, 1)} MiB`
    : `${rounded(bytes / GIBIBYTE, 2)} GiB`;
}

/** `501m`: the next whole number of MiB, as a value of Flink's configuration. */
export function mebibytesValue(bytes: number): string {
  return `${Math.ceil(bytes / MEBIBYTE)}m`;
}

/** `10 %`, `3.1 %`. */
export function humanShare(part: number, whole: number): string {
  return `${rounded((part / whole) * 100, 1)} %`;
}

function rounded(value: number, digits: number): string {
  return value.toFixed(digits).replace(/\.0+$/u, '');
}
