// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { FlatConfiguration } from '../configuration.ts';
import type { FlinkVersionName } from '../flink-version.ts';
import { checkConfiguration } from './check-configuration.ts';
import type { Surroundings } from './derived-keys.ts';

function told(config: FlatConfiguration, version?: FlinkVersionName, surroundings?: Surroundings): string[] {
  return checkConfiguration(config, version, surroundings).map(
    ({ severity, code, key }) => `${severity} ${code} ${key}`,
  );
}

function remedies(config: FlatConfiguration, version: FlinkVersionName, surroundings?: Surroundings): string[] {
  return checkConfiguration(config, version, surroundings).map(({ remedy }) => remedy);
}

describe('a key', () => {
  it.each<[string, FlinkVersionName, string | undefined]>([
    // As it should be, or nobody's business.
    ['taskmanager.numberOfTaskSlots', 'v1_20', undefined],
    ['s3.access.key', 'v1_20', undefined],
    ['s3.connection.maximum', 'v1_20', undefined],
    ['metrics.reporter.prom.something', 'v1_20', undefined],
    ['containerized.master.env.TZ', 'v1_20', undefined],
    ['pipeline.global-job-parameters.mine', 'v1_20', undefined],
    ['kubernetes.operator.periodic.savepoint.interval', 'v1_20', undefined],
    ['kubernetes.operator.job.autoscaler.enabled', 'v1_20', undefined],
    ['$internal.pipeline.job-id', 'v1_20', undefined],
    ['fs.hdfs.hadoopconf', 'v1_20', undefined],
    // The client that builds the objects is newer than the image.
    ['kubernetes.internal-service.annotations.a', 'v1_17', undefined],
    // Misspelt.
    ['taskmanager.numberOfTaskSlot', 'v1_20', 'warning options.unknown-key'],
    ['taskmanager.number-of-task-slots', 'v1_20', 'warning options.unknown-key'],
    ['flink.taskmanager.numberOfTaskSlots', 'v1_20', 'hint options.unknown-key'],
    ['s3.endpiont', 'v1_20', 'warning options.unknown-key'],
    ['metrics.reporter.prom.factory.clas', 'v1_20', 'hint options.unknown-key'],
    ['kubernetes.jobmanager.anotations.a', 'v1_20', 'warning options.unknown-key'],
    ['job.autoscaler.enable', 'v1_20', 'warning options.unknown-key'],
    // Perhaps a connector's, perhaps code of one's own.
    ['my.own.key', 'v1_20', 'hint options.unknown-key'],
    ['taskmanager.vendor.shiny-new-thing', 'v1_20', 'hint options.unknown-key'],
    // Of other times and places.
    ['execution.state-recovery.claim-mode', 'v1_19', 'warning options.not-yet-known'],
    ['jobmanager.heap.size', 'v2_0', 'warning options.removed'],
    ['jobmanager.heap.size', 'v1_20', 'warning options.deprecated'],
    ['taskmanager.net.num-arenas', 'v2_0', 'warning options.removed'],
    ['state.checkpoints.dir', 'v1_20', 'hint options.deprecated'],
    ['state.checkpoints.dir', 'v1_19', undefined],
    ['query.server.port', 'v2_1', 'warning options.dead-key'],
    ['yarn.application.name', 'v1_20', 'warning options.other-platform'],
    ['internal.cluster.execution-mode', 'v1_20', 'warning options.internal-key'],
    ['kubernetes.operator.reconcile.interval', 'v1_20', 'warning options.not-per-resource'],
    ['metrics.reporter.prom.class', 'v2_0', 'warning options.removed'],
    ['metrics.reporter.prom.class', 'v1_20', 'warning options.deprecated'],
    ['metrics.reporter.prom.host', 'v2_0', undefined],
    ['table.exec.hive.split-max-size', 'v2_0', undefined],
    // Versions that there is no data for.
    ['taskmanager.numberOfTaskSlot', 'v1_15', 'hint options.unknown-key'],
    ['taskmanager.numberOfTaskSlot', 'v2_4', 'hint options.unknown-key'],
    ['jobmanager.heap.size', 'v2_4', 'hint options.removed'],
  ])('%s in %s: %s', (key, version, expected) => {
    const aboutValues = /unreadable-value|doubtful-value/u;
    const found = told({ [key]: '1' }, version).filter((line) => !aboutValues.test(line));
    expect(found).toEqual(expected === undefined ? [] : [`${expected} ${key}`]);
  });

  it.each<[string, FlinkVersionName, string]>([
    ['jobmanager.memory.proces.size', 'v1_20', 'jobmanager.memory.process.size'],
    ['taskmanager.slots', 'v1_20', 'taskmanager.numberOfTaskSlots'],
    ['execution.checkpoint.interval', 'v1_20', 'execution.checkpointing.interval'],
    ['state.checkpoint.dir', 'v1_20', 'execution.checkpointing.dir'],
    ['state.checkpoint.dir', 'v1_18', 'state.checkpoints.dir'],
    ['high-availability.storage-dir', 'v1_20', 'high-availability.storageDir'],
    ['execution.savepoint-restore-mode', 'v1_20', 'execution.state-recovery.claim-mode'],
    ['execution.state-recovery.claim-mode', 'v1_19', 'execution.savepoint-restore-mode'],
    ['taskmanager.heap.mb', 'v2_0', 'taskmanager.memory.process.size'],
    ['metrics.reporter.prom.class', 'v2_0', 'metrics.reporter.prom.factory.class'],
  ])('%s in %s leads to %s', (key, version, expected) => {
    expect(remedies({ [key]: '1' }, version).join()).toContain(expected);
  });
});

