// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { FlinkDeployment, FlinkDeploymentSpec } from '../api/flink-deployment.ts';
import { isMemoryError } from '../flink/memory-error.ts';
import { memoryOf, type DeploymentMemory } from './memory-of.ts';

const GIBIBYTE = 2 ** 30;

function deployment(spec: Partial<FlinkDeploymentSpec>): FlinkDeployment {
  return {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: 'clicks', namespace: 'analytics' },
    spec: { flinkVersion: 'v1_20', ...spec },
  };
}

function totals({ jobManager, taskManager }: DeploymentMemory): unknown[] {
  return [jobManager, taskManager].map((one) =>
    isMemoryError(one) ? one.error : [one.memory.totalProcess, one.container.requestMiB, one.container.limitMiB],
  );
}

describe('memory of a FlinkDeployment', () => {
  it.each<[string, Partial<FlinkDeploymentSpec>, unknown[]]>([
    [
      'by resource',
      { jobManager: { resource: { memory: '2048m' } }, taskManager: { resource: { memory: '4Gi' } } },
      [
        [2 * GIBIBYTE, 2048, 2048],
        [4 * GIBIBYTE, 4096, 4096],
      ],
    ],
    [
      'by resources, with a limit above the request',
      {
        jobManager: { resources: { limits: { memory: '2Gi' } } },
        taskManager: { resources: { requests: { memory: '2Gi' }, limits: { memory: '3Gi' } } },
      },
      [
        [2 * GIBIBYTE, 2048, 2048],
        [2 * GIBIBYTE, 2048, 3072],
      ],
    ],
    [
      'by the configuration, nested',
      {
        flinkConfiguration: { jobmanager: { memory: { 'process.size': '2g' } }, 'taskmanager.memory.flink.size': '2g' },
      },
      [
        [2 * GIBIBYTE, 2048, 2048],
        [2684354564, 2560, 2560],
      ],
    ],
    ['by nothing', {}, ['nothing-configured', 'nothing-configured']],
    [
      'by what cannot be read',
      { taskManager: { resource: { memory: 'much' } } },
      ['unparsable-value', 'unparsable-value'],
    ],
  ])('%s', (_, spec, expected) => {
    expect(totals(memoryOf(deployment(spec)))).toEqual(expected);
  });

  it('counts what the operator has by default, below the spec', () => {
    const spec = deployment({ taskManager: { resource: { memory: '4g' } } });
    const defaults = { 'jobmanager.memory.process.size': '3g', 'taskmanager.memory.process.size': '2g' };
    expect(totals(memoryOf(spec, defaults))).toEqual([
      [3 * GIBIBYTE, 3072, 3072],
      [4 * GIBIBYTE, 4096, 4096],
    ]);
  });

  it('lays a JobManager out as its start script does, and a TaskManager as who starts it', () => {
    const flinkConfiguration = { 'jobmanager.heap.size': '1g', 'taskmanager.heap.size': '2g' };
    const sizes = ({ jobManager, taskManager }: DeploymentMemory): number[] =>
      [jobManager, taskManager].map((one) => (isMemoryError(one) ? 0 : one.memory.totalProcess / 2 ** 20));
    expect(sizes(memoryOf(deployment({ flinkConfiguration })))).toEqual([1600, 2048]);
    expect(sizes(memoryOf(deployment({ flinkConfiguration, mode: 'standalone' }))).map(Math.floor)).toEqual([
      1600, 2560,
    ]);
  });

  it('knows the parallelism of the job, and none of a session', () => {
    const codes = (spec: Partial<FlinkDeploymentSpec>): string[] => {
      const { taskManager } = memoryOf(
        deployment({
          jobManager: { resource: { memory: '2g' } },
          taskManager: { resource: { memory: '2g' } },
          flinkConfiguration: { 'parallelism.default': '5000' },
          ...spec,
        }),
      );
      return isMemoryError(taskManager) ? [] : taskManager.advice.map(({ code }) => code);
    };
    expect(codes({ job: { jarURI: 'local:///x.jar', parallelism: 5000 } })).toEqual(['memory.network-small']);
    expect(codes({ job: { jarURI: 'local:///x.jar', parallelism: 5 } })).toEqual([]);
    expect(codes({})).toEqual([]);
  });

  it('is that of what can be read of a document', () => {
    const odd = { job: 'x', jobManager: 5, taskManager: { resource: { memory: '2g', cpu: 'many' }, replicas: 'x' } };
    const { jobManager, taskManager } = memoryOf(deployment(odd as unknown as Partial<FlinkDeploymentSpec>));
    expect(totals({ jobManager, taskManager })).toEqual(['nothing-configured', [2 * GIBIBYTE, 2048, 2048]]);
    for (const spec of [
      null,
      undefined,
      'x',
      5,
      [],
      { flinkConfiguration: 'x' },
      { flinkConfiguration: { a: [{}] } },
    ]) {
      expect(totals(memoryOf({ ...deployment({}), spec } as FlinkDeployment))).toEqual([
        'nothing-configured',
        'nothing-configured',
      ]);
    }
  });
});
