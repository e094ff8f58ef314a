// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  AT,
  build,
  CONFIGURATION,
  files,
  JOB_MANAGER,
  LOGGING,
  named,
  pod,
  SPEC,
} from '../../test/support/worked-example.ts';
import type { FlinkDeploymentSpec } from '../api/flink-deployment.ts';
import { deployConfiguration, effectiveConfiguration } from './effective-configuration.ts';
import { buildNativeApplication } from './native-application.ts';

describe('a native application', () => {
  it('is one Deployment, then the objects that it owns', () => {
    const built = build();
    expect(built.others.map(({ kind, metadata }) => `${kind} ${metadata?.namespace}/${metadata?.name}`)).toEqual([
      'Service streams/clicks',
      'Service streams/clicks-rest',
      'ConfigMap streams/flink-config-clicks',
      'ConfigMap streams/pod-template-clicks',
    ]);
    const labels = { app: 'clicks', type: 'flink-native-kubernetes' };
    const owner = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'clicks',
      uid: JOB_MANAGER,
      blockOwnerDeletion: true,
      controller: true,
    };
    for (const { metadata } of built.others) expect(metadata).toMatchObject({ labels, ownerReferences: [owner] });
  });

  it('has this Deployment', () => {
    const labels = { app: 'clicks', component: 'jobmanager', type: 'flink-native-kubernetes' };
    const annotations = { 'flinkdeployment.flink.apache.org/generation': '3' };
    expect(build().deployment).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'clicks',
        namespace: 'streams',
        labels,
        annotations,
        ownerReferences: [
          {
            apiVersion: 'flink.apache.org/v1beta1',
            kind: 'FlinkDeployment',
            name: 'clicks',
            uid: AT.uid,
            blockOwnerDeletion: true,
            controller: false,
          },
        ],
      },
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels, annotations },
          spec: parse(`
serviceAccount: flink
serviceAccountName: flink
hostNetwork: false
dnsPolicy: ClusterFirst
volumes:
  - {name: scratch, emptyDir: {}}
  - {name: user-artifacts-volume, emptyDir: {}}
  - name: flink-config-volume
    configMap:
      name: flink-config-clicks
      items:
        - {key: log4j-console.properties, path: log4j-console.properties}
        - {key: flink-conf.yaml, path: flink-conf.yaml}
  - name: pod-template-volume
    configMap:
      name: pod-template-clicks
      items:
        - {key: taskmanager-pod-template.yaml, path: taskmanager-pod-template.yaml}
containers:
  - {name: shipper, image: registry.example.org/shipper:2}
  - name: flink-main-container
    image: registry.example.org/clicks:7
    imagePullPolicy: IfNotPresent
    command: ["/docker-entrypoint.sh"]
    args: ["bash", "-c", "kubernetes-jobmanager.sh kubernetes-application "]
    env:
      - {name: ENABLE_BUILT_IN_PLUGINS, value: flink-s3-fs-presto-1.20.4.jar}
      - name: _POD_IP_ADDRESS
        valueFrom: {fieldRef: {apiVersion: v1, fieldPath: status.podIP}}
    ports:
      - {name: rest, containerPort: 8081}
      - {name: jobmanager-rpc, containerPort: 6123}
      - {name: blobserver, containerPort: 6124}
    resources:
      requests: {cpu: "0.5", memory: 1600Mi}
      limits: {cpu: "0.5", memory: 1600Mi}
    startupProbe:
      httpGet: {path: /config, port: rest}
      failureThreshold: 2147483647
      periodSeconds: 1
    volumeMounts:
      - {name: scratch, mountPath: /scratch}
      - {name: user-artifacts-volume, mountPath: /opt/flink/artifacts}
      - {name: flink-config-volume, mountPath: /opt/flink/conf}
      - {name: pod-template-volume, mountPath: /opt/flink/pod-template}
`),
        },
      },
    });
  });

  it('has these Services', () => {
    const built = build();
    const selector = { app: 'clicks', component: 'jobmanager', type: 'flink-native-kubernetes' };
    expect(named(built, 'Service', 'clicks').spec).toEqual({
      clusterIP: 'None',
      selector,
      ports: [
        { name: 'jobmanager-rpc', port: 6123 },
        { name: 'blobserver', port: 6124 },
      ],
    });
    expect(named(built, 'Service', 'clicks-rest').spec).toEqual({
      type: 'ClusterIP',
      selector,
      ports: [{ name: 'rest', port: 8081, targetPort: 8081 }],
    });
  });

  it('has this configuration and this template for TaskManagers', () => {
    const built = build();
    expect(files(built)).toEqual({ 'log4j-console.properties': LOGGING, 'flink-conf.yaml': CONFIGURATION });
    const template = named(built, 'ConfigMap', 'pod-template-clicks').data ?? {};
    expect(Object.keys(template)).toEqual(['taskmanager-pod-template.yaml']);
    expect(parse(template['taskmanager-pod-template.yaml'] ?? '')).toEqual(SPEC.podTemplate);
  });

  it.each([
    [undefined, []],
    ['s3://lake/clicks/sp/savepoint-fd7201', ['execution.savepoint.path: s3://lake/clicks/sp/savepoint-fd7201']],
    ['KUBERNETES_OPERATOR_LAST_STATE', ['execution.savepoint.path: KUBERNETES_OPERATOR_LAST_STATE']],
  ])('with high availability, restored from %s, differs in these lines', (savepointPath, restored) => {
    const more = { 'high-availability': { type: 'kubernetes', storageDir: 's3://lake/ha' } };
    const built = build({}, more, savepointPath);
    expect(built.others.map(({ kind, metadata }) => `${kind} ${metadata?.name}`)).not.toContain('Service clicks');
    const [before, after] = [CONFIGURATION, files(built)['flink-conf.yaml'] ?? ''].map((text) => text.split('\n'));
    expect(before?.filter((line) => after?.includes(line) === false)).toEqual([
      'jobmanager.rpc.address: clicks.streams',
    ]);
    expect(after?.filter((line) => before?.includes(line) === false)).toEqual([
      ...restored,
      'high-availability.cluster-id: clicks',
      'high-availability.jobmanager.port: 6123',
      'high-availability.storageDir: s3://lake/ha',
      'high-availability.type: kubernetes',
      'job-result-store.delete-on-commit: false',
      'job-result-store.storage-path: s3://lake/ha/job-result-store/clicks/8c1c0a52-7f0e-4a64-9d1b-3b8f6d0d2f5e',
    ]);
  });

  it('for Flink 2 has a nested file', () => {
    const built = build({ flinkVersion: 'v2_1' });
    const { 'config.yaml': text = '', ...rest } = files(built);
    expect(rest).toEqual({ 'log4j-console.properties': LOGGING });
    expect(parse(text)).toMatchObject({
      $internal: {
        application: { main: 'org.example.Clicks', 'program-args': ['--topic', 'clicks;raw'] },
        flink: { version: 'v2_1' },
        pipeline: { 'job-id': 'fd72014d4c864993a2e5a9287b4a9c5d' },
      },
      parallelism: { default: '4' },
      kubernetes: {
        'cluster-id': 'clicks',
        jobmanager: { annotations: 'flinkdeployment.flink.apache.org/generation:3', cpu: { amount: '0.5' } },
      },
    });
    const volume = pod(built).spec.volumes?.find(({ name }) => name === 'flink-config-volume');
    expect(volume).toMatchObject({
      configMap: { items: [{ key: 'log4j-console.properties' }, { key: 'config.yaml' }] },
    });
  });

  it('is equal for equal input, and does not change it', () => {
    const before = JSON.stringify(SPEC);
    expect(JSON.stringify(build())).toBe(JSON.stringify(build()));
    expect(JSON.stringify(SPEC)).toBe(before);
  });
});

