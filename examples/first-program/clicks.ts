// SPDX-License-Identifier: Apache-2.0
// The first program of the README: a job with its state on a volume, as a chart.

import { ApiObject, Chart, Duration, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { FlinkApplication, FlinkVersion, Job, StateStore, UpgradeMode } from '../../lib/index.ts';

export function clicks(scope: Construct, parallelism: number): Chart {
  const chart = new Chart(scope, 'clicks', { namespace: 'streaming' });

  new ApiObject(chart, 'volume', {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  });

  new FlinkApplication(chart, 'clicks', {
    metadata: { name: 'clicks' },
    flinkVersion: FlinkVersion.V1_20,
    image: 'flink:1.20',
    job: Job.jar('local:///opt/flink/examples/streaming/StateMachineExample.jar', { parallelism }),
    upgradeMode: UpgradeMode.SAVEPOINT,
    state: StateStore.volume('data', { mountPath: '/data', checkpointInterval: Duration.seconds(10) }),
    taskManager: { memory: Size.gibibytes(2), slots: 2 },
    config: { 'restart-strategy.type': 'exponential-delay' },
  });

  return chart;
}
