// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type * as z from 'zod';
import { schemaFindings } from '../schema-findings.ts';
import {
  flinkBlueGreenDeploymentSpecSchema,
  flinkDeploymentSpecSchema,
  flinkSessionJobSpecSchema,
  flinkStateSnapshotSpecSchema,
} from '../schemas.ts';
import { validateFlinkDeployment } from '../validate.ts';

/** Each finding for a spec in YAML as `code path: remedy`. */
function said(spec: string): string[] {
  return schemaFindings(flinkDeploymentSpecSchema, parse(spec), ['spec']).map(
    ({ code, path, remedy }) => `${code} ${path}: ${remedy}`,
  );
}

describe('fields that live elsewhere', () => {
  it.each([
    [
      'savepointStorage: s3://b/sp',
      'Write execution.checkpointing.savepoint-dir: s3://b/sp under spec.flinkConfiguration (before Flink 1.20: state.savepoints.dir).',
    ],
    [
      'checkpointStorage: s3://b/cp',
      'Write execution.checkpointing.dir: s3://b/cp under spec.flinkConfiguration (before Flink 1.20: state.checkpoints.dir).',
    ],
    [
      'checkpointStorage: filesystem',
      'Write execution.checkpointing.storage: filesystem under spec.flinkConfiguration (before Flink 1.20: state.checkpoint-storage).',
    ],
    [
      'stateBackend: rocksdb',
      'Write state.backend.type: rocksdb under spec.flinkConfiguration (before Flink 1.17: state.backend).',
    ],
    [
      'highAvailability: {enabled: true}',
      'Write high-availability.type: kubernetes under spec.flinkConfiguration (before Flink 1.17: high-availability).',
    ],
    [
      'ha: true',
      'Write high-availability.type: kubernetes under spec.flinkConfiguration (before Flink 1.17: high-availability).',
    ],
    ['parallelism: 4', 'Write spec.job.parallelism: 4.'],
    ['jarURI: local:///a.jar', 'Write spec.job.jarURI: local:///a.jar.'],
    ['mainClass: a.B', 'Write spec.job.entryClass: a.B.'],
    ['upgradeMode: savepoint', 'Write spec.job.upgradeMode: savepoint.'],
    ['serviceAccountName: flink', 'Write spec.serviceAccount: flink.'],
    ['version: v1_20', 'Write spec.flinkVersion: v1_20.'],
    [
      'env: [{name: A, value: b}]',
      'Move it to spec.podTemplate.spec.containers, to the container called flink-main-container, as its env.',
    ],
    ['volumes: [{name: a}]', 'Move it to spec.podTemplate.spec.volumes.'],
    ['nodeSelector: {a: b}', 'Move it to spec.podTemplate.spec.nodeSelector.'],
    ['tolerations: []', 'Move it to spec.podTemplate.spec.tolerations.'],
    ['affinity: {}', 'Move it to spec.podTemplate.spec.affinity.'],
    ['imagePullSecrets: [{name: a}]', 'Move it to spec.podTemplate.spec.imagePullSecrets.'],
    [
      'labels: {a: b}',
      'For pods, move it to spec.podTemplate.metadata.labels; for the resource itself, to metadata.labels.',
    ],
    ['replicas: 3', 'Write spec.taskManager.replicas: 3.'],
    ['flinkProperties: {a: b}', 'Move it to spec.flinkConfiguration.'],
    ['jobs: []', 'Describe each job of a session cluster as a FlinkSessionJob with spec.deploymentName.'],
  ])('spec.%s', (spec, remedy) => {
    expect(said(spec)).toEqual([`invention.lives-elsewhere spec.${spec.slice(0, spec.indexOf(':'))}: ${remedy}`]);
  });

  it.each([
    [
      'taskManager: {slots: 4}',
      'spec.taskManager.slots: Write taskmanager.numberOfTaskSlots: 4 under spec.flinkConfiguration.',
    ],
    [
      'taskManager: {numberOfTaskSlots: 2}',
      'spec.taskManager.numberOfTaskSlots: Write taskmanager.numberOfTaskSlots: 2 under spec.flinkConfiguration.',
    ],
    ['jobManager: {memory: 2048m}', 'spec.jobManager.memory: Write spec.jobManager.resource.memory: "2048m".'],
    [
      'jobManager: {resource: {requests: {memory: 1Gi}}}',
      'spec.jobManager.resource.requests: Move it to spec.jobManager.resources.requests.',
    ],
    [
      'jobManager: {resources: {memory: 1Gi}}',
      'spec.jobManager.resources.memory: Write spec.jobManager.resources.requests.memory: "1Gi".',
    ],
    [
      'taskManager: {nodeSelector: {a: b}}',
      'spec.taskManager.nodeSelector: Move it to spec.taskManager.podTemplate.spec.nodeSelector.',
    ],
    ['job: {jar: local:///a.jar}', 'spec.job.jar: Write spec.job.jarURI: local:///a.jar.'],
    ['job: {class: a.B}', 'spec.job.class: Write spec.job.entryClass: a.B.'],
    ['job: {savepointPath: s3://b/sp-1}', 'spec.job.savepointPath: Write spec.job.initialSavepointPath: s3://b/sp-1.'],
    ['job: {fromSavepoint: s3://b/sp-1}', 'spec.job.fromSavepoint: Write spec.job.initialSavepointPath: s3://b/sp-1.'],
    [
      'job: {arguments: "--in a --name \'b c\'"}',
      'spec.job.arguments: Write spec.job.args: ["--in","a","--name","b c"].',
    ],
    ['job: {restartNonce: 3}', 'spec.job.restartNonce: Write spec.restartNonce: 3.'],
    ['job: {name: clicks}', 'spec.job.name: Write pipeline.name: clicks under spec.flinkConfiguration.'],
    ['ingress: {host: a.example.com}', 'spec.ingress.host: Write spec.ingress.template: a.example.com.'],
    ['jobManager: {podTemplates: {}}', 'schema.unknown-field'],
  ])('%s', (spec, expected) => {
    const [found = ''] = said(spec);
    expect(found.startsWith('schema.') ? found.split(' ')[0] : found.replace('invention.lives-elsewhere ', '')).toBe(
      expected,
    );
  });

  it('a field of another object is led back to it', () => {
    expect(said('job: {parallelism: 2, serviceAccount: flink, podTemplate: {}}')).toEqual([
      'invention.lives-elsewhere spec.job.serviceAccount: Write spec.serviceAccount: flink.',
      'invention.lives-elsewhere spec.job.podTemplate: Move it to spec.podTemplate or spec.taskManager.podTemplate or spec.jobManager.podTemplate.',
    ]);
  });
});

