// SPDX-License-Identifier: Apache-2.0
// Records what a real Flink application cluster answers through its life, as fixtures for the REST client and the simulated Flink:
//   node scripts/record-flink-rest.ts FLINK-COMMAND VERSION OUT-DIRECTORY [SCENARIO...]
// FLINK-COMMAND is called as `FLINK-COMMAND VERSION run...` and is Flink's own command line. Needs kubectl with KUBECONFIG, images
// flink:VERSION and a default storage class; works in a namespace of its own, which it deletes first and last.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const [flink = '', version = '', out = '', ...wanted] = process.argv.slice(2);
const minor = version.replace('.', '-');
const ns = `flink-record-${minor}`;
const work = mkdtempSync(join(tmpdir(), 'record-'));
const JOB = '7c1e9a40b5d24f0f8a6b3d2e1f904c57';
const OTHER = '0f4b8c6d2a9e4e31b7d5c3a1908e7f62';

interface Step {
  at: number;
  call?: string;
  request?: unknown;
  status?: number | string;
  body?: unknown;
  event?: string;
  [more: string]: unknown;
}

const kubectl = (args: string[], input?: string): string =>
  execFileSync('kubectl', args, {
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 1e8,
    ...(input ? { input } : {}),
  });
const kn = (...args: string[]): string => kubectl(['-n', ns, ...args]);
const items = (kind: string): any[] => JSON.parse(kn('get', kind, '-o', 'json')).items;

/** Cuts what makes a recording large and says nothing: the serialized exception and all but the telling lines of a stack trace. */
function compact(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    if (key === 'serialized-throwable') return 'rO0ABXA=';
    if (value.includes('\n\tat ')) {
      const lines = value.split('\n');
      return lines.filter((line, i) => !line.startsWith('\t') || lines[i - 1]?.startsWith('\t') === false).join('\n');
    }
    return value;
  }
  if (Array.isArray(value)) return value.map((entry) => compact(entry, key));
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, compact(v, k)]));
  return value;
}

/** A fixture that drops the fields which change with every reading when it compares two answers. */
const VOLATILE = /^(duration|last-modification|now|timeSinceLastHeartbeat|freeMemory|net-runtime|renewTime)$/;
const shape = (value: unknown): string =>
  JSON.stringify(value, (key, v) => (VOLATILE.test(key) ? undefined : (v as unknown))).replaceAll(
    /renewTime\W+[\w:.-]+/g,
    '',
  );

