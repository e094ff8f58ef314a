// SPDX-License-Identifier: Apache-2.0
// What the props of a cluster make of its pods, and of the objects beside it.

import { Size } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import type { FlinkDeployment } from '../../api/flink-deployment.ts';
import type { Container, KubernetesObject, PodTemplateSpec } from '../../kubernetes/objects.ts';
import { FlinkVersion } from '../enums.ts';
import { buildFlinkApplication } from '../flink-application.ts';
import type { FlinkApplicationProps } from '../flink-application-props.ts';
import { Job } from '../job.ts';
import { CONTENT_HASH_ANNOTATION, contentHash } from './content-hash.ts';
import { EnvFrom, EnvValue } from './env-value.ts';
import { Hadoop } from './hadoop.ts';
import { MetricsReporter } from './metrics.ts';
import { TopologySpread } from './scheduling.ts';
import { StateStore } from './state-store.ts';
import { Volume } from './volume.ts';

const minimal = {
  flinkVersion: FlinkVersion.V1_20,
  job: Job.jar('local:///job.jar', { parallelism: 2 }),
  serviceAccount: 'flink',
};

function build(props: Partial<FlinkApplicationProps>): { manifest: FlinkDeployment; extras: KubernetesObject[] } {
  const { manifest, extras, findings } = buildFlinkApplication(
    { ...minimal, ...(props.state === undefined ? {} : { upgradeMode: 'savepoint' }), ...props },
    {
      name: 'app',
      namespace: 'streaming',
      labels: { team: 'a' },
    },
  );
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { manifest, extras };
}

/** The common template without what security adds; there is none for single components. */
function pod(props: Partial<FlinkApplicationProps>): PodTemplateSpec {
  const { spec } = build({ security: false, ...props }).manifest;
  expect([spec?.jobManager?.podTemplate, spec?.taskManager?.podTemplate]).toEqual([undefined, undefined]);
  return spec?.podTemplate ?? {};
}

const main = (props: Partial<FlinkApplicationProps>): Partial<Container> => pod(props).spec?.containers?.[0] ?? {};

