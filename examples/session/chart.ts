// SPDX-License-Identifier: Apache-2.0
// A session that several teams share: a jar, an SQL script and whoever comes through the SQL gateway run side by side on one cluster. The savepoint
// is taken once, when this is applied.

import { Chart, Duration, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { FlinkSession, FlinkVersion, Job, StateStore, UpgradeMode } from '../../lib/index.ts';

const CLICKS = `
CREATE TABLE clicks (page STRING, at TIMESTAMP(3), WATERMARK FOR at AS at - INTERVAL '5' SECOND)
  WITH ('connector' = 'datagen', 'rows-per-second' = '10');
CREATE TABLE per_minute (page STRING, minute TIMESTAMP(3), clicks BIGINT) WITH ('connector' = 'blackhole');
INSERT INTO per_minute
  SELECT page, window_start, COUNT(*)
  FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(at), INTERVAL '1' MINUTE))
  GROUP BY page, window_start, window_end;
`;

/** A chart with the session, its jobs and a savepoint of one of them. */
export function sessionChart(scope: Construct, namespace: string): Chart {
  const chart = new Chart(scope, 'session', { namespace });
  const session = new FlinkSession(chart, 'shared', {
    metadata: { name: 'shared' },
    flinkVersion: FlinkVersion.V2_0,
    image: 'registry.example.com/flink-s3:2.0', // official images do not reach S3 by themselves
    state: StateStore.s3('s3://acme-flink/shared', {
      checkpointInterval: Duration.minutes(1),
      credentials: { secretName: 's3' },
    }),
    jobManager: { cpu: 1, memory: Size.gibibytes(2) },
    taskManager: { cpu: 2, memory: Size.gibibytes(4), slots: 4 },
    sqlGateway: { config: { 'sql-gateway.session.idle-timeout': '30 min' } },
  });
  const dedupe = session.addJob('dedupe', {
    metadata: { name: 'dedupe' },
    job: Job.jar('https://artifacts.example.com/dedupe-1.4.jar', { parallelism: 4 }),
    upgradeMode: UpgradeMode.SAVEPOINT,
    state: StateStore.directory('s3://acme-flink/dedupe'),
  });
  session.addJob('clicks', { metadata: { name: 'clicks-per-minute' }, job: Job.sql(CLICKS, { parallelism: 2 }) });
  dedupe.addSnapshot('before-migration', {
    metadata: { name: 'dedupe-before-migration' },
    savepoint: { format: 'native', disposeOnDelete: false },
  });
  return chart;
}
