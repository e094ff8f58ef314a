// SPDX-License-Identifier: Apache-2.0
// A whole cluster in this process: API server, controllers, a node, Flink, and an operator that is started in it. By default on virtual time,
// where an hour passes in moments and every run is the same; on a real clock it can be watched.

import { customResourceDefinitions } from '../api/crd.ts';
import type { Clock } from '../runtime/clock.ts';
import { sleep } from '../runtime/clock.ts';
import type { Listening, ListenOptions } from './api-server/http-listener.ts';
import { InMemoryApiServer } from './api-server/server.ts';
import type { ClientTransport } from './api-server/in-process-transport.ts';
import { Cluster } from './controllers/cluster.ts';
import type { ClusterLatencies } from './controllers/latencies.ts';
import type { Latencies } from './flink/latencies.ts';
import { SimulatedFlink } from './flink/simulated-flink.ts';
import { OperatorProcess } from './operator-process.ts';
import type { StartOperator } from './operator-process.ts';
import { ProcessBoundary } from './process-boundary.ts';
import type { WriteJudge } from './process-boundary.ts';
import { SeededRandom } from './seeded-random.ts';
import { VirtualClock } from './virtual-clock.ts';

/** What may differ from one cluster to the next; nothing has to be given. */
export interface EmbeddedClusterOptions<C extends Clock = VirtualClock> {
  /** Seed of everything random: uids, job ids, jitter. Default 1. */
  readonly seed?: number;
  /** Where virtual time starts, in milliseconds since the epoch. */
  readonly startMs?: number;
  /** A clock of one's own, e.g. a real one. Default: a new {@link VirtualClock}. */
  readonly clock?: C;
  /** Overrides of the times that Kubernetes takes, in milliseconds. */
  readonly clusterLatencies?: Partial<ClusterLatencies>;
  /** Overrides of the times that Flink takes, in milliseconds. */
  readonly flinkLatencies?: Partial<Latencies>;
  /** Images that cannot be pulled; `cluster.brokenImages` may be changed later. */
  readonly brokenImages?: Iterable<string>;
}

/** How an operator is run. */
export interface RunOptions {
  /** The operator's name in the API server's log and in faults. Default `operator`. */
  readonly client?: string;
  /** Decides about each write of the operator; default: all pass. Numbers start anew with each incarnation. */
  readonly judge?: WriteJudge;
}

/** A cluster to test the life of a job in. `C` is the kind of its clock. */
export class EmbeddedCluster<C extends Clock = VirtualClock> {
  /** The time of everything in it. */
  readonly clock: C;
  readonly random: SeededRandom;
  /** Objects, requests and faults of the API server. */
  readonly api: InMemoryApiServer;
  /** Jobs, their history and their faults. */
  readonly flink: SimulatedFlink;
  /** Controllers and the node. */
  readonly cluster: Cluster;
  readonly #operators: OperatorProcess[] = [];

  constructor(options: EmbeddedClusterOptions<C> = {}) {
    // Without a clock in the options, C is its default.
    this.clock = options.clock ?? (new VirtualClock(options.startMs) as Clock as C);
    this.random = new SeededRandom(options.seed ?? 1);
    this.api = new InMemoryApiServer({ clock: this.clock, random: this.random });
    for (const definition of customResourceDefinitions()) this.api.apply(definition);
    this.flink = new SimulatedFlink({
      clock: this.clock,
      random: this.random,
      kubernetes: this.api.transport('flink'),
      latencies: options.flinkLatencies ?? {},
    });
    this.cluster = new Cluster(this.api, {
      runtime: this.flink.runtime,
      latencies: options.clusterLatencies ?? {},
      brokenImages: options.brokenImages ?? [],
    });
  }

  /** Starts an operator in the cluster. */
  run(start: StartOperator, options: RunOptions = {}): OperatorProcess {
    const process = new OperatorProcess(() => {
      const boundary = new ProcessBoundary(this.clock, options.judge);
      const connection: ClientTransport = this.api.transport(options.client ?? 'operator');
      const operator = start({
        kubernetes: boundary.transport('kubernetes', connection, () => connection.close()),
        flink: boundary.transport('flink', this.flink.transport()),
        clock: boundary.clock,
        random: new SeededRandom(Math.floor(this.random.next() * 2 ** 32)),
      });
      return { boundary, operator };
    });
    this.#operators.push(process);
    return process;
  }

  /**
   * Serves the cluster on a port of the loopback interface, for kubectl and for operators that are processes of their own: the API server,
   * and through it the REST services of the JobManagers. For a real clock only: nothing that comes through a socket waits for virtual time.
   */
  listen(port = 0, options: Omit<ListenOptions, 'services'> = {}): Promise<Listening> {
    return this.api.listen(port, { ...options, services: this.flink.transport() });
  }

  /** Lets time pass. */
  async advance(ms: number): Promise<void> {
    const clock: Clock = this.clock;
    if (clock instanceof VirtualClock) await clock.advance(ms);
    else await sleep(clock, ms);
  }

  /**
   * The result of something that takes time on the clock, such as a request or an operator's start; on virtual time that time passes
   * meanwhile.
   */
  async outcome<T>(work: Promise<T>, limitMs = 600_000): Promise<T> {
    const clock: Clock = this.clock;
    if (!(clock instanceof VirtualClock)) return work;
    let settled = false;
    const settle = (): void => {
      settled = true;
    };
    work.then(settle, settle);
    await clock.runUntil(() => settled, limitMs);
    return work;
  }

  /** Lets time pass until `condition` holds. @throws Error that names `what` when it does not within `limitMs` milliseconds. */
  async until(what: string, condition: () => boolean, limitMs = 300_000): Promise<void> {
    const clock: Clock = this.clock;
    if (clock instanceof VirtualClock) {
      try {
        await clock.runUntil(condition, limitMs);
      } catch (error) {
        throw new Error(`not reached: ${what}`, { cause: error });
      }
      return;
    }
    const end = clock.monotonic() + limitMs;
    while (!condition()) {
      if (clock.monotonic() > end) throw new Error(`not reached within ${String(limitMs / 1000)} s: ${what}`);
      await sleep(clock, 20);
    }
  }

  /** Kills all operators and stops the controllers: nothing happens any more. */
  stop(): void {
    for (const operator of this.#operators) operator.kill();
    this.cluster.stop();
  }
}
