// SPDX-License-Identifier: Apache-2.0
// Which options the props of a cluster stand for, in the names of each Flink version.

import { Duration, Size } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { checkConfiguration } from '../../flink/catalogue/index.ts';
import { flinkVersionAtLeast, isDeprecated } from '../../flink/flink-version.ts';
import { FlinkVersion } from '../enums.ts';
import { buildFlinkApplication } from '../flink-application.ts';
import type { FlinkApplicationProps } from '../flink-application-props.ts';
import { Job } from '../job.ts';
import { EnvValue } from './env-value.ts';
import { Hadoop } from './hadoop.ts';
import { HighAvailability } from './high-availability.ts';
import { MetricsReporter } from './metrics.ts';
import { StateStore } from './state-store.ts';

const minimal = {
  flinkVersion: FlinkVersion.V1_20,
  job: Job.jar('local:///job.jar', { parallelism: 2 }),
  serviceAccount: 'flink',
};

/** What `props` add to the configuration of a minimal application; nothing may be wrong with them. */
function options(props: Partial<FlinkApplicationProps>): unknown {
  const { manifest, findings } = buildFlinkApplication({ ...minimal, ...props }, { name: 'app' });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return manifest.spec?.flinkConfiguration;
}

const everything = (flinkVersion: FlinkVersion): FlinkApplicationProps => ({
  ...minimal,
  flinkVersion,
  image: 'registry.example/a:1',
  state: StateStore.s3('s3://a/b', {
    checkpointInterval: Duration.minutes(1),
    checkpointTimeout: '5 min',
    minPause: '10 s',
    tolerableFailures: 3,
    unaligned: '30 s',
    guarantee: 'at-least-once',
    retained: 3,
    retainOnCancellation: true,
    checkpointDirectory: 's3://a/c',
    savepointDirectory: 's3://a/s',
    backend: 'rocksdb',
    incremental: true,
    endpoint: 'http://minio:9000',
    pathStyleAccess: true,
  }),
  savepoints: {
    schedule: '0 0 3 * * ?',
    format: 'native',
    history: { maxAge: Duration.days(7), maxCount: 7 },
    cleanup: true,
    onDeletion: true,
  },
  checkpoints: { interval: '1 h', type: 'incremental' },
  rollback: { readinessTimeout: '10 min' },
  upgrade: {
    maxCheckpointAge: '1 h',
    lastStateFallback: true,
    cancelJob: true,
    waitForSavepoint: false,
    inPlaceScaling: false,
  },
  restartFailed: true,
  healthCheck: { maxRestarts: 10, restartWindow: '5 min', checkpointWindow: '15 min' },
  highAvailability: HighAvailability.zookeeper({ quorum: 'zk:2181', root: '/f' }),
  jobManager: { cpu: 1, cpuLimit: 2, memory: '2g', memoryLimit: '3g' },
  taskManager: { cpu: 1, cpuLimit: 1.5, memory: '4g', memoryLimit: '5g', slots: 2 },
  hadoop: Hadoop.configMap({ name: 'hadoop' }),
  restService: { type: 'NodePort', annotations: { 'a/b': 'c:d' } },
  flinkPorts: { rest: 9081, jobManagerRpc: 6999, blobServer: 6998, taskManagerRpc: 6997, taskManagerData: 6996 },
  metricsReporters: [
    MetricsReporter.prometheus({ includes: ['jobmanager.*:*:*', 'a:b'], excludes: ['a:b:c'] }),
    MetricsReporter.prometheusPushGateway({ hostUrl: 'http://gateway', interval: Duration.seconds(30) }),
    MetricsReporter.jmx({ port: 8789 }),
    MetricsReporter.statsd({ host: 'statsd' }),
    MetricsReporter.graphite({ host: 'graphite', protocol: 'TCP' }),
    MetricsReporter.influxdb({ host: 'influx', db: 'd', password: EnvValue.fromSecret('influx', 'password') }),
    MetricsReporter.datadog({ apiKey: EnvValue.fromSecret('datadog', 'key'), tags: 'a:b' }),
    MetricsReporter.slf4j(),
    ...(flinkVersionAtLeast(flinkVersion, 'v2_0')
      ? [MetricsReporter.otel({ endpoint: 'http://collector:4317', serviceName: 's', timeout: '10 s' })]
      : []),
  ],
  secretConfig: { 'security.ssl.rest.key-password': EnvValue.fromSecret('tls', 'password') },
});

