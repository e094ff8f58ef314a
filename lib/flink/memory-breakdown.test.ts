// SPDX-License-Identifier: Apache-2.0
// The breakdown against Flink's own answers, then what it adds to them: remedies that really are remedies, advice with its boundaries, text.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlatConfiguration } from './configuration.ts';
import { memoryCases, versionName } from './fixtures/flink-cases.ts';
import { formatBreakdown } from './format-breakdown.ts';
import type { FlinkVersionName } from './flink-version.ts';
import { memoryBreakdown, type MemoryQuestion } from './memory-breakdown.ts';
import { isMemoryError } from './memory-error.ts';
import { shuffleBuffers } from './memory/network.ts';

describe('a breakdown, against Flink', () => {
  it('has the components, arguments and settings of every case, or refuses it with a remedy', () => {
    let compared = 0;
    for (const { id, role, mode, config, outcomes } of memoryCases()) {
      for (const { versions, error, kind, memory, jvmArgs, dynamicConfig } of outcomes) {
        for (const version of versions.map(versionName)) {
          const result = memoryBreakdown(config, { role, version, mode });
          compared++;
          if (isMemoryError(result)) {
            expect({ error, kind: result.error }, id).toEqual({ error: true, kind });
            expect(result.remedy, id).toMatch(/^[A-Z].*[.?]$/u);
          } else {
            expect({ ...result.memory }, id).toEqual(memory);
            expect([...result.jvmArgs], id).toEqual(jvmArgs);
            expect(result.dynamicConfig, id).toEqual(dynamicConfig);
          }
        }
      }
    }
    expect(compared).toBe(4500);
  });
});

const PROCESS = {
  jobmanager: 'jobmanager.memory.process.size',
  taskmanager: 'taskmanager.memory.process.size',
} as const;
type Role = keyof typeof PROCESS;

function adviceOn(role: Role, config: FlatConfiguration, more: Partial<MemoryQuestion> = {}): string[] {
  const result = memoryBreakdown(config, { role, version: 'v1_20', ...more });
  if (isMemoryError(result)) throw new Error(result.message);
  return result.advice.map(({ severity, code, key }) => `${severity} ${code}${key === undefined ? '' : ` ${key}`}`);
}

function refusal(role: Role, config: FlatConfiguration, version: FlinkVersionName = 'v1_20'): string {
  const result = memoryBreakdown(config, { role, version });
  if (!isMemoryError(result)) throw new Error('not refused');
  return `${result.message}\n${result.remedy}`;
}

describe('a remedy', () => {
  it('names the least size that Flink accepts', () => {
    const least = (config: FlatConfiguration): number => {
      const role = 'taskmanager.memory.process.size' in config ? 'taskmanager' : 'jobmanager';
      return Number(/at least (\d+)m/u.exec(refusal(role, config))?.[1]);
    };
    const parts = fc.record({
      'taskmanager.memory.jvm-metaspace.size': fc.integer({ min: 1, max: 1024 }).map((size) => `${size}m`),
      'taskmanager.memory.managed.fraction': fc.constantFrom('0.1', '0.4', '0.8'),
      'taskmanager.memory.task.off-heap.size': fc.integer({ min: 0, max: 512 }).map((size) => `${size}m`),
    });
    fc.assert(
      fc.property(parts, (config) => {
        const size = least({ ...config, [PROCESS.taskmanager]: '50m' });
        const ask = (mebibytes: number): boolean =>
          isMemoryError(
            memoryBreakdown(
              { ...config, [PROCESS.taskmanager]: `${mebibytes}m` },
              { role: 'taskmanager', version: 'v1_20' },
            ),
          );
        expect(ask(size)).toBe(false);
        expect(ask(size - 1)).toBe(true);
      }),
      { numRuns: 25 },
    );
    expect(least({ [PROCESS.jobmanager]: '1m' })).toBe(577);
  });

  it.each<[string, Role, FlatConfiguration, string]>([
    [
      'a forgotten unit',
      'taskmanager',
      { [PROCESS.taskmanager]: '2048' },
      'JVM metaspace (256 MiB) and JVM overhead (192 MiB) come to 448 MiB, which is more than taskmanager.memory.process.size (2 KiB)\n' +
        'A size without unit is bytes, and taskmanager.memory.process.size comes to 2 KiB: did you mean 2048m? ' +
        'With everything else as it is, taskmanager.memory.process.size has to be at least 982m.',
    ],
    [
      'a fraction',
      'jobmanager',
      { [PROCESS.jobmanager]: '1.5g' },
      'jobmanager.memory.process.size: "1.5g" is not a memory size such as "2048m" or "2 gb" (units b, k, m, g, t, all powers of 1024; no ' +
        'fractions)\nCorrect jobmanager.memory.process.size: write 1536m.',
    ],
    [
      'two totals that contradict each other',
      'taskmanager',
      { [PROCESS.taskmanager]: '2g', 'taskmanager.memory.flink.size': '3g' },
      "taskmanager.memory.process.size (2 GiB) is less than Flink's memory (3 GiB) and JVM metaspace (256 MiB), which come to 3328 MiB\n" +
        'With everything else as it is, taskmanager.memory.process.size has to be at least 3520m. ' +
        'Or keep taskmanager.memory.process.size and remove taskmanager.memory.flink.size: Flink derives the rest.',
    ],
    [
      'parts that come to too much',
      'taskmanager',
      { [PROCESS.taskmanager]: '900m' },
      "framework heap (128 MiB), framework off-heap (128 MiB), managed (180.8 MiB) and network (64 MiB) come to 500.8 MiB, which is more than Flink's " +
        'memory (452 MiB)\nWith everything else as it is, taskmanager.memory.process.size has to be at least 982m.',
    ],
    [
      'nothing at all',
      'jobmanager',
      {},
      'no memory is configured; set jobmanager.memory.process.size, or jobmanager.memory.flink.size, or jobmanager.memory.heap.size\n' +
        'Set jobmanager.memory.process.size to what the container shall have, for example 2048m; Flink derives the rest.',
    ],
  ])('for %s', (_, role, config, text) => {
    expect(refusal(role, config)).toBe(text);
  });
});

