// SPDX-License-Identifier: Apache-2.0
// Checks that are told one by one and do not end each other, and commands that they run. What is checked stands elsewhere.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a command to its end; its output, trimmed. Throws with the output in `stdout` and `stderr`. */
export async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await execute(command, [...args], { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return stdout.trim();
}

/** One check: what it returns is told, what it throws is a failure. */
export type Check = readonly [name: string, body: () => string | Promise<string>];

/** The names of the checks that have failed so far. */
export class Checks {
  readonly failures: string[] = [];

  fail(name: string, why: string): void {
    this.failures.push(name);
    console.error(`FAIL  ${name}\n${why.trim().replaceAll(/^/gm, '      ')}`);
  }

  async check(...[name, body]: Check): Promise<void> {
    const began = performance.now();
    try {
      const said = await body();
      const took = performance.now() - began;
      const time = took < 2000 ? '' : ` (${(took / 1000).toFixed(0)} s)`;
      console.log(`ok    ${name}${said === '' ? '' : `: ${said.replaceAll('\n', '\n      ')}`}${time}`);
    } catch (error) {
      const { stdout = '', stderr = '', message } = error as { stdout?: string; stderr?: string; message: string };
      this.fail(name, `${stdout}${stderr}` || message);
    }
  }

  /** Several checks that do not need each other, `width` at a time. */
  async all(checks: readonly Check[], width = 2): Promise<void> {
    const waiting = [...checks];
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await this.check(...next);
    };
    await Promise.all(Array.from({ length: width }, lane));
  }
}
