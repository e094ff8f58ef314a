// SPDX-License-Identifier: Apache-2.0
// The files and commands of the machine, for composition roots that hand them to the cluster configuration. Nothing else imports
// this.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { ReadTextFile } from './cluster-config.ts';
import type { RunCommand } from './exec-credential.ts';

/** Reads a file of the machine. */
export const readTextFile: ReadTextFile = (path) => readFile(path, 'utf8');

/** Makes a runner of commands in the environment `env`; each may take a minute. */
export function commandRunner(env: Readonly<Record<string, string | undefined>>): RunCommand {
  return (command, args, extra) =>
    new Promise((resolve, reject) => {
      const child = execFile(command, args, { env: { ...env, ...extra }, timeout: 60_000 }, (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new Error(stderr.trim() === '' ? error.message : stderr.trim(), { cause: error }));
      });
      child.stdin?.end();
    });
}
