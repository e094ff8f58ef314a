// SPDX-License-Identifier: Apache-2.0
import { ApiObject, App, Chart, Duration, JsonPatch, Size, Testing } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Finding } from '../api/finding.ts';
import { EnvValue } from '../manifests/cluster/env-value.ts';
import { Hadoop } from '../manifests/cluster/hadoop.ts';
import { Logging } from '../manifests/cluster/logging.ts';
import { MetricsReporter } from '../manifests/cluster/metrics.ts';
import { TopologySpread } from '../manifests/cluster/scheduling.ts';
import { Volume } from '../manifests/cluster/volume.ts';
import { CLUSTER_NAME } from '../manifests/cluster-name.ts';
import { buildFlinkApplication } from '../manifests/flink-application.ts';
import { FlinkVersion, JobState, UpgradeMode } from '../manifests/enums.ts';
import { Job } from '../manifests/job.ts';
import { PropsError } from '../manifests/props-error.ts';
import { StateStore } from '../manifests/cluster/state-store.ts';
import { FlinkApplication } from './flink-application.ts';
import type { FlinkApplicationProps } from './flink-application.ts';
import { WARNING_METADATA } from './warnings.ts';

const minimal: FlinkApplicationProps = {
  flinkVersion: FlinkVersion.V1_20,
  job: Job.jar('local:///opt/flink/usrlib/job.jar', { parallelism: 1 }),
};

const fraud: FlinkApplicationProps = {
  flinkVersion: FlinkVersion.V1_20,
  image: 'registry.example.com/fraud:1.4.2',
  job: Job.jar('local:///opt/flink/usrlib/fraud.jar', { parallelism: 4, args: ['--env', 'prod'] }),
  upgradeMode: UpgradeMode.SAVEPOINT,
  state: StateStore.s3('s3://acme-flink/fraud', { checkpointInterval: Duration.minutes(1) }),
  jobManager: { cpu: 1, memory: Size.gibibytes(2) },
  taskManager: { cpu: 2, memory: Size.gibibytes(4), slots: 2 },
  config: { 'restart-strategy.type': 'exponential-delay' },
};

const everything: FlinkApplicationProps = {
  metadata: {
    name: 'everything',
    namespace: 'elsewhere',
    labels: { team: 'fraud' },
    annotations: { note: 'all props' },
  },
  flinkVersion: FlinkVersion.V2_0,
  image: 'registry.example.com/all:1',
  imagePullPolicy: 'Always',
  job: Job.jar('local:///opt/flink/usrlib/all.jar', {
    entryClass: 'com.example.Main',
    args: ['-x'],
    allowNonRestoredState: true,
    restoreFrom: 's3://acme/all/savepoints/savepoint-1',
    redeployNonce: 1,
  }),
  upgradeMode: UpgradeMode.LAST_STATE,
  jobState: JobState.SUSPENDED,
  restartNonce: 7,
  state: StateStore.s3('s3://acme/all/', {
    checkpointInterval: '30 s',
    backend: 'rocksdb',
    incremental: true,
    endpoint: 'http://minio:9000',
    pathStyleAccess: true,
    credentials: { secretName: 's3' },
    plugin: 'flink-s3-fs-presto-2.0.0.jar',
  }),
  savepoints: { interval: Duration.hours(6) },
  highAvailability: { storageDir: 's3://acme/ha' },
  jobManager: { cpu: 0.5, memory: '2g', replicas: 2, podTemplate: { spec: { priorityClassName: 'high' } } },
  taskManager: { cpu: 1.5, memory: Size.gibibytes(3), slots: 4, replicas: 3 },
  serviceAccount: { name: 'flink-fraud' },
  env: { TZ: 'UTC', TOKEN: { valueFrom: { secretKeyRef: { name: 'api', key: 'token' } } } },
  podLabels: { team: 'fraud' },
  podAnnotations: { 'prometheus.io/scrape': 'true' },
  podTemplate: {
    spec: {
      nodeSelector: { pool: 'flink' },
      containers: [
        { name: 'flink-main-container', env: [{ name: 'TZ', value: 'Europe/Berlin' }] },
        { name: 'log-shipper', image: 'fluent-bit:3' },
      ],
    },
  },
  ingress: { template: '{{name}}.flink.example.com', className: 'nginx' },
  logConfiguration: { 'log4j-console.properties': 'rootLogger.level = INFO' },
  mode: 'native',
  config: {
    'restart-strategy.type': 'fixed-delay',
    heartbeat: { interval: Duration.seconds(5) },
    'web.cancel.enable': undefined,
  },
  operatorConfig: { 'kubernetes.operator.savepoint.history.max.count': 5, 'job.autoscaler.enabled': true },
  spec: { job: { autoscalerResetNonce: 2 } },
};

