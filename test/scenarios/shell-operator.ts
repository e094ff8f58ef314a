// SPDX-License-Identifier: Apache-2.0
// The operator as a child process, as somebody would start it from a shell: `node operator/main.ts` with a KUBECONFIG.

import { spawn, type ChildProcess } from 'node:child_process';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { OperatorControl, OperatorLine } from './operator-control.ts';

const MAIN = fileURLToPath(new URL('../../operator/main.ts', import.meta.url));

export interface ShellOperatorOptions {
  readonly kubeconfig: string;
  readonly namespace: string;
  /** Told of each line of its log. */
  readonly onLine: (line: OperatorLine) => void;
}

export class ShellOperator implements OperatorControl {
  readonly #options: ShellOperatorOptions;
  #child: ChildProcess | undefined;

  constructor(options: ShellOperatorOptions) {
    this.#options = options;
  }

  start(): Promise<void> {
    if (this.#child !== undefined) return Promise.resolve();
    const { kubeconfig, namespace, onLine } = this.#options;
    // Nothing of the caller's environment: in it may be settings that the operator reads.
    const child = spawn(process.execPath, [MAIN], {
      env: {
        KUBECONFIG: kubeconfig,
        WATCH_NAMESPACES: namespace,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const orphaned = (): void => void child.kill('SIGKILL');
    process.once('exit', orphaned);
    child.once('exit', () => process.off('exit', orphaned));
    return new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (text) => {
        const line = parse(text);
        onLine(line);
        if (line.message === 'the operator works') resolve();
      });
      createInterface({ input: child.stderr }).on('line', (text) => onLine({ message: text }));
      child.on('error', reject);
      child.on('exit', (code, signal) => {
        if (this.#child === child) this.#child = undefined;
        onLine({ message: `the operator ended: ${String(signal ?? code)}` });
        // Whoever killed it before it worked is not waiting for that.
        if (signal === null && code !== 0) reject(new Error(`the operator ended with code ${String(code)}`));
        else resolve();
      });
    });
  }

  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  }
}

function parse(text: string): OperatorLine {
  try {
    return JSON.parse(text) as OperatorLine;
  } catch {
    return { message: text };
  }
}