describe('a value', () => {
  it.each<[string, string, FlinkVersionName, string | undefined]>([
    ['execution.checkpointing.interval', '10 minutes', 'v1_20', undefined],
    ['execution.checkpointing.interval', '10 mins', 'v1_20', 'Write 10 min'],
    ['execution.checkpointing.interval', '1.5 h', 'v1_20', 'Write 90 min'],
    ['execution.checkpointing.interval', 'PT10M', 'v1_20', 'Write 10 min'],
    ['execution.checkpointing.interval', 'PT10M', 'v2_1', undefined],
    ['heartbeat.timeout', '50 s', 'v1_19', 'Write 50000'],
    ['heartbeat.timeout', '50 s', 'v1_20', undefined],
    ['blob.service.cleanup.interval', '1 h', 'v1_20', 'Correct blob.service.cleanup.interval'],
    ['blob.offload.minsize', '1m', 'v1_20', 'Write 1048576'],
    ['taskmanager.memory.managed.size', '2Gi', 'v1_20', 'Write 2g'],
    ['taskmanager.memory.managed.size', '1.5 GB', 'v1_20', 'Write 1536m'],
    ['taskmanager.memory.managed.fraction', '40%', 'v1_20', 'Write 0.4'],
    ['web.cancel.enable', 'yes', 'v1_20', 'Write true'],
    ['taskmanager.numberOfTaskSlots', '2.0', 'v1_20', 'Write 2'],
    ['taskmanager.numberOfTaskSlots', 'null', 'v1_20', 'Remove taskmanager.numberOfTaskSlots'],
    ['jobmanager.scheduler', 'adaptivee', 'v1_20', 'Write Adaptive'],
    ['jobmanager.scheduler', 'Ng', 'v2_0', 'Correct jobmanager.scheduler'],
    ['state.backend.type', 'RocksDB', 'v1_20', undefined],
    ['state.backend.type', 'rocks-db', 'v1_20', 'Write rocksdb'],
    ['state.backend.type', 'org.example.Backend', 'v1_20', undefined],
    ['state.backend', 'filesystem', 'v1_20', undefined],
    ['state.backend.type', 'forst', 'v1_20', 'Correct state.backend.type'],
    ['state.backend.type', 'forst', 'v2_0', undefined],
    ['high-availability.type', 'kubernets', 'v1_20', 'Write KUBERNETES'],
    ['restart-strategy.type', 'fixed', 'v1_20', 'Correct restart-strategy.type'],
    ['restart-strategy.type', 'Fixed-Delay', 'v1_20', undefined],
    ['restart-strategy.type', 'org.example.Strategy', 'v1_20', 'Correct restart-strategy.type'],
    ['jobmanager.execution.failover-strategy', 'individual', 'v2_0', 'Correct jobmanager.execution.failover-strategy'],
    ['state.backend.rocksdb.predefined-options', 'FLASH_SSD_OPTIMIZED', 'v2_0', undefined],
    ['state.backend.rocksdb.predefined-options', 'flash_ssd_optimized', 'v2_0', 'Write FLASH_SSD_OPTIMIZED'],
    ['execution.checkpointing.storage', 's3', 'v1_20', 'Correct execution.checkpointing.storage'],
    ['high-availability.zookeeper.client.acl', 'Creator', 'v1_20', undefined],
  ])('%s: %s in %s: %s', (key, value, version, remedy) => {
    const rocksdb = key.startsWith('state.backend.rocksdb.') ? { 'state.backend': 'rocksdb' } : {};
    const problems = checkConfiguration({ ...rocksdb, [key]: value }, version).filter(({ code }) =>
      code.startsWith('configuration.'),
    );
    expect(problems.map(({ severity }) => severity)).toEqual(remedy === undefined ? [] : ['error']);
    expect(problems[0]?.remedy ?? '').toContain(remedy ?? '');
  });

  it.each<[string, string, FlinkVersionName]>([
    ['taskmanager.memory.process.size', '2048', 'v1_20'],
    ['execution.checkpointing.interval', '60', 'v1_20'],
    ['execution.checkpointing.timeout', '600', 'v1_20'],
    ['pipeline.classpaths', 'file:///a.jar,file:///b.jar', 'v1_20'],
    ['web.tmpdir', 'null', 'v2_0'],
  ])('%s: %s in %s is doubtful', (key, value, version) => {
    expect(told({ [key]: value }, version)).toEqual([`warning options.doubtful-value ${key}`]);
  });

  it.each(['-Dcolour=#fff', '-Da\n-Db', '#'])(
    'with %j does not survive the file of Flink 1, which session jobs do not need',
    (value) => {
      const config = { 'env.java.opts.all': value };
      expect(told(config, 'v1_20')).toEqual(['warning options.cut-off-value env.java.opts.all']);
      expect(told(config, 'v1_20', { sessionJob: true })).toEqual([]);
      expect(told(config, 'v2_0')).toEqual([]);
    },
  );

  it.each<[string, string, FlinkVersionName]>([
    ['taskmanager.memory.segment-size', '32768', 'v1_20'],
    ['execution.checkpointing.interval', '60000', 'v1_20'],
    ['pipeline.auto-watermark-interval', '50', 'v1_20'],
    ['env.java.opts.all', '-Dcolour=#fff', 'v2_0'],
    ['pipeline.classpaths', '[a, b]', 'v2_0'],
    ['taskmanager.numberOfTaskSlots', '', 'v1_20'],
  ])('%s: %s in %s is not', (key, value, version) => {
    expect(told({ [key]: value }, version).filter((line) => !line.startsWith('hint'))).toEqual([]);
  });

  it.each<[string, FlatConfiguration]>([
    ['historyserver.web.port', {}],
    ['table.exec.state.ttl', {}],
    ['state.backend.rocksdb.files.open', { 'state.backend.type': 'hashmap' }],
    ['restart-strategy.fixed-delay.attempts', { 'restart-strategy.type': 'none' }],
    ['high-availability.zookeeper.client.max-retry-attempts', { 'high-availability.type': 'kubernetes' }],
    ['security.ssl.internal.session-timeout', {}],
  ])('that nobody may read is no error: %s with %j', (key, others) => {
    const severities = (config: FlatConfiguration): string[] =>
      checkConfiguration(config, 'v1_20').flatMap(({ code, severity }) => (code.startsWith('conf') ? [severity] : []));
    expect(severities({ ...others, [key]: 'x' })).toEqual(['warning']);
    const read: FlatConfiguration = {
      'state.backend.type': 'rocksdb',
      'restart-strategy.type': 'fixed-delay',
      'high-availability.type': 'zookeeper',
      'security.ssl.internal.enabled': 'true',
    };
    const always = /^(?:historyserver|table)/u.test(key);
    expect(severities({ ...read, [key]: 'x' })).toEqual([always ? 'warning' : 'error']);
  });

  it('of a version without data is less certain', () => {
    expect(told({ 'taskmanager.numberOfTaskSlots': 'two' }, 'v2_4')).toEqual([
      'warning configuration.unreadable-value taskmanager.numberOfTaskSlots',
    ]);
  });

  it('without a version is judged by what all versions have in common', () => {
    expect(
      told({ 'taskmanager.numberOfTaskSlots': 'two', 'heartbeat.timeout': '50 s', 'jobmanager.heap.size': '1g' }),
    ).toEqual(['warning configuration.unreadable-value taskmanager.numberOfTaskSlots']);
  });
});