const volume: FlinkApplicationProps = {
  ...minimal,
  state: StateStore.volume('data', { checkpointInterval: '10 s', subPath: 'job', fsGroup: 9999 }),
  podTemplate: {
    spec: {
      containers: [{ name: 'flink-main-container', volumeMounts: [{ name: 'tmp', mountPath: '/scratch' }] }],
      volumes: [{ name: 'tmp', emptyDir: {} }],
    },
  },
};

const shared: FlinkApplicationProps = {
  ...minimal,
  flinkVersion: FlinkVersion.V2_0,
  state: StateStore.pvc(Size.gibibytes(10), { storageClass: 'nfs', checkpointInterval: '1 min', retained: 3 }),
  savepoints: { schedule: '0 0 3 * * ?', history: { maxCount: 7, maxAge: Duration.days(7) } },
  rollback: { readinessTimeout: '10 min' },
  upgrade: { maxCheckpointAge: '1 h' },
  jobManager: { cpu: 0.5, cpuLimit: 2, memory: Size.gibibytes(2), ephemeralStorage: Size.gibibytes(1) },
  taskManager: { cpu: 1, memory: Size.gibibytes(4), memoryLimit: Size.gibibytes(5), slots: 2 },
  scheduling: { nodeSelector: { pool: 'flink' }, topologySpread: [TopologySpread.zones()] },
  imagePullSecrets: ['registry'],
  env: { TZ: 'UTC', TOKEN: EnvValue.fromSecret('api', 'token') },
  mounts: { '/etc/keys': Volume.secret('keys'), '/etc/rules': Volume.files({ 'rules.json': '[]' }) },
  sidecars: [{ name: 'logs', image: 'fluent-bit:3' }],
  hadoop: Hadoop.files({ 'core-site.xml': '<configuration/>' }),
  metricsReporters: [MetricsReporter.prometheus({ scrapeAnnotations: true })],
  logging: Logging.log4j('rootLogger.level = INFO'),
  restService: { type: 'NodePort' },
  secretConfig: { 'security.ssl.rest.key-password': EnvValue.fromSecret('tls', 'password') },
};

const old: FlinkApplicationProps = { ...fraud, flinkVersion: FlinkVersion.V1_16, upgradeMode: UpgradeMode.LAST_STATE };

const quiet = (props: FlinkApplicationProps): FlinkApplicationProps => ({ ...props, onWarning: () => {} });

function chart(): Chart {
  return new Chart(Testing.app(), 'test', { namespace: 'streaming' });
}

function manifestOf(props: FlinkApplicationProps): Record<string, never> {
  return new FlinkApplication(chart(), 'app', quiet(props)).resource.toJson() as Record<string, never>;
}

describe('manifests', () => {
  it.each(Object.entries({ minimal, fraud, everything, shared, volume, old }))('%s', async (name, props) => {
    const app = new App();
    new FlinkApplication(new Chart(app, 'test', { namespace: 'streaming' }), name, quiet(props));
    await expect(app.synthYaml()).toMatchFileSnapshot(`golden/${name}.yaml`);
  });

  it('are those of the builder, in wire order before cdk8s sorts', () => {
    const { onWarning: _, ...props } = everything;
    const { manifest } = buildFlinkApplication(props, { name: 'app', namespace: 'streaming' });
    expect(manifestOf(everything)).toEqual(JSON.parse(JSON.stringify(manifest)));
    expect(Object.keys(manifest)).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
    expect(Object.keys(manifest.spec ?? {})).toMatchInlineSnapshot(`
      [
        "job",
        "restartNonce",
        "flinkConfiguration",
        "image",
        "imagePullPolicy",
        "serviceAccount",
        "flinkVersion",
        "ingress",
        "jobManager",
        "taskManager",
        "logConfiguration",
        "mode",
      ]
    `);
  });

  it('are made anew each time and leave the props alone', () => {
    const before = JSON.stringify(fraud);
    const first = buildFlinkApplication(fraud, { name: 'a' });
    const second = buildFlinkApplication(fraud, { name: 'a' });
    expect(first).toEqual(second);
    expect(first.manifest.spec).not.toBe(second.manifest.spec);
    expect(JSON.stringify(fraud)).toBe(before);
  });
});

