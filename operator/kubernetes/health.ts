// SPDX-License-Identifier: Apache-2.0
// Answers `/healthz` and `/readyz` from named checks, in the words of the Kubernetes components: `ok`, sub-paths for single
// checks, `?verbose` for all of them, `?exclude=` to leave some out. Pure: main.ts puts it behind a socket.

/** Whether something is well: true, or a sentence that says what is not. */
export type Check = () => true | string;

/** `healthz`: the process is worth keeping; `readyz`: it does its work. */
export type HealthEndpoint = 'healthz' | 'readyz';

export interface HealthAnswer {
  readonly status: number;
  readonly body: string;
}

/** Named checks behind the two endpoints. */
export class Health {
  readonly #checks: Readonly<Record<HealthEndpoint, Map<string, Check>>> = { healthz: new Map(), readyz: new Map() };

  constructor() {
    this.add('healthz', 'ping', () => true);
  }

  add(endpoint: HealthEndpoint, name: string, check: Check): this {
    this.#checks[endpoint].set(name, check);
    return this;
  }

  /** True when every check of an endpoint is well. */
  isOk(endpoint: HealthEndpoint): boolean {
    return [...this.#checks[endpoint].values()].every((check) => run(check) === true);
  }

  /** Answers a request for `path`, with its query; undefined when the path is none of ours. */
  handle(path: string): HealthAnswer | undefined {
    const url = new URL(path, 'http://health');
    const [endpoint = '', name] = url.pathname.slice(1).split('/');
    if (endpoint !== 'healthz' && endpoint !== 'readyz') return undefined;
    const checks = this.#checks[endpoint];
    if (name !== undefined && name !== '') {
      const check = checks.get(name);
      return check === undefined
        ? { status: 404, body: `no check '${name}'\n` }
        : answer([[name, run(check)]], endpoint, false);
    }
    const excluded = new Set(url.searchParams.getAll('exclude'));
    const results = [...checks]
      .filter(([each]) => !excluded.has(each))
      .map(([each, check]): Result => [each, run(check)]);
    return answer(results, endpoint, url.searchParams.has('verbose'));
  }
}

type Result = readonly [name: string, outcome: true | string];

/** A check that throws is a check that fails. */
function run(check: Check): true | string {
  try {
    return check();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function answer(results: readonly Result[], endpoint: HealthEndpoint, verbose: boolean): HealthAnswer {
  const failed = results.some(([, outcome]) => outcome !== true);
  if (!failed && !verbose) return { status: 200, body: 'ok' };
  const lines = results.map(([name, outcome]) =>
    outcome === true ? `[+]${name} ok` : `[-]${name} failed: ${outcome}`,
  );
  lines.push(`${endpoint} check ${failed ? 'failed' : 'passed'}`);
  return { status: failed ? 500 : 200, body: `${lines.join('\n')}\n` };
}
