// SPDX-License-Identifier: Apache-2.0
import { ApiObject, App, Chart, Duration, JsonPatch, Size, Testing } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { StateStore } from '../manifests/cluster/state-store.ts';
import { FlinkVersion, UpgradeMode } from '../manifests/enums.ts';
import { Job } from '../manifests/job.ts';
import { PropsError } from '../manifests/props-error.ts';
import { FlinkSession } from './flink-session.ts';
import type { FlinkSessionProps } from './flink-session.ts';
import { FlinkSessionJob } from './flink-session-job.ts';
import type { FlinkSessionJobProps } from './flink-session-job.ts';

const minimal: FlinkSessionProps = { flinkVersion: FlinkVersion.V1_20 };

const shared: FlinkSessionProps = {
  metadata: { name: 'shared' },
  flinkVersion: FlinkVersion.V1_20,
  image: 'registry.example.com/flink:1.20-s3',
  state: StateStore.s3('s3://acme-flink/shared', {
    checkpointInterval: Duration.minutes(1),
    credentials: { secretName: 's3' },
  }),
  jobManager: { cpu: 1, memory: Size.gibibytes(2) },
  taskManager: { cpu: 2, memory: Size.gibibytes(4), slots: 4 },
  sqlGateway: { port: 8090, memory: '2g', config: { 'sql-gateway.session.idle-timeout': '30 min' } },
  ports: [{ name: 'jmx', port: 9999 }],
  config: { 'restart-strategy.type': 'exponential-delay' },
};

const jar = Job.jar('https://artifacts.example.com/dedupe-1.4.jar', { parallelism: 4 });

function chart(namespace: string | undefined = 'streaming'): Chart {
  return new Chart(Testing.app(), 'test', namespace === undefined ? {} : { namespace });
}

interface Manifest {
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
  spec: Record<string, unknown>;
}

function allOf(parent: Chart): Manifest[] {
  return Testing.synth(parent) as Manifest[];
}