describe('keys side by side', () => {
  const both = { 'state.checkpoints.dir': 's3://old', 'execution.checkpointing.dir': 's3://new' };

  it('of one option: the older name has no effect', () => {
    const [problem] = checkConfiguration(both, 'v1_20').filter(({ code }) => code === 'options.two-names');
    expect(problem).toMatchObject({ key: 'state.checkpoints.dir', severity: 'warning' });
    expect(problem?.message).toContain('execution.checkpointing.dir (s3://new)');
  });

  it('of one option with the same value do no harm', () => {
    const same = { ...both, 'state.checkpoints.dir': 's3://new' };
    expect(told(same, 'v1_20')).toContain('hint options.two-names state.checkpoints.dir');
  });

  it('where the newer one stands in the defaults of the operator', () => {
    const own = { 'state.checkpoints.dir': 's3://old' };
    expect(told(own, 'v1_20', { all: both })).toContain('warning options.two-names state.checkpoints.dir');
  });

  it.each([
    [
      { 'high-availability': 'kubernetes', 'high-availability.storageDir': 's3://ha' },
      'high-availability',
      'Write high-availability.type',
    ],
    [
      { 'state.backend': 'rocksdb', 'state.backend.rocksdb.localdir': '/tmp' },
      'state.backend',
      'Write state.backend.type',
    ],
    [{ my: 'a', 'my.own.key': 'b' }, 'my', 'Remove my'],
    [{ 'my.late.key': 'b', 'my.late': 'a' }, 'my.late', 'Remove my.late'],
  ])('that are parent and child fail in Flink 2: %j', (config, key, remedy) => {
    const found = (version: FlinkVersionName): unknown =>
      checkConfiguration(config, version).filter(({ code }) => code === 'options.key-and-parent');
    expect(found('v2_0')).toEqual([expect.objectContaining({ key, severity: 'error' })]);
    expect(found('v2_0')).toEqual([expect.objectContaining({ remedy: expect.stringContaining(remedy) as string })]);
    expect(found('v1_20')).toEqual([]);
  });

  it('of a session job may be parents: they are not written into a file', () => {
    expect(told({ my: 'a', 'my.key': 'b' }, 'v2_0', { sessionJob: true }).join()).not.toContain('error');
  });

  it('in the operator are no parents: its options are not written into the file', () => {
    const config = { 'kubernetes.operator.a': '1', 'kubernetes.operator.a.b': '2' };
    expect(told(config, 'v2_0').filter((line) => line.startsWith('error'))).toEqual([]);
  });
});