describe('pods', () => {
  it('have no template when nothing is said', () => {
    expect(pod({})).toEqual({});
  });

  it('get variables, from everywhere', () => {
    expect(
      main({
        env: {
          A: 'a',
          B: EnvValue.fromSecret('s', 'k', { optional: true }),
          C: EnvValue.fromConfigMap({ name: 'c' }, 'k'),
          D: EnvValue.fromField('metadata.name'),
        },
        envFrom: [EnvFrom.secret('s', { prefix: 'S_' }), EnvFrom.configMap('c')],
      }),
    ).toEqual({
      name: 'flink-main-container',
      env: [
        { name: 'A', value: 'a' },
        { name: 'B', valueFrom: { secretKeyRef: { name: 's', key: 'k', optional: true } } },
        { name: 'C', valueFrom: { configMapKeyRef: { name: 'c', key: 'k' } } },
        { name: 'D', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      ],
      envFrom: [{ prefix: 'S_', secretRef: { name: 's' } }, { configMapRef: { name: 'c' } }],
    });
  });

  it('get volumes, one for several mounts of one name', () => {
    const { spec } = pod({
      mounts: {
        '/etc/keys': Volume.secret('keys', { items: { 'tls.key': 'key.pem' }, defaultMode: 0o400 }),
        '/etc/settings': Volume.configMap({ name: 'settings' }, { optional: true }),
        '/scratch': Volume.emptyDir({ sizeLimit: '1Gi', medium: 'Memory' }),
        '/var/A_b': Volume.ephemeral('10Gi', { storageClass: 'fast' }),
        '/in': Volume.pvc('data', { name: 'data', subPath: 'in', readOnly: true }),
        '/out': Volume.pvc('data', { name: 'data', subPath: 'out' }),
      },
    });
    expect(spec?.volumes).toEqual([
      {
        name: 'etc-keys',
        secret: { secretName: 'keys', items: [{ key: 'tls.key', path: 'key.pem' }], defaultMode: 0o400 },
      },
      { name: 'etc-settings', configMap: { name: 'settings', optional: true } },
      { name: 'scratch', emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } },
      {
        name: 'var-a-b',
        ephemeral: {
          volumeClaimTemplate: {
            spec: {
              accessModes: ['ReadWriteOnce'],
              storageClassName: 'fast',
              resources: { requests: { storage: '10Gi' } },
            },
          },
        },
      },
      { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
    ]);
    expect(spec?.containers?.[0]?.volumeMounts).toEqual([
      { name: 'etc-keys', mountPath: '/etc/keys', readOnly: true },
      { name: 'etc-settings', mountPath: '/etc/settings', readOnly: true },
      { name: 'scratch', mountPath: '/scratch' },
      { name: 'var-a-b', mountPath: '/var/A_b' },
      { name: 'data', mountPath: '/in', subPath: 'in', readOnly: true },
      { name: 'data', mountPath: '/out', subPath: 'out' },
    ]);
  });

  it('get names for volumes that are free and short enough', () => {
    const paths = ['/a/b', '/a-b', '/_', `/${'x'.repeat(80)}`, '/pod-template-volume'];
    const { spec } = pod({ mounts: Object.fromEntries(paths.map((path) => [path, Volume.emptyDir()])) });
    const names = (spec?.volumes ?? []).map(({ name }) => name);
    expect(names).toHaveLength(5);
    expect(names[0]).toBe('a-b');
    for (const name of names) expect(name).toMatch(/^[a-z\d]([-a-z\d]{0,61}[a-z\d])?$/);
    expect(names).not.toContain('pod-template-volume');
  });

  it('reach the state by reference only', () => {
    const s3 = main({ state: StateStore.s3('s3://a', { region: 'eu', credentials: { secretName: { name: 's' } } }) });
    expect(s3.env).toEqual([
      { name: 'AWS_REGION', value: 'eu' },
      { name: 'AWS_ACCESS_KEY_ID', valueFrom: { secretKeyRef: { name: 's', key: 'accessKeyId' } } },
      { name: 'AWS_SECRET_ACCESS_KEY', valueFrom: { secretKeyRef: { name: 's', key: 'secretAccessKey' } } },
    ]);
    const gcs = pod({
      state: StateStore.gcs('gs://a', { credentials: { secretName: 'g', key: 'sa.json' }, plugin: 'g.jar' }),
    });
    expect(gcs.spec?.containers?.[0]).toMatchObject({
      env: [
        { name: 'GOOGLE_APPLICATION_CREDENTIALS', value: '/etc/flinkwright/gcs/sa.json' },
        { name: 'ENABLE_BUILT_IN_PLUGINS', value: 'g.jar' },
      ],
      volumeMounts: [{ name: 'gcs-credentials', mountPath: '/etc/flinkwright/gcs', readOnly: true }],
    });
    expect(gcs.spec?.volumes).toEqual([{ name: 'gcs-credentials', secret: { secretName: 'g' } }]);
    const azure = main({
      state: StateStore.azure('wasbs://c@a.blob.core.windows.net/', { credentials: { secretName: 'z' } }),
    });
    expect(azure.env).toEqual([
      { name: 'AZURE_STORAGE_KEY', valueFrom: { secretKeyRef: { name: 'z', key: 'accountKey' } } },
    ]);
  });

  it('mount a claim that is made', () => {
    const { manifest, extras } = build({
      state: StateStore.pvc(Size.gibibytes(50), { storageClass: 'nfs', mountPath: '/state' }),
    });
    expect(extras).toEqual([
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'app-state', namespace: 'streaming', labels: { team: 'a' } },
        spec: {
          accessModes: ['ReadWriteMany'],
          storageClassName: 'nfs',
          resources: { requests: { storage: '50Gi' } },
        },
      },
    ]);
    expect(manifest.spec?.podTemplate?.spec?.volumes).toEqual([
      { name: 'flink-state', persistentVolumeClaim: { claimName: 'app-state' } },
    ]);
    expect(manifest.spec?.flinkConfiguration).toMatchObject({
      'execution.checkpointing.dir': 'file:///state/checkpoints',
    });
  });

  it('run further containers, and pull from registries', () => {
    const { spec } = pod({
      initContainers: [{ name: 'fetch', image: 'curl:1' }],
      sidecars: [{ name: 'logs', image: 'fluent:1' }],
      imagePullSecrets: ['one', { name: 'two' }],
    });
    expect(spec).toEqual({
      imagePullSecrets: [{ name: 'one' }, { name: 'two' }],
      initContainers: [{ name: 'fetch', image: 'curl:1' }],
      containers: [{ name: 'logs', image: 'fluent:1' }],
    });
  });

  it('run where they are told to, all alike', () => {
    const scheduling = {
      nodeSelector: { pool: 'flink' },
      tolerations: [{ key: 'dedicated', operator: 'Exists' }],
      affinity: { nodeAffinity: {} },
      priorityClassName: 'high',
    };
    expect(pod({ scheduling }).spec).toEqual(scheduling);
  });

  it('run where they are told to, each component on its own', () => {
    const { spec } = build({
      security: false,
      scheduling: { nodeSelector: { pool: 'flink' }, topologySpread: [TopologySpread.zones({ maxSkew: 2 })] },
      jobManager: { scheduling: { nodeSelector: { pool: 'small' }, topologySpread: [TopologySpread.nodes()] } },
    }).manifest;
    expect(spec?.podTemplate).toBeUndefined();
    const spread = (component: string, topologyKey: string, maxSkew: number): unknown => [
      {
        maxSkew,
        topologyKey,
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { app: 'app', component } },
      },
    ];
    expect(spec?.jobManager?.podTemplate?.spec).toEqual({
      nodeSelector: { pool: 'small' },
      topologySpreadConstraints: spread('jobmanager', 'kubernetes.io/hostname', 1),
    });
    expect(spec?.taskManager?.podTemplate?.spec).toEqual({
      nodeSelector: { pool: 'flink' },
      topologySpreadConstraints: spread('taskmanager', 'topology.kubernetes.io/zone', 2),
    });
  });

  it('are found by collectors of metrics', () => {
    const template = pod({
      metricsReporters: [
        MetricsReporter.prometheus({ port: 9999, scrapeAnnotations: true }),
        MetricsReporter.custom('own', 'com.example.Factory', { port: 1234 }),
      ],
    });
    expect(template.metadata?.annotations).toEqual({
      'prometheus.io/path': '/metrics',
      'prometheus.io/port': '9999',
      'prometheus.io/scrape': 'true',
    });
    expect(template.spec?.containers?.[0]?.ports).toEqual([
      { name: 'metrics', containerPort: 9999 },
      { name: 'metrics-2', containerPort: 1234 },
    ]);
  });
});

