// SPDX-License-Identifier: Apache-2.0
// Every configuration that Flink's own classes were asked about, in every release: the same bytes, arguments, settings, or the same
// reason with the same keys and parts. Then what no data says: that parts add up whatever the total.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryCases, versionName, type MemoryOutcome } from './fixtures/flink-cases.ts';
import { flinkVersions } from './flink-version.ts';
import { multiply } from './memory-rules.ts';
import {
  deriveJobManagerMemory,
  deriveTaskManagerMemory,
  isMemoryError,
  type JobManagerMemory,
  type MemoryError,
  type TaskManagerMemory,
} from './process-memory.ts';

const derive = { jobmanager: deriveJobManagerMemory, taskmanager: deriveTaskManagerMemory };

/** A result in the shape of the data. */
function shaped(result: JobManagerMemory | TaskManagerMemory | MemoryError): object {
  if (isMemoryError(result)) {
    return {
      error: true,
      kind: result.error,
      keys: [...result.keys].sort(),
      components: [...result.components].sort(),
    };
  }
  const { jvmArgs, dynamicConfig, ...memory } = result;
  return { memory: { ...memory }, jvmArgs: [...jvmArgs], dynamicConfig };
}

function expected(outcome: MemoryOutcome): object {
  const { error, kind, keys, components, memory, jvmArgs, dynamicConfig } = outcome;
  return error
    ? { error, kind, keys: keys!.toSorted(), components: components!.toSorted() }
    : { memory, jvmArgs, dynamicConfig };
}

describe('memory derivation, against Flink', () => {
  const cases = memoryCases();

  it('has all the cases', () => {
    expect(cases).toHaveLength(500);
  });

  it.each([...new Set(cases.map(({ category }) => category))])('%s', (category) => {
    for (const { id, role, mode, config, outcomes } of cases.filter((one) => one.category === category)) {
      for (const outcome of outcomes) {
        for (const version of outcome.versions) {
          const result = derive[role](config, versionName(version), mode);
          expect(shaped(result), `${id} in ${version}`).toEqual(expected(outcome));
        }
      }
    }
  });
});

describe('memory derivation, by itself', () => {
  it('says what to do when nothing is configured', () => {
    const result = deriveTaskManagerMemory({}, 'v1_20');
    expect(result).toMatchObject({
      error: 'nothing-configured',
      message:
        'no memory is configured; set taskmanager.memory.process.size, or taskmanager.memory.flink.size, ' +
        'or taskmanager.memory.task.heap.size together with taskmanager.memory.managed.size',
    });
  });

  it('names the key of a text that is no size', () => {
    const result = deriveJobManagerMemory({ 'jobmanager.memory.process.size': '1.5g' }, 'v1_20');
    expect(result).toMatchObject({ error: 'unparsable-value', keys: ['jobmanager.memory.process.size'] });
    expect(isMemoryError(result) && result.message).toMatch(/^jobmanager\.memory\.process\.size: "1\.5g" is not /u);
  });

  it('counts buffers where the release still does', () => {
    const config = { 'taskmanager.memory.process.size': '2g', 'taskmanager.network.numberOfBuffers': '4096' };
    expect(deriveTaskManagerMemory(config, 'v1_20')).toMatchObject({ network: 4096 * 32 * 1024 });
    expect(deriveTaskManagerMemory(config, 'v2_0')).toMatchObject({ network: 166429984 });
    const withMinimum = { ...config, 'taskmanager.memory.network.min': '1m' };
    expect(deriveTaskManagerMemory(withMinimum, 'v1_20')).toMatchObject({ network: 166429984 });
  });

  it('gives parts that add up, for any process size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), fc.constantFrom(...flinkVersions), (bytes, version) => {
        const size = `${bytes}b`;
        const jm = deriveJobManagerMemory({ 'jobmanager.memory.process.size': size }, version);
        const tm = deriveTaskManagerMemory({ 'taskmanager.memory.process.size': size }, version);
        if (!isMemoryError(jm)) {
          expect(jm.heap + jm.offHeap).toBe(jm.totalFlink);
          expect(jm.totalFlink + jm.metaspace + jm.overhead).toBe(bytes);
        } else expect(bytes).toBeLessThan(2 ** 30);
        if (!isMemoryError(tm)) {
          const heap = tm.frameworkHeap + tm.taskHeap;
          expect(heap + tm.frameworkOffHeap + tm.taskOffHeap + tm.network + tm.managed).toBe(tm.totalFlink);
          expect(tm.totalFlink + tm.metaspace + tm.overhead).toBe(bytes);
        } else expect(bytes).toBeLessThan(2 ** 30);
      }),
    );
  });
});

describe('multiply', () => {
  it.each([
    [1342177280, Math.fround(0.1), 134217730],
    [2147483648, Math.fround(0.1), 214748368],
    [1000, 0.5, 500],
    [1000, 0, 0],
    [1000, 1e-7, 0],
    [10_000_000, 1e-7, 1],
    [3, 9, 27],
    [7, 120, 840],
  ])('%d x %d = %d', (bytes, fraction, product) => {
    expect(multiply(bytes, fraction)).toBe(product);
  });
});