describe('a key that somebody else sets', () => {
  const application: Surroundings = { mode: 'native', cluster: 'application' };

  it.each<[string, string, string | undefined, Surroundings]>([
    ['taskmanager.host', 'x', 'warning options.set-by-operator', {}],
    ['jobmanager.rpc.address', 'x', 'warning options.set-by-operator', application],
    ['kubernetes.pod-template-file.jobmanager', '/x', 'warning options.set-by-operator', {}],
    ['execution.target', 'local', 'warning options.set-by-operator', application],
    ['execution.target', 'kubernetes-application', undefined, application],
    ['execution.target', 'local', undefined, {}],
    ['execution.savepoint.path', 's3://sp', 'warning options.set-by-operator', application],
    ['execution.state-recovery.path', 's3://sp', 'warning options.fixed-restore-path', application],
    ['blob.server.port', '50100-50200', 'error options.port-not-fixed', {}],
    ['blob.server.port', '6124', undefined, {}],
    ['rest.bind-port', '8081,8082', 'error options.port-not-fixed', {}],
    ['high-availability.jobmanager.port', '1-9', undefined, {}],
  ])('%s: %s: %s', (key, value, expected, surroundings) => {
    expect(told({ [key]: value }, 'v1_20', surroundings)).toEqual(expected === undefined ? [] : [`${expected} ${key}`]);
  });

  it.each([
    ['taskmanager.memory.process.size', '4g', true],
    ['taskmanager.numberOfTaskSlots', '4', true],
    ['high-availability.type', 'kubernetes', true],
    ['high-availability', 'kubernetes', true],
    ['kubernetes.jobmanager.replicas', '2', true],
    ['state.backend.type', 'rocksdb', false],
    ['kubernetes.operator.savepoint.format.type', 'NATIVE', false],
  ])('%s: %s of a session job is one of the cluster: %j', (key, value, ofTheCluster) => {
    const surroundings: Surroundings = { cluster: 'session', sessionJob: true };
    const line = `warning options.not-per-job ${key}`;
    expect(told({ [key]: value }, 'v1_20', surroundings).includes(line)).toBe(ofTheCluster);
    expect(told({ [key]: value }, 'v1_20', { cluster: 'session' })).not.toContain(line);
  });

  it('loses against the field of the spec, unless both say the same', () => {
    const setBySpec: Surroundings['setBySpec'] = () => ({ field: 'spec.taskManager.resource', value: '2 gb' });
    const key = 'taskmanager.memory.process.size';
    expect(told({ [key]: '4g' }, 'v1_20', { setBySpec })).toEqual([`warning options.set-by-spec ${key}`]);
    expect(told({ [key]: '2048m' }, 'v1_20', { setBySpec })).toEqual([]);
  });
});

