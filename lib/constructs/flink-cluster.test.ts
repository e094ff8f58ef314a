// SPDX-License-Identifier: Apache-2.0
import { Chart, Duration, JsonPatch, Testing } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { CONTENT_HASH_ANNOTATION } from '../manifests/cluster/content-hash.ts';
import { EnvFrom, EnvValue } from '../manifests/cluster/env-value.ts';
import { Volume } from '../manifests/cluster/volume.ts';
import { FlinkVersion } from '../manifests/enums.ts';
import { Job } from '../manifests/job.ts';
import { PropsError } from '../manifests/props-error.ts';
import { FlinkApplication } from './flink-application.ts';
import { FlinkSession } from './flink-session.ts';

const props = {
  metadata: { name: 'app' },
  flinkVersion: FlinkVersion.V1_20,
  job: Job.jar('local:///job.jar', { parallelism: 1 }),
};

interface Pod {
  metadata: { annotations?: Record<string, string> };
  spec: Record<string, unknown[]> & { containers: Record<string, unknown>[] };
}

function chart(): Chart {
  return new Chart(Testing.app(), 'test', { namespace: 'streaming' });
}

function podOf(application: FlinkApplication | FlinkSession): Pod {
  return (application.resource.toJson() as { spec: { podTemplate: Pod } }).spec.podTemplate;
}

describe('what is added to a cluster after it was made', () => {
  it('is rendered with it', () => {
    const parent = chart();
    const application = new FlinkApplication(parent, 'app', { ...props, env: { TZ: 'UTC' } });
    application.addEnv('TZ', 'Europe/Berlin');
    application.addEnv('API', EnvValue.fromSecret('api', 'url'));
    application.addEnvFrom(EnvFrom.configMap({ name: 'settings' }, { prefix: 'APP_' }));
    application.mount('/scratch', Volume.emptyDir({ name: 'scratch' }));
    application.addInitContainer({ name: 'prepare', image: 'busybox:1' });
    application.addSidecar({ name: 'beside', image: 'busybox:1' });
    const { spec } = podOf(application);
    expect(spec.containers[0]).toMatchObject({
      name: 'flink-main-container',
      env: [
        { name: 'TZ', value: 'Europe/Berlin' },
        { name: 'API', valueFrom: { secretKeyRef: { name: 'api', key: 'url' } } },
      ],
      envFrom: [{ prefix: 'APP_', configMapRef: { name: 'settings' } }],
      volumeMounts: [{ name: 'scratch', mountPath: '/scratch' }],
    });
    const restricted = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
    expect(spec.containers[1]).toMatchObject({ name: 'beside', securityContext: restricted });
    expect(spec['initContainers']).toMatchObject([{ name: 'prepare', securityContext: restricted }]);
    expect(spec['volumes']).toEqual([{ name: 'scratch', emptyDir: {} }]);
  });

  it('overrides configuration key by key, however it is nested', () => {
    const application = new FlinkApplication(chart(), 'app', {
      ...props,
      config: { heartbeat: { interval: '5 s', timeout: '30 s' } },
    });
    application.addConfig({ 'heartbeat.timeout': Duration.minutes(1), web: { 'refresh-interval': '1 s' } });
    expect(application.manifest.spec?.flinkConfiguration).toMatchObject({
      'heartbeat.interval': '5 s',
      'heartbeat.timeout': '1 min',
      'web.refresh-interval': '1 s',
    });
  });

  it('brings its files along, and a changed file changes the pods', () => {
    const render = (content: string): Record<string, unknown>[] => {
      const parent = chart();
      const application = new FlinkApplication(parent, 'app', props);
      application.mount('/etc/rules', Volume.files({ 'rules.json': content }));
      return Testing.synth(parent) as Record<string, unknown>[];
    };
    const [one, other] = [render('[]'), render('[1]')];
    expect(one.find(({ kind }) => kind === 'ConfigMap')).toMatchObject({
      metadata: { name: 'app-etc-rules', namespace: 'streaming' },
      data: { 'rules.json': '[]' },
    });
    const hash = (objects: Record<string, unknown>[]): unknown => {
      const deployment = objects.find(({ kind }) => kind === 'FlinkDeployment') as { spec: { podTemplate: Pod } };
      return deployment.spec.podTemplate.metadata.annotations?.[CONTENT_HASH_ANNOTATION];
    };
    expect(hash(one)).toMatch(/^[0-9a-f]{16}$/);
    expect(hash(one)).not.toBe(hash(other));
    expect(one.findIndex(({ kind }) => kind === 'ConfigMap')).toBeLessThan(
      one.findIndex(({ kind }) => kind === 'FlinkDeployment'),
    );
  });

  it('is in what belongs to the cluster as well', () => {
    const parent = chart();
    const application = new FlinkApplication(parent, 'app', props);
    application.addConfig({ 'high-availability.type': 'kubernetes', 'high-availability.storageDir': 's3://a/ha' });
    const role = Testing.synth(parent).find(({ kind }: { kind: string }) => kind === 'Role');
    expect(JSON.stringify(role)).toContain('configmaps');
  });

  it('is checked where it stands, and nothing changes when it is wrong', () => {
    const application = new FlinkApplication(chart(), 'app', props);
    const before = application.resource.toJson() as unknown;
    expect(() => application.addConfig({ 'execution.target': 'remote' })).toThrow(PropsError);
    expect(() => application.addEnv('DB_PASSWORD', 'geheim')).toThrow(/EnvValue.fromSecret/);
    expect(() => application.addSidecar({ name: 'flink-main-container', image: 'x' })).toThrow(/podTemplate/);
    expect(() => application.mount('/opt/flink/conf', Volume.emptyDir())).toThrow(/would hide/);
    expect(application.resource.toJson()).toEqual(before);
    application.mount('/a', Volume.emptyDir());
    expect(() => application.mount('/a', Volume.emptyDir())).toThrow(/mounted already/);
  });

  it('is told of once', () => {
    const told: string[] = [];
    const application = new FlinkApplication(chart(), 'app', {
      ...props,
      taskManager: { slots: 2 },
      onWarning: ({ path }) => told.push(path),
    });
    application.addConfig({ 'taskmanager.numberOfTaskSlots': 4 });
    application.addEnv('A', 'a');
    expect(told.filter((path) => path.startsWith('config['))).toEqual(["config['taskmanager.numberOfTaskSlots']"]);
  });

  it('is patched like everything else', () => {
    const application = new FlinkApplication(chart(), 'app', props);
    application.resource.addJsonPatch(JsonPatch.add('/spec/podTemplate/spec/hostname', 'flink'));
    application.addEnv('A', 'a');
    expect(podOf(application).spec).toMatchObject({ hostname: 'flink', containers: [{ env: [{ name: 'A' }] }] });
  });

  it('works for sessions', () => {
    const session = new FlinkSession(chart(), 'session', { flinkVersion: FlinkVersion.V1_20 });
    session.addEnv('A', 'a');
    expect(podOf(session).spec.containers).toMatchObject([{ env: [{ name: 'A', value: 'a' }] }]);
  });
});
