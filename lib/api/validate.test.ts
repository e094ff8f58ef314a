// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { FlatConfiguration } from '../flink/configuration.ts';
import type { FlinkDeployment, FlinkDeploymentSpec } from './flink-deployment.ts';
import { writeRecordedSpec } from './recorded-spec.ts';
import { FLINK_DEPLOYMENT_RULES } from './rules/flink-deployment-rules.ts';
import { formatFindings, validateFlinkDeployment } from './validate.ts';

const HA = { 'high-availability.type': 'kubernetes', 'high-availability.storageDir': 's3://ha' };
const CHECKPOINTS = { 'execution.checkpointing.dir': 's3://cp' };
const SAVEPOINTS = { 'state.savepoints.dir': 's3://sp' };

type Loose = Record<string, unknown>;

/** A specification that has nothing wrong, with changes; `undefined` takes a member away. */
function deployment(changes: Loose = {}, name = 'clicks'): FlinkDeployment {
  const spec: Loose = {
    image: 'registry.example/a:1',
    flinkVersion: 'v1_20',
    serviceAccount: 'flink',
    flinkConfiguration: {},
    jobManager: { resource: { cpu: 1, memory: '2048m' } },
    taskManager: { resource: { cpu: 1, memory: '2Gi' } },
    job: { jarURI: 'local:///opt/flink/usrlib/job.jar', parallelism: 2 },
    ...changes,
  };
  return {
    metadata: { name, namespace: 'analytics' },
    spec: Object.fromEntries(Object.entries(spec).filter(([, member]) => member !== undefined)),
  };
}

const job = (changes: Loose): Loose => ({ job: { jarURI: 'local:///opt/job.jar', parallelism: 2, ...changes } });
const config = (...parts: Loose[]): Loose => ({ flinkConfiguration: Object.assign({}, ...parts) as Loose });
const jobManager = (component: Loose): Loose => ({ jobManager: { resource: { memory: '2g' }, ...component } });
const taskManager = (component: Loose): Loose => ({ taskManager: { resource: { memory: '2g' }, ...component } });

/** With the spec of another deployment recorded. */
function over(recorded: Loose, now: Loose): FlinkDeployment {
  const text = writeRecordedSpec(deployment(recorded).spec as FlinkDeploymentSpec, { firstDeployment: false });
  return { ...deployment(now), status: { reconciliationStatus: { lastReconciledSpec: text } } };
}

/** Codes and paths of what is found, `code at path`. Hints are left out: many a specification without faults uses an older name that still works. */
function found(resource: FlinkDeployment, defaults: FlatConfiguration = {}): string[] {
  return validateFlinkDeployment(resource, defaults)
    .filter(({ severity }) => severity !== 'hint')
    .map(({ code, path }) => `${code} at ${path}`);
}

const CHECKPOINT_PATH = 'spec.flinkConfiguration.execution.checkpointing.dir';
const SAVEPOINT_PATH = 'spec.flinkConfiguration.execution.checkpointing.savepoint-dir';

