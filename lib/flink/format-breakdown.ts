// SPDX-License-Identifier: Apache-2.0
// A breakdown of memory as text for people: a table of nested parts with sizes and shares, the arguments of the JVM, and the advice.
// Programs read the breakdown itself.

import { flinkVersionText } from './flink-version.ts';
import { isMemoryError, type MemoryComponent } from './memory-error.ts';
import type { Breakdown, MemoryRefusal, MemoryRole } from './memory-breakdown.ts';
import { humanShare, humanSize, MEMORY_WORDS } from './memory-words.ts';
import type { MemoryAdvice } from './memory/advice.ts';

interface Part {
  readonly component: MemoryComponent;
  readonly parts?: readonly Part[];
}

const part = (component: MemoryComponent): Part => ({ component });

const LAYOUT: Readonly<Record<MemoryRole, Part>> = {
  jobmanager: layout('heap', 'offHeap'),
  taskmanager: layout('frameworkHeap', 'taskHeap', 'frameworkOffHeap', 'taskOffHeap', 'managed', 'network'),
};

function layout(...flink: readonly MemoryComponent[]): Part {
  return {
    component: 'totalProcess',
    parts: [{ component: 'totalFlink', parts: flink.map(part) }, part('metaspace'), part('overhead')],
  };
}

const TITLES: Readonly<Record<MemoryRole, string>> = { jobmanager: 'JobManager', taskmanager: 'TaskManager' };

/** Several lines without a line break at the end. */
export function formatBreakdown(breakdown: Breakdown | MemoryRefusal): string {
  if (isMemoryError(breakdown)) {
    return `${TITLES[breakdown.role]}: Flink refuses this memory\n  ${breakdown.message}\n    to do: ${breakdown.remedy}`;
  }
  const { role, version, container, jvmArgs, advice } = breakdown;
  const request = `${container.requestMiB} MiB`;
  const limit = container.limitMiB === container.requestMiB ? '' : `, at most ${container.limitMiB} MiB`;
  return [
    `${TITLES[role]}, Flink ${flinkVersionText(version)}: a container of ${request}${limit}`,
    ...table(rowsOf(breakdown, LAYOUT[role], 0)),
    ...perSlot(breakdown),
    `  JVM: ${jvmArgs.map(withSize).join(' ')}`,
    ...advice.flatMap(adviceLines),
  ].join('\n');
}

type Row = readonly [name: string, size: string, share: string, bytes: string];

function rowsOf(breakdown: Breakdown, { component, parts = [] }: Part, depth: number): Row[] {
  const sizes = breakdown.memory as Partial<Record<MemoryComponent, number>>;
  const bytes = sizes[component] ?? 0;
  const row: Row = [
    `${'  '.repeat(depth + 1)}${MEMORY_WORDS[component]}`,
    humanSize(bytes),
    humanShare(bytes, breakdown.memory.totalProcess),
    String(bytes),
  ];
  return [row, ...parts.flatMap((inner) => rowsOf(breakdown, inner, depth + 1))];
}

function table(rows: readonly Row[]): string[] {
  const width = (column: 0 | 1 | 2 | 3): number => Math.max(...rows.map((row) => row[column].length));
  const [name, size, share, bytes] = [width(0), width(1), width(2), width(3)];
  return rows.map(
    (row) =>
      `${row[0].padEnd(name)}  ${row[1].padStart(size)}  ${row[2].padStart(share)}  ${row[3].padStart(bytes)} bytes`,
  );
}

function perSlot(breakdown: Breakdown): string[] {
  if (breakdown.role !== 'taskmanager' || breakdown.memory.slots < 2) return [];
  const { slots, taskHeap, managed, network } = breakdown.memory;
  const share = (bytes: number): string => humanSize(Math.floor(bytes / slots));
  return [
    `  each of ${slots} slots: ${share(taskHeap)} of task heap, ${share(managed)} managed, ${share(network)} network`,
  ];
}

/** `-Xmx536870902 (512 MiB)`. */
function withSize(argument: string): string {
  const bytes = /\d+$/u.exec(argument)?.[0];
  return bytes === undefined ? argument : `${argument} (${humanSize(Number(bytes))})`;
}

function adviceLines({ severity, code, message, remedy }: MemoryAdvice): string[] {
  return [`  ${severity} ${code}: ${message}`, `    to do: ${remedy}`];
}