describe('the log files', () => {
  it("are the operator's without a logConfiguration", () => {
    const { logConfiguration: _, ...spec } = SPEC;
    const configuration = deployConfiguration(effectiveConfiguration(spec, AT, {}), {
      ...AT,
      jobId: 'x',
      jobResultStoreId: 'y',
    });
    const { accompanying } = buildNativeApplication({
      spec,
      ...AT,
      configuration,
      logFiles: { 'logback-console.xml': 'a', 'log4j-console.properties': 'b', 'x.txt': 'c' },
    });
    const others = accompanying({ uid: JOB_MANAGER });
    expect(Object.keys(files({ others }))).toEqual([
      'logback-console.xml',
      'log4j-console.properties',
      'flink-conf.yaml',
    ]);
  });

  it('are none with an empty one', () => {
    expect(Object.keys(files(build({ logConfiguration: {} })))).toEqual(['flink-conf.yaml']);
  });
});

describe('what Flink would refuse is refused before anything is created', () => {
  it.each<[FlinkDeploymentSpec, Record<string, unknown>, RegExp]>([
    [
      { jobManager: { replicas: 2, resource: { memory: '1g' } } },
      {},
      /^kubernetes\.jobmanager\.replicas: 2 JobManagers need high availability/u,
    ],
    [
      {},
      { 'kubernetes.jobmanager.cpu.limit-factor': 0.5 },
      /^kubernetes\.jobmanager\.cpu\.limit-factor: 0\.5 must be 1 or more/u,
    ],
    [{}, { 'blob.server.port': '50100-50200' }, /^blob\.server\.port: "50100-50200" must be one port number/u],
    [
      {},
      { 'kubernetes.env.secretKeyRef': 'env:A,secret:s' },
      /^kubernetes\.env\.secretKeyRef: .* must have env, secret and key/u,
    ],
    [{ jobManager: {} }, {}, /jobmanager\.memory/u],
    [{ taskManager: { resource: { memory: '100m' } } }, {}, /taskmanager\.memory/u],
    [{ image: '' }, {}, /^spec\.image: no image is given/u],
    [{ job: { args: ['x'] } }, {}, /^spec\.job\.jarURI: Flink before 2\.0 needs a jar/u],
    [
      { flinkVersion: 'v2_0' },
      { 'high-availability': 'NONE', 'high-availability.storageDir': 's3://x' },
      /high-availability/u,
    ],
  ])('%j %j', (spec, more, message) => {
    expect(() => build(spec, more)).toThrow(message);
  });

  it.each<FlinkDeploymentSpec>([
    { job: { entryClass: 'org.apache.flink.client.python.PythonDriver' } },
    { job: { args: ['-py', 'job.py'] } },
    { flinkVersion: 'v2_0', job: { entryClass: 'a.B' } },
  ])('%j needs no jar', (spec) => {
    expect(() => build(spec)).not.toThrow();
  });
});
