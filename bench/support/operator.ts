// SPDX-License-Identifier: Apache-2.0
// The operator as it ships: the bundle as a process of its own, with the flags of the image's entry point and the environment of our
// Deployment. Its memory and processor time are read from /proc, as for any other process.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Deployment } from '../../lib/kubernetes/objects.ts';
import { operatorDeployment } from '../../lib/manifests/operator/deployment.ts';
import { operatorInstallation } from '../../lib/manifests/operator/options.ts';
import { CONFIGURATION } from './configuration.ts';

const ROOT = new URL('../../', import.meta.url);
const BUNDLE = process.env['BUNDLE'] ?? fileURLToPath(new URL('dist/operator/operator.mjs', ROOT));
/** Of `/proc/<pid>/stat`, which Linux gives in hundredths of a second to all programs. */
const TICKS_PER_SECOND = 100;

/** Node's flags in the image. */
function flags(): string[] {
  const entrypoint = /^ENTRYPOINT (\[.*\])$/m.exec(readFileSync(new URL('Dockerfile', ROOT), 'utf8'))?.[1] ?? '[]';
  return (JSON.parse(entrypoint) as string[]).filter((word) => word.startsWith('--'));
}

/** What our Deployment gives the process besides names of places in the pod. */
function environment(): Record<string, string> {
  const deployment: Deployment = operatorDeployment(operatorInstallation({ image: 'any' }));
  const given = deployment.spec?.template?.spec?.containers?.[0]?.env ?? [];
  return Object.fromEntries(given.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}

/** A running operator. */
export class BenchedOperator {
  /** Epoch milliseconds right before the process was asked for. */
  readonly started: number;
  readonly #child: ChildProcess;
  readonly #folder: string;

  constructor(kubeconfig: string, extra: readonly string[] = []) {
    if (!existsSync(BUNDLE)) throw new Error('there is no bundle: run `npm run build:operator` first');
    this.#folder = mkdtempSync(join(tmpdir(), 'flinkwright-bench-'));
    writeFileSync(join(this.#folder, 'config.yaml'), JSON.stringify(CONFIGURATION));
    this.started = performance.timeOrigin + performance.now();
    this.#child = spawn(process.execPath, [...flags(), ...extra, BUNDLE], {
      env: {
        ...environment(),
        NODE_ENV: 'production',
        FLINK_CONF_DIR: this.#folder,
        KUBECONFIG: kubeconfig,
        LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
      },
      stdio: ['ignore', process.env['OPERATOR_LOG'] === undefined ? 'ignore' : 'inherit', 'inherit'],
    });
    this.#child.on('exit', (code) => {
      if (code !== null && code !== 0) throw new Error(`the operator ended with code ${String(code)}`);
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Resident memory in MiB, and the most there was. */
  memory(): { readonly rss: number; readonly anonymous: number; readonly peak: number } {
    const status = readFileSync(`/proc/${String(this.pid)}/status`, 'utf8');
    const of = (key: string): number =>
      Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? NaN) / 1024;
    return { rss: of('VmRSS'), anonymous: of('RssAnon'), peak: of('VmHWM') };
  }

  /** Processor time so far in seconds. */
  cpuSeconds(): number {
    const stat = readFileSync(`/proc/${String(this.pid)}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  }

  /** Ends the process in order, or by force after five seconds. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    const patience = new AbortController();
    const force = sleep(5000, undefined, { signal: patience.signal }).then(
      () => this.#child.kill('SIGKILL'),
      () => undefined,
    );
    await Promise.race([ended, force]);
    await ended;
    patience.abort();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