describe('a specification without faults', () => {
  it.each<[string, FlinkDeployment]>([
    ['stateless application', deployment()],
    ['session cluster', deployment({ job: undefined })],
    ['last-state', deployment({ ...job({ upgradeMode: 'last-state' }), ...config(HA, CHECKPOINTS) })],
    [
      'savepoint, with nested configuration and older keys',
      deployment({
        ...job({ upgradeMode: 'savepoint' }),
        ...config({ state: { 'checkpoints.dir': 's3://c' } }, SAVEPOINTS),
      }),
    ],
    [
      'standalone with fixed TaskManagers',
      deployment({ mode: 'standalone', job: {}, taskManager: { replicas: 2, resource: { memory: '2g' } } }),
    ],
    [
      'memory in resources',
      deployment({
        jobManager: { resources: { requests: { memory: '2Gi', cpu: '500m' }, limits: { memory: '4Gi', cpu: 2 } } },
        taskManager: { resources: { limits: { memory: '4Gi' } } },
      }),
    ],
    [
      'memory in the configuration',
      deployment({
        ...config({ 'jobmanager.memory.process.size': '1600m', 'taskmanager.memory.flink.size': '3g' }),
        jobManager: undefined,
        taskManager: undefined,
      }),
    ],
    ['python', deployment(job({ jarURI: undefined, entryClass: 'org.apache.flink.client.python.PythonDriver' }))],
    [
      'a pasted pod with nulls',
      deployment({
        podTemplate: {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { creationTimestamp: null },
          spec: { containers: [{ name: 'flink-main-container' }] },
        },
      }),
    ],
    [
      'nulls, as the API server would drop them',
      deployment({ ingress: null, job: { jarURI: 'local:///a.jar', parallelism: 1, entryClass: null } }),
    ],
    ['an ingress', deployment({ ingress: { template: 'https://{{name}}.{{NAMESPACE}}.example:8443/x(/|$)(.*)' } })],
  ])('%s', (_, resource) => {
    expect(found(resource)).toEqual([]);
  });

  it('also by the defaults of the operator', () => {
    expect(found(deployment(job({ upgradeMode: 'savepoint' })), { ...CHECKPOINTS, ...SAVEPOINTS })).toEqual([]);
  });

  it('is every specification that the Java operator accepted', () => {
    const recordings = new URL('../../test/fixtures/recordings/java/', import.meta.url);
    const moments = readdirSync(recordings, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const resources = moments.flatMap(({ name }) => {
      const text = readFileSync(new URL(`${name}/flinkdeployments.yaml`, recordings), 'utf8');
      return (parse(text) as { items: FlinkDeployment[] }).items;
    });
    expect(resources.length).toBeGreaterThan(15);
    const errors = resources.flatMap((resource) =>
      validateFlinkDeployment(resource, {}).filter(({ severity }) => severity === 'error'),
    );
    expect(errors).toEqual([]);
  });
});

type Case = [code: string, what: string, resource: FlinkDeployment, findings: string[]];

/** A bad and a good value of an option of the autoscaler, and the bad one while the autoscaler (or `onlyIf`) is off. */
function autoscaler(code: string, key: string, bad: string, good: string, onlyIf?: string): Case[] {
  const on: Loose = { 'job.autoscaler.enabled': 'true', ...(onlyIf === undefined ? {} : { [onlyIf]: 'true' }) };
  const off: Loose = { ...on, [onlyIf ?? 'job.autoscaler.enabled']: 'false' };
  const path = `spec.flinkConfiguration.${key.replace('kubernetes.operator.', '')}`;
  return [
    [code, `${key} ${bad}`, deployment(config(on, { [key]: bad })), [`${code} at ${path}`]],
    [code, `${key} ${good}`, deployment(config(on, { [key]: good })), []],
    [code, `${key} ${bad} while off`, deployment(config(off, { [key]: bad })), []],
  ];
}

describe('every rule, in the order in which they are tried', () => {
  const cases: Case[] = [
    ['V-01', 'capital letter', deployment({}, 'Clicks'), ['V-01 at metadata.name']],
    ['V-01', '45 characters', deployment({}, 'a'.repeat(45)), []],
    ['V-01', '46 characters', deployment({}, 'a'.repeat(46)), ['V-01 at metadata.name']],
    ['V-01', 'digit first', deployment({}, '1a'), ['V-01 at metadata.name']],
    ['V-01', 'hyphen last', deployment({}, 'a-'), ['V-01 at metadata.name']],
    ['V-02', 'no version', deployment({ flinkVersion: undefined }), ['V-02 at spec.flinkVersion']],
    ['V-03', 'old version', deployment({ flinkVersion: 'v1_14' }), ['V-03 at spec.flinkVersion']],
    [
      'V-04',
      'version after last-state suspend',
      over(
        { flinkVersion: 'v1_19', ...job({ state: 'suspended', upgradeMode: 'last-state' }) },
        { ...job({ upgradeMode: 'last-state' }), ...config(HA, CHECKPOINTS) },
      ),
      ['V-04 at spec.flinkVersion'],
    ],
    [
      'V-04',
      'the same stateless',
      over(
        { flinkVersion: 'v1_19', ...job({ state: 'suspended', upgradeMode: 'last-state' }) },
        job({ upgradeMode: 'stateless' }),
      ),
      [],
    ],
    [
      'V-04',
      'suspended with a savepoint',
      over(
        { flinkVersion: 'v1_19', ...job({ state: 'suspended', upgradeMode: 'savepoint' }) },
        { ...job({ upgradeMode: 'last-state' }), ...config(HA, CHECKPOINTS) },
      ),
      [],
    ],
    [
      'V-05',
      'forbidden keys',
      deployment(config({ kubernetes: { namespace: 'x', 'cluster-id': 'y' }, 'high-availability.cluster-id': 'z' })),
      [
        'V-05 at spec.flinkConfiguration.kubernetes.namespace',
        'V-05 at spec.flinkConfiguration.kubernetes.cluster-id',
        'V-05 at spec.flinkConfiguration.high-availability.cluster-id',
      ],
    ],
    [
      'V-06',
      'rollback without HA',
      deployment(config({ 'kubernetes.operator.deployment.rollback.enabled': true })),
      ['V-06 at spec.flinkConfiguration.kubernetes.operator.deployment.rollback.enabled'],
    ],
    [
      'V-06',
      'rollback with HA',
      deployment(config(HA, { 'kubernetes.operator.deployment.rollback.enabled': true })),
      [],
    ],
    [
      'V-07',
      'health check without recovery',
      deployment(
        config({
          'kubernetes.operator.cluster.health-check.enabled': 'true',
          'kubernetes.operator.jm-deployment-recovery.enabled': 'false',
        }),
      ),
      ['V-07 at spec.flinkConfiguration.kubernetes.operator.jm-deployment-recovery.enabled'],
    ],
    [
      'V-07',
      'health check alone',
      deployment(config({ 'kubernetes.operator.cluster.health-check.enabled': 'true' })),
      [],
    ],
    ['V-08', 'no template', deployment({ ingress: {} }), ['V-08 at spec.ingress.template']],
    [
      'V-09',
      'port',
      deployment({ ingress: { template: '{{name}}.example:http/x' } }),
      ['V-09 at spec.ingress.template'],
    ],
    [
      'V-10',
      'log files',
      deployment({ logConfiguration: { 'log4j-console.properties': '', 'log4j.properties': '' } }),
      ['V-10 at spec.logConfiguration.log4j.properties'],
    ],
    [
      'V-11',
      'last-state without checkpoints',
      deployment({ ...job({ upgradeMode: 'last-state' }), ...config(HA) }),
      [`V-11 at ${CHECKPOINT_PATH}`],
    ],
    [
      'V-11',
      'blank directory',
      deployment({ ...job({ upgradeMode: 'last-state' }), ...config(HA, { 'state.checkpoints.dir': ' ' }) }),
      [`V-11 at ${CHECKPOINT_PATH}`],
    ],
    [
      'V-12',
      'savepoint without directory',
      deployment({ ...job({ upgradeMode: 'savepoint' }), ...config(CHECKPOINTS) }),
      [`V-12 at ${SAVEPOINT_PATH}`],
    ],
    ['V-13', 'nonce without directory', deployment(job({ savepointTriggerNonce: 0 })), [`V-13 at ${SAVEPOINT_PATH}`]],
    [
      'V-14',
      'period without directory',
      deployment(config({ 'kubernetes.operator.periodic.savepoint.interval': '' })),
      [`V-14 at ${SAVEPOINT_PATH}`],
    ],
    [
      'V-15',
      'age without directory',
      deployment(config({ 'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age': '1 h' })),
      [`V-15 at ${SAVEPOINT_PATH}`],
    ],
    ['V-16', 'no TaskManagers', deployment(taskManager({ replicas: 0 })), ['V-16 at spec.taskManager.replicas']],
    ['V-17', 'no parallelism', deployment({ job: { jarURI: 'local:///a.jar' } }), ['V-17 at spec.job.parallelism']],
    [
      'V-17',
      'parallelism by TaskManagers',
      deployment({ ...taskManager({ replicas: 1 }), ...job({ parallelism: 0 }) }),
      [],
    ],
    ['V-18', 'no JobManager', deployment({ jobManager: undefined }), ['V-18 at spec.jobManager.resource.memory']],
    [
      'V-18',
      'no JobManager memory',
      deployment({ jobManager: { resource: { memory: ' ' }, resources: { requests: { cpu: 1 } } } }),
      ['V-18 at spec.jobManager.resource.memory'],
    ],
    [
      'V-18',
      'a JobManager that is too small',
      deployment(jobManager({ resource: { memory: '100m' } })),
      ['V-18 at spec.jobManager.resource.memory'],
    ],
    [
      'V-19',
      'memory and storage',
      deployment(jobManager({ resource: { memory: '1.5Gi', ephemeralStorage: 'much' } })),
      ['V-19 at spec.jobManager.resource.memory', 'V-19 at spec.jobManager.resource.ephemeralStorage'],
    ],
    [
      'V-20',
      'requests and limits',
      deployment(
        jobManager({
          resources: { requests: { memory: '1.5Gi', cpu: 0, gpu: -1 }, limits: { memory: '0', cpu: 'x', gpu: 0 } },
        }),
      ),
      [
        'V-20 at spec.jobManager.resources.requests.memory',
        'V-20 at spec.jobManager.resources.requests.cpu',
        'V-20 at spec.jobManager.resources.requests.gpu',
        'V-20 at spec.jobManager.resources.limits.memory',
        'V-20 at spec.jobManager.resources.limits.cpu',
      ],
    ],
    [
      'V-20',
      'request above limit',
      deployment(
        jobManager({ resources: { requests: { memory: '4g', cpu: '2' }, limits: { memory: '2Gi', cpu: '1500m' } } }),
      ),
      ['V-20 at spec.jobManager.resources.requests.cpu', 'V-20 at spec.jobManager.resources.requests.memory'],
    ],
    ['V-21', 'no JobManagers', deployment(jobManager({ replicas: 0 })), ['V-21 at spec.jobManager.replicas']],
    ['V-22', 'standby without HA', deployment(jobManager({ replicas: 2 })), ['V-22 at spec.jobManager.replicas']],
    ['V-22', 'standby with HA', deployment({ ...jobManager({ replicas: 2 }), ...config(HA) }), []],
    ['V-23', 'no TaskManager', deployment({ taskManager: undefined }), ['V-23 at spec.taskManager.resource.memory']],
    [
      'V-23',
      'session',
      deployment({ job: undefined, taskManager: undefined }),
      ['V-23 at spec.taskManager.resource.memory'],
    ],
    [
      'V-23',
      'task heap alone',
      deployment({ taskManager: undefined, ...config({ 'taskmanager.memory.task.heap.size': '1g' }) }),
      ['V-23 at spec.taskManager.resource.memory'],
    ],
    [
      'V-24',
      'memory',
      deployment(taskManager({ resource: { memory: 'lots' } })),
      ['V-24 at spec.taskManager.resource.memory'],
    ],
    [
      'V-25',
      'memory',
      deployment(taskManager({ resources: { limits: { memory: '-1Gi' } } })),
      ['V-25 at spec.taskManager.resources.limits.memory'],
    ],
    [
      'V-26',
      'no TaskManagers of a session',
      deployment({ job: undefined, ...taskManager({ replicas: 0 }) }),
      ['V-26 at spec.taskManager.replicas'],
    ],
    ['V-30', 'session to application', over({ job: undefined }, {}), ['V-30 at spec.job']],
    ['V-31', 'application to session', over({}, { job: undefined }), ['V-31 at spec.job']],
    ['V-32', 'native to standalone', over({}, { mode: 'standalone' }), ['V-32 at spec.mode']],
    ['V-32', 'native, now said so', over({}, { mode: 'native' }), []],
    ['V-33', 'standalone to native', over({ mode: 'standalone' }, {}), ['V-33 at spec.mode']],
    [
      'V-34',
      'redeploy from nowhere',
      over({}, job({ savepointRedeployNonce: 1, initialSavepointPath: ' ' })),
      ['V-34 at spec.job.initialSavepointPath'],
    ],
    ['V-34', 'redeployed already', over(job({ savepointRedeployNonce: 1 }), job({ savepointRedeployNonce: 1 })), []],
    ['V-34', 'nothing recorded', deployment(job({ savepointRedeployNonce: 1 })), []],
    ['V-35', 'no service account', deployment({ serviceAccount: undefined }), ['V-35 at spec.serviceAccount']],
    ['V-35', 'an empty one passes', deployment({ serviceAccount: '' }), []],
    ...autoscaler('A-1', 'job.autoscaler.scale-down.max-factor', '-0.1', '0'),
    ...autoscaler('A-2', 'kubernetes.operator.job.autoscaler.scale-up.max-factor', '-1', '100001'),
    ...autoscaler('A-3', 'job.autoscaler.utilization.target', '1.01', '1'),
    ...autoscaler('A-4', 'job.autoscaler.target.utilization.boundary', '-1', '2'),
    ...autoscaler('A-5', 'job.autoscaler.utilization.max', '0.6', '0.7'),
    ...autoscaler('A-6', 'job.autoscaler.utilization.min', '0.8', '0.7'),
    ...autoscaler('A-7', 'job.autoscaler.memory.gc-pressure.threshold', '2', '0'),
    ...autoscaler('A-8', 'job.autoscaler.memory.heap-usage.threshold', '2', '0'),
    ...autoscaler(
      'A-9',
      'job.autoscaler.observed-scalability.coefficient-min',
      '0.001',
      '0.01',
      'job.autoscaler.observed-scalability.enabled',
    ),
    ...autoscaler(
      'A-10',
      'job.autoscaler.scaling.effectiveness.threshold',
      '2',
      '1',
      'job.autoscaler.scaling.effectiveness.detection.enabled',
    ),
    ...autoscaler('A-11', 'job.autoscaler.memory.tuning.overhead', '2', '1', 'job.autoscaler.memory.tuning.enabled'),
    ...autoscaler('A-12', 'job.autoscaler.excluded.periods', '17:00-09:00', '09:00-17:00'),
    ...autoscaler('A-13', 'job.autoscaler.metrics.window', '59 s', '1 min'),
    [
      'memory.task-heap-small',
      'a TaskManager that leaves its job little',
      deployment({ taskManager: { resource: { memory: '1g' } } }),
      ['memory.task-heap-small at spec.taskManager.resource.memory'],
    ],
    [
      'image-pull-policy',
      'unknown',
      deployment({ imagePullPolicy: 'Sometimes' }),
      ['image-pull-policy at spec.imagePullPolicy'],
    ],
    ['jar-missing', 'native', deployment(job({ jarURI: undefined })), ['jar-missing at spec.job.jarURI']],
    ['jar-missing', 'standalone', deployment({ mode: 'standalone', ...job({ jarURI: undefined }) }), []],
    [
      'flink-version-deprecated',
      'old but served',
      deployment({ flinkVersion: 'v1_17' }),
      ['flink-version-deprecated at spec.flinkVersion'],
    ],
  ];

  it.each(cases)('%s: %s', (_, __, resource, findings) => {
    // what is merely doubtful about these is tried in a table of its own
    expect(found(resource).filter((line) => !/^(cluster|job)\./.test(line))).toEqual(findings);
  });

  it('and none is left out; those with a word for their area are tried beside their own files', () => {
    const listed = (codes: readonly string[]): string[] => [...new Set(codes)].filter((code) => !code.includes('.'));
    expect(listed(cases.map(([code]) => code))).toEqual(listed(FLINK_DEPLOYMENT_RULES.map(({ code }) => code)));
  });
});

describe('a malformed document', () => {
  it.each([null, undefined, 'x', 5, [], {}])('does not fail over the spec %j', (spec) => {
    const resource = { metadata: { name: 'a' }, spec } as unknown as FlinkDeployment;
    expect(found(resource)).toEqual(
      expect.arrayContaining(['V-02 at spec.flinkVersion', 'V-35 at spec.serviceAccount']),
    );
  });
});

describe('configuration', () => {
  it('reports a value that cannot be read once, by its key', () => {
    expect(found(deployment(config({ 'kubernetes.operator.deployment.rollback.enabled': 'perhaps' })))).toEqual([
      'configuration.unreadable-value at spec.flinkConfiguration.kubernetes.operator.deployment.rollback.enabled',
    ]);
  });
});

describe('the record', () => {
  it('that cannot be read is a finding', () => {
    const resource = { ...deployment(), status: { reconciliationStatus: { lastReconciledSpec: '{' } } };
    expect(found(resource)).toEqual(['recorded-spec.unreadable at status.reconciliationStatus.lastReconciledSpec']);
  });
});

describe('all findings come at once', () => {
  const resource = deployment(
    { flinkVersion: 'v1_17', image: 7, serviceAccount: undefined, jobManager: undefined, taskmanager: {} },
    'Bad',
  );
  const findings = validateFlinkDeployment(resource, {});

  it('from the schema and from the rules', () => {
    expect(findings.map(({ code }) => code)).toEqual([
      'schema.wrong-type',
      'schema.unknown-field',
      'V-01',
      'V-18',
      'V-35',
      'flink-version-deprecated',
    ]);
  });

  it('and read well', () => {
    expect(formatFindings('FlinkDeployment analytics/Bad', findings.slice(-2))).toBe(
      `FlinkDeployment analytics/Bad: 1 error, 1 warning
  error V-35 at spec.serviceAccount: The service account of JobManager and TaskManagers is missing.
    allowed: the name of a ServiceAccount in the namespace of the resource
    to do: Set spec.serviceAccount to the job service account that the operator was installed with ("flink" unless it was changed).
  warning flink-version-deprecated at spec.flinkVersion: Flink v1_17 still works, but a later operator will refuse it.
    allowed: v1_19, v1_20, v2_0, v2_1, v2_2, v2_3, v2_4
    to do: Plan an upgrade with upgradeMode savepoint.`,
    );
    expect(formatFindings('FlinkDeployment a/b', [])).toBe('FlinkDeployment a/b: nothing found');
  });
});