describe('the options of props', () => {
  it.each(Object.values(FlinkVersion).filter((version) => version !== 'v2_4'))('%s knows all of them', (version) => {
    const { manifest, findings } = buildFlinkApplication(everything(version), { name: 'app' });
    const expected = [
      ...(isDeprecated(version) ? ['flink-version-deprecated'] : []),
      ...(flinkVersionAtLeast(version, 'v1_17') ? [] : ['job.periodic-checkpoints-too-old']),
    ];
    expect(findings.map(({ code }) => code).sort()).toEqual(expected);
    expect(checkConfiguration(manifest.spec?.flinkConfiguration as Record<string, string>, version)).toEqual([]);
  });

  it('are these', () => {
    expect(options(everything('v1_20'))).toMatchInlineSnapshot(`
      {
        "blob.server.port": "6998",
        "execution.checkpointing.aligned-checkpoint-timeout": "30 s",
        "execution.checkpointing.dir": "s3://a/c",
        "execution.checkpointing.externalized-checkpoint-retention": "RETAIN_ON_CANCELLATION",
        "execution.checkpointing.incremental": "true",
        "execution.checkpointing.interval": "1 min",
        "execution.checkpointing.min-pause": "10 s",
        "execution.checkpointing.mode": "AT_LEAST_ONCE",
        "execution.checkpointing.num-retained": "3",
        "execution.checkpointing.savepoint-dir": "s3://a/s",
        "execution.checkpointing.timeout": "5 min",
        "execution.checkpointing.tolerable-failed-checkpoints": "3",
        "execution.checkpointing.unaligned.enabled": "true",
        "high-availability.storageDir": "s3://a/b/ha",
        "high-availability.type": "zookeeper",
        "high-availability.zookeeper.path.root": "/f",
        "high-availability.zookeeper.quorum": "zk:2181",
        "jobmanager.rpc.port": "6999",
        "kubernetes.hadoop.conf.config-map.name": "hadoop",
        "kubernetes.jobmanager.cpu.limit-factor": "2.0",
        "kubernetes.jobmanager.entrypoint.args": "-Dmetrics.reporter.influxdb.password="$FLINK_SECRET_METRICS_REPORTER_INFLUXDB_PASSWORD" -Dmetrics.reporter.datadog.apikey="$FLINK_SECRET_METRICS_REPORTER_DATADOG_APIKEY" -Dsecurity.ssl.rest.key-password="$FLINK_SECRET_SECURITY_SSL_REST_KEY_PASSWORD"",
        "kubernetes.jobmanager.memory.limit-factor": "1.5",
        "kubernetes.operator.checkpoint.type": "INCREMENTAL",
        "kubernetes.operator.cluster.health-check.checkpoint-progress.enabled": "true",
        "kubernetes.operator.cluster.health-check.checkpoint-progress.window": "15 min",
        "kubernetes.operator.cluster.health-check.enabled": "true",
        "kubernetes.operator.cluster.health-check.restarts.threshold": "10",
        "kubernetes.operator.cluster.health-check.restarts.window": "5 min",
        "kubernetes.operator.deployment.readiness.timeout": "10 min",
        "kubernetes.operator.deployment.rollback.enabled": "true",
        "kubernetes.operator.job.restart.failed": "true",
        "kubernetes.operator.job.savepoint-on-deletion": "true",
        "kubernetes.operator.job.upgrade.ignore-pending-savepoint": "true",
        "kubernetes.operator.job.upgrade.inplace-scaling.enabled": "false",
        "kubernetes.operator.job.upgrade.last-state-fallback.enabled": "true",
        "kubernetes.operator.job.upgrade.last-state.job-cancel.enabled": "true",
        "kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age": "1 h",
        "kubernetes.operator.periodic.checkpoint.interval": "1 h",
        "kubernetes.operator.periodic.savepoint.interval": "0 0 3 * * ?",
        "kubernetes.operator.savepoint.cleanup.enabled": "true",
        "kubernetes.operator.savepoint.format.type": "NATIVE",
        "kubernetes.operator.savepoint.history.max.age": "7 d",
        "kubernetes.operator.savepoint.history.max.count": "7",
        "kubernetes.rest-service.annotations": "'a/b:''c:d'''",
        "kubernetes.rest-service.exposed.type": "NodePort",
        "kubernetes.taskmanager.cpu.limit-factor": "1.5",
        "kubernetes.taskmanager.memory.limit-factor": "1.25",
        "metrics.reporter.datadog.factory.class": "org.apache.flink.metrics.datadog.DatadogHttpReporterFactory",
        "metrics.reporter.datadog.tags": "a:b",
        "metrics.reporter.graphite.factory.class": "org.apache.flink.metrics.graphite.GraphiteReporterFactory",
        "metrics.reporter.graphite.host": "graphite",
        "metrics.reporter.graphite.port": "2003",
        "metrics.reporter.graphite.protocol": "TCP",
        "metrics.reporter.influxdb.db": "d",
        "metrics.reporter.influxdb.factory.class": "org.apache.flink.metrics.influxdb.InfluxdbReporterFactory",
        "metrics.reporter.influxdb.host": "influx",
        "metrics.reporter.influxdb.port": "8086",
        "metrics.reporter.jmx.factory.class": "org.apache.flink.metrics.jmx.JMXReporterFactory",
        "metrics.reporter.jmx.port": "8789",
        "metrics.reporter.prometheus.factory.class": "org.apache.flink.metrics.prometheus.PrometheusReporterFactory",
        "metrics.reporter.prometheus.filter.excludes": "a:b:c",
        "metrics.reporter.prometheus.filter.includes": "jobmanager.*:*:*;a:b",
        "metrics.reporter.prometheus.port": "9249",
        "metrics.reporter.prometheuspushgateway.factory.class": "org.apache.flink.metrics.prometheus.PrometheusPushGatewayReporterFactory",
        "metrics.reporter.prometheuspushgateway.hostUrl": "http://gateway",
        "metrics.reporter.prometheuspushgateway.interval": "30 s",
        "metrics.reporter.slf4j.factory.class": "org.apache.flink.metrics.slf4j.Slf4jReporterFactory",
        "metrics.reporter.statsd.factory.class": "org.apache.flink.metrics.statsd.StatsDReporterFactory",
        "metrics.reporter.statsd.host": "statsd",
        "metrics.reporter.statsd.port": "8125",
        "rest.port": "9081",
        "s3.endpoint": "http://minio:9000",
        "s3.path-style-access": "true",
        "state.backend.type": "rocksdb",
        "taskmanager.data.port": "6996",
        "taskmanager.numberOfTaskSlots": "2",
        "taskmanager.rpc.port": "6997",
      }
    `);
  });

  it('are those of the older names before their time', () => {
    const old = options(everything('v1_16')) as Record<string, string>;
    expect(old).toMatchObject({
      'execution.checkpointing.unaligned': 'true',
      'high-availability': 'zookeeper',
      'state.backend': 'rocksdb',
      'state.backend.incremental': 'true',
      'state.checkpoints.dir': 's3://a/c',
      'state.checkpoints.num-retained': '3',
      'state.savepoints.dir': 's3://a/s',
    });
  });

  const rows: [string, Partial<FlinkApplicationProps>, Record<string, string>][] = [
    [
      'no own directories',
      { state: StateStore.gcs('gs://b/p/'), upgradeMode: 'savepoint' },
      {
        'execution.checkpointing.dir': 'gs://b/p/checkpoints',
        'execution.checkpointing.savepoint-dir': 'gs://b/p/savepoints',
      },
    ],
    [
      'a savepoint directory of its own',
      {
        state: StateStore.hdfs('hdfs:///p'),
        upgradeMode: 'savepoint',
        savepoints: { directory: 'hdfs:///s', interval: Duration.hours(6) },
      },
      {
        'execution.checkpointing.dir': 'hdfs:///p/checkpoints',
        'execution.checkpointing.savepoint-dir': 'hdfs:///s',
        'kubernetes.operator.periodic.savepoint.interval': '6 h',
      },
    ],
    [
      'aligned checkpoints and dropped ones',
      {
        state: StateStore.directory('s3://x', { unaligned: false, retainOnCancellation: false }),
        upgradeMode: 'savepoint',
      },
      {
        'execution.checkpointing.dir': 's3://x/checkpoints',
        'execution.checkpointing.externalized-checkpoint-retention': 'DELETE_ON_CANCELLATION',
        'execution.checkpointing.savepoint-dir': 's3://x/savepoints',
        'execution.checkpointing.unaligned.enabled': 'false',
      },
    ],
    [
      'high availability with a directory of its own',
      { highAvailability: HighAvailability.kubernetes({ storageDir: 's3://ha' }) },
      { 'high-availability.storageDir': 's3://ha', 'high-availability.type': 'kubernetes' },
    ],
    [
      'Azure by key',
      {
        state: StateStore.azure('wasbs://c@acme.blob.core.windows.net/p', { credentials: { secretName: 'azure' } }),
        upgradeMode: 'savepoint',
      },
      {
        'execution.checkpointing.dir': 'wasbs://c@acme.blob.core.windows.net/p/checkpoints',
        'execution.checkpointing.savepoint-dir': 'wasbs://c@acme.blob.core.windows.net/p/savepoints',
        'fs.azure.account.keyprovider.acme.blob.core.windows.net':
          'org.apache.flink.fs.azurefs.EnvironmentVariableKeyProvider',
      },
    ],
    [
      'limits that are no limits',
      { taskManager: { cpu: 2, cpuLimit: 2, memory: Size.gibibytes(2), memoryLimit: '2048m' } },
      {},
    ],
    ['no roll-back', { rollback: false }, { 'kubernetes.operator.deployment.rollback.enabled': 'false' }],
  ];
  it.each(rows)('%s', (_, props, expected) => {
    expect(options(props) ?? {}).toEqual(expected);
  });

  it('give a limit of memory to the MiB', () => {
    for (let limit = 1729; limit < 4000; limit += 97) {
      const made = options({ taskManager: { memory: '1728m', memoryLimit: `${limit}m` } }) as Record<string, string>;
      const factor = Number(made['kubernetes.taskmanager.memory.limit-factor']);
      expect(Math.trunc(1728 * factor)).toBe(limit);
    }
  });

  it('lose to `config`, and that is told unless both say the same', () => {
    const { manifest, findings } = buildFlinkApplication(
      {
        ...minimal,
        taskManager: { cpu: 1, cpuLimit: 2, slots: 2 },
        config: { 'kubernetes.taskmanager.cpu.limit-factor': 2, 'taskmanager.numberOfTaskSlots': 3 },
      },
      { name: 'app' },
    );
    expect(manifest.spec?.flinkConfiguration).toMatchObject({ 'taskmanager.numberOfTaskSlots': '3' });
    expect(findings.filter(({ code }) => code === 'props.overruled').map(({ path }) => path)).toEqual([
      "config['taskmanager.numberOfTaskSlots']",
    ]);
  });
});