function mistakes(make: () => unknown): string[] {
  try {
    make();
  } catch (error) {
    if (PropsError.isPropsError(error)) return error.findings.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
}

describe('a session', () => {
  it.each(Object.entries({ 'session-minimal': minimal, 'session-shared': shared }))('%s', async (name, props) => {
    const app = new App();
    new FlinkSession(new Chart(app, 'test', { namespace: 'streaming' }), name, props);
    await expect(app.synthYaml()).toMatchFileSnapshot(`golden/${name}.yaml`);
  });

  it('has no job, and keeps its jobs when it loses its JobManager, if it has where to', () => {
    const plain = new FlinkSession(chart(), 'plain', minimal);
    const keeping = new FlinkSession(chart(), 'keeping', shared);
    expect(plain.manifest.spec).not.toHaveProperty('job');
    expect(plain.manifest.spec?.flinkConfiguration ?? {}).not.toHaveProperty(['high-availability.type']);
    expect(keeping.manifest.spec?.flinkConfiguration).toMatchObject({ 'high-availability.type': 'kubernetes' });
  });

  it('is found as the default child and by its brand, and gives its names away', () => {
    const session = new FlinkSession(chart(), 'session', shared);
    expect(ApiObject.of(session)).toBe(session.resource);
    expect(FlinkSession.isFlinkSession(session)).toBe(true);
    expect(FlinkSession.isFlinkSession(session.resource)).toBe(false);
    expect(session).toMatchObject({
      name: 'shared',
      namespace: 'streaming',
      serviceAccountName: 'shared',
      restServiceName: 'shared-rest',
      sqlGatewayServiceName: 'shared-sql-gateway',
      portsServiceName: 'shared-ports',
    });
    const bare = new FlinkSession(chart(), 'bare', minimal);
    expect([bare.sqlGatewayServiceName, bare.portsServiceName]).toEqual([undefined, undefined]);
  });

  it('takes patches, also of fields that nobody knows', () => {
    const session = new FlinkSession(chart(), 'session', minimal);
    session.resource.addJsonPatch(JsonPatch.add('/spec/fromTheFuture', { a: 1 }));
    expect(session.resource.toJson()).toMatchObject({ spec: { fromTheFuture: { a: 1 } } });
  });

  it.each<[mistake: string, props: object, said: string[]]>([
    ['a job', { job: jar }, ['props.unknown job']],
    ['an upgrade mode', { upgradeMode: 'savepoint' }, ['props.unknown upgradeMode']],
    ['a fixed number of TaskManagers', { taskManager: { replicas: 3 } }, ['props.ignored taskManager.replicas']],
    ['a fixed number of TaskManagers, standalone', { mode: 'standalone', taskManager: { replicas: 3 } }, []],
    ['an SQL gateway before there was one', { flinkVersion: 'v1_15', sqlGateway: true }, ['props.invalid sqlGateway']],
    ['a misspelt gateway prop', { sqlGateway: { prot: 8084 } }, ['props.unknown sqlGateway.prot']],
    ['a port number that there is not', { ports: [{ name: 'jmx', port: 70_000 }] }, ['props.invalid ports[0].port']],
    ['a port name that Kubernetes refuses', { ports: [{ name: 'JMX', port: 1 }] }, ['props.invalid ports[0].name']],
    ["one of Flink's ports", { ports: [{ name: 'web', port: 8081 }] }, ['props.twice ports[0].port']],
    ["one of Flink's port names", { ports: [{ name: 'rest', port: 9000 }] }, ['props.twice ports[0].name']],
    [
      'a port twice',
      {
        ports: [
          { name: 'a', port: 9000 },
          { name: 'b', port: 9000 },
          { name: 'a', port: 9000, protocol: 'UDP' },
        ],
      },
      ['props.twice ports[1].port', 'props.twice ports[2].name'],
    ],
    [
      'a port that a Flink port was moved to',
      { ports: [{ name: 'a', port: 9081 }], config: { 'rest.bind-port': 9081 } },
      ['props.twice ports[0].port'],
    ],
  ])('has no %s', (_, props, said) => {
    const found = mistakes(() => new FlinkSession(chart(), 'session', { ...minimal, onWarning: () => {}, ...props }));
    expect(found.filter((text) => !text.startsWith('flink-version-deprecated'))).toEqual(said);
  });
});

it('says where props of jobs belong', () => {
  expect(() => new FlinkSession(chart(), 'session', { ...minimal, upgradeMode: 'savepoint' } as never)).toThrow(
    /upgradeMode: is not known here[^]*it is about a job: session\.addJob\('…', \{ upgradeMode \}\)/,
  );
});

describe('an SQL gateway', () => {
  const gatewayOf = (props: Partial<FlinkSessionProps>): Manifest | undefined => {
    const parent = chart();
    new FlinkSession(parent, 'session', { ...shared, ...props });
    return allOf(parent).find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'shared-sql-gateway');
  };
  const argsOf = (gateway: Manifest | undefined): string[] =>
    (gateway?.spec as { template: { spec: { containers: { args: string[] }[] } } }).template.spec.containers[0]?.args ??
    [];

  it('is told what the session is told about jobs, and nothing about its processes', () => {
    const args = argsOf(gatewayOf({ sqlGateway: true }));
    expect(args).toContain('-Dexecution.checkpointing.dir=s3://acme-flink/shared/checkpoints');
    expect(args).toContain('-Drestart-strategy.type=exponential-delay');
    expect(args).toContain('-Drest.address=shared-rest');
    expect(args.filter((arg) => /high-availability|taskmanager|kubernetes/.test(arg))).toEqual([]);
  });

  it('follows the port of the session, and cannot be led to another', () => {
    const args = argsOf(
      gatewayOf({ config: { 'rest.port': 9081 }, sqlGateway: { config: { 'rest.address': 'other' } } }),
    );
    expect(args).toContain('-Drest.port=9081');
    expect(args).toContain('-Drest.address=shared-rest');
  });

  it('takes a template of its own, and stays within Pod Security', () => {
    const gateway = gatewayOf({
      sqlGateway: {
        podTemplate: {
          spec: { nodeSelector: { pool: 'sql' }, containers: [{ name: 'sql-gateway', imagePullPolicy: 'Always' }] },
        },
      },
    });
    expect(gateway?.spec).toMatchObject({
      template: {
        spec: {
          nodeSelector: { pool: 'sql' },
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true },
          containers: [{ imagePullPolicy: 'Always', securityContext: { allowPrivilegeEscalation: false } }],
        },
      },
    });
  });
});

