// SPDX-License-Identifier: Apache-2.0
// The rules of job-doubts.ts and cluster-doubts.ts, row by row: what is doubtful, and what is nearly so and right.

import { describe, expect, it } from 'vitest';
import type { FlinkDeployment, FlinkDeploymentSpec } from '../flink-deployment.ts';
import { JOB_CODES } from '../codes/job.ts';
import { writeRecordedSpec } from '../recorded-spec.ts';
import { validateFlinkDeployment } from '../validate.ts';

type Loose = Record<string, unknown>;

const SPEC = {
  image: 'registry.example/a:1',
  flinkVersion: 'v1_20',
  serviceAccount: 'flink',
  jobManager: { resource: { cpu: 1, memory: '2048m' } },
  taskManager: { resource: { cpu: 1, memory: '2048m' } },
  job: { jarURI: 'local:///opt/flink/usrlib/a.jar', parallelism: 2 },
};

function deployment(changes: Loose, recorded?: Loose): FlinkDeployment {
  const record =
    recorded && writeRecordedSpec({ ...SPEC, ...recorded } as FlinkDeploymentSpec, { firstDeployment: true });
  return {
    metadata: { name: 'a' },
    spec: { ...SPEC, ...changes } as FlinkDeploymentSpec,
    ...(record === undefined ? {} : { status: { reconciliationStatus: { lastReconciledSpec: record } } }),
  };
}

function found(resource: FlinkDeployment): string[] {
  return validateFlinkDeployment(resource, {})
    .filter(({ code }) => Object.hasOwn(JOB_CODES, code))
    .map(({ severity, code, path }) => `${severity} ${code} at ${path}`);
}

const job = (changes: Loose): Loose => ({ job: { ...SPEC.job, ...changes } });
const options = (flinkConfiguration: Loose, more: Loose = {}): Loose => ({ flinkConfiguration, ...more });
const session = (changes: Loose): Loose => ({ job: undefined, ...changes });

const HA = { 'high-availability.type': 'kubernetes', 'high-availability.storageDir': 's3://b/ha' };
const DIRS = { 'execution.checkpointing.dir': 's3://b/cp', 'execution.checkpointing.savepoint-dir': 's3://b/sp/' };
const AUTOSCALED = { 'job.autoscaler.enabled': 'true' };
/** A pod template with a volume in Flink's container. */
const mounted = (mountPath: string, volume: Loose): Loose => ({
  podTemplate: {
    spec: {
      containers: [{ name: 'flink-main-container', volumeMounts: [{ name: 'v', mountPath }] }],
      volumes: [{ name: 'v', ...volume }],
    },
  },
});
/** State in S3 and an official image, whose container is changed. */
const official = (changes: Loose): FlinkDeployment =>
  deployment({
    image: 'flink:1.20',
    podTemplate: { spec: { containers: [{ name: 'flink-main-container', ...changes }] } },
    ...options(DIRS),
  });
const jar = (jarURI: string, more: Loose = {}): FlinkDeployment => deployment({ ...job({ jarURI }), ...more });