const TM = { [PROCESS.taskmanager]: '4g' };
const JM = { [PROCESS.jobmanager]: '2g' };
const ROCKSDB = { 'state.backend.type': 'rocksdb' };

describe('advice', () => {
  it.each<[string, Role, FlatConfiguration, Partial<MemoryQuestion>, string[]]>([
    ['a TaskManager as it should be', 'taskmanager', { ...TM, ...ROCKSDB }, { parallelism: 8 }, []],
    ['a JobManager as it should be', 'jobmanager', JM, {}, []],
    // container
    [
      'a limit below the request',
      'taskmanager',
      { ...TM, 'kubernetes.taskmanager.memory.limit-factor': '0.9' },
      {},
      ['error memory.limit-factor-below-one kubernetes.taskmanager.memory.limit-factor'],
    ],
    [
      'a limit above the request',
      'taskmanager',
      { ...TM, 'kubernetes.taskmanager.memory.limit-factor': '1.5' },
      {},
      [],
    ],
    [
      'an old heap key that sizes pod and process differently',
      'jobmanager',
      { 'jobmanager.heap.size': '1g' },
      { mode: 'script' },
      ['warning memory.container-below-process jobmanager.heap.size'],
    ],
    ['the same key where both read it alike', 'jobmanager', { 'jobmanager.heap.size': '1g' }, {}, []],
    [
      'half a MiB too much',
      'jobmanager',
      { [PROCESS.jobmanager]: '2097664k' },
      {},
      ['hint memory.container-rounded-down'],
    ],
    ['a fraction of a MiB by derivation', 'taskmanager', { 'taskmanager.memory.flink.size': '3g' }, {}, []],
    // units
    [
      'a part without unit',
      'taskmanager',
      { ...TM, 'taskmanager.memory.task.off-heap.size': '512', 'taskmanager.memory.segment-size': '32768' },
      {},
      ['warning memory.unit-missing taskmanager.memory.task.off-heap.size'],
    ],
    // heap
    ['hardly any task heap', 'taskmanager', { [PROCESS.taskmanager]: '1g' }, {}, ['warning memory.task-heap-small']],
    ['just enough task heap', 'taskmanager', { [PROCESS.taskmanager]: '1104m' }, {}, []],
    [
      'a JobManager below the recommendation',
      'jobmanager',
      { [PROCESS.jobmanager]: '703m' },
      {},
      ['warning memory.job-manager-heap-small'],
    ],
    ['a JobManager at it', 'jobmanager', { [PROCESS.jobmanager]: '704m' }, {}, []],
    [
      'direct memory that is limited, and little',
      'jobmanager',
      { ...JM, 'jobmanager.memory.off-heap.size': '32m', 'jobmanager.memory.enable-jvm-direct-memory-limit': 'true' },
      {},
      ['warning memory.job-manager-off-heap-small jobmanager.memory.off-heap.size'],
    ],
    ['direct memory without a limit', 'jobmanager', { ...JM, 'jobmanager.memory.off-heap.size': '32m' }, {}, []],
    // JVM
    [
      'metaspace that was set low',
      'taskmanager',
      { ...TM, 'taskmanager.memory.jvm-metaspace.size': '95m' },
      {},
      ['warning memory.metaspace-small taskmanager.memory.jvm-metaspace.size'],
    ],
    [
      'metaspace that was set to enough',
      'jobmanager',
      { ...JM, 'jobmanager.memory.jvm-metaspace.size': '96m' },
      {},
      [],
    ],
    [
      'the overhead of a large process with a native state backend',
      'taskmanager',
      { ...ROCKSDB, [PROCESS.taskmanager]: '32g' },
      {},
      ['hint memory.overhead-capped taskmanager.memory.jvm-overhead.max'],
    ],
    ['the overhead of a large process without', 'taskmanager', { [PROCESS.taskmanager]: '32g' }, {}, []],
    ['the overhead of a process of 16 GiB', 'taskmanager', { ...ROCKSDB, [PROCESS.taskmanager]: '16g' }, {}, []],
    // state backend
    [
      'managed memory for less than two write buffers',
      'taskmanager',
      { ...TM, ...ROCKSDB, 'taskmanager.memory.managed.size': '255m', 'taskmanager.numberOfTaskSlots': '2' },
      {},
      ['hint memory.managed-small taskmanager.memory.managed.size'],
    ],
    [
      'managed memory for two',
      'taskmanager',
      { ...TM, ...ROCKSDB, 'taskmanager.memory.managed.size': '256m', 'taskmanager.numberOfTaskSlots': '2' },
      {},
      [],
    ],
    [
      'managed memory for not one block of a write buffer',
      'taskmanager',
      { ...TM, 'state.backend': 'rocksdb', 'taskmanager.memory.managed.size': '27m' },
      {},
      ['warning memory.managed-small taskmanager.memory.managed.size'],
    ],
    [
      'the same with write buffers that are small',
      'taskmanager',
      { ...TM, ...ROCKSDB, 'state.backend.rocksdb.writebuffer.size': '16m', 'taskmanager.memory.managed.size': '27m' },
      {},
      ['hint memory.managed-small taskmanager.memory.managed.size'],
    ],
    [
      'no managed memory for ForSt',
      'taskmanager',
      { ...TM, 'state.backend.type': 'forst', 'taskmanager.memory.managed.fraction': '0' },
      { version: 'v2_0' },
      ['warning memory.managed-small taskmanager.memory.managed.fraction'],
    ],
    [
      'RocksDB with a budget of its own',
      'taskmanager',
      {
        ...TM,
        ...ROCKSDB,
        'state.backend.rocksdb.memory.fixed-per-slot': '256m',
        'taskmanager.memory.managed.size': '0',
      },
      {},
      [],
    ],
    [
      'RocksDB without any budget',
      'taskmanager',
      { ...TM, ...ROCKSDB, 'state.backend.rocksdb.memory.managed': 'false' },
      {},
      ['warning memory.state-backend-unbounded state.backend.rocksdb.memory.managed'],
    ],
    [
      'state on the heap beside managed memory',
      'taskmanager',
      { ...TM, 'state.backend.type': 'hashmap' },
      {},
      ['hint memory.managed-unused taskmanager.memory.managed.fraction'],
    ],
    [
      'the same for a batch job',
      'taskmanager',
      { ...TM, 'state.backend.type': 'hashmap', 'execution.runtime-mode': 'batch' },
      {},
      [],
    ],
    ['a backend that nobody named', 'taskmanager', TM, {}, []],
    // network
    [
      'a shuffle that does not start',
      'taskmanager',
      { ...TM, 'taskmanager.numberOfTaskSlots': '4' },
      { parallelism: 1000 },
      ['warning memory.network-small taskmanager.memory.network.min'],
    ],
    ['one that does', 'taskmanager', { ...TM, 'taskmanager.numberOfTaskSlots': '4' }, { parallelism: 900 }, []],
    [
      'by the default parallelism',
      'taskmanager',
      {
        ...TM,
        'parallelism.default': '64',
        'taskmanager.memory.network.max': '4m',
        'taskmanager.memory.network.min': '4m',
      },
      {},
      ['warning memory.network-small taskmanager.memory.network.max'],
    ],
    [
      'what 1.17 would change',
      'taskmanager',
      { [PROCESS.taskmanager]: '16g' },
      { version: 'v1_16' },
      ['hint memory.network-capped taskmanager.memory.network.max'],
    ],
    ['what 1.17 has changed', 'taskmanager', { [PROCESS.taskmanager]: '16g' }, { version: 'v1_17' }, []],
  ])('on %s', (_, role, config, more, expected) => {
    expect(adviceOn(role, config, more)).toEqual(expected);
  });

  it('puts what is certain first', () => {
    const config = {
      ...ROCKSDB,
      [PROCESS.taskmanager]: '1048900k',
      'kubernetes.taskmanager.memory.limit-factor': '0.5',
    };
    expect(adviceOn('taskmanager', config).map((text) => text.split(' ')[0])).toEqual(['error', 'warning', 'hint']);
  });

  it('of the unreadable is a refusal', () => {
    expect(refusal('taskmanager', { ...TM, ...ROCKSDB, 'state.backend.rocksdb.memory.managed': 'yes' })).toBe(
      'state.backend.rocksdb.memory.managed: "yes" is not true or false\nCorrect state.backend.rocksdb.memory.managed.',
    );
  });
});

