// SPDX-License-Identifier: Apache-2.0
// One look at Flink through its REST API, as anybody could take it: what the demo believes of the job comes from here, not from the operator.

import type { Clock } from '../../lib/runtime/clock.ts';
import type { Transport } from '../../lib/runtime/transport.ts';
import type { CheckpointStatistics } from '../../operator/flink/checkpoints.ts';
import type { JobOverview } from '../../operator/flink/job-overview.ts';
import { FlinkRestClient } from '../../operator/flink/rest-client.ts';

export type FlinkLook =
  | { readonly answers: false; readonly why: string }
  | {
      readonly answers: true;
      /** The newest job; undefined while there is none. */
      readonly job: JobOverview | undefined;
      readonly checkpoints: CheckpointStatistics | undefined;
    };

export interface FlinkAddress {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly name: string;
  readonly namespace: string;
}

/** Looks. Never throws: that Flink does not answer is something to see, too. */
export async function lookAtFlink({ transport, clock, name, namespace }: FlinkAddress): Promise<FlinkLook> {
  const origin = `http://${name}-rest.${namespace}:8081`;
  const client = new FlinkRestClient({ transport, clock, origin, timeoutMs: 5000 });
  try {
    const jobs = await client.jobsOverview();
    const job = jobs.toSorted((a, b) => b.startTime - a.startTime)[0];
    const statistics = job === undefined ? undefined : await client.checkpoints(job.id).catch(() => undefined);
    return { answers: true, job, checkpoints: statistics === 'not-enabled' ? undefined : statistics };
  } catch (error) {
    return { answers: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether two addresses of a snapshot mean the same place: `file:///data` is also written `file:/data`. */
export function samePath(a: string | undefined, b: string | undefined): boolean {
  const plain = (path: string): string => path.replace(/^file:\/*/u, 'file:/');
  return a !== undefined && b !== undefined && plain(a) === plain(b);
}
