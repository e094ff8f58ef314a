// SPDX-License-Identifier: Apache-2.0
// What users get wrong in the props that applications and sessions share: each row is one mistake in otherwise good props, and must be the
// only error that is told.

import { describe, expect, it } from 'vitest';
import { formatFindings } from '../api/finding.ts';
import { MetricsReporter } from '../manifests/cluster/metrics.ts';
import { FlinkVersion } from '../manifests/enums.ts';
import { errorOf, good } from './test-support/error-of.ts';

const { state } = good;

const rows: [mistake: string, props: object, code: string, path: string, says: RegExp][] = [
  ['a literal secret', { env: { DB_PASSWORD: 'geheim' } }, 'props.secret', "env['DB_PASSWORD']", /EnvValue.fromSecret/],
  [
    'an S3 key in the configuration',
    { config: { 's3.secret-key': 'geheim' } },
    'props.secret',
    "config['s3.secret-key']",
    /StateStore.s3/,
  ],
  [
    'a password in the configuration',
    { config: { 'security.ssl.rest.key-password': 'geheim' } },
    'props.secret',
    "config['security.ssl.rest.key-password']",
    /secretConfig/,
  ],
  [
    'a secret option as text',
    { secretConfig: { 'a.password': 'geheim' } },
    'props.secret',
    "secretConfig['a.password']",
    /EnvValue.fromSecret/,
  ],
  [
    'a secret option in standalone mode',
    { mode: 'standalone', secretConfig: { 'a.password': { valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } } } },
    'props.invalid',
    "secretConfig['a.password']",
    /native mode only/,
  ],
  [
    'an account key for a driver that reads none',
    {
      state: {
        directory: 'abfss://c@a.dfs.core.windows.net/x',
        azure: { credentials: { secretName: 'a' } },
      },
    },
    'props.ignored',
    'state.azure.credentials',
    /workload identity/,
  ],
  [
    'credentials of another service',
    { state: { directory: 's3://acme/x', gcs: { credentials: { secretName: 'a' } } } },
    'props.ignored',
    'state.gcs',
    /gs:\/\//,
  ],
  [
    'no volume at all',
    { state: { directory: 'file:///data', volume: { mountPath: '/data' } } },
    'props.invalid',
    'state.volume',
    /StateStore.pvc/,
  ],
  [
    'a class for a claim that is there',
    { state: { directory: 'file:///data', volume: { claimName: 'a', mountPath: '/data', storageClass: 'x' } } },
    'props.ignored',
    'state.volume.storageClass',
    /is there already/,
  ],
  [
    'ZooKeeper without servers',
    { highAvailability: { type: 'zookeeper' } },
    'props.missing',
    'highAvailability.quorum',
    /name the servers/,
  ],
  [
    'servers of ZooKeeper for Kubernetes',
    { highAvailability: { quorum: 'zk:2181' } },
    'props.ignored',
    'highAvailability.quorum',
    /'zookeeper'/,
  ],
  ['a limit of nothing', { taskManager: { cpuLimit: 2 } }, 'props.missing', 'taskManager.cpu', /counts from it/],
  [
    'a limit below the request',
    { taskManager: { memory: '4g', memoryLimit: '2g' } },
    'props.invalid',
    'taskManager.memoryLimit',
    /at least 4096m/,
  ],
  [
    'a disk without a unit',
    { taskManager: { ephemeralStorage: 10 } },
    'props.invalid',
    'taskManager.ephemeralStorage',
    /'10Gi'/,
  ],
  [
    'a Unix cron expression',
    { savepoints: { schedule: '0 3 * * *' } },
    'props.invalid',
    'savepoints.schedule',
    /second in front/,
  ],
  [
    'two places for savepoints',
    { savepoints: { directory: 's3://a/s' }, state: { ...state, savepointDirectory: 's3://a/t' } },
    'props.twice',
    'savepoints.directory',
    /state.savepointDirectory/,
  ],
  [
    'two times for savepoints',
    { savepoints: { schedule: '0 0 3 * * ?', interval: '1 h' } },
    'props.twice',
    'savepoints.schedule',
    /only one can count/,
  ],
  [
    'a volume over Flink itself',
    { mounts: { '/opt/flink/lib': { source: { emptyDir: {} } } } },
    'props.invalid',
    "mounts['/opt/flink/lib']",
    /would hide/,
  ],
  [
    'one name for two volumes',
    {
      mounts: {
        '/a': { name: 'x', source: { emptyDir: {} } },
        '/b': { name: 'x', source: { secret: { secretName: 's' } } },
      },
    },
    'props.twice',
    "mounts['/b'].name",
    /another `name`/,
  ],
  ['a mount without a volume', { mounts: { '/x': {} } }, 'props.invalid', "mounts['/x']", /Volume.secret/],
  [
    'a mount at no path',
    { mounts: { x: { source: { emptyDir: {} } } } },
    'props.invalid',
    "mounts['x']",
    /begins with \//,
  ],
  [
    'a directory in a file name',
    { mounts: { '/x': { files: { 'a/b': '' } } } },
    'props.invalid',
    "mounts['/x'].files['a/b']",
    /letters, digits/,
  ],
  [
    "Flink's container as a sidecar",
    { sidecars: [{ name: 'flink-main-container', image: 'x' }] },
    'props.invalid',
    'sidecars[0].name',
    /podTemplate/,
  ],
  ['a sidecar without an image', { sidecars: [{ name: 'x' }] }, 'props.missing', 'sidecars[0].image', /give the image/],
  [
    'two init containers of one name',
    {
      initContainers: [
        { name: 'x', image: 'x' },
        { name: 'x', image: 'y' },
      ],
    },
    'props.twice',
    'initContainers[1].name',
    /own name/,
  ],
  ['Hadoop from nowhere', { hadoop: {} }, 'props.invalid', 'hadoop', /Hadoop.configMap/],
  [
    'levels beside a whole configuration',
    { logging: { level: 'INFO', log4j: 'x' } },
    'props.ignored',
    'logging.level',
    /logging.log4j/,
  ],
  [
    'logging said twice',
    { logging: { level: 'INFO' }, logConfiguration: { 'log4j-console.properties': 'x' } },
    'props.twice',
    "logConfiguration['log4j-console.properties']",
    /remove one/,
  ],
  ['an unknown level', { logging: { level: 'WARM' } }, 'props.invalid', 'logging.level', /did you mean 'WARN'/],
  [
    'OpenTelemetry before its time',
    {
      metricsReporters: [
        { name: 'otel', factoryClass: 'org.apache.flink.metrics.otel.OpenTelemetryMetricReporterFactory' },
      ],
    },
    'props.invalid',
    'metricsReporters[0]',
    /2.0/,
  ],
  [
    'a protocol of OpenTelemetry before its time',
    {
      flinkVersion: FlinkVersion.V2_0,
      metricsReporters: [MetricsReporter.otel({ endpoint: 'http://collector:4318', protocol: 'HTTP' })],
    },
    'props.ignored',
    "metricsReporters[0].settings['exporter.protocol']",
    /2.2/,
  ],
  [
    'two reporters of one name',
    {
      metricsReporters: [
        { name: 'a', factoryClass: 'x' },
        { name: 'a', factoryClass: 'y' },
      ],
    },
    'props.twice',
    'metricsReporters[1].name',
    /another `name`/,
  ],
  ['a port that is none', { flinkPorts: { rest: 0 } }, 'props.invalid', 'flinkPorts.rest', /1 to 65535/],
  [
    'a spread over nothing',
    { scheduling: { topologySpread: [{}] } },
    'props.missing',
    'scheduling.topologySpread[0].topologyKey',
    /topologyKey/,
  ],
  ['a user by name', { security: { user: 'flink' } }, 'props.invalid', 'security.user', /whole number/],
];

describe('a mistake in the props of a cluster', () => {
  it.each(rows)('%s', (_, mistake, code, path, says) => {
    const { findings } = errorOf({ ...good, ...mistake });
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map((found) => [found.code, found.path])).toEqual([[code, path]]);
    expect(formatFindings('', errors)).toMatch(says);
  });
});