describe('blanks round a value', () => {
  it.each<[string, string, FlinkVersionName, string]>([
    ['state.backend.incremental', ' true ', 'v1_20', 'warning'],
    ['restart-strategy.fixed-delay.attempts', '3\n', 'v1_16', 'warning'],
    ['state.backend.incremental', ' true ', 'v2_0', 'error'],
    ['state.backend.incremental', ' yes ', 'v1_20', 'error'],
    ['kubernetes.rest-service.exposed.type', 'ClusterIP ', 'v1_20', 'error'],
    ['kubernetes.operator.savepoint.dispose-on-delete', 'true ', 'v1_20', 'error'],
  ])('%s: %j is no value in %s, a matter of a %s', (key, value, version, severity) => {
    const strategy = { 'restart-strategy.type': 'fixed-delay' };
    expect(told({ ...strategy, [key]: value }, version)).toContain(`${severity} configuration.unreadable-value ${key}`);
  });
});

describe('a value that cannot be read', () => {
  it.each([
    ['error', 'heartbeat.timeout'],
    ['error', 'taskmanager.numberOfTaskSlots'],
    ['error', 'execution.checkpointing.interval'],
    ['error', 'metrics.latency.interval'],
    ['warning', 'jobmanager.adaptive-scheduler.min-parallelism-increase'],
    ['warning', 'state.changelog.periodic-materialize.interval'],
    ['warning', 'taskmanager.collect-sink.port'],
    ['warning', 'cleanup-strategy.fixed-delay.attempts'],
    ['warning', 'pipeline.cep.sharedbuffer.cache.entry-slots'],
    ['warning', 'oss.upload.min.part.size'],
    ['warning', 'env.log.max'],
    ['warning', 'hidden.execution.retries'],
  ])('is a matter of an %s where it is that sure that a cluster reads it: %s', (severity, key) => {
    expect(told({ [key]: '@' }, 'v1_20')).toContain(`${severity} configuration.unreadable-value ${key}`);
  });

  it.each<[string, string, string | undefined]>([
    ['execution.checkpointing.interval', '@', 'error configuration.unreadable-value'],
    ['kubernetes.operator.savepoint.dispose-on-delete', '@', 'error configuration.unreadable-value'],
    ['heartbeat.timeout', '@', 'warning configuration.unreadable-value'],
    ['taskmanager.numberOfTaskSlots', '@', 'warning configuration.unreadable-value'],
    ['blob.server.port', '6000-7000', undefined],
  ])('in the configuration of a session job: %s: %s', (key, value, expected) => {
    const found = told({ [key]: value }, 'v1_20', { cluster: 'session', sessionJob: true });
    expect(found.filter((line) => !line.includes('not-per-job'))).toEqual(
      expected === undefined ? [] : [`${expected} ${key}`],
    );
  });

  it('of a way to clean up is one where that way was chosen', () => {
    const key = 'cleanup-strategy.fixed-delay.attempts';
    expect(told({ 'cleanup-strategy.type': 'fixed-delay', [key]: '@' }, 'v1_20')).toEqual([
      `error configuration.unreadable-value ${key}`,
    ]);
  });
});