describe('files of props', () => {
  const props = (content: string): Partial<FlinkApplicationProps> => ({
    hadoop: Hadoop.files({ 'core-site.xml': content }),
    mounts: { '/etc/rules': Volume.files({ 'rules.json': '[]' }) },
  });

  it('become ConfigMaps with a fingerprint in the pods', () => {
    const { manifest, extras } = build(props('<a/>'));
    const metadata = (name: string): object => ({ name, namespace: 'streaming', labels: { team: 'a' } });
    expect(extras).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('app-hadoop'), data: { 'core-site.xml': '<a/>' } },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('app-etc-rules'), data: { 'rules.json': '[]' } },
    ]);
    expect(manifest.spec?.flinkConfiguration).toEqual({ 'kubernetes.hadoop.conf.config-map.name': 'app-hadoop' });
    expect(manifest.spec?.podTemplate?.metadata?.annotations).toEqual({
      [CONTENT_HASH_ANNOTATION]: contentHash({ 'hadoop/core-site.xml': '<a/>', 'etc-rules/rules.json': '[]' }),
    });
  });

  it('restart the job when they change', () => {
    const hash = (content: string): unknown => build(props(content)).manifest.spec?.podTemplate?.metadata?.annotations;
    expect(hash('<a/>')).toEqual(hash('<a/>'));
    expect(hash('<a/>')).not.toEqual(hash('<b/>'));
  });

  it('have fingerprints that no other files have', () => {
    expect(contentHash({ a: 'bc' })).toMatch(/^[0-9a-f]{16}$/);
    expect(contentHash({ a: '1', b: '2' })).toBe(contentHash({ b: '2', a: '1' }));
    const others = [{ ab: 'c' }, { a: 'b', c: '' }, { a: '', bc: '' }, {}].map(contentHash);
    expect(new Set([contentHash({ a: 'bc' }), ...others]).size).toBe(5);
  });
});