describe('fields of the other kinds', () => {
  const ofKind = (schema: z.ZodType, spec: string): string[] =>
    schemaFindings(schema, parse(spec), ['spec']).map(({ code, path, remedy }) => `${code} ${path}: ${remedy}`);

  it.each([
    ['sessionCluster: shared', 'spec.sessionCluster: Write spec.deploymentName: shared.'],
    ['jarURI: local:///a.jar', 'spec.jarURI: Write spec.job.jarURI: local:///a.jar.'],
    ['image: flink', 'spec.image: Set it in the FlinkDeployment that spec.deploymentName names, and remove it here.'],
    ['parallelism: 2', 'spec.parallelism: Write spec.job.parallelism: 2.'],
  ])('FlinkSessionJob %s', (spec, expected) => {
    expect(ofKind(flinkSessionJobSpecSchema, spec)).toEqual([`invention.lives-elsewhere ${expected}`]);
  });

  it.each([
    ['jobName: clicks', 'spec.jobName: Write spec.jobReference.name: clicks.'],
    ['path: s3://b/sp', 'spec.path: Write spec.savepoint.path: s3://b/sp.'],
    ['type: savepoint', 'spec.type: Give spec.savepoint or spec.checkpoint; each may be an empty object, {}.'],
  ])('FlinkStateSnapshot %s', (spec, expected) => {
    expect(ofKind(flinkStateSnapshotSpecSchema, spec)).toEqual([`invention.lives-elsewhere ${expected}`]);
  });
});

it('a blue/green deployment has its clusters in a template', () => {
  const found = schemaFindings(flinkBlueGreenDeploymentSpecSchema, { image: 'flink', job: {}, configurations: {} }, [
    'spec',
  ]);
  expect(found.map(({ code, path, remedy }) => `${code} ${path}: ${remedy}`)).toEqual([
    'invention.lives-elsewhere spec.image: Write spec.template.spec.image: flink.',
    'invention.lives-elsewhere spec.job: Move it to spec.template.spec.job.',
    'schema.unknown-field spec.configurations: Write "configuration" instead of "configurations", or remove it.',
  ]);
});