const cases: [what: string, resource: FlinkDeployment, expected: string[]][] = [
  ['nothing', deployment({}), []],

  [
    'a jar by its path, Flink 1.18',
    jar('/opt/a.jar', { flinkVersion: 'v1_18' }),
    ['error job.jar-not-readable at spec.job.jarURI'],
  ],
  ['a jar by its path, Flink 1.20', jar('/opt/a.jar'), ['warning job.jar-not-readable at spec.job.jarURI']],
  [
    'a jar by its path, standalone',
    jar('/opt/a.jar', { mode: 'standalone' }),
    ['error job.jar-not-readable at spec.job.jarURI'],
  ],
  [
    'a jar with a host instead of a directory',
    jar('local://opt/a.jar'),
    ['warning job.jar-not-readable at spec.job.jarURI'],
  ],
  [
    'a jar by https, Flink 1.18',
    jar('https://h/a.jar', { flinkVersion: 'v1_18' }),
    ['error job.jar-not-readable at spec.job.jarURI'],
  ],
  ['a jar by https, Flink 1.20', jar('https://h/a.jar'), []],
  ['a jar that is no URI', jar('local:///opt/my job.jar'), ['error job.jar-not-readable at spec.job.jarURI']],

  [
    'last-state without high availability',
    deployment({ ...job({ upgradeMode: 'last-state' }), ...options(DIRS) }),
    ['warning job.last-state-without-ha at spec.job.upgradeMode'],
  ],
  ['last-state with it', deployment({ ...job({ upgradeMode: 'last-state' }), ...options({ ...DIRS, ...HA }) }), []],

  [
    'high availability without a directory',
    deployment(options({ 'high-availability': 'KUBERNETES' })),
    ['error cluster.ha-without-storage at spec.flinkConfiguration.high-availability.storageDir'],
  ],
  [
    'high availability by the name of the class',
    deployment(
      options({ 'high-availability': 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory' }),
    ),
    ['error cluster.ha-without-storage at spec.flinkConfiguration.high-availability.storageDir'],
  ],
  ['high availability of somebody else', deployment(options({ 'high-availability': 'example.Factory' })), []],
  [
    'a directory by the command line',
    deployment(
      options({
        'high-availability': 'kubernetes',
        'kubernetes.jobmanager.entrypoint.args': '-Dhigh-availability.storageDir=s3://b',
      }),
    ),
    [],
  ],

  [
    'savepoints without checkpoints',
    deployment({ ...job({ upgradeMode: 'savepoint' }), ...options(DIRS) }),
    ['hint job.no-checkpoints at spec.flinkConfiguration.execution.checkpointing.interval'],
  ],
  [
    'a checkpoint nonce in Flink 1.16',
    deployment({ ...job({ checkpointTriggerNonce: 1 }), flinkVersion: 'v1_16' }),
    ['warning job.checkpoint-nonce-too-old at spec.job.checkpointTriggerNonce'],
  ],
  [
    'a checkpoint nonce in Flink 1.17',
    deployment({ ...job({ checkpointTriggerNonce: 1 }), flinkVersion: 'v1_17' }),
    [],
  ],
  [
    'periodic checkpoints in Flink 1.16',
    deployment({ ...options({ 'kubernetes.operator.periodic.checkpoint.interval': '1 h' }), flinkVersion: 'v1_16' }),
    [
      'warning job.periodic-checkpoints-too-old at spec.flinkConfiguration.kubernetes.operator.periodic.checkpoint.interval',
    ],
  ],
  [
    'a period of five fields',
    deployment(options({ ...DIRS, 'kubernetes.operator.periodic.savepoint.interval': '0 3 * * *' })),
    ['warning job.period-not-readable at spec.flinkConfiguration.kubernetes.operator.periodic.savepoint.interval'],
  ],
  [
    'a period in ISO 8601',
    deployment(options({ ...DIRS, 'kubernetes.operator.periodic.savepoint.interval': 'PT1H' })),
    ['warning job.period-not-readable at spec.flinkConfiguration.kubernetes.operator.periodic.savepoint.interval'],
  ],
  ...['0 0 3 * * ?', '6 h', '0', ''].map((period): [string, FlinkDeployment, string[]] => [
    `a period of "${period}"`,
    deployment(options({ ...DIRS, 'kubernetes.operator.periodic.savepoint.interval': period })),
    [],
  ]),

  [
    'a directory of savepoints',
    deployment({ ...job({ initialSavepointPath: 's3://b/sp' }), ...options(DIRS) }),
    ['warning job.initial-savepoint-directory at spec.job.initialSavepointPath'],
  ],
  ['a savepoint', deployment({ ...job({ initialSavepointPath: 's3://b/sp/savepoint-1' }), ...options(DIRS) }), []],
  [
    'an empty path',
    deployment(job({ initialSavepointPath: '' })),
    ['warning job.initial-savepoint-directory at spec.job.initialSavepointPath'],
  ],
  [
    'another path alone',
    deployment(job({ initialSavepointPath: 's3://b/2' }), job({ initialSavepointPath: 's3://b/1' })),
    ['warning job.initial-savepoint-alone at spec.job.initialSavepointPath'],
  ],
  [
    'another path with a nonce',
    deployment(
      job({ initialSavepointPath: 's3://b/2', savepointRedeployNonce: 1 }),
      job({ initialSavepointPath: 's3://b/1' }),
    ),
    [],
  ],
  [
    'the same path',
    deployment(job({ initialSavepointPath: 's3://b/1' }), job({ initialSavepointPath: 's3://b/1' })),
    [],
  ],

  [
    'a parallelism beside replicas',
    deployment({ taskManager: { ...SPEC.taskManager, replicas: 3 } }),
    ['warning job.parallelism-overruled at spec.job.parallelism'],
  ],
  [
    'one that comes to the same',
    deployment({
      taskManager: { ...SPEC.taskManager, replicas: 1 },
      ...options({ 'taskmanager.numberOfTaskSlots': 2 }),
    }),
    [],
  ],

  [
    'scaling without state',
    deployment(options(AUTOSCALED)),
    ['warning job.scaling-loses-state at spec.job.upgradeMode'],
  ],
  ['scaling in place', deployment(options({ ...AUTOSCALED, 'jobmanager.scheduler': 'Adaptive' })), []],
  [
    'scaling in place in Flink 1.17',
    deployment({ ...options({ ...AUTOSCALED, 'jobmanager.scheduler': 'adaptive' }), flinkVersion: 'v1_17' }),
    ['warning job.scaling-loses-state at spec.job.upgradeMode'],
  ],
  ['advice only', deployment(options({ ...AUTOSCALED, 'job.autoscaler.scaling.enabled': 'false' })), []],

  [
    'memory in the older form, the rest in the newer',
    deployment({ jobManager: { resource: { memory: '2Gi' }, resources: { requests: { cpu: '1' } } } }),
    ['warning cluster.resource-shadowed at spec.jobManager.resource.memory'],
  ],
  [
    'both in full',
    deployment({ taskManager: { resource: { memory: '2Gi' }, resources: { limits: { memory: '4Gi' } } } }),
    ['warning cluster.resource-shadowed at spec.taskManager.resource.memory'],
  ],
  ['an empty newer form', deployment({ taskManager: { resource: { memory: '2Gi' }, resources: {} } }), []],

  ...(
    [
      ['2g', 'warning'],
      ['2 gb', 'warning'],
      ['2048m', 'hint'],
      ['2G', 'hint'],
    ] as const
  ).map(([memory, severity]): [string, FlinkDeployment, string[]] => [
    `memory of ${memory}`,
    deployment({ taskManager: { resources: { requests: { memory } } } }),
    [`${severity} cluster.memory-spelling at spec.taskManager.resources.requests.memory`],
  ]),
  ...['2Gi', '2048Mi', '2147483648', 2147483648].map((memory): [string, FlinkDeployment, string[]] => [
    `memory of ${memory}`,
    deployment({ taskManager: { resources: { requests: { memory } } } }),
    [],
  ]),

  [
    'a native session with a number',
    deployment(session({ taskManager: { ...SPEC.taskManager, replicas: 3 } })),
    ['warning cluster.replicas-ignored at spec.taskManager.replicas'],
  ],
  [
    'a standalone session with a number',
    deployment(session({ mode: 'standalone', taskManager: { ...SPEC.taskManager, replicas: 3 } })),
    [],
  ],

  [
    'a host in capitals',
    deployment({ ingress: { template: 'Flink.example/{{name}}' } }),
    ['error cluster.ingress-host at spec.ingress.template'],
  ],
  [
    'a placeholder with blanks',
    deployment({ ingress: { template: '{{ name }}.example' } }),
    ['error cluster.ingress-host at spec.ingress.template'],
  ],
  [
    'an address',
    deployment({ ingress: { template: 'https://10.0.0.1:8443/{{name}}' } }),
    ['error cluster.ingress-host at spec.ingress.template'],
  ],
  ...['*.flink.example', '/{{namespace}}/{{name}}(/|$)(.*)', 'https://u@{{NAME}}.example:443/a', ''].map(
    (template): [string, FlinkDeployment, string[]] => [
      `an ingress at ${template}`,
      deployment({ ingress: { template } }),
      [],
    ],
  ),
  [
    'an ingress that is not managed',
    deployment({ ingress: { template: 'a.example' }, ...options({ 'kubernetes.operator.ingress.manage': 'false' }) }),
    ['warning cluster.ingress-not-managed at spec.ingress'],
  ],
  ...['default', ''].map((serviceAccount): [string, FlinkDeployment, string[]] => [
    `the service account "${serviceAccount}"`,
    deployment({ serviceAccount }),
    ['hint cluster.service-account-default at spec.serviceAccount'],
  ]),

  [
    'checkpoints in the container',
    deployment(options({ 'execution.checkpointing.dir': 'file:///data/cp' })),
    ['warning job.directory-in-container at spec.flinkConfiguration.execution.checkpointing.dir'],
  ],
  [
    'savepoints in an emptyDir',
    deployment({ ...mounted('/data', { emptyDir: {} }), ...options({ 'state.savepoints.dir': '/data/sp' }) }),
    ['warning job.directory-in-container at spec.flinkConfiguration.execution.checkpointing.savepoint-dir'],
  ],
  [
    'checkpoints on a volume',
    deployment({
      ...mounted('/data/', { persistentVolumeClaim: { claimName: 'c' } }),
      ...options({ 'execution.checkpointing.dir': 'file:/data/cp' }),
    }),
    [],
  ],
  [
    'checkpoints beside a volume',
    deployment({
      ...mounted('/dat', { persistentVolumeClaim: { claimName: 'c' } }),
      ...options({ 'execution.checkpointing.dir': 'file:///data/cp' }),
    }),
    ['warning job.directory-in-container at spec.flinkConfiguration.execution.checkpointing.dir'],
  ],

  [
    'S3 with an official image',
    deployment({ image: 'flink:1.20', ...options(DIRS) }),
    ['warning job.file-system-missing at spec.flinkConfiguration.execution.checkpointing.dir'],
  ],
  [
    'HDFS with an official image, Hadoop’s configuration alone',
    deployment({
      image: 'flink:1.20.1@sha256:00',
      ...options({ 'kubernetes.hadoop.conf.config-map.name': 'h', 'execution.checkpointing.dir': 'hdfs:///cp' }),
    }),
    ['warning job.file-system-missing at spec.flinkConfiguration.execution.checkpointing.dir'],
  ],
  [
    'a store by the older name of its option',
    deployment({ image: 'flink:1.20', ...options({ 'state.checkpoints.dir': 'gs://b/cp' }) }),
    ['warning job.file-system-missing at spec.flinkConfiguration.state.checkpoints.dir'],
  ],
  ['S3 with an image of one’s own', deployment(options(DIRS)), []],
  [
    'S3 with a plugin named',
    official({ env: [{ name: 'ENABLE_BUILT_IN_PLUGINS', value: 'flink-s3-fs-hadoop-1.20.3.jar' }] }),
    [],
  ],
  ['S3 with a plugin named by who knows', official({ envFrom: [{ configMapRef: { name: 'x' } }] }), []],
  ['S3 with a plugin mounted', official({ volumeMounts: [{ name: 'p', mountPath: '/opt/flink/plugins/s3' }] }), []],
  [
    'S3 with something else mounted and set',
    official({ env: [{ name: 'A', value: 'x.jar' }], volumeMounts: [{ name: 'p', mountPath: '/opt/flink/usrlib' }] }),
    ['warning job.file-system-missing at spec.flinkConfiguration.execution.checkpointing.dir'],
  ],
  [
    'S3 with a plugin that is fetched',
    deployment({
      image: 'flink:1.20',
      podTemplate: { spec: { initContainers: [{ name: 'fetch', image: 'x' }] } },
      ...options(DIRS),
    }),
    [],
  ],
  [
    'S3 with a plugin named by an option',
    deployment({
      image: 'flink:1.20',
      ...options({ ...DIRS, 'containerized.master.env.ENABLE_BUILT_IN_PLUGINS': 'x.jar' }),
    }),
    [],
  ],

  ...(
    [
      ['flink:1.20.1', 'flink-s3-fs-presto-1.20.1.jar; flink-gs-fs-hadoop-1.20.1.jar;', true],
      ['flink:1.20.1-java17', 'flink-s3-fs-presto-1.20.0.jar', false],
      ['flink:1.20', 'flink-s3-fs-presto-1.20.7.jar', true],
      ['flink:1.20', 'flink-s3-fs-presto-1.19.1.jar', false],
      ['flink:1.20', 'flink-s3-fs-presto-1.20.jar', false],
      ['flink:1.20.1', 'flink-s3-fs-presto', false],
      ['flink:1.20.1', '$(PLUGINS)', true],
      ['flink@sha256:00', 'flink-s3-fs-presto-1.19.0.jar', true],
      ['registry.example/flink:1.20.1', 'mine.jar', true],
    ] as const
  ).map(([image, value, right]): (typeof cases)[number] => [
    `the plugin ${value} of ${image}`,
    deployment({
      image,
      taskManager: {
        ...SPEC.taskManager,
        podTemplate: {
          spec: { containers: [{ name: 'flink-main-container', env: [{ name: 'ENABLE_BUILT_IN_PLUGINS', value }] }] },
        },
      },
    }),
    right ? [] : ['warning cluster.plugin-missing at spec.taskManager.podTemplate.spec.containers[0].env[0].value'],
  ]),
  [
    'no token for the JobManager',
    deployment({ podTemplate: { spec: { automountServiceAccountToken: false } } }),
    ['warning cluster.no-token at spec.podTemplate.spec.automountServiceAccountToken'],
  ],
  [
    'no token for TaskManagers',
    deployment({
      podTemplate: { spec: { automountServiceAccountToken: false } },
      jobManager: { ...SPEC.jobManager, podTemplate: { spec: { automountServiceAccountToken: true } } },
    }),
    [],
  ],
  [
    'no token for a standalone JobManager',
    deployment({ mode: 'standalone', podTemplate: { spec: { automountServiceAccountToken: false } } }),
    [],
  ],
  [
    'a token from elsewhere',
    deployment({
      podTemplate: {
        spec: {
          automountServiceAccountToken: false,
          containers: [
            {
              name: 'flink-main-container',
              volumeMounts: [{ name: 't', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' }],
            },
          ],
          volumes: [{ name: 't', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }],
        },
      },
    }),
    [],
  ],

  ['no image', deployment({ image: undefined }), ['warning cluster.image-missing at spec.image']],
  ['an image by its option', deployment({ image: undefined, ...options({ 'kubernetes.container.image': 'x' }) }), []],
  [
    'an official image of another version',
    deployment({ image: 'flink:1.19.1-scala_2.12-java17' }),
    ['warning cluster.image-version at spec.flinkVersion'],
  ],
  ['an official image', deployment({ image: 'apache/flink:1.20.1' }), []],
  ['an image of one’s own', deployment({ image: 'registry.example/flink:1.19' }), []],
];

describe('what is doubtful about a job and its cluster', () => {
  it.each(cases)('%s', (_, resource, expected) => {
    expect(found(resource)).toEqual(expected);
  });

  it('is tried with every code', () => {
    const tried = new Set(cases.flatMap(([, , expected]) => expected.map((line) => line.split(' ')[1])));
    expect(Object.keys(JOB_CODES).filter((code) => !tried.has(code))).toEqual([]);
  });
});