describe('buffers for a shuffle', () => {
  it.each([
    // parallelism, slots, tuning, required, wanted
    [4, 1, {}, 2 * 3 + 5, 2 * (8 + 8)],
    [4, 2, {}, 2 * (2 * 2 + 5), 2 * 32],
    [4, 8, {}, 4 * (1 + 5), 4 * 32],
    [4, 1, { perChannel: 0 }, 1 + 5, 16],
    [4, 1, { requiredPerGate: 5 }, 5 + 5, 32],
  ])('at parallelism %i with %i slots and %j', (parallelism, slots, tuning, required, wanted) => {
    expect(shuffleBuffers(parallelism, slots, tuning)).toEqual({ required, wanted });
  });
});

describe('the text of a breakdown', () => {
  it('nests the parts, with sizes, shares and bytes in columns', () => {
    const config = { ...ROCKSDB, [PROCESS.taskmanager]: '1728m', 'taskmanager.numberOfTaskSlots': '2' };
    const text = formatBreakdown(memoryBreakdown(config, { role: 'taskmanager', version: 'v1_20' }));
    expect(`\n${text}`).toBe(`
TaskManager, Flink 1.20: a container of 1728 MiB
  total process memory    1728 MiB   100 %  1811939328 bytes
    total Flink memory    1280 MiB  74.1 %  1342177280 bytes
      framework heap       128 MiB   7.4 %   134217728 bytes
      task heap            384 MiB  22.2 %   402653174 bytes
      framework off-heap   128 MiB   7.4 %   134217728 bytes
      task off-heap          0 MiB     0 %           0 bytes
      managed              512 MiB  29.6 %   536870920 bytes
      network              128 MiB   7.4 %   134217730 bytes
    JVM metaspace          256 MiB  14.8 %   268435456 bytes
    JVM overhead           192 MiB  11.1 %   201326592 bytes
  each of 2 slots: 192 MiB of task heap, 256 MiB managed, 64 MiB network
  JVM: -Xmx536870902 (512 MiB) -Xms536870902 (512 MiB) -XX:MaxDirectMemorySize=268435458 (256 MiB) -XX:MaxMetaspaceSize=268435456 (256 MiB)`);
  });

  it('ends with the advice', () => {
    const config = { [PROCESS.jobmanager]: '640m', 'kubernetes.jobmanager.memory.limit-factor': '2' };
    const lines = formatBreakdown(memoryBreakdown(config, { role: 'jobmanager', version: 'v2_0' })).split('\n');
    expect(lines[0]).toBe('JobManager, Flink 2.0: a container of 640 MiB, at most 1280 MiB');
    expect(lines.slice(-2)).toEqual([
      '  warning memory.job-manager-heap-small: Of 640 MiB only 64 MiB are left as heap of the JobManager; Flink recommends 128 MiB at least.',
      '    to do: Give the JobManager 64 MiB more.',
    ]);
  });

  it('is the refusal where there is nothing to divide up', () => {
    expect(
      formatBreakdown(memoryBreakdown({ [PROCESS.jobmanager]: '512m' }, { role: 'jobmanager', version: 'v2_0' })),
    ).toBe(
      'JobManager: Flink refuses this memory\n' +
        "  Flink's memory (64 MiB) leaves no heap beside jobmanager.memory.off-heap.size (128 MiB)\n" +
        '    to do: With everything else as it is, jobmanager.memory.process.size has to be at least 577m.',
    );
  });
});