describe('other APIs', () => {
  it.each([
    ['emrReleaseLabel: emr-6.13.0-flink-latest', 'Amazon EMR on EKS'],
    ['recreateOnUpdate: true', 'FlinkCluster'],
    ['job: {autoSavepointSeconds: 300}', 'FlinkCluster'],
    ['jobManager: {accessScope: Cluster}', 'FlinkCluster'],
    ['deploymentTargetName: prod', 'Ververica Platform'],
    ['taskManagerConfig: {}', 'FlinkApplication'],
  ])('%s', (spec, api) => {
    const [finding, ...more] = schemaFindings(flinkDeploymentSpecSchema, parse(spec), ['spec']);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'invention.other-api', message: expect.stringContaining(api) });
  });
});

describe('options and files at the wrong indentation', () => {
  it('outside of the configuration', () => {
    expect(said('taskmanager.numberOfTaskSlots: "2"')).toEqual([
      'invention.indented spec.taskmanager.numberOfTaskSlots: Write taskmanager.numberOfTaskSlots: "2" under spec.flinkConfiguration.',
    ]);
    expect(said('job: {state.savepoints.dir: s3://b/sp}')).toEqual([
      'invention.indented spec.job.state.savepoints.dir: Write state.savepoints.dir: s3://b/sp under spec.flinkConfiguration.',
    ]);
    expect(said('log4j-console.properties: x')[0]).toContain('below spec.logConfiguration');
  });

  /** Codes of one file and place of a FlinkDeployment that is right but for its configuration. */
  function configured(flinkConfiguration: unknown): string[] {
    const memory = { resource: { memory: '2048m', cpu: 1 } };
    const spec = {
      flinkVersion: 'v1_20',
      serviceAccount: 'flink',
      jobManager: memory,
      taskManager: memory,
      flinkConfiguration,
    };
    const resource = { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', metadata: { name: 'a' }, spec };
    return validateFlinkDeployment(resource as never, {})
      .filter(({ code }) => code.startsWith('invention.'))
      .map(({ code, path, severity }) => `${severity} ${code} ${path}`);
  }

  it('inside of it', () => {
    expect(configured({ logConfiguration: { 'log4j-console.properties': 'x' } })).toEqual([
      'warning invention.indented spec.flinkConfiguration.logConfiguration',
    ]);
    expect(configured({ job: { jarURI: 'local:///a.jar', autoscaler: { enabled: true } } })).toEqual([
      'warning invention.indented spec.flinkConfiguration.job.jarURI',
    ]);
    expect(configured({ job: { autoscaler: { enabled: true } }, mode: 'x', 'job.name': 'y' })).toEqual([]);
  });

  it('once with dots and once nested', () => {
    const key = 'taskmanager.numberOfTaskSlots';
    expect(configured({ [key]: 2, taskmanager: { numberOfTaskSlots: 4 } })).toEqual([
      `warning invention.nested-twice spec.flinkConfiguration.${key}`,
    ]);
    expect(configured({ [key]: 2, taskmanager: { numberOfTaskSlots: '2', x: {} } })).toEqual([]);
  });
});

describe('values', () => {
  it.each([
    ['flinkVersion: v1.18', 'invention.spelling spec.flinkVersion: Write spec.flinkVersion: v1_18.'],
    ['flinkVersion: 1.18', 'invention.spelling spec.flinkVersion: Write spec.flinkVersion: v1_18.'],
    ['flinkVersion: 1.20', 'invention.spelling spec.flinkVersion: Write spec.flinkVersion: v1_20.'],
    ['flinkVersion: 2', 'invention.spelling spec.flinkVersion: Write spec.flinkVersion: v2_0.'],
    ['flinkVersion: "1.18.1"', 'invention.spelling spec.flinkVersion: Write spec.flinkVersion: v1_18.'],
    ['flinkVersion: flink-1.19-java17', 'invention.spelling spec.flinkVersion: Write spec.flinkVersion: v1_19.'],
    ['flinkVersion: V1_20', 'invention.spelling spec.flinkVersion: Write spec.flinkVersion: v1_20.'],
    [
      'job: {upgradeMode: last_state}',
      'invention.spelling spec.job.upgradeMode: Write spec.job.upgradeMode: last-state.',
    ],
    [
      'job: {upgradeMode: LAST_STATE}',
      'invention.spelling spec.job.upgradeMode: Write spec.job.upgradeMode: last-state.',
    ],
    [
      'job: {upgradeMode: lastState}',
      'invention.spelling spec.job.upgradeMode: Write spec.job.upgradeMode: last-state.',
    ],
    ['job: {upgradeMode: none}', 'invention.spelling spec.job.upgradeMode: Write spec.job.upgradeMode: stateless.'],
    ['job: {state: RUNNING}', 'invention.spelling spec.job.state: Write spec.job.state: running.'],
    ['job: {state: stopped}', 'invention.spelling spec.job.state: Write spec.job.state: suspended.'],
    ['mode: Native', 'invention.spelling spec.mode: Write spec.mode: native.'],
    ['job: {args: "--in a"}', 'invention.shape spec.job.args: Write spec.job.args: ["--in","a"].'],
    [
      'job: {args: {in: a}}',
      'invention.shape spec.job.args: Write them as a list, for example spec.job.args: ["--in","a"].',
    ],
    [
      'job: {args: [1]}',
      'schema.wrong-type spec.job.args[0]: Put it in quotes as you mean it, as in spec.job.args[0]: "1".',
    ],
    [
      'job: {parallelism: "4"}',
      'schema.wrong-type spec.job.parallelism: Write spec.job.parallelism: 4, without quotes.',
    ],
    [
      'job: {allowNonRestoredState: "true"}',
      'schema.wrong-type spec.job.allowNonRestoredState: Write spec.job.allowNonRestoredState: true, without quotes.',
    ],
    [
      'job: {parallelism: "${PARALLELISM}"}',
      'invention.placeholder spec.job.parallelism: Fill in spec.job.parallelism before the resource is applied, for example with envsubst or kustomize.',
    ],
    [
      'job: {jarURI: [local:///a.jar]}',
      'invention.shape spec.job.jarURI: Write spec.job.jarURI: local:///a.jar. Further jars go into the image, or into pipeline.classpaths.',
    ],
    [
      'jobManager: {resource: {cpu: "1"}}',
      'schema.wrong-type spec.jobManager.resource.cpu: Write spec.jobManager.resource.cpu: 1 without quotes, or spec.jobManager.resources.requests.cpu: "1".',
    ],
    [
      'taskManager: {resource: {cpu: 500m}}',
      'schema.wrong-type spec.taskManager.resource.cpu: Write spec.taskManager.resource.cpu: 0.5 without quotes, or spec.taskManager.resources.requests.cpu: "500m".',
    ],
    [
      'jobManager: {resource: {memory: 2048}}',
      'schema.wrong-type spec.jobManager.resource.memory: Write spec.jobManager.resource.memory: "2048m", if 2048 MiB are meant.',
    ],
    [
      'image: {name: "flink:1.20"}',
      'invention.shape spec.image: Write spec.image: flink:1.20. The rest belongs to imagePullPolicy, and to podTemplate.spec.imagePullSecrets.',
    ],
    ['ingress: a.example.com', 'invention.shape spec.ingress: Write template: "a.example.com" below spec.ingress.'],
    [
      'flinkConfiguration: "a: b"',
      'invention.shape spec.flinkConfiguration: Remove the "|" behind flinkConfiguration:, so that its lines are keys of spec.flinkConfiguration.',
    ],
    [
      'flinkConfiguration: ["a.b: c"]',
      'invention.shape spec.flinkConfiguration: Write each entry as a key of spec.flinkConfiguration: a.b: c.',
    ],
    [
      'flinkConfiguration: [{name: a.b, value: 1}]',
      'invention.shape spec.flinkConfiguration: Write each entry as a key of spec.flinkConfiguration: a.b: 1.',
    ],
    [
      'logConfiguration: "rootLogger.level = INFO"',
      'invention.shape spec.logConfiguration: Write "log4j-console.properties: |" below spec.logConfiguration, and the text below that.',
    ],
    [
      'flinkVersion: latest',
      'schema.not-allowed spec.flinkVersion: Set spec.flinkVersion to one of v1_13, v1_14, v1_15, v1_16, v1_17, v1_18, v1_19, v1_20, v2_0, v2_1, v2_2, v2_3, v2_4, or remove it.',
    ],
  ])('%s', (spec, expected) => {
    expect(said(spec)).toEqual([expected]);
  });

  it.each([
    ['job: {upgradeMode: stateful}', 'last-state'],
    ['mode: session', 'spec.job'],
    ['mode: application', 'spec.job'],
    ['mode: reactive', 'scheduler-mode: REACTIVE'],
  ])('%s is explained', (spec, word) => {
    const [finding, ...more] = schemaFindings(flinkDeploymentSpecSchema, parse(spec), ['spec']);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'invention.spelling', remedy: expect.stringContaining(word) });
  });
});

it('a word that every JavaScript object knows is no spelling of an upgrade mode', () => {
  expect(said('job: {jarURI: local:///a.jar, upgradeMode: constructor}')).toEqual([
    'schema.not-allowed spec.job.upgradeMode: Set spec.job.upgradeMode to one of savepoint, last-state, stateless, or remove it.',
  ]);
});