describe('a session job', () => {
  it('session-jobs', async () => {
    const app = new App();
    const parent = new Chart(app, 'test', { namespace: 'streaming' });
    const session = new FlinkSession(parent, 'session', {
      metadata: { name: 'shared' },
      flinkVersion: FlinkVersion.V2_0,
    });
    session.addJob('dedupe', {
      metadata: { name: 'dedupe', labels: { team: 'clicks' } },
      job: jar,
      upgradeMode: UpgradeMode.SAVEPOINT,
      state: StateStore.directory('s3://acme-flink/dedupe', { checkpointInterval: Duration.seconds(30) }),
      savepoints: { interval: Duration.hours(6), history: { maxCount: 5 } },
      autoscaler: { maxParallelism: 16 },
      config: { 'pipeline.object-reuse': true },
      spec: { job: { allowNonRestoredState: true } },
    });
    session.addJob('etl', {
      metadata: { name: 'etl' },
      job: Job.sql('INSERT INTO a SELECT * FROM b;\n', { parallelism: 1 }),
    });
    new FlinkSessionJob(parent, 'python', {
      metadata: { name: 'python' },
      session: 'elsewhere',
      job: Job.python('/opt/flink/usrlib/job.py', { parallelism: 1 }),
    });
    await expect(app.synthYaml()).toMatchFileSnapshot('golden/session-jobs.yaml');
  });

  it('is labelled as the webhook of the Java operator does', () => {
    const job = new FlinkSession(chart(), 'session', shared).addJob('job', { job: jar });
    expect(job.resource.toJson()).toMatchObject({ metadata: { labels: { 'target.session': 'shared' } } });
    expect(job).toMatchObject({ kind: 'FlinkSessionJob', sessionName: 'shared', namespace: 'streaming' });
    expect(FlinkSessionJob.isFlinkSessionJob(job)).toBe(true);
    expect(ApiObject.of(job)).toBe(job.resource);
  });

  it('keeps its state if it or its session has where to', () => {
    const mode = (session: FlinkSession | string, props: object = {}): unknown =>
      (new FlinkSessionJob(chart(), 'job', { session, job: jar, ...props }).resource.toJson() as Manifest).spec['job'];
    const parent = chart();
    expect(mode(new FlinkSession(parent, 'with', shared))).toMatchObject({ upgradeMode: 'last-state' });
    expect(mode(new FlinkSession(parent, 'without', minimal))).toMatchObject({ upgradeMode: 'stateless' });
    expect(mode('unknown')).toMatchObject({ upgradeMode: 'stateless' });
    expect(mode('unknown', { state: StateStore.directory('s3://acme/job') })).toMatchObject({
      upgradeMode: 'last-state',
    });
  });

  it('lives where its session does', () => {
    const parent = chart('one');
    const session = new FlinkSession(parent, 'session', { ...minimal, metadata: { namespace: 'two' } });
    expect(session.addJob('job', { job: jar }).namespace).toBe('two');
    const imported = FlinkSession.fromName(parent, 'imported', 'shared', { namespace: 'three' });
    expect(imported.addJob('job', { job: jar })).toMatchObject({ namespace: 'three', sessionName: 'shared' });
    expect(FlinkSession.fromName(parent, 'beside', 'shared').addJob('job', { job: jar }).namespace).toBe('one');
    expect(FlinkSession.isFlinkSession(imported)).toBe(false);
  });

  it('takes patches, also of fields that nobody knows', () => {
    const job = new FlinkSessionJob(chart(), 'job', { session: 'shared', job: jar });
    job.resource.addJsonPatch(
      JsonPatch.replace('/spec/job/jarURI', 'https://other.example.com/a.jar'),
      JsonPatch.add('/spec/fromTheFuture', 1),
    );
    expect(job.resource.toJson()).toMatchObject({
      spec: { job: { jarURI: 'https://other.example.com/a.jar' }, fromTheFuture: 1 },
    });
  });

  it('comes after its session', () => {
    const parent = chart();
    new FlinkSession(parent, 'session', minimal).addJob('a-job', { job: jar });
    const kinds = allOf(parent).map(({ kind }) => kind);
    expect(kinds.indexOf('FlinkDeployment')).toBeLessThan(kinds.indexOf('FlinkSessionJob'));
  });

  const good: FlinkSessionJobProps = { session: 'shared', job: jar };
  it.each<[mistake: string, props: object, said: string[]]>([
    ['no session', { session: undefined }, ['props.missing session']],
    ['a session that is none', { session: 5 }, ['props.invalid session']],
    ['a misspelt member of the session', { session: { name: 'a', namspace: 'b' } }, ['props.unknown session.namspace']],
    ['a session in another namespace', { session: { name: 'a', namespace: 'b' } }, ['props.invalid session']],
    ['no job', { job: undefined }, ['props.missing job']],
    ['no parallelism', { job: Job.jar('https://a.example.com/a.jar') }, ['V-17 job.parallelism']],
    ['a jar without a scheme', { job: Job.jar('a.jar', { parallelism: 1 }) }, ['V-47 job.jar']],
    ['a health check', { healthCheck: true }, ['props.unknown healthCheck']],
    ['a size of TaskManagers', { taskManager: { memory: '2g' } }, ['props.unknown taskManager']],
    [
      'access to its state',
      { state: StateStore.s3('s3://a/b', { endpoint: 'http://minio:9000' }) },
      ['props.ignored state.s3'],
    ],
    [
      'a runner of SQL scripts',
      { job: Job.sql('SELECT 1', { parallelism: 1, runner: { jar: 'https://a.example.com/a.jar' } }) },
      ['props.invalid job.sql.runner'],
    ],
    ['a savepoint mode without state', { upgradeMode: 'savepoint' }, []],
    [
      'a script on a session that cannot run it',
      { session: new FlinkSession(chart(), 'old', minimal), job: Job.sql('SELECT 1', { parallelism: 1 }) },
      ['props.invalid job.sql'],
    ],
  ])('has %s', (_, props, said) => {
    const found = mistakes(() => new FlinkSessionJob(chart(), 'job', { ...good, onWarning: () => {}, ...props }));
    expect(found).toEqual(said);
  });
});