describe('logging', () => {
  const files = (props: Partial<FlinkApplicationProps>): Record<string, string> =>
    build(props).manifest.spec?.logConfiguration ?? {};

  it('by levels is a whole configuration', () => {
    const made = files({
      logging: { level: 'WARN', loggers: { 'com.example': 'DEBUG', 'org.apache.kafka': 'ERROR' } },
    });
    expect(Object.keys(made)).toEqual(['log4j-console.properties']);
    const lines = (made['log4j-console.properties'] ?? '').split('\n');
    expect(lines).toContain('rootLogger.level = WARN');
    const levels = lines.filter((line) => /^logger\.(kafka|own0)\./.test(line));
    expect(levels).toEqual([
      'logger.kafka.name = org.apache.kafka',
      'logger.kafka.level = ERROR',
      'logger.own0.name = com.example',
      'logger.own0.level = DEBUG',
    ]);
    expect(lines.filter((line) => line.includes('${sys:log.file}'))).toHaveLength(2);
  });

  it('as text is the text', () => {
    expect(files({ logging: { log4j: 'a', logback: '<b/>' } })).toEqual({
      'log4j-console.properties': 'a',
      'logback-console.xml': '<b/>',
    });
    expect(files({ logging: { logback: '<b/>' } })).toEqual({ 'logback-console.xml': '<b/>' });
  });
});

describe('secrets of options', () => {
  it('come from a variable of the JobManager and stand nowhere', () => {
    const { spec } = build({
      security: false,
      secretConfig: { 'security.ssl.rest.key-password': EnvValue.fromSecret('tls', 'password') },
    }).manifest;
    expect(spec?.flinkConfiguration).toEqual({
      'kubernetes.jobmanager.entrypoint.args':
        '-Dsecurity.ssl.rest.key-password="$FLINK_SECRET_SECURITY_SSL_REST_KEY_PASSWORD"',
    });
    expect(spec?.jobManager?.podTemplate?.spec?.containers?.[0]?.env).toEqual([
      {
        name: 'FLINK_SECRET_SECURITY_SSL_REST_KEY_PASSWORD',
        valueFrom: { secretKeyRef: { name: 'tls', key: 'password' } },
      },
    ]);
    expect(spec?.taskManager?.podTemplate).toBeUndefined();
  });

  it('come from variables of their own, also where their keys differ in a dash only', () => {
    const { spec } = build({
      secretConfig: { 's3.secret-key': EnvValue.fromSecret('a', 'b'), 's3.secret.key': EnvValue.fromSecret('c', 'd') },
    }).manifest;
    expect(spec?.flinkConfiguration).toMatchObject({
      'kubernetes.jobmanager.entrypoint.args':
        '-Ds3.secret-key="$FLINK_SECRET_S3_SECRET_KEY" -Ds3.secret.key="$FLINK_SECRET_S3_SECRET_KEY_2"',
    });
    expect(spec?.jobManager?.podTemplate?.spec?.containers?.[0]?.env?.map(({ name }) => name)).toEqual([
      'FLINK_SECRET_S3_SECRET_KEY',
      'FLINK_SECRET_S3_SECRET_KEY_2',
    ]);
  });
});
