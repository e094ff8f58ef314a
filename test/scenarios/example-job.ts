// SPDX-License-Identifier: Apache-2.0
// What the example job does by itself, for the simulated Flink, which knows no programs: it ends after `--max` numbers and fails at number
// `--fail-at`, each time that it comes there. A simulated job's state counts milliseconds.

import type { FlinkDeployment } from '../../lib/api/flink-deployment.ts';
import type { EmbeddedCluster } from '../../lib/testing/index.ts';

const LOOK_MS = 500;

/** Lets the job of `cluster` behave as its present arguments say; looks every half second. */
export function playExampleJob(world: EmbeddedCluster, cluster: string, spec: () => FlinkDeployment['spec']): void {
  const look = (): void => {
    const args = spec()?.job?.args ?? [];
    const at = (option: string): number | undefined => {
      const index = args.indexOf(option);
      return index < 0 ? undefined : Number(args[index + 1]);
    };
    const perSecond = at('--rate') ?? 100;
    const job = world.flink.job(cluster);
    const numbers = ((job?.value ?? 0) / 1000) * perSecond;
    if (job?.isExecuting === true) {
      if (numbers >= (at('--fail-at') ?? Infinity)) world.flink.failJob(cluster, { message: 'asked to fail' });
      else if (numbers >= (at('--max') ?? Infinity)) job.finish();
    }
    world.clock.setTimer(look, LOOK_MS);
  };
  look();
}