class Recording {
  steps: Step[] = [];
  started = Date.now();
  ip = '';
  cluster: string;
  name: string;
  last = new Map<string, string>();
  constructor(name: string, cluster: string) {
    this.name = name;
    this.cluster = cluster;
  }
  add(step: Omit<Step, 'at'>): void {
    this.steps.push({ at: (Date.now() - this.started) / 1000, ...step } as Step);
  }
  /** Adds an answer unless the last one of the same call was the same. */
  change(key: string, step: Omit<Step, 'at'>): void {
    const now = shape(step);
    if (this.last.get(key) === now) return;
    this.last.set(key, now);
    this.add(step);
  }
  address(): string {
    if (!this.ip) this.ip = JSON.parse(kn('get', 'service', `${this.cluster}-rest`, '-o', 'json')).spec.clusterIP;
    return `http://${this.ip}:8081`;
  }
  async fetch(method: string, path: string, body?: unknown): Promise<{ status: number | string; body: any }> {
    try {
      const response = await fetch(this.address() + path, {
        method,
        signal: AbortSignal.timeout(5000),
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      let parsed: unknown = text;
      try {
        parsed = JSON.parse(text);
      } catch {
        parsed = text;
      }
      return { status: response.status, body: compact(parsed) };
    } catch (error) {
      const cause = (error as { cause?: { code?: string } }).cause;
      return { status: cause?.code ?? (error as Error).name, body: null };
    }
  }
  async call(label: string, method: string, path: string, body?: unknown): Promise<any> {
    const answer = await this.fetch(method, path, body);
    this.add({ label, call: `${method} ${path}`, ...(body === undefined ? {} : { request: body }), ...answer });
    return answer.body;
  }
  configMaps(): any[] {
    return items('configmaps')
      .filter((map) => map.metadata.name.startsWith(`${this.cluster}-`))
      .map((map) => ({
        name: map.metadata.name,
        labels: map.metadata.labels,
        annotations: map.metadata.annotations,
        ownerReferences: map.metadata.ownerReferences,
        keys: Object.fromEntries(
          Object.entries<string>(map.data ?? {}).map(([k, v]) => [k, v.length > 120 ? `<${v.length} characters>` : v]),
        ),
      }));
  }
  objects(): void {
    this.change('configmaps', { event: 'configmaps', configMaps: this.configMaps() });
    const pods = items('pods').filter((pod) => pod.metadata.labels?.app === this.cluster);
    const of = (pod: any): unknown => {
      const status = pod.status.containerStatuses?.[0] ?? {};
      return {
        name: pod.metadata.name,
        labels: pod.metadata.labels,
        owners: pod.metadata.ownerReferences?.map((o: any) => `${o.kind}/${o.name}`),
        phase: pod.status.phase,
        ready: status.ready,
        restarts: status.restartCount,
        exitCode: (status.state?.terminated ?? status.lastState?.terminated)?.exitCode,
        reason: (status.state?.terminated ?? status.state?.waiting)?.reason,
        deleting: Boolean(pod.metadata.deletionTimestamp),
      };
    };
    this.change('pods', { event: 'pods', pods: pods.map(of) });
  }
  /** Watches calls and objects until `done` says so; only changes are recorded. */
  async until(
    done: (overview: any, status: number | string) => boolean | Promise<boolean>,
    paths: string[],
    seconds = 90,
  ): Promise<void> {
    const end = Date.now() + seconds * 1000;
    for (let round = 0; ; round++) {
      const overview = await this.fetch('GET', '/jobs/overview');
      this.change('overview', { call: 'GET /jobs/overview', ...overview });
      for (const path of paths) this.change(path, { call: `GET ${path}`, ...(await this.fetch('GET', path)) });
      if (round % 4 === 0) this.objects();
      if (await done(overview.body, overview.status)) break;
      if (Date.now() > end) {
        this.add({ event: 'gave up waiting' });
        break;
      }
      await wait(200);
    }
    this.objects();
  }
  save(): void {
    mkdirSync(out, { recursive: true });
    const body = this.steps.map((step) => JSON.stringify(step)).join(',\n');
    writeFileSync(join(out, `${this.name}-${version}.json`), `[\n${body}\n]\n`);
    process.stderr.write(`${this.name}: ${this.steps.length} steps\n`);
  }
}

const POD = (probe: boolean): string => `apiVersion: v1
kind: Pod
metadata: { name: template }
spec:
  containers:
    - name: flink-main-container
      volumeMounts: [{ name: data, mountPath: /data }]
${probe ? '      startupProbe: { httpGet: { path: /config, port: rest }, failureThreshold: 2147483647, periodSeconds: 1 }\n' : ''}  volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]
`;

function submit(r: Recording, options: Record<string, string>, jar: string, args: string[], more: string[] = []): void {
  const settings = {
    'kubernetes.cluster-id': r.cluster,
    'kubernetes.namespace': ns,
    'kubernetes.container.image.ref': `flink:${version}`,
    'kubernetes.service-account': 'flink',
    'kubernetes.rest-service.exposed.type': 'ClusterIP',
    'kubernetes.pod-template-file.jobmanager': join(work, 'jm.yaml'),
    'kubernetes.pod-template-file.taskmanager': join(work, 'tm.yaml'),
    'jobmanager.memory.process.size': '1024m',
    'taskmanager.memory.process.size': '1024m',
    'taskmanager.numberOfTaskSlots': '1',
    'parallelism.default': '2',
    'execution.checkpointing.interval': '5s',
    'state.checkpoints.dir': 'file:///data/checkpoints',
    'high-availability.type': 'kubernetes',
    'high-availability.storageDir': 'file:///data/ha',
    'execution.shutdown-on-application-finish': 'false',
    'execution.submit-failed-job-on-application-error': 'true',
    'execution.checkpointing.externalized-checkpoint-retention': 'RETAIN_ON_CANCELLATION',
    'job-result-store.delete-on-commit': 'false',
    'job-result-store.storage-path': `file:///data/ha/job-result-store/${r.cluster}/${r.name}`,
    'pipeline.name': `${r.cluster}-job`,
    '$internal.pipeline.job-id': JOB,
    'kubernetes.jobmanager.cpu.limit-factor': '2',
    'kubernetes.taskmanager.cpu.limit-factor': '2',
    'web.cancel.enable': 'false',
    ...options,
  };
  const run = version.startsWith('1.') ? 'run-application' : 'run';
  const flags = Object.entries(settings).map(([key, value]) => `-D${key}=${value}`);
  execFileSync(flink, [version, run, '-t', 'kubernetes-application', ...flags, ...more, jar, ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  r.ip = '';
  r.add({ event: 'deployed', configuration: settings, arguments: [...more, ...args] });
}

const JAR = 'local:///opt/flink/examples/streaming/StateMachineExample.jar';
const RATE = ['--rate', '1000'];
const job = (overview: any): any => overview?.jobs?.[0];
const running = (overview: any): boolean =>
  job(overview)?.state === 'RUNNING' && job(overview).tasks.running === job(overview).tasks.total;
const in_ =
  (state: string) =>
  (overview: any): boolean =>
    job(overview)?.state === state;
const later = (seconds: number): (() => boolean) => {
  const end = Date.now() + seconds * 1000;
  return () => Date.now() > end;
};

function remove(cluster: string): void {
  kn('delete', 'deployment', cluster, '--cascade=foreground', '--ignore-not-found');
}
function forget(cluster: string): void {
  remove(cluster);
  kn('delete', 'configmap', '-l', `app=${cluster}`, '--ignore-not-found');
}
/** As an operator does before it deploys again: the job graph goes, checkpoints and counter stay. */
function removeJobGraph(cluster: string): void {
  const map = items('configmaps').find((entry) => entry.metadata.name === `${cluster}-cluster-config-map`);
  for (const key of Object.keys(map?.data ?? {}))
    if (/^(jobGraph|executionPlan)-/.test(key))
      kn(
        'patch',
        'configmap',
        map.metadata.name,
        '--type=json',
        '-p',
        JSON.stringify([{ op: 'remove', path: `/data/${key}` }]),
      );
}

async function readings(r: Recording, label: string): Promise<void> {
  for (const path of [
    '/jobs/overview',
    '/jobs',
    '/config',
    '/overview',
    '/taskmanagers',
    `/jobs/${JOB}`,
    `/jobs/${JOB}/status`,
    `/jobs/${JOB}/checkpoints`,
    `/jobs/${JOB}/exceptions`,
    `/jobs/${JOB}/execution-result`,
  ])
    await r.call(label, 'GET', path);
  r.last.clear();
  r.objects();
}

const completed = (r: Recording, n: number) => async (): Promise<boolean> =>
  ((await r.fetch('GET', `/jobs/${JOB}/checkpoints`)).body?.counts?.completed ?? 0) >= n;
async function finishOf(r: Recording, path: string, seconds = 40): Promise<any> {
  let last: any;
  await r.until(async () => (last = (await r.fetch('GET', path)).body)?.status?.id !== 'IN_PROGRESS', [path], seconds);
  return last;
}

const scenarios: Record<string, (r: Recording) => Promise<void>> = {
  /** Start, run, savepoints, wrong requests, loss of the JobManager, stop with savepoint, and the time after. */
  async life(r) {
    submit(r, {}, JAR, RATE);
    await r.until(running, ['/config', '/taskmanagers']);
    await r.until(completed(r, 2), [`/jobs/${JOB}/checkpoints`]);
    await readings(r, 'running');
    await r.call('prefixed path', 'GET', '/v1/jobs/overview');
    await r.call('unknown version', 'GET', '/v2/jobs/overview');
    await r.call('unknown path', 'GET', '/nothing');
    await r.call('wrong method', 'POST', '/jobs/overview');
    await r.call('unknown job', 'GET', `/jobs/${OTHER}`);
    for (const path of ['checkpoints', 'exceptions', 'execution-result', 'status'])
      await r.call('unknown job', 'GET', `/jobs/${OTHER}/${path}`);
    await r.call('malformed job', 'GET', '/jobs/nonsense/checkpoints');
    await r.call('cancel unknown job', 'PATCH', `/jobs/${OTHER}?mode=cancel`);
    await r.call('unknown trigger', 'GET', `/jobs/${JOB}/savepoints/${OTHER}`);
    await r.call('stop mode', 'PATCH', `/jobs/${JOB}?mode=stop`);
    await r.call('unknown mode', 'PATCH', `/jobs/${JOB}?mode=nonsense`);
    await r.call('savepoint without directory', 'POST', `/jobs/${JOB}/savepoints`);
    await r.call('stop without directory', 'POST', `/jobs/${JOB}/stop`, {});
    await r.call('unknown field', 'POST', `/jobs/${OTHER}/stop`, {
      targetDirectory: 'file:///data/savepoints',
      nonsense: 1,
    });
    await r.call('not JSON', 'POST', `/jobs/${OTHER}/stop`, '{');
    await r.call('null for a boolean', 'POST', `/jobs/${OTHER}/stop`, {
      targetDirectory: 'file:///data/savepoints',
      drain: null,
      nothing: 1,
    });
    const chosen = 'e19f7c5508aa4d3e8b61c2d4907f3a6c';
    const body = {
      'target-directory': 'file:///data/savepoints',
      'cancel-job': false,
      formatType: 'CANONICAL',
      triggerId: chosen,
    };
    await r.call('savepoint', 'POST', `/jobs/${JOB}/savepoints`, body);
    await r.call('savepoint again, same trigger', 'POST', `/jobs/${JOB}/savepoints`, body);
    await finishOf(r, `/jobs/${JOB}/savepoints/${chosen}`);
    await r.call('savepoint again, completed', 'POST', `/jobs/${JOB}/savepoints`, body);
    await r.call('other job, same trigger', 'GET', `/jobs/${OTHER}/savepoints/${chosen}`);
    const wrong = await r.call('savepoint of unknown job', 'POST', `/jobs/${OTHER}/savepoints`, {
      'target-directory': 'file:///data/savepoints',
    });
    await finishOf(r, `/jobs/${OTHER}/savepoints/${wrong['request-id']}`);
    const stopWrong = await r.call('stop unknown job', 'POST', `/jobs/${OTHER}/stop`, {
      targetDirectory: 'file:///data/savepoints',
    });
    await finishOf(r, `/jobs/${OTHER}/savepoints/${stopWrong['request-id']}`);
    const refused = await r.call('savepoint to a bad place', 'POST', `/jobs/${JOB}/savepoints`, {
      'target-directory': 'file:///proc/nowhere',
    });
    await finishOf(r, `/jobs/${JOB}/savepoints/${refused['request-id']}`);
    const stopRefused = await r.call('stop to a bad place', 'POST', `/jobs/${JOB}/stop`, {
      targetDirectory: 'file:///proc/nowhere',
    });
    await finishOf(r, `/jobs/${JOB}/savepoints/${stopRefused['request-id']}`);
    await r.until(later(4), []);
    const check = await r.call('checkpoint', 'POST', `/jobs/${JOB}/checkpoints`, { checkpointType: 'FULL' });
    await finishOf(r, `/jobs/${JOB}/checkpoints/${check['request-id']}`);
    await readings(r, 'after savepoints');
    r.add({ event: 'JobManager killed' });
    kn('delete', 'pod', '-l', `app=${r.cluster},component=jobmanager`, '--grace-period=0', '--force');
    await r.until(later(2), []);
    await r.until(running, [
      '/config',
      `/jobs/${JOB}/checkpoints`,
      `/jobs/${JOB}/savepoints/${chosen}`,
      '/taskmanagers',
    ]);
    await r.until(completed(r, 1), []);
    await readings(r, 'recovered');
    r.add({ event: 'JobManager deleted with grace' });
    kn('delete', 'pod', '-l', `app=${r.cluster},component=jobmanager`, '--wait=false');
    await r.until(later(2), []);
    await r.until(running, ['/config', `/jobs/${JOB}/checkpoints`, '/taskmanagers']);
    await r.until(completed(r, 1), []);
    const stop = 'b2d86f1ac4e94b7d9c0a15e37f6824db';
    const stopBody = {
      targetDirectory: 'file:///data/savepoints',
      drain: false,
      formatType: 'CANONICAL',
      triggerId: stop,
    };
    await r.call('stop', 'POST', `/jobs/${JOB}/stop`, stopBody);
    await r.call('stop again, same trigger', 'POST', `/jobs/${JOB}/stop`, stopBody);
    await finishOf(r, `/jobs/${JOB}/savepoints/${stop}`);
    await r.until(in_('FINISHED'), ['/taskmanagers']);
    await r.until(later(5), ['/taskmanagers']);
    await readings(r, 'stopped');
    await r.call('savepoint status later', 'GET', `/jobs/${JOB}/savepoints/${stop}`);
    await r.call('cancel a finished job', 'PATCH', `/jobs/${JOB}?mode=cancel`);
    const late = await r.call('stop a finished job', 'POST', `/jobs/${JOB}/stop`, {
      targetDirectory: 'file:///data/savepoints',
    });
    await finishOf(r, `/jobs/${JOB}/savepoints/${late['request-id']}`);
    await r.until(later(35), ['/taskmanagers']);
    r.add({ event: 'JobManager killed' });
    kn('delete', 'pod', '-l', `app=${r.cluster},component=jobmanager`, '--grace-period=0', '--force');
    await r.until(later(2), []);
    await r.until((o, s) => s === 200 && Boolean(job(o)), ['/config']);
    await r.until(later(5), []);
    await readings(r, 'finished and restarted');
    const again = await r.call('stop a job that finished before', 'POST', `/jobs/${JOB}/stop`, {
      targetDirectory: 'file:///data/savepoints',
    });
    await finishOf(r, `/jobs/${JOB}/savepoints/${again['request-id']}`);
    await r.call('cancel a job that finished before', 'PATCH', `/jobs/${JOB}?mode=cancel`);
  },
  /** A second stop under another trigger id while the first is under way, and a stop while the job is restarting from it. */
  async twostops(r) {
    submit(r, {}, JAR, RATE);
    await r.until(running, []);
    await r.until(completed(r, 1), []);
    const first = await r.call('stop', 'POST', `/jobs/${JOB}/stop`, { targetDirectory: 'file:///data/savepoints' });
    const second = await r.call('second stop', 'POST', `/jobs/${JOB}/stop`, {
      targetDirectory: 'file:///data/savepoints',
    });
    await finishOf(r, `/jobs/${JOB}/savepoints/${first['request-id']}`);
    await finishOf(r, `/jobs/${JOB}/savepoints/${second['request-id']}`);
    await r.until(later(4), []);
    await readings(r, 'after two stops');
    forget(r.cluster);
    submit(r, { 'job-result-store.storage-path': `file:///data/ha/jrs/${r.cluster}-2` }, JAR, ['--rate', 'nonsense']);
    await r.until(in_('FAILED'), [], 60);
    await r.until(later(6), []);
    await readings(r, 'main() threw');
  },
  /** Cancel, its refusals, and checkpoints that stay; then from such a state a last-state deployment whose HA data have gone. */
  async cancel(r) {
    submit(r, {}, JAR, RATE);
    await r.until(running, []);
    await r.until(completed(r, 1), []);
    await r.call('cancel', 'PATCH', `/jobs/${JOB}?mode=cancel`);
    await r.until(in_('CANCELED'), [`/jobs/${JOB}/execution-result`]);
    await r.call('cancel again', 'PATCH', `/jobs/${JOB}?mode=cancel`);
    const late = await r.call('stop a canceled job', 'POST', `/jobs/${JOB}/stop`, {
      targetDirectory: 'file:///data/savepoints',
    });
    await finishOf(r, `/jobs/${JOB}/savepoints/${late['request-id']}`);
    await readings(r, 'canceled');
    forget(r.cluster);
    r.add({ event: 'deployment and HA data deleted' });
    submit(r, { 'job-result-store.storage-path': `file:///data/ha/jrs/${r.cluster}-2` }, JAR, RATE, [
      '-s',
      'KUBERNETES_OPERATOR_LAST_STATE',
    ]);
    await r.until((o, s) => job(o)?.state === 'FAILED' || job(o)?.state === 'RUNNING', ['/config']);
    await r.until(later(8), []);
    await readings(r, 'last state without HA data');
    await r.call('cancel a failed job', 'PATCH', `/jobs/${JOB}?mode=cancel`);
    const failed = await r.call('stop a failed job', 'POST', `/jobs/${JOB}/stop`, {
      targetDirectory: 'file:///data/savepoints',
    });
    await finishOf(r, `/jobs/${JOB}/savepoints/${failed['request-id']}`);
  },
  /** Last-state deployment: Deployment deleted while the job runs, job graph removed, deployed again with the dummy path. */
  async laststate(r) {
    submit(r, {}, JAR, RATE);
    await r.until(running, []);
    await r.until(completed(r, 2), []);
    await readings(r, 'before');
    remove(r.cluster);
    r.add({ event: 'deployment deleted' });
    r.last.clear();
    r.objects();
    removeJobGraph(r.cluster);
    submit(r, { 'job-result-store.storage-path': `file:///data/ha/jrs/${r.cluster}-2` }, JAR, RATE, [
      '-s',
      'KUBERNETES_OPERATOR_LAST_STATE',
    ]);
    await r.until(running, ['/config', `/jobs/${JOB}/checkpoints`]);
    await r.until(completed(r, 1), []);
    await readings(r, 'after');
    const stop = await r.call('stop', 'POST', `/jobs/${JOB}/stop`, { targetDirectory: 'file:///data/savepoints' });
    const done = await finishOf(r, `/jobs/${JOB}/savepoints/${stop['request-id']}`);
    await r.until(in_('FINISHED'), []);
    forget(r.cluster);
    r.add({ event: 'deployment and HA data deleted' });
    submit(r, { 'high-availability.type': 'NONE' }, JAR, RATE, ['-s', done.operation.location]);
    await r.until(running, ['/config', `/jobs/${JOB}/checkpoints`]);
    await r.until(completed(r, 1), []);
    await readings(r, 'restored from savepoint, no HA');
    r.add({ event: 'JobManager killed' });
    kn('delete', 'pod', '-l', `app=${r.cluster},component=jobmanager`, '--grace-period=0', '--force');
    await r.until(later(2), []);
    await r.until(running, ['/config', `/jobs/${JOB}/checkpoints`]);
    await readings(r, 'restarted without HA');
  },
  /** A job that fails at run time (one restart allowed), then one whose main class does not exist, then a savepoint that is not there, without HA. */
  async failure(r) {
    const restart = {
      'restart-strategy.type': 'fixed-delay',
      'restart-strategy.fixed-delay.attempts': '1',
      'restart-strategy.fixed-delay.delay': '2 s',
    };
    submit(r, restart, JAR, [...RATE, '--fail-at', '3000']);
    await r.until(in_('FAILED'), [`/jobs/${JOB}/execution-result`], 120);
    await r.until(later(4), []);
    await readings(r, 'failed');
    await r.call('cancel a failed job', 'PATCH', `/jobs/${JOB}?mode=cancel`);
    forget(r.cluster);
    submit(r, { 'job-result-store.storage-path': `file:///data/ha/jrs/${r.cluster}-2` }, JAR, RATE, [
      '-c',
      'does.not.Exist',
    ]);
    await r.until(in_('FAILED'), ['/config'], 60);
    await r.until(later(4), []);
    await readings(r, 'bad entry class');
    forget(r.cluster);
    submit(r, { 'high-availability.type': 'NONE' }, JAR, RATE, ['-s', 'file:///data/savepoints/savepoint-gone']);
    await r.until(in_('FAILED'), ['/config'], 60);
    await r.until(later(4), []);
    await readings(r, 'bad savepoint, no HA');
  },
};

async function main(): Promise<void> {
  kubectl(['delete', 'namespace', ns, '--ignore-not-found']);
  kubectl(['create', 'namespace', ns]);
  kn('create', 'serviceaccount', 'flink');
  kn('create', 'rolebinding', 'flink', '--clusterrole=edit', `--serviceaccount=${ns}:flink`);
  kubectl(
    ['-n', ns, 'apply', '-f', '-'],
    'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }\n',
  );
  writeFileSync(join(work, 'jm.yaml'), POD(true));
  writeFileSync(join(work, 'tm.yaml'), POD(false));
  for (const [name, run] of Object.entries(scenarios)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const recording = new Recording(name, name);
    try {
      await run(recording);
    } catch (error) {
      recording.add({ event: 'scenario broke', error: String(error) });
      process.stderr.write(`${name}: ${String((error as Error).stack)}\n`);
    }
    try {
      writeFileSync(join(work, `${name}.log`), kn('logs', '-l', `app=${name},component=jobmanager`, '--tail=400'));
    } catch {
      // The pod may be gone; the log is only for whoever runs this.
    }
    recording.save();
    forget(name);
  }
  process.stderr.write(`logs in ${work}\n`);
  kubectl(['delete', 'namespace', ns, '--wait=false']);
}

await main();
