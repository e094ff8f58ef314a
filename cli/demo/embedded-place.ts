// SPDX-License-Identifier: Apache-2.0
// The demo inside this process: API server in memory, simulated Flink, virtual time.

import { EmbeddedCluster, SeededRandom } from '../../lib/testing/index.ts';
import type { Random } from '../../lib/runtime/random.ts';
import type { Transport } from '../../lib/runtime/transport.ts';
import type { OperatorProcess, StartOperator } from '../../lib/testing/index.ts';
import { EXAMPLE } from './example.ts';
import type { JobCounter, Place } from './place.ts';

export interface EmbeddedPlaceOptions {
  readonly namespace: string;
  readonly image: string;
}

/** Virtual milliseconds between two pictures. */
const STRETCH_MS = 100;

export class EmbeddedPlace implements Place {
  readonly description: string =
    'In this process: the Kubernetes API and Flink are simulated, the operator is the real one.';
  readonly namespace: string;
  readonly image: string;
  readonly cluster: EmbeddedCluster = new EmbeddedCluster();
  readonly clock: EmbeddedCluster['clock'] = this.cluster.clock;
  readonly random: Random = new SeededRandom(2);
  readonly kubernetes: Transport = this.cluster.api.transport('kubectl');
  readonly flink: Transport = this.cluster.flink.transport();
  readonly lookMs: number = 250;
  readonly vanishes: boolean = true;
  readonly counter: JobCounter;

  constructor({ namespace, image }: EmbeddedPlaceOptions) {
    this.namespace = namespace;
    this.image = image;
    const { flink } = this.cluster;
    this.counter = {
      now: () => {
        const job = flink.job(this.flinkCluster);
        return job?.isExecuting === true ? job.value : undefined;
      },
      in: (path) => flink.storage.snapshot(path)?.value,
      atStart: () => flink.history.runsOf(this.flinkCluster).findLast((run) => run.endedAt === undefined)?.startValue,
    };
  }

  /** What the simulated Flink calls the example's cluster. */
  get flinkCluster(): string {
    return `${this.namespace}/${EXAMPLE}`;
  }

  startOperator(start: StartOperator): OperatorProcess {
    return this.cluster.run(start);
  }

  async during<T>(work: Promise<T>, moment: (ms: number) => Promise<void>): Promise<T> {
    let done = false;
    const settle = (): void => {
      done = true;
    };
    work.then(settle, settle);
    while (!done) {
      await this.cluster.advance(STRETCH_MS);
      await moment(STRETCH_MS);
    }
    return work;
  }

  close(): Promise<void> {
    this.cluster.stop();
    return Promise.resolve();
  }
}
