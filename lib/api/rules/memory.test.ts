// SPDX-License-Identifier: Apache-2.0
// Where the rules on memory say what they say; what they find is tested with the model.

import { describe, expect, it } from 'vitest';
import { checkResource } from '../check-resource.ts';
import type { FlinkDeploymentSpec } from '../flink-deployment.ts';

function resource(spec: Partial<FlinkDeploymentSpec>): object {
  return {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: 'clicks', namespace: 'analytics' },
    spec: {
      flinkVersion: 'v1_20',
      image: 'flink:1.20',
      serviceAccount: 'flink',
      jobManager: { resource: { memory: '2g', cpu: 1 } },
      taskManager: { resource: { memory: '2g', cpu: 1 } },
      job: { jarURI: 'local:///x.jar', parallelism: 1, upgradeMode: 'stateless' },
      ...spec,
    },
  };
}

function found(spec: Partial<FlinkDeploymentSpec>): string[] {
  return checkResource(resource(spec))
    .filter(({ code }) => code.startsWith('memory.') || code === 'V-18' || code === 'V-23')
    .map(({ severity, code, path, message, remedy }) => `${severity} ${code} ${path}\n${message}\n${remedy}`);
}

describe('rules on memory', () => {
  it('have nothing to say about a layout as it should be', () => {
    expect(found({})).toEqual([]);
    expect(found({})).toEqual([]);
  });

  it('name the field that a refused size comes from', () => {
    expect(found({ taskManager: { resources: { limits: { memory: 2048 } } } })).toEqual([
      'error V-23 spec.taskManager.resource.memory\n' +
        'The TaskManager has 2048 of memory, which Flink cannot divide up. JVM metaspace (256 MiB) and JVM overhead (192 MiB) come to 448 MiB, ' +
        'which is more than spec.taskManager.resources.limits.memory (2 KiB).\n' +
        'A size without unit is bytes, and spec.taskManager.resources.limits.memory comes to 2 KiB: did you mean 2048m? ' +
        'With everything else as it is, spec.taskManager.resources.limits.memory has to be at least 982m.',
    ]);
  });

  it('point at the key where there is one, and at the size otherwise', () => {
    const paths = (spec: Partial<FlinkDeploymentSpec>): string[] =>
      found(spec).map((text) => text.split('\n')[0]?.replace(/^\w+ memory\./u, '') ?? '');
    const flinkConfiguration = { 'state.backend.type': 'hashmap', 'taskmanager.memory.managed.fraction': '0.5' };
    expect(paths({ flinkConfiguration })).toEqual([
      'managed-unused spec.flinkConfiguration.taskmanager.memory.managed.fraction',
    ]);
    expect(paths({ taskManager: { resources: { requests: { memory: '1Gi' } } } })).toEqual([
      'task-heap-small spec.taskManager.resources.requests.memory',
    ]);
    const sized = { 'taskmanager.memory.process.size': '1g' };
    expect(paths({ flinkConfiguration: sized, taskManager: {} })).toEqual([
      'task-heap-small spec.flinkConfiguration.taskmanager.memory.process.size',
    ]);
  });

  it('leave a limit below its request in the spec to V-25, and speak of one in the configuration', () => {
    const resources = { requests: { memory: '2Gi' }, limits: { memory: '1Gi' } };
    expect(found({ taskManager: { resources } })).toEqual([]);
    const flinkConfiguration = { 'kubernetes.taskmanager.memory.limit-factor': '0.5' };
    expect(found({ flinkConfiguration })).toEqual([
      expect.stringMatching(
        /^error memory\.limit-factor-below-one spec\.flinkConfiguration\.kubernetes\.taskmanager\.memory\.limit-factor\n/u,
      ),
    ]);
  });

  it('leave a number without unit to the options, which tell it of every size', () => {
    const flinkConfiguration = { 'taskmanager.memory.task.off-heap.size': '512' };
    expect(found({ flinkConfiguration })).toEqual([]);
    expect(checkResource(resource({ flinkConfiguration })).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'options.doubtful-value spec.flinkConfiguration.taskmanager.memory.task.off-heap.size',
    ]);
  });

  it('count TaskManagers and slots where their number is fixed', () => {
    const flinkConfiguration = { 'taskmanager.numberOfTaskSlots': '10' };
    const standalone = { mode: 'standalone', job: { jarURI: 'local:///x.jar', upgradeMode: 'stateless' } } as const;
    const taskManager = { replicas: 100, resource: { memory: '3g', cpu: 1 } };
    expect(found({ ...standalone, flinkConfiguration, taskManager })[0]).toMatch(/one shuffle at parallelism 1000 /u);
    expect(found({ ...standalone, flinkConfiguration, taskManager: { ...taskManager, replicas: 10 } })).toEqual([]);
  });

  it('tell that memory in a pod template has no effect, unless it is what the container gets anyway', () => {
    const template = (memory: string): NonNullable<FlinkDeploymentSpec['podTemplate']> => ({
      spec: {
        containers: [
          { name: 'sidecar', resources: { limits: { memory: '8Gi' } } },
          { name: 'flink-main-container', resources: { limits: { memory } } },
        ],
      },
    });
    expect(found({ podTemplate: template('2Gi') })).toEqual([]);
    expect(
      found({
        jobManager: { resource: { memory: '8g', cpu: 1 } },
        taskManager: { resource: { memory: '2g', cpu: 1 }, podTemplate: template('8Gi') },
      }),
    ).toEqual([
      'warning memory.pod-template-ignored spec.taskManager.podTemplate.spec.containers[1].resources.limits.memory\n' +
        '8Gi of memory for flink-main-container have no effect: Flink writes its own request over it, 2 GiB for the TaskManager.\n' +
        'Remove it here, and set spec.taskManager.resource.memory to what the TaskManager shall have.',
    ]);
  });
});