describe('the construct', () => {
  it('is found as the default child and by its brand', () => {
    const application = new FlinkApplication(chart(), 'app', minimal);
    expect(ApiObject.of(application)).toBe(application.resource);
    expect(application.node.defaultChild).toBe(application.resource);
    expect(FlinkApplication.isFlinkApplication(application)).toBe(true);
    expect(FlinkApplication.isFlinkApplication(application.resource)).toBe(false);
  });

  it('takes namespace and labels from its chart and gives its names away', () => {
    const parent = new Chart(Testing.app(), 'test', { namespace: 'streaming', labels: { env: 'prod', team: 'chart' } });
    const application = new FlinkApplication(parent, 'app', { ...minimal, metadata: { labels: { team: 'own' } } });
    expect(application.resource.toJson()).toMatchObject({
      metadata: { name: application.name, namespace: 'streaming', labels: { env: 'prod', team: 'own' } },
    });
    expect(application.namespace).toBe('streaming');
    expect(application.serviceAccountName).toBe(application.name);
    expect(application.restServiceName).toBe(`${application.name}-rest`);
  });

  it('has an allowed name wherever it stands', () => {
    const app = Testing.app();
    const deep = new Chart(new Chart(app, 'a.very_long_chart_name_that_goes_on', {}), '1'.repeat(40), {});
    const plain = new Chart(app, 'plain', { disableResourceNameHashes: true });
    const names = [
      new FlinkApplication(deep, 'an-application-with-a-name-of-its-own-that-is-long', minimal).name,
      new FlinkApplication(deep, 'another-application-with-a-name-of-its-own-that-is-long', minimal).name,
      new FlinkApplication(plain, 'fraud', minimal).name,
    ];
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(CLUSTER_NAME);
    expect(names[2]).toBe('plain-fraud');
  });
});

describe('escape hatches', () => {
  it('a JSON patch with real names arrives, unknown fields too', () => {
    const application = new FlinkApplication(chart(), 'app', minimal);
    application.resource.addJsonPatch(
      JsonPatch.replace('/spec/job/jarURI', 'local:///other.jar'),
      JsonPatch.add('/spec/fromTheFuture', { a: 1 }),
    );
    expect(application.resource.toJson()).toMatchObject({
      spec: { job: { jarURI: 'local:///other.jar', parallelism: 1 }, fromTheFuture: { a: 1 } },
    });
  });

  it('`spec` is merged last, removes with null, and warns of fields that nobody knows', () => {
    const warnings: string[] = [];
    const application = new FlinkApplication(chart(), 'app', {
      ...fraud,
      spec: {
        job: { parallelism: 8, args: null },
        flinkConfiguration: { 'restart-strategy': { type: 'none' } },
        fromTheFuture: 1,
      },
      onWarning: (warning, path) => warnings.push(`${path} ${warning.path}`),
    });
    const { spec } = application.resource.toJson() as { spec: Record<string, unknown> };
    expect(spec).toMatchObject({ job: { parallelism: 8 }, fromTheFuture: 1 });
    expect(spec['job']).not.toHaveProperty('args');
    expect(spec['flinkConfiguration']).toMatchObject({ 'restart-strategy.type': 'none' });
    expect(warnings).toEqual(['test/app spec.fromTheFuture']);
  });

  it('`spec` is typed', () => {
    // @ts-expect-error parallelism is a number
    const wrong = { ...minimal, spec: { job: { parallelism: '8' } } } satisfies FlinkApplicationProps;
    expect(() => new FlinkApplication(chart(), 'app', wrong as never)).toThrow(PropsError);
  });
});

describe('warnings', () => {
  it('tell when config wins over a prop, under any of the names of an option', () => {
    const application = new FlinkApplication(chart(), 'app', {
      ...fraud,
      onWarning: () => {},
      config: {
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- the older name is what this is about
        'state.checkpoints.dir': 's3://elsewhere/checkpoints',
        'taskmanager.memory.process.size': '8g',
        'taskmanager.numberOfTaskSlots': 2,
      },
    });
    const { spec } = application.resource.toJson() as { spec: { flinkConfiguration: object; taskManager: object } };
    expect(spec.flinkConfiguration).not.toHaveProperty(['execution.checkpointing.dir']);
    expect(spec.taskManager).toEqual({ resource: { cpu: 2 } });
    const recorded = application.node.metadata.filter(({ type }) => type === WARNING_METADATA);
    const overruled = recorded.map(({ data }) => data as Finding).filter(({ code }) => code === 'props.overruled');
    expect(overruled.map(({ path }) => path)).toEqual([
      "config['state.checkpoints.dir']",
      "config['taskmanager.memory.process.size']",
    ]);
  });
});

describe('golden files', () => {
  it('hold one document each', async () => {
    const app = new App();
    new FlinkApplication(new Chart(app, 'test'), 'minimal', minimal);
    expect(parse(app.synthYaml())).toMatchObject({ kind: 'FlinkDeployment' });
  });
});
