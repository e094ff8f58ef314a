// SPDX-License-Identifier: Apache-2.0
// The near end of world.ts: a cluster in another process, and what can be asked of it.

import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A message to the world. */
export type Asked = { readonly number: number } & Order;

/** What can be asked. */
export type Order =
  | { readonly do: 'create'; readonly name: string }
  | { readonly do: 'ramp'; readonly count: number }
  | { readonly do: 'change' | 'remove' | 'until-deployment' | 'reset' | 'counted' };

/** How long parts of a deployment or an upgrade took, in seconds since the change. */
export interface Transition {
  readonly firstWrite: number;
  readonly deployment: number;
  readonly stable: number;
}

/** Requests of the operator since the last `reset`. */
export interface Counted {
  readonly api: number;
  readonly apiWrites: number;
  readonly flink: number;
}

/** When the operator first did something since the last `reset`; epoch milliseconds. */
export interface Moments {
  readonly firstRequest: number;
  readonly firstWrite: number;
  readonly deployment: number;
}

interface Answer {
  readonly number: number;
  readonly answer?: unknown;
  readonly error?: string;
}

let worlds = 0;

/** A cluster in a process of its own. */
export class EmbeddedWorldProcess {
  /** File that the operator is given. */
  readonly kubeconfig: string = join(tmpdir(), `flinkwright-bench-${String(process.pid)}-${String(worlds++)}.json`);
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  #number = 0;

  private constructor() {
    this.#child = fork(fileURLToPath(new URL('world.ts', import.meta.url)), [this.kubeconfig]);
    this.#child.on('message', ({ number, answer, error }: Answer) => {
      const waiting = this.#waiting.get(number);
      this.#waiting.delete(number);
      if (error === undefined) waiting?.resolve(answer);
      else waiting?.reject(new Error(error));
    });
    this.#child.on('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`the world ended with ${String(code)}`));
    });
  }

  /** Starts it and waits until it listens. */
  static async start(): Promise<EmbeddedWorldProcess> {
    const world = new EmbeddedWorldProcess();
    await world.#answer(0);
    return world;
  }

  /** Creates applications until there are so many, and waits until all are STABLE. */
  ramp(count: number): Promise<Transition[]> {
    return this.#ask({ do: 'ramp', count }) as Promise<Transition[]>;
  }

  /** Restarts all applications at once and waits until all are STABLE again. */
  change(): Promise<Transition[]> {
    return this.#ask({ do: 'change' }) as Promise<Transition[]>;
  }

  /** Creates one application and does not wait. */
  async create(name: string): Promise<void> {
    await this.#ask({ do: 'create', name });
  }

  /** Deletes all applications; the operator must be running. */
  async remove(): Promise<void> {
    await this.#ask({ do: 'remove' });
  }

  /** Waits until a JobManager Deployment was created. */
  untilDeployment(): Promise<Moments> {
    return this.#ask({ do: 'until-deployment' }) as Promise<Moments>;
  }

  /** Forgets all requests. */
  async reset(): Promise<void> {
    await this.#ask({ do: 'reset' });
  }

  counted(): Promise<Counted> {
    return this.#ask({ do: 'counted' }) as Promise<Counted>;
  }

  stop(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  #ask(order: Order): Promise<unknown> {
    const number = ++this.#number;
    this.#child.send({ number, ...order });
    return this.#answer(number);
  }

  #answer(number: number): Promise<unknown> {
    return new Promise((resolve, reject) => this.#waiting.set(number, { resolve, reject }));
  }
}
