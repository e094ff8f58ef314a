// SPDX-License-Identifier: Apache-2.0
// How a run ended, without what may differ between two good runs: times and identities.

import type { FlinkDeploymentStatus } from '../../lib/api/flink-deployment.ts';
import type { EmbeddedWorld } from '../scenarios/embedded-world.ts';

export interface End {
  /** The status; undefined when the resource is gone. */
  readonly status: unknown;
  /** Every object in the namespace that the scenario did not begin with. */
  readonly objects: readonly string[];
  /** Whether the job executes, and what each of its runs was restored from. */
  readonly job: string;
  readonly runs: readonly string[];
}

/** Takes the end of a run. */
export async function endOf(world: EmbeddedWorld): Promise<End> {
  const { flink } = world.cluster;
  const found = await world.application();
  return {
    status: found === undefined ? undefined : timeless(found.status ?? {}),
    objects: (await world.leftovers()).map((name) =>
      name.replace(/^(Pod\/app|ReplicaSet\/app)-(?!taskmanager).*/, '$1-*').replace(/[0-9a-f]{32}/, 'ID'),
    ),
    job: flink.job(world.flinkCluster)?.isExecuting === true ? 'executes' : 'does not execute',
    runs: flink.history.runsOf(world.flinkCluster).map(({ restoredFrom }) => restoredFrom.kind),
  };
}

const TIMES: ReadonlySet<string> = new Set([
  'startTime',
  'updateTime',
  'reconciliationTimestamp',
  'lastTransitionTime',
  'timeStamp',
  // Grows with the job's own life.
  'state-size',
]);

function timeless(status: FlinkDeploymentStatus): unknown {
  return JSON.parse(
    JSON.stringify(status, (key, value: unknown) => (TIMES.has(key) ? undefined : value))
      .replace(/savepoint-[0-9a-f]{6}-[0-9a-f]{12}/g, 'savepoint-ID')
      .replace(/chk-\d+/g, 'chk-N')
      .replace(/[0-9a-f]{32}/g, 'ID'),
  );
}
