// SPDX-License-Identifier: Apache-2.0
// Measures our operator as a pod on the cluster that KUBECONFIG names, by the scripts that measured the Java operator. They are not part
// of this repository: RIG names their folder (`../shared/rig` unless given), CLUSTER_DIR the state of the cluster, which must write an audit log.
//
//   node bench/real/run.ts [--image flinkwright:dev] [--out FOLDER] [--keep] [STEP...]
//
// Steps: size, idle, start, deploy, stateful, steady, scale; all of them unless some are named. Figures go to --out as JSON, a table to the screen.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { install, NAMESPACE, restart, SCALE_NAMESPACE, SELECTOR, uninstall, USER, NAME } from './install.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    image: { type: 'string', default: 'flinkwright:dev' },
    out: { type: 'string', default: join(tmpdir(), 'flinkwright-bench') },
    keep: { type: 'boolean', default: false },
  },
});

const rig = resolve(process.env['RIG'] ?? new URL('../../../shared/rig', import.meta.url).pathname);
const cluster = process.env['CLUSTER'] ?? resolve(rig, '../cluster');
const clusterDir = process.env['CLUSTER_DIR'] ?? '/var/lib/flinkwright-cluster';
const out = resolve(values.out);
if (!existsSync(join(rig, 'lifecycle.py'))) fail(`RIG names no folder with the measuring scripts: ${rig}`);
if (!existsSync(join(clusterDir, 'log/audit.log')))
  fail(`the cluster in ${clusterDir} writes no audit log: AUDIT=1 up`);
mkdirSync(out, { recursive: true });

const operator = [NAMESPACE, SELECTOR];
const minutes = (count: number): number => count * 60_000;

/** What is measured, in this order; a fresh operator for each. */
const STEPS: Readonly<Record<string, () => void>> = {
  size: () => {
    const archive = join(clusterDir, 'cache/archives', `${values.image.replaceAll(/[/:]/g, '_')}.tar`);
    if (!existsSync(archive)) return console.log(`no ${archive}: the image was not built by the cluster tool`);
    const layers = readFileSync(archive);
    const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
    console.log(`image: ${mebibytes(layers.length)}, gzip ${mebibytes(gzipSync(layers).length)}`);
  },
  idle: () => {
    pause(120);
    python('procs.py', [...operator, '60'], minutes(3));
  },
  start: () => python('startup.py', [file('start'), USER, NAMESPACE, NAME, '7'], minutes(10)),
  deploy: () => python('lifecycle.py', [file('deploy'), USER, 'alternate:5'], minutes(15)),
  stateful: () => python('lifecycle.py', [file('stateful'), USER, 'savepoint:3', 'laststate:4'], minutes(20)),
  steady: () => python('steady.py', [file('steady'), USER, ...operator, '120', '0', '1', '3'], minutes(15)),
  scale: () => {
    sh(join(rig, 'scale-start'));
    try {
      const steps = ['ramp:100', 'wait:30', 'steady:60', 'change:50', 'ramp:500', 'wait:30', 'steady:60', 'change:50'];
      const hanging = ['hang:0.1', 'wait:60', 'steady:60', 'change:50', 'hang:0', 'remove'];
      inside('scale.py', [file('scale'), USER, ...operator, ...steps, ...hanging], minutes(40));
    } finally {
      sh(join(rig, 'scale-stop'));
    }
  },
};

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function file(name: string): string {
  return join(out, `${name}.json`);
}

function pause(seconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
}

function sh(command: string, args: readonly string[] = [], timeout = minutes(2)): void {
  const { status, signal, error } = spawnSync(command, args, {
    cwd: rig,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout,
    env: {
      ...process.env,
      NAMESPACE,
      SCALE_NAMESPACE,
      CLUSTER_DIR: clusterDir,
      PYTHONDONTWRITEBYTECODE: '1',
      FLINK_CLI: `${join(cluster, 'flink')} 1.20`,
    },
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(signal ?? status)}`);
}

function python(script: string, args: readonly string[], timeout: number): void {
  sh('python3', [join(rig, script), ...args], timeout);
}

/** Within the cluster's network, where the stand-ins for Flink listen. */
function inside(script: string, args: readonly string[], timeout: number): void {
  const netns = `/run/netns/${process.env['CLUSTER_NETNS'] ?? 'fw'}`;
  sh('nsenter', [`--net=${netns}`, '--', 'python3', join(rig, script), ...args], timeout);
}

const load = (): string => readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');
const wanted = positionals.length === 0 ? Object.keys(STEPS) : positionals;
for (const name of wanted)
  if (STEPS[name] === undefined) fail(`no step ${name}; there are ${Object.keys(STEPS).join(', ')}`);

install(values.image);
try {
  for (const [index, name] of wanted.entries()) {
    if (index > 0 && name !== 'size') restart();
    console.log(`\n## ${name}, load ${load()}\n`);
    STEPS[name]?.();
  }
} finally {
  if (!values.keep) uninstall(values.image);
}
const files = wanted.map(file).filter((path) => existsSync(path));
if (files.length > 0) python('report.py', files, minutes(1));
console.log(`\nload at the end ${load()}; figures in ${out}`);