describe('what an operator may be handed', () => {
  it.each(['a.'.repeat(20_000) + 'b', `taskmanager.${'memory.'.repeat(10_000)}size`])(
    'a key of very many segments is no option, and found to be none at once',
    (key) => {
      const start = performance.now();
      expect(told({ [key]: '1' }, 'v2_0')).toEqual([`hint options.unknown-key ${key}`]);
      // Guessing took three seconds.
      expect(performance.now() - start).toBeLessThan(500);
    },
  );

  it.each([
    ['s3.foo', 's3.foo.bar'],
    ['containerized.master.env.A', 'containerized.master.env.A.B'],
    ['my.app', 'my.app.name'],
  ])('%s and %s collide, whichever of them was seen first', (parent, child) => {
    const collides = `error options.key-and-parent ${parent}`;
    expect(told({ [child]: '1', [parent]: '1' }, 'v2_1')).toContain(collides);
    expect(told({ [parent]: '1', [child]: '1' }, 'v2_2')).toContain(collides);
  });

  it.each(['constructor', '__proto__', 'toString'])('a switch cannot be %s', (value) => {
    const [problem] = checkConfiguration({ 'execution.checkpointing.unaligned.enabled': value }, 'v1_20');
    expect(problem?.remedy).toBe(
      'Correct execution.checkpointing.unaligned.enabled, or remove it to get the default (false).',
    );
  });
});

it('a thousand clusters with the same thirty keys are checked in no time', () => {
  const keys = [
    'heartbeat.timeout',
    'rest.port',
    'state.backend.type',
    'taskmanager.numberOfTaskSlots',
    'parallelism.default',
  ];
  const config = Object.fromEntries(
    keys.flatMap((key) => [1, 2, 3, 4, 5, 6].map((n) => [`${key}${'x'.repeat(n - 1)}`, '1'])),
  );
  const counted = checkConfiguration(config, 'v1_20').length;
  const start = performance.now();
  for (let cluster = 0; cluster < 1000; cluster += 1) checkConfiguration({ ...config }, 'v1_20');
  expect(counted).toBeGreaterThan(20);
  // 10 µs each would be 10 ms; the rest is for a busy machine.
  expect(performance.now() - start).toBeLessThan(100);
});

it.each([
  ['kubernetes.operator.savepoint.histroy.max.count', 'The operator has no option'],
  ['job.autoscaler.nobody.knows.this.option', 'The operator has no option'],
  ['taskmanager.numberOfTaskSlot', 'Flink 1.20 has no option'],
])('says whose option %s is not', (key, message) => {
  expect(checkConfiguration({ [key]: '3' }, 'v1_20')[0]?.message).toContain(message);
});
