// SPDX-License-Identifier: Apache-2.0
// Seen through `effectiveConfiguration`, because which key wins is the point.
import { describe, expect, it } from 'vitest';
import type { FlinkDeploymentSpec } from '../api/flink-deployment.ts';
import { effectiveConfiguration } from './effective-configuration.ts';

const AT = { name: 'clicks', namespace: 'streams' };

function effective(spec: FlinkDeploymentSpec, base: Record<string, string> = {}): Record<string, string> {
  return effectiveConfiguration({ flinkVersion: 'v1_20', ...spec }, AT, base);
}

describe('the effective configuration', () => {
  it('has the resource above the operator, and typed fields above both', () => {
    const spec = { flinkConfiguration: { a: 'resource', 'kubernetes.cluster-id': 'x' } };
    expect(effective(spec, { a: 'operator', b: 'operator' })).toMatchObject({
      a: 'resource',
      b: 'operator',
      'kubernetes.cluster-id': 'clicks',
      'kubernetes.namespace': 'streams',
    });
  });

  it.each<[string, FlinkDeploymentSpec, Record<string, string | undefined>]>([
    ['the version', {}, { '$internal.flink.version': 'v1_20' }],
    ['the image', { image: 'a:1' }, { 'kubernetes.container.image.ref': 'a:1' }],
    [
      'the image before 1.17',
      { image: 'a:1', flinkVersion: 'v1_16' },
      { 'kubernetes.container.image': 'a:1', 'kubernetes.container.image.ref': undefined },
    ],
    ['a blank image', { image: ' ' }, { 'kubernetes.container.image.ref': undefined }],
    ['the pull policy', { imagePullPolicy: 'Never' }, { 'kubernetes.container.image.pull-policy': 'Never' }],
    ['the service account', { serviceAccount: 'me' }, { 'kubernetes.service-account': 'me' }],
    [
      'the older resource',
      { jobManager: { resource: { cpu: 1, memory: '2G' } } },
      { 'jobmanager.memory.process.size': '2 gb', 'kubernetes.jobmanager.cpu.amount': '1.0' },
    ],
    [
      'requests, without the older resource',
      { taskManager: { resource: { cpu: 9, memory: '9g' }, resources: { requests: { cpu: '500m', memory: '2Gi' } } } },
      {
        'taskmanager.memory.process.size': '2147483648',
        'kubernetes.taskmanager.cpu.amount': '0.5',
        'kubernetes.taskmanager.cpu.limit-factor': undefined,
      },
    ],
    [
      'limits alone',
      { taskManager: { resources: { limits: { cpu: 2, memory: '1Gi' } } } },
      { 'taskmanager.memory.process.size': '1073741824', 'kubernetes.taskmanager.cpu.amount': '2.0' },
    ],
    [
      'requests and limits',
      {
        taskManager: { resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '1500m', memory: '2Gi' } } },
      },
      { 'kubernetes.taskmanager.cpu.limit-factor': '1.5', 'kubernetes.taskmanager.memory.limit-factor': '2.0' },
    ],
    [
      'memory that Kubernetes would read as thousandths',
      { taskManager: { resources: { requests: { memory: '2048m' }, limits: { memory: '4Gi' } } } },
      { 'taskmanager.memory.process.size': '2 gb', 'kubernetes.taskmanager.memory.limit-factor': '2.0' },
    ],
    [
      'cpu before 1.17',
      { flinkVersion: 'v1_16', jobManager: { resource: { cpu: 1 } } },
      { 'kubernetes.jobmanager.cpu': '1.0' },
    ],
    ['JobManager replicas by default', { jobManager: {} }, { 'kubernetes.jobmanager.replicas': '1' }],
    ['JobManager replicas', { jobManager: { replicas: 2 } }, { 'kubernetes.jobmanager.replicas': '2' }],
    ['no JobManager', {}, { 'kubernetes.jobmanager.replicas': undefined }],
    ['TaskManager replicas', { taskManager: { replicas: 3 } }, { 'kubernetes.internal.taskmanager.replicas': '3' }],
    ['a session', {}, { 'execution.target': 'kubernetes-session', 'pipeline.name': undefined }],
    [
      'a standalone session',
      { mode: 'standalone' },
      { 'execution.target': 'remote', 'kubernetes.internal.cluster-mode': 'SESSION' },
    ],
    [
      'a job',
      { job: { jarURI: 'local:///a;b.jar', parallelism: 4, entryClass: 'C', args: ['a', 'b;c'] } },
      {
        'execution.target': 'kubernetes-application',
        'pipeline.jars': "'local:///a;b.jar'",
        'parallelism.default': '4',
        'execution.shutdown-on-application-finish': 'false',
        'execution.submit-failed-job-on-application-error': 'true',
        'pipeline.name': 'clicks',
        'execution.checkpointing.interval': undefined,
        'execution.checkpointing.externalized-checkpoint-retention': 'RETAIN_ON_CANCELLATION',
        'execution.savepoint.ignore-unclaimed-state': undefined,
        '$internal.application.main': 'C',
        '$internal.application.program-args': "a;'b;c'",
      },
    ],
    [
      'a standalone job',
      {
        mode: 'standalone',
        job: { jarURI: 'local:///a.jar', parallelism: 5 },
        flinkConfiguration: { 'taskmanager.numberOfTaskSlots': 2 },
      },
      {
        'execution.target': 'remote',
        'pipeline.classpaths': 'file:///a.jar',
        'kubernetes.internal.cluster-mode': 'APPLICATION',
        'kubernetes.internal.taskmanager.replicas': '3',
      },
    ],
    ['last-state', { job: { upgradeMode: 'last-state' } }, { 'execution.checkpointing.interval': '5 min' }],
    [
      'last-state with an interval',
      { job: { upgradeMode: 'last-state' }, flinkConfiguration: { execution: { checkpointing: { interval: '1 s' } } } },
      { 'execution.checkpointing.interval': '1 s' },
    ],
    [
      'state that may be lost',
      { job: { allowNonRestoredState: false } },
      { 'execution.savepoint.ignore-unclaimed-state': 'false' },
    ],
    [
      'TaskManagers × slots instead of the parallelism',
      {
        job: { parallelism: 9 },
        taskManager: { replicas: 3 },
        flinkConfiguration: { 'taskmanager.numberOfTaskSlots': 2 },
      },
      { 'parallelism.default': '6' },
    ],
    [
      'the largest override, in standalone mode only',
      {
        mode: 'standalone',
        job: { parallelism: 1 },
        flinkConfiguration: { 'pipeline.jobvertex-parallelism-overrides': 'a:3,b:7' },
      },
      { 'parallelism.default': '7' },
    ],
    [
      'the parallelism in native mode',
      { job: { parallelism: 1 }, flinkConfiguration: { 'pipeline.jobvertex-parallelism-overrides': 'a:3,b:7' } },
      { 'parallelism.default': '1' },
    ],
    ['gaps', {}, { 'kubernetes.rest-service.exposed.type': 'ClusterIP', 'web.cancel.enable': 'false' }],
    ['no gap', { flinkConfiguration: { 'web.cancel.enable': true } }, { 'web.cancel.enable': 'true' }],
    [
      'high availability',
      { flinkConfiguration: { 'high-availability': 'kubernetes' } },
      { 'high-availability.cluster-id': 'clicks' },
    ],
    ['no high availability', {}, { 'high-availability.cluster-id': undefined }],
  ])('says %s', (_, spec, expected) => {
    const configuration = effective(spec);
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, configuration[key]]))).toEqual(expected);
  });

  it('takes explicit nulls, as recorded specs have them, for absent', () => {
    const spec = {
      image: null,
      job: { entryClass: null, args: null },
      jobManager: { resource: { cpu: null } },
      taskManager: { replicas: null },
    };
    const absent = { job: {}, jobManager: { resource: {} }, taskManager: {} };
    expect(effective(spec as unknown as FlinkDeploymentSpec)).toEqual(effective(absent));
  });

  it('refuses a pull policy that Kubernetes does not know', () => {
    expect(() => effective({ imagePullPolicy: 'never' })).toThrow(
      'spec.imagePullPolicy: "never" is not one of IfNotPresent, Always, Never',
    );
  });
});
