// SPDX-License-Identifier: Apache-2.0
// The tables are generated; what is tested is the generator's reading of types, names and defaults, on the options that decide most.

import { describe, expect, expectTypeOf, it } from 'vitest';
import { autoscalerOptions } from './autoscaler-options.ts';
import { readOption, type ConfigOption } from './configuration.ts';
import { operatorOptions } from './operator-options.ts';
import { flinkOptions } from './options.ts';

const { kubernetesPodTemplateFileTaskmanager: template } = flinkOptions;

describe('options', () => {
  it.each([
    [flinkOptions.restPort, 'rest.port', ['web.port'], 8081],
    [flinkOptions.taskmanagerNumberOfTaskSlots, 'taskmanager.numberOfTaskSlots', [], 1],
    [flinkOptions.executionCheckpointingTimeout, 'execution.checkpointing.timeout', [], 600_000],
    [flinkOptions.executionCheckpointingInterval, 'execution.checkpointing.interval', [], undefined],
    [
      flinkOptions.executionCheckpointingSavepointDir,
      'execution.checkpointing.savepoint-dir',
      ['state.savepoints.dir', 'savepoints.state.backend.fs.dir'],
      undefined,
    ],
    [flinkOptions.internalPipelineJobId, '$internal.pipeline.job-id', [], undefined],
    [flinkOptions.restRetryDelay, 'rest.retry.delay', [], 3000],
    [
      flinkOptions.taskmanagerMemoryNetworkMin,
      'taskmanager.memory.network.min',
      ['taskmanager.network.memory.min'],
      2 ** 26,
    ],
    [flinkOptions.jobmanagerMemoryJvmOverheadFraction, 'jobmanager.memory.jvm-overhead.fraction', [], Math.fround(0.1)],
    [
      template,
      'kubernetes.pod-template-file.taskmanager',
      ['kubernetes.pod-template-file', 'kubernetes.pod-template-file.default'],
      undefined,
    ],
    [
      operatorOptions.reconcileInterval,
      'kubernetes.operator.reconcile.interval',
      ['kubernetes.operator.reconciler.reschedule.interval'],
      60_000,
    ],
    [operatorOptions.jmDeploymentShutdownTtl, 'kubernetes.operator.jm-deployment.shutdown-ttl', [], 86_400_000],
    [operatorOptions.jobSavepointOnDeletion, 'kubernetes.operator.job.savepoint-on-deletion', [], false],
    [
      operatorOptions.clusterResourceViewRefreshInterval,
      'kubernetes.operator.cluster.resource-view.refresh-interval',
      [],
      -60_000,
    ],
    [operatorOptions.userArtifactsAllowedSchemes, 'kubernetes.operator.user.artifacts.allowed-schemes', [], ['https']],
    [autoscalerOptions.enabled, 'job.autoscaler.enabled', ['kubernetes.operator.job.autoscaler.enabled'], false],
  ] as [ConfigOption<unknown>, string, string[], unknown][])('%#: %o', (option, key, fallbackKeys, fallback) => {
    expect(option).toMatchObject({ key, fallbackKeys });
    expect(option.default).toEqual(fallback);
  });

  it('are typed as precisely as they are read', () => {
    expectTypeOf(readOption({}, operatorOptions.reconcileInterval)).toEqualTypeOf<number>();
    expectTypeOf(readOption({}, operatorOptions.retryMaxInterval)).toEqualTypeOf<number | undefined>();
    expectTypeOf(readOption({}, operatorOptions.savepointFormatType)).toEqualTypeOf<'CANONICAL' | 'NATIVE'>();
    expectTypeOf(readOption({}, flinkOptions.kubernetesJobmanagerReplicas)).toEqualTypeOf<number>();
    expect(
      readOption({ [operatorOptions.savepointFormatType.key]: 'native' }, operatorOptions.savepointFormatType),
    ).toBe('NATIVE');
  });

  it('read their own keys back, one by one', () => {
    const tables = [flinkOptions, operatorOptions, autoscalerOptions];
    for (const option of tables.flatMap((table) => Object.values(table) as ConfigOption<unknown>[])) {
      if (typeof option.default !== 'boolean') continue;
      for (const key of [option.key, ...option.fallbackKeys]) {
        expect(readOption({ [key]: String(!option.default) }, option), key).toBe(!option.default);
      }
    }
  });
});
