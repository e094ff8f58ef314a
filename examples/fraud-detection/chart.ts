// SPDX-License-Identifier: Apache-2.0
// A job of one's own as it runs in production: state in S3, savepoints at every upgrade, sizes and restarts spelled out.

import { Chart, Duration, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { FlinkApplication, FlinkVersion, Job, StateStore, UpgradeMode } from '../../lib/index.ts';

/** A chart with the application. */
export function fraudChart(scope: Construct, namespace: string): Chart {
  const chart = new Chart(scope, 'fraud', { namespace });
  new FlinkApplication(chart, 'detection', {
    flinkVersion: FlinkVersion.V1_20,
    image: 'registry.example.com/fraud:1.4.2',
    job: Job.jar('local:///opt/flink/usrlib/fraud.jar', { parallelism: 4, args: ['--env', 'prod'] }),
    upgradeMode: UpgradeMode.SAVEPOINT,
    state: StateStore.s3('s3://acme-flink/fraud', {
      checkpointInterval: Duration.minutes(1),
      backend: 'rocksdb',
      incremental: true,
      credentials: { secretName: 's3' },
    }),
    savepoints: { interval: Duration.hours(6) },
    jobManager: { cpu: 1, memory: Size.gibibytes(2) },
    taskManager: { cpu: 2, memory: Size.gibibytes(4), slots: 2 },
    config: { 'restart-strategy.type': 'exponential-delay' },
  });
  return chart;
}
